import type ExcelJS from "exceljs";
import type { Column, Row, TableField } from "../rules/define.ts";
import { plain } from "../rules/values/index.ts";
import { CHARACTER, cellText, FONT, heightOf } from "./sheet-cells.ts";
import { isExact, isNumber } from "./sheet-rows.ts";
import { widthOf } from "./text.ts";
import { exampleOf, headingsOf } from "./workbook-column.ts";
import { guard, type Listed } from "./workbook-guard.ts";

/** A cell that was not understood. */
export interface WrongCell {
  /** Which of the table's rows, from 0. */
  readonly row: number;
  readonly column: string;
  /** As it was typed. */
  readonly text: string;
  readonly why: string;
}

/** A table to hand out: what is known of it, and what was not understood. */
export interface OpenTable {
  readonly rows: readonly Row[];
  readonly wrong: readonly WrongCell[];
}

/** The row of a worksheet in which a table's first row stands; above it are the headings and the example. */
export const FIRST_ROW = 3;
/** What the first cell of the example row begins with; no answer is read from that row. */
const EXAMPLE = "示例：";
/** In points. */
export const ROW_HEIGHT = 22;
/** Room that drop-downs and hints reach. */
const LAST_ROW = 5000;

export const fills = { required: "FFFCE4D6", optional: "FFEDEDED", wrong: "FFFFC7CE" } as const;
const colours = { example: "FF808080", wrong: "FF9C0006", line: "FFBFBFBF" } as const;

/** A fill of one colour. */
export const filledWith = (argb: string): ExcelJS.FillPattern => ({
  type: "pattern",
  pattern: "solid",
  fgColor: { argb },
});

/** Writes a table to be filled in. */
export const writeTable = (
  page: ExcelJS.Worksheet,
  table: TableField,
  { rows, wrong }: OpenTable,
  listed: Listed,
): void => {
  const columns = Object.entries(table.columns);
  const headings = headingsOf(table);
  for (const [at, [id, column]] of columns.entries()) {
    const letter = page.getColumn(at + 1);
    const example = at === 0 ? `${EXAMPLE}${exampleOf(column)}` : exampleOf(column);
    const texts = rows.map((row) => textOf(column, row[id]));
    letter.width = widthFor(headings[at] ?? "", [example, ...texts]);
    letter.numFmt = isNumber(column) ? "General" : "@";
    letter.font = { name: FONT, size: 11 };
    letter.alignment = { horizontal: isNumber(column) ? "center" : "left", vertical: "middle", wrapText: true };
    guard(page, `${letter.letter}${FIRST_ROW}:${letter.letter}${LAST_ROW}`, column, listed);
    writeHeading(page.getCell(1, at + 1), headings[at] ?? "", column);
    writeExample(page.getCell(2, at + 1), example);
    for (const [below, text] of texts.entries()) {
      const cell = page.getCell(FIRST_ROW + below, at + 1);
      cell.border = BORDER;
      if (text !== "") writeText(cell, text, isNumber(column));
    }
    for (const one of wrong) if (one.column === id) writeWrong(page.getCell(FIRST_ROW + one.row, at + 1), one);
  }
  fitHeights(page);
};

const textOf = (column: Column, value: Row[string] | undefined): string =>
  value === undefined || value === null ? "" : plain(column, value);

const line = { style: "thin", color: { argb: colours.line } } as const;
const BORDER = { top: line, bottom: line, left: line, right: line };

const writeHeading = (cell: ExcelJS.Cell, text: string, { optional }: Column): void => {
  cell.value = cellText(text);
  cell.numFmt = "@";
  cell.font = { name: FONT, size: 11, bold: !optional };
  cell.fill = filledWith(optional ? fills.optional : fills.required);
  cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
  cell.border = BORDER;
};

const writeExample = (cell: ExcelJS.Cell, example: string): void => {
  cell.value = cellText(example);
  cell.numFmt = "@";
  cell.font = { name: FONT, size: 11, italic: true, color: { argb: colours.example } };
  cell.border = BORDER;
};

/** A number where none of its digits would be lost, otherwise a text, whatever it begins with. */
const writeText = (cell: ExcelJS.Cell, text: string, mayCount: boolean): void => {
  const isCounted = mayCount && isExact(text);
  const decimals = text.split(".")[1]?.length ?? 0;
  cell.value = isCounted ? Number(text) : cellText(text);
  cell.numFmt = isCounted ? (0).toFixed(decimals) : "@";
};

const writeWrong = (cell: ExcelJS.Cell, { text, why }: WrongCell): void => {
  cell.value = cellText(text);
  cell.numFmt = "@";
  cell.font = { name: FONT, size: 11, color: { argb: colours.wrong } };
  cell.fill = filledWith(fills.wrong);
  cell.border = BORDER;
  cell.note = cellText(why);
};

const WIDTH = { least: 10, most: 36 } as const;

/** In characters: as wide as what stands there, the heading on two lines. */
const widthFor = (heading: string, texts: readonly string[]): number => {
  const widest = texts.reduce((most, text) => Math.max(most, widthOf(text)), widthOf(heading) / 2 + 2);
  return Math.min(WIDTH.most, Math.max(WIDTH.least, Math.ceil(widest) + 3));
};

/** In points, as spreadsheets allow. */
const MOST_HIGH = 400;

const fitHeights = (page: ExcelJS.Worksheet): void => {
  page.eachRow((row) => {
    let height = ROW_HEIGHT;
    row.eachCell((cell, at) => {
      height = Math.max(height, heightOf(cell.text, (page.getColumn(at).width ?? WIDTH.least) * CHARACTER));
    });
    row.height = Math.min(height, MOST_HIGH);
  });
};
