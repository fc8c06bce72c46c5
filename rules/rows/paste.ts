import type { Grid } from "../content.ts";
import type { Column, Day, TableField } from "../define.ts";
import { align } from "./align.ts";
import { isAround, linesOf } from "./chat-lines.ts";
import { isWords } from "./evidence.ts";
import { isBlank, isBlankRow, widthOf } from "./grid.ts";
import { headOf } from "./heading.ts";
import { labelledGrid } from "./labelled.ts";
import { fitOf, type Matched, matchColumns, unusedColumns } from "./match.ts";
import { withoutNumbering } from "./numbering.ts";
import { separators, splitLine, splitTabs } from "./split.ts";

/** Whether a text may be a day at all does not depend on the day. */
const ANY_DAY: Day = "2000-01-01";
/** Below this a text cut into cells is no rows of the table. */
const FITTING = 0.3;
/** By so many lines the separator is chosen. */
const SAMPLE = 50;
/** No line of rows, nor a row of cells, is longer. */
const LONGEST_LINE = 10_000;
const WIDEST = 100;

/**
 * A pasted text as a grid; null where it cannot be rows of that table. Tabs, commas, 、 ; | and runs of spaces; copied
 * from Word, Excel, WeChat, with numbered lines or `姓名：张三`.
 */
export const gridOf = (text: string, table: TableField): Grid | null => {
  const clean = text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");
  if (clean.includes("\t")) return fitting(splitTabs(clean).filter(isRow), table);
  const lines = linesOf(clean);
  if (lines.some(({ length }) => length > LONGEST_LINE)) return null;
  const sentences = lines.flatMap((line) => line.split(/[;；。]/).filter((part) => !isBlank(part)));
  return labelledGrid(lines, table) ?? cutBest(lines, table) ?? cutBest(sentences, table);
};

const isRow = (row: readonly string[]): boolean => {
  const filled = row.filter((cell) => !isBlank(cell));
  return filled.length > 1 || (filled.length === 1 && !isAround(filled[0] ?? ""));
};

/** The lines cut by the separator that fits a sample of them best. */
const cutBest = (lines: readonly string[], table: TableField): Grid | null => {
  const plain = withoutNumbering(lines);
  const sample = plain.slice(0, SAMPLE);
  const [best] = separators
    .map((separator) => ({ separator, fit: fitTo(cut(sample, separator, table), table, true) }))
    .filter(({ fit }) => fit >= FITTING)
    .toSorted((a, b) => b.fit - a.fit);
  return best ? fitting(cut(plain, best.separator, table), table) : null;
};

const cut = (lines: readonly string[], separator: RegExp, table: TableField): Grid | null => {
  const rows = lines.map((line) => splitLine(line, separator)).filter((row) => !isRule(row));
  const start = rows.findIndex((row) => row.length > 1);
  return start === -1 || widthOf(rows) > WIDEST ? null : evened(rows.slice(start), table);
};

/** `|---|:-:|` of a markdown table, or nothing. */
const isRule = (row: readonly string[]): boolean => isBlankRow(row) || row.every((cell) => /^:?-{2,}:?$/.test(cell));

/** Rows of different lengths put under the headings, or the table's columns in order; null where that is not sure. */
const evened = (cut: Grid, table: TableField): Grid | null => {
  const width = widthOf(cut);
  if (cut.every((row) => row.length === width)) return cut;
  const head = headOf(cut, table);
  const headings = head.heading === null ? [] : cut.slice(0, head.first);
  const columns = head.heading === null ? Object.values(table.columns) : columnsUnder(headings, table);
  const rows = cut.slice(headings.length).map((row) => evenedRow(row, columns));
  return rows.some((row) => row === null) ? null : [...headings, ...rows.flatMap((row) => (row ? [row] : []))];
};

const columnsUnder = (headings: Grid, table: TableField): readonly (Column | null)[] => {
  const matched = matchColumns(headings, table, ANY_DAY);
  return matched?.columns.map((id) => (id === null ? null : (table.columns[id] ?? null))) ?? [];
};

const evenedRow = (row: readonly string[], columns: readonly (Column | null)[]): readonly string[] | null =>
  row.length === columns.length ? row : align(row, columns, ANY_DAY);

const fitting = (grid: Grid | null, table: TableField): Grid | null => (fitTo(grid, table) >= FITTING ? grid : null);

/** Every cell has found its place, and every column of figures that must be filled its cells. */
const isComplete = (grid: Grid, matched: Matched, table: TableField): boolean =>
  unusedColumns(grid, matched).length === 0 &&
  Object.entries(table.columns).every(
    ([id, column]) => column.optional || isWords(column) || matched.columns.includes(id),
  );

/** How well a cut fits; `isLoose` where separators may be part of the words, so that every cell must find its place. */
const fitTo = (grid: Grid | null, table: TableField, isLoose = false): number => {
  const matched = grid && matchColumns(grid, table, ANY_DAY);
  const found = matched?.columns.filter(Boolean).length ?? 0;
  const isEnough = found >= Math.min(2, Object.keys(table.columns).length);
  if (!grid || !matched || !isEnough) return 0;
  return isLoose && matched.heading === null && !isComplete(grid, matched, table)
    ? 0
    : fitOf(grid, matched, table, ANY_DAY);
};
