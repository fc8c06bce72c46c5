import type { Grid } from "../content.ts";
import type { Column, TableField } from "../define.ts";
import { fold } from "../values/fold.ts";
import { cellAt, isBlank, isBlankRow, sampleOf, upTo, widthOf } from "./grid.ts";
import { foldName, formsOf, LOOSE, nearness, SURE } from "./names.ts";

/** A column's heading; `group` stands over several columns. */
export interface Heading {
  readonly own: string;
  readonly group: string;
}

/** Where the headings begin, if there are any, and where the data do. */
export interface Head {
  readonly heading: number | null;
  readonly first: number;
}

/** How far down headings are looked for, below titles and notes. */
const DEEPEST = 15;

/** Finds the heading row: the one whose cells are names of the table's columns, or unlike all the cells below. */
export const headOf = (cells: Grid, table: TableField): Head => {
  const width = widthOf(cells);
  const data = cells.slice(0, DEEPEST).findIndex((row) => isDataLike(row, width));
  const candidates = upTo(data === -1 ? Math.min(cells.length, DEEPEST) : data).map((row) => {
    const head = { heading: row, first: row + (isSecondRow(cells, row) ? 2 : 1) };
    return { head, score: scoreOf(headingsOf(cells, head), table) };
  });
  const best = candidates.reduce((a, b) => (b.score > a.score ? b : a), { head: null as Head | null, score: 0 });
  if (best.head) return best.head;
  const top = cells.findIndex((row) => row.filter((cell) => !isBlank(cell)).length >= Math.min(2, width));
  const first = Math.max(top, 0);
  return isUnlikeData(cells, first) ? { heading: first, first: first + 1 } : { heading: null, first };
};

/** The headings of all columns; those of two rows are a group and its parts. None are empty texts. */
export const headingsOf = (cells: Grid, { heading, first }: Head): readonly Heading[] => {
  const columns = upTo(widthOf(cells.slice(heading ?? first, first + 1)));
  if (heading === null) return columns.map(() => ({ own: "", group: "" }));
  const isDouble = first - heading > 1;
  return columns.map((column) => {
    const top = cellAt(cells, heading, column).trim();
    const below = isDouble ? cellAt(cells, heading + 1, column).trim() : "";
    return below === "" ? { own: top, group: "" } : { own: below, group: groupAt(cells, heading, column) };
  });
};

/** A merged cell stands in its first column only. */
const groupAt = (cells: Grid, row: number, column: number): string => {
  const at = upTo(column + 1).findLast((left) => !isBlank(cellAt(cells, row, left)));
  return at === undefined ? "" : cellAt(cells, row, at).trim();
};

/** A heading as a person knows it. */
export const headingText = ({ own, group }: Heading): string => (group ? `${group} ${own}` : own).replace(/\s+/g, " ");

/** How far a heading names a column, 0–1 and a little more where its group is in what the column asks. */
export const nameScore = ({ own, group }: Heading, column: Column): number => {
  const labels = formsOf(column.label);
  const alone = nearness(formsOf(own), labels);
  if (group === "") return alone;
  const score = Math.max(alone, nearness(formsOf(`${group}${own}`), labels));
  return score >= LOOSE ? score + 0.04 * shareWithin(foldName(group), foldName(column.ask ?? column.label)) : score;
};

const shareWithin = (part: string, whole: string): number =>
  [...part].filter((character) => whole.includes(character)).length / (part.length || 1);

/** The sum of the names found, 0 where too few cells are names for this to be headings. */
const scoreOf = (headings: readonly Heading[], table: TableField): number => {
  const columns = Object.values(table.columns);
  const filled = headings.filter(({ own }) => own !== "");
  const scores = filled.map((heading) =>
    isFigure(heading.own) ? 0 : columns.reduce((best, column) => Math.max(best, nameScore(heading, column)), 0),
  );
  const sure = scores.filter((score) => score >= SURE).length;
  const named = scores.filter((score) => score >= LOOSE);
  const isHeading = sure >= 2 || (named.length >= 2 && named.length >= filled.length * 0.6) || columns.length === sure;
  return isHeading ? named.reduce((sum, score) => sum + score, 0) : 0;
};

/** Figures in a row that is filled: no title, and nothing below it is a heading. */
const isDataLike = (row: readonly string[], width: number): boolean =>
  filledIn(row).length >= Math.max(2, width / 2) && row.some(isFigure);

const isFigure = (text: string): boolean => /^[-¥]?[\d,.]+%?$|\d{7}/.test(fold(text));

/** The row below has names where the upper one is merged over several columns, and nothing where it is not. */
const isSecondRow = (cells: Grid, row: number): boolean => {
  const [upper = [], lower = []] = [cells[row], cells[row + 1]];
  const [top, below] = [filledIn(upper), filledIn(lower)];
  const isGrouped = (column: number) => isBlank(upper[column] ?? "") || isBlank(upper[column + 1] ?? "");
  return (
    top.length >= 2 &&
    below.some((column) => isBlank(upper[column] ?? "")) &&
    below.every((column) => isGrouped(column) && !/\d/.test(fold(lower[column] ?? ""))) &&
    top.some((column) => isBlank(lower[column] ?? ""))
  );
};

const filledIn = (row: readonly string[]): readonly number[] =>
  upTo(row.length).filter((column) => !isBlank(row[column] ?? ""));

const NOTHING = /^(?:无|没有|暂无|不详|待定|待补|不知道|-|\/)*$/;

/** Words over columns of figures are headings, whatever they are called. */
const isUnlikeData = (cells: Grid, row: number): boolean => {
  const below = sampleOf(cells, row + 1);
  const figures = upTo(widthOf(below)).filter((column) => {
    const filled = below.map((line) => line[column] ?? "").filter((text) => !isBlank(text));
    return filled.length >= 2 && filled.filter((text) => /\d/.test(fold(text))).length >= filled.length * 0.8;
  });
  const isName = (text: string) => !/\d/.test(text) && !NOTHING.test(text) && text.length <= 15;
  return (
    !isBlankRow(cells[row]) &&
    figures.length > 0 &&
    figures.every((column) => isName(fold(cellAt(cells, row, column)))) &&
    filledIn(cells[row] ?? []).every((column) => isName(fold(cellAt(cells, row, column))))
  );
};
