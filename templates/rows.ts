import type { Row, TableField } from "../rules/define.ts";
import { rowsOf } from "../rules/facts.ts";
import { cellIn, columnOf, tableIn, totalIn } from "./answers.ts";
import type { Align, Block, Cell, GridRow } from "./blocks.ts";
import type { Paper } from "./form.ts";
import { filled, type Line, linesOf } from "./spans.ts";
import { linesIn } from "./text.ts";

/** A cell as it is drawn; `merge` joins it to the cell of the same place below or above. */
export interface Box {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly align: Align;
  readonly isBold?: boolean;
  readonly isTop?: boolean;
  readonly merge?: "restart" | "continue";
}

/** A row as it is drawn: its boxes fill the table's width. */
export interface DrawnRow {
  readonly boxes: readonly Box[];
  readonly height?: number;
  readonly isHead?: boolean;
  /** On the same page as the next row. */
  readonly isKept?: boolean;
}

/** The rows of a printed table with the answers in them; `width` in mm. */
export const drawnRows = (rows: readonly GridRow[], width: number, paper: Paper): readonly DrawnRow[] =>
  rows.flatMap((row): readonly DrawnRow[] => {
    if ("band" in row) return [{ boxes: [{ ...words(row.band, width), align: "left", isBold: true }], isKept: true }];
    if ("beside" in row) return beside(row.beside, row.rows, width, paper);
    if ("each" in row) return eachRow(row, width, paper);
    const { cells, ...rest } = row;
    return [
      { ...rest, ...(row.isHead && { isKept: true }), boxes: sharing(cells, width).map((cell) => box(cell, paper)) },
    ];
  });

/** A table field as a list, with its header rows and its total. */
export const listRows = (
  list: Extract<Block, { block: "list" }>,
  width: number,
  paper: Paper,
  isDense = false,
): readonly DrawnRow[] => {
  const table = tableIn(paper, list.table);
  const columns = sharing(list.columns, width - NUMBER_WIDTH);
  const number = (text: string): Box => words(text, NUMBER_WIDTH);
  const rows = placesOf(list.table, list.least, paper).map(({ row, at }): DrawnRow => {
    const boxes = columns.map((cell) => answerBox(cell, table, row, at, paper));
    return { boxes: [number(row || at === 0 ? String(at + 1) : ""), ...boxes] };
  });
  const total = list.total && totalRow(list.total, list.table, columns, paper);
  const foot = list.foot && { boxes: [box({ of: list.foot, width }, paper)] };
  return [...headRows(columns, table, isDense), ...rows, ...(total ? [total] : []), ...(foot ? [foot] : [])];
};

type Sized<T> = T & { readonly width: number };
type ListColumn = Sized<{
  readonly column: string;
  readonly ticked?: string;
  readonly align?: Align;
  readonly group?: string;
}>;

/** Widths and heights in mm. */
const NUMBER_WIDTH = 11;
const LEAST_HEIGHT = 8;
const LINE_HEIGHT = 5.7;
const DENSE_LINE_HEIGHT = 3.6;

const headRows = (columns: readonly ListColumn[], table: TableField, isDense: boolean): readonly DrawnRow[] => {
  const head = (text: string, width: number): Box => ({ ...words(text, width), isBold: true });
  const label = (column: ListColumn): Box => head(labelOf(column, table), column.width);
  const number = head("序号", NUMBER_WIDTH);
  const row = (boxes: readonly Box[]): DrawnRow => ({ boxes, isHead: true, isKept: true });
  if (!columns.some(({ group }) => group)) return [row([number, ...columns.map(label)])];
  const upper = columns.flatMap((column, at): readonly Box[] => {
    if (!column.group) return [{ ...label(column), merge: "restart" }];
    if (columns[at - 1]?.group === column.group) return [];
    return [head(column.group, widthOf(columns.filter(({ group }) => group === column.group)))];
  });
  const lower = columns.map((column): Box => (column.group ? label(column) : continued(label(column))));
  // LibreOffice cuts off a repeated cell over two rows that is higher than they are.
  const lines = Math.max(...columns.map((column) => linesIn(labelOf(column, table), column.width, isDense)));
  const height = Math.max(LEAST_HEIGHT, (lines * (isDense ? DENSE_LINE_HEIGHT : LINE_HEIGHT) + 2) / 2);
  const high = (boxes: readonly Box[]): DrawnRow => ({ ...row(boxes), height });
  return [high([{ ...number, merge: "restart" }, ...upper]), high([continued(number), ...lower])];
};

/** What stands over a column: its label, or that of the choice which is ticked under it. */
export const labelOf = ({ column, ticked }: Pick<ListColumn, "column" | "ticked">, table: TableField): string => {
  const kind = columnOf(table, column);
  if (ticked === undefined) return kind.label;
  const choice = "choices" in kind ? kind.choices.find(({ id }) => id === ticked) : undefined;
  if (!choice) throw new Error(`column ${column} has no choice ${ticked}`);
  return choice.label;
};

const totalRow = (
  { label, columns: summed }: { readonly label: string; readonly columns: readonly string[] },
  table: string,
  columns: readonly ListColumn[],
  paper: Paper,
): DrawnRow => {
  const first = columns.findIndex(({ column }) => summed.includes(column));
  const before = NUMBER_WIDTH + widthOf(columns.slice(0, first));
  const sums = columns
    .slice(first)
    .map(({ column, width }) => words(summed.includes(column) ? totalIn(paper, table, column) : "", width));
  return { boxes: [{ ...words(label, before), isBold: true }, ...sums] };
};

const beside = (cell: Cell, rows: readonly GridRow[], width: number, paper: Paper): readonly DrawnRow[] => {
  const side = box({ align: "center", ...cell, width: cell.width ?? width / 4 }, paper);
  const inner = drawnRows(rows, width - side.width, paper);
  if (inner.length === 1) return inner.map((row) => ({ ...row, boxes: [side, ...row.boxes] }));
  return inner.map((row, at) => ({
    ...row,
    boxes: [at === 0 ? { ...side, merge: "restart" } : continued(side), ...row.boxes],
  }));
};

const eachRow = (
  { each, least, cells }: Extract<GridRow, { each: string }>,
  width: number,
  paper: Paper,
): readonly DrawnRow[] => {
  const table = tableIn(paper, each);
  return placesOf(each, least, paper).map(({ row, at }) => ({
    boxes: sharing(cells, width).map((cell) => answerBox(cell, table, row, at, paper)),
  }));
};

/** The table's rows and blank places up to `least`. */
const placesOf = (table: string, least: number, { facts }: Paper) => {
  const rows = rowsOf(facts, table);
  return Array.from({ length: Math.max(rows.length, least) }, (_, at) => ({ row: rows[at], at }));
};

const answerBox = (
  { column, ticked, width, align }: ListColumn,
  table: TableField,
  row: Row | undefined,
  at: number,
  paper: Paper,
): Box => {
  if (ticked !== undefined && typeof row?.[column] === "string") return words(row[column] === ticked ? "√" : "", width);
  const answer = cellIn(paper, table, row, column, at);
  const lines = answer.isMissing ? [filled(answer)] : linesOf([answer.text], paper);
  // Words that take several lines read better from the left.
  const isLong = linesIn(answer.text, width) > 1;
  return { lines, width, align: align ?? (isLong ? "left" : "center") };
};

const box = ({ of, width, align = "left", isBold, isTop }: Sized<Cell>, paper: Paper): Box => ({
  lines: linesOf(of, paper),
  width,
  align,
  ...(isBold && { isBold }),
  ...(isTop && { isTop }),
});

const words = (text: string, width: number): Box => ({ lines: [[{ text }]], width, align: "center" });
const continued = (box: Box): Box => ({ ...box, lines: [[]], merge: "continue" });

const widthOf = (cells: readonly { readonly width?: number }[]): number =>
  cells.reduce((sum, { width = 0 }) => sum + width, 0);

/** Cells without a width share what is left. */
const sharing = <T extends { readonly width?: number }>(cells: readonly T[], width: number): readonly Sized<T>[] => {
  const taken = widthOf(cells);
  const open = cells.filter((cell) => cell.width === undefined).length;
  if (taken - width > 0.1) throw new RangeError(`cells of ${taken} mm in a row of ${width} mm`);
  if (open === 0 && width - taken > 0.1)
    throw new RangeError(`cells of ${taken} mm leave a hole in a row of ${width} mm`);
  return cells.map((cell) => ({ ...cell, width: cell.width ?? (width - taken) / open }));
};
