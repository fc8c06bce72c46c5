import { type CellObject, type ParsingOptions, read, SSF, type WorkBook, type WorkSheet } from "@e965/xlsx";
import type { Sheet } from "../../rules/content.ts";
import { cellText, type Days } from "./cell.ts";
import { chineseFormats } from "./formats.ts";
import { trimmed } from "./grid.ts";
import { sendAgain, Unusable, why } from "./unusable.ts";
import { prepareXlsx } from "./xlsx-parts.ts";
import type { Entry } from "./zip.ts";

/** The visible sheets of an .xlsx. Throws `Unusable`. */
export const readXlsx = (bytes: Uint8Array, entries: readonly Entry[]): readonly Sheet[] => {
  const { bytes: prepared, hidden } = prepareXlsx(bytes, entries);
  return readWorkbook(prepared, (name, row) => hidden.get(name)?.has(row) ?? false);
};

/** The visible sheets of an .xls. Throws `Unusable`. */
export const readXls = (bytes: Uint8Array): readonly Sheet[] => {
  for (const [id, format] of chineseFormats) SSF.load(format, id);
  return readWorkbook(bytes, () => false);
};

const options: ParsingOptions = {
  type: "array",
  dense: true,
  cellDates: false,
  cellFormula: false,
  cellHTML: false,
  cellNF: true,
  cellText: false,
  // What a sheet declares of its size is not believed.
  nodim: true,
};

const readWorkbook = (bytes: Uint8Array, isHidden: (name: string, row: number) => boolean): readonly Sheet[] => {
  const book = opened(bytes);
  const days = { date1904: book.Workbook?.WBProps?.date1904 ?? false };
  return book.SheetNames.filter((_, index) => !book.Workbook?.Sheets?.[index]?.Hidden).flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet?.["!data"]
      ? [{ name, cells: trimmed(visibleRows(sheet, sheet["!data"], days, (row) => isHidden(name, row))) }]
      : [];
  });
};

const opened = (bytes: Uint8Array): WorkBook => {
  try {
    return read(bytes, options);
  } catch (error) {
    const isLocked = /password|encrypt/i.test((error as Error).message);
    throw new Unusable(isLocked ? why.locked("这个表格") : sendAgain("这个表格"));
  }
};

function* visibleRows(
  sheet: WorkSheet,
  rows: CellObject[][],
  days: Days,
  isHidden: (row: number) => boolean,
): Generator<readonly string[]> {
  clearMerged(sheet, rows);
  for (let row = 0; row < rows.length; row++) {
    if (isHidden(row) || sheet["!rows"]?.[row]?.hidden) continue;
    const cells = rows[row];
    yield cells ? Array.from(cells, (cell) => cellText(cell, days)) : [];
  }
}

/** Of merged cells only the first one says something; what lies under the others cannot be seen. */
const clearMerged = (sheet: WorkSheet, rows: CellObject[][]): void => {
  for (const { s: first, e: last } of sheet["!merges"] ?? [])
    for (let row = first.r; row <= Math.min(last.r, rows.length - 1); row++) {
      const cells = rows[row] ?? [];
      for (let column = first.c; column <= Math.min(last.c, cells.length - 1); column++)
        if (row > first.r || column > first.c) delete cells[column];
    }
};
