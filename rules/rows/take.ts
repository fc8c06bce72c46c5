import type { Grid } from "../content.ts";
import type { Column, Day, Row, Scalar, TableField } from "../define.ts";
import { isEmptyCell, readCell } from "./cell.ts";
import { cellAt } from "./grid.ts";
import { headingsOf, headingText } from "./heading.ts";
import { dataRows } from "./left-out.ts";
import type { Matched } from "./match.ts";
import { unitNamed } from "./unit.ts";

export interface Broken {
  /** Index into `rows`. */
  readonly row: number;
  readonly column: string;
  readonly text: string;
  /** Chinese: what is wrong. */
  readonly why: string;
  /** 1-based line of the source grid, as a spreadsheet numbers it. */
  readonly line: number;
}

/**
 * The grid's rows of data as rows of the table. A broken cell — not understood, doubtful, or empty where it must not be —
 * is a missing key and told in `broken`; an empty cell that may be, and every cell of a column the grid lacks, is null.
 */
export const takeRows = (
  cells: Grid,
  matched: Matched,
  table: TableField,
  on: Day,
): { readonly rows: readonly Row[]; readonly broken: readonly Broken[] } => {
  const columns = columnsOf(cells, matched, table, on);
  const broken: Broken[] = [];
  const rows = dataRows(cells, matched).map((line, row): Row => {
    const taken = columns.flatMap(({ id, at, takenFrom }): [string, Scalar | null][] => {
      if (at === undefined) return [[id, null]];
      const text = cellAt(cells, line, at);
      const cell = takenFrom(text);
      if ("value" in cell) return [[id, cell.value]];
      broken.push({ row, column: id, text, why: cell.why, line: line + 1 });
      return [];
    });
    return Object.fromEntries(taken);
  });
  return { rows, broken };
};

const columnsOf = (cells: Grid, matched: Matched, table: TableField, on: Day) => {
  const headings = headingsOf(cells, matched);
  const caption = cells
    .slice(0, matched.heading ?? matched.first)
    .flat()
    .join(" ");
  return Object.entries(table.columns).map(([id, column]) => {
    const found = matched.columns.indexOf(id);
    const at = found === -1 ? undefined : found;
    const heading = at === undefined ? undefined : headings[at];
    const unit = unitNamed(heading ? headingText(heading) : "", caption, column);
    return { id, at, takenFrom: remembered((text) => take(column, text, on, unit)) };
  });
};

/** Cells of a column repeat themselves: each text is read once. */
const remembered = (read: (text: string) => Taken): ((text: string) => Taken) => {
  const known = new Map<string, Taken>();
  return (text) => {
    const taken = known.get(text) ?? read(text);
    known.set(text, taken);
    return taken;
  };
};

type Taken = { readonly value: Scalar | null } | { readonly why: string };

const take = (column: Column, text: string, on: Day, unit: string | undefined): Taken => {
  if (isEmptyCell(column, text)) return column.optional ? { value: null } : { why: "这一格是空的。" };
  const reading = readCell(column, text, on, unit);
  return reading.status === "understood" ? { value: reading.value } : { why: reading.why };
};
