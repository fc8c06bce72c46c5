import type ExcelJS from "exceljs";
import type { TableField } from "../rules/define.ts";
import { CHARACTER, cellText, FONT, heightOf } from "./sheet-cells.ts";
import { FIRST_ROW, filledWith, fills, type OpenTable } from "./workbook-sheet.ts";

/** A table with the name of its worksheet. */
export interface NamedTable extends OpenTable {
  readonly name: string;
  readonly table: TableField;
}

/** The name of the worksheet that says how to fill in the others. */
export const GUIDE = "填写说明";

const HOW = [
  "1. 下面每张表在一个单独的页里，点屏幕下方的页名就能切换。",
  `2. 每张表从第 ${FIRST_ROW} 行填起，第 2 行灰色的字是示例，不用删。`,
  "3. 第 1 行是表头，请不要改动。",
  "4. 点一下空格，会出现提示；有小箭头的，点箭头选。",
  "5. 不知道的先空着，以后再补。填一部分也可以先发。",
  "6. 填好以后保存，把这个文件发回聊天里。",
];
const LEGEND = [
  { text: "表头是这种颜色：要填", fill: fills.required, bold: true },
  { text: "表头是这种颜色：没有可以不填", fill: fills.optional },
] as const;

const WIDTHS = [60, 16, 14, 14];

/** Writes how to fill in the workbook, which tables there are, and what was not understood. */
export const writeGuide = (page: ExcelJS.Worksheet, title: string, tables: readonly NamedTable[]): void => {
  for (const [at, width] of WIDTHS.entries()) page.getColumn(at + 1).width = width;
  const write = (texts: readonly string[], { size = 12, bold = false, fill = "" } = {}): void => {
    const row = page.addRow(texts.map(cellText));
    row.eachCell((cell) => {
      cell.numFmt = "@";
      cell.font = { name: FONT, size, bold };
      cell.alignment = { vertical: "middle", wrapText: true };
      if (fill) cell.fill = filledWith(fill);
    });
    row.height = Math.max(...texts.map((text, at) => heightOf(text, (WIDTHS[at] ?? 0) * CHARACTER))) * (size / 11);
  };
  write([title], { size: 16, bold: true });
  for (const line of wrongLines(tables)) write([line], line === "" ? {} : { fill: fills.wrong });
  for (const line of HOW) write([line]);
  for (const { text, ...look } of LEGEND) write([text], look);
  write([""]);
  write(["要填的表", "每行填一个", "最少几行", "已经填了"], { bold: true, fill: fills.optional });
  for (const { name, table, rows } of tables)
    write([name, table.rowName, table.minRows ? `最少 ${table.minRows} 行` : "不限", `${rows.length} 行`]);
};

const MOST_TOLD = 10;
const MOST_QUOTED = 30;

const clipped = (text: string): string =>
  [...text].length > MOST_QUOTED ? `${[...text].slice(0, MOST_QUOTED).join("")}…` : text;

/** What was not understood: how many cells, and the first of them with where they stand and why. */
const wrongLines = (tables: readonly NamedTable[]): readonly string[] => {
  const lines = tables.flatMap(({ name, table, wrong }) =>
    wrong.map(
      ({ row, column, text, why }) =>
        `“${name}”第 ${row + FIRST_ROW} 行，${table.columns[column]?.label ?? column}“${clipped(text)}”：${why}`,
    ),
  );
  if (lines.length === 0) return [];
  const rest = lines.length - MOST_TOLD;
  return [
    `有 ${lines.length} 个格子没有看懂，已经标成红色。请改好，保存后再发回来：`,
    ...lines.slice(0, MOST_TOLD),
    ...(rest > 0 ? [`还有 ${rest} 个，见各页标红的格子。`] : []),
    "",
  ];
};
