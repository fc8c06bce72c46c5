import type { Column, Day } from "../define.ts";
import { isEmptyCell, readCell } from "./cell.ts";
import { isWords, looksLikeFigure } from "./evidence.ts";

/** A way to put the cells from some place on into the columns from some place on. */
interface Way {
  /** How many columns that must be filled stay empty. */
  readonly lacking: number;
  readonly ways: number;
  readonly row: readonly string[];
}
const NONE: Way = { lacking: Number.POSITIVE_INFINITY, ways: 0, row: [] };

/**
 * Too few cells put into the columns in order, with empty cells where the row lacks one; null where no way or more than
 * one is as good: 王五，本科，4 fills 姓名, 学历 and 年限, for the figure can be nothing else.
 */
export const align = (
  cells: readonly string[],
  columns: readonly (Column | null)[],
  on: Day,
): readonly string[] | null => {
  if (cells.length > columns.length) return null;
  const fits = (text: string, column: Column | null) =>
    column === null || (isWords(column) ? !looksLikeFigure(text) : isRead(column, text, on));
  const known = new Map<string, Way>();
  const from = (cell: number, at: number): Way => {
    const key = `${cell} ${at}`;
    const found = known.get(key) ?? search(cell, at);
    known.set(key, found);
    return found;
  };
  const search = (cell: number, at: number): Way => {
    const column = columns[at];
    if (column === undefined) return cell === cells.length ? { lacking: 0, ways: 1, row: [] } : NONE;
    const text = cells[cell];
    const rest = from(cell, at + 1);
    const skipped = { ...rest, lacking: rest.lacking + (column?.optional ? 0 : 1), row: ["", ...rest.row] };
    if (text === undefined || !fits(text, column)) return skipped;
    const taken = from(cell + 1, at + 1);
    return better({ ...taken, row: [text, ...taken.row] }, skipped);
  };
  // A row begins with its first column: that is what the person calls it.
  const [first = ""] = cells;
  const { ways, row } = columns.length > 0 && fits(first, columns[0] ?? null) ? from(1, 1) : NONE;
  return ways === 1 ? [first, ...row] : null;
};

const isRead = (column: Column, text: string, on: Day): boolean =>
  isEmptyCell(column, text) || readCell(column, text, on).status !== "refused";

const better = (one: Way, other: Way): Way => {
  if (one.ways === 0) return other;
  if (other.ways === 0 || one.lacking < other.lacking) return one;
  return one.lacking > other.lacking ? other : { ...one, ways: one.ways + other.ways };
};
