import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from "docx";
import { twips } from "./look.ts";
import type { Box, DrawnRow } from "./rows.ts";
import { paragraph } from "./runs.ts";
import { wordsIn } from "./spans.ts";
import { linesIn } from "./text.ts";

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const PADDING = { left: twips(1.4), right: twips(1.4), top: twips(0.6), bottom: twips(0.6) };
const DENSE_PADDING = { ...PADDING, left: twips(0.6), right: twips(0.6) };
const LEAST_HEIGHT = 8;
/** A row higher than this may run over to the next page: kept whole it would leave half a page blank. */
const MOST_LINES_KEPT = 14;

export interface TableLook {
  /** Without lines around its cells. */
  readonly isOpen?: boolean;
  /** The boxes of a row that have a line under them. */
  readonly underlined?: (box: number) => boolean;
  readonly style?: string;
  /** Small type and narrow cells. */
  readonly isDense?: boolean;
}

/** A table of fixed widths, so that Word, WPS and LibreOffice lay it out alike. */
export const table = (rows: readonly DrawnRow[], look: TableLook): Table => {
  const edges = edgesOf(rows);
  const columnWidths = edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0));
  const line = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
  const side = look.isOpen ? { style: BorderStyle.NONE, size: 0, color: "auto" } : line;
  const heads = rows.findIndex(({ isHead }) => !isHead);
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: edges.at(-1) ?? 0, type: WidthType.DXA },
    columnWidths,
    margins: look.isDense ? DENSE_PADDING : PADDING,
    borders: { top: side, bottom: side, left: side, right: side, insideHorizontal: side, insideVertical: side },
    rows: rows.map((row, at) => tableRow(row, edges, look, at < heads)),
  });
};

const tableRow = (row: DrawnRow, edges: readonly number[], look: TableLook, isHead: boolean): TableRow => {
  const places = placesOf(row);
  return new TableRow({
    cantSplit: heightOf(row) <= MOST_LINES_KEPT,
    ...(isHead && { tableHeader: true }),
    height: { value: twips(row.height ?? LEAST_HEIGHT), rule: HeightRule.ATLEAST },
    children: row.boxes.map((box, at) => {
      const [from = 0, to = 0] = [places[at], places[at + 1]];
      return cell(box, { width: to - from, span: edges.indexOf(to) - edges.indexOf(from) }, row, look, at);
    }),
  });
};

const cell = (
  { lines, align, isBold, isTop, merge }: Box,
  { width, span }: { readonly width: number; readonly span: number },
  { isKept }: DrawnRow,
  look: TableLook,
  at: number,
): TableCell => {
  const manner = {
    style: look.style ?? (look.isDense ? "CellSmall" : "CellText"),
    alignment: ALIGN[align],
    ...(isKept && { keepNext: true }),
  };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: isTop ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    ...(span > 1 && { columnSpan: span }),
    ...(merge && { verticalMerge: merge === "restart" ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
    ...(look.underlined?.(at) && { borders: { bottom: { style: BorderStyle.SINGLE, size: 6, color: "000000" } } }),
    children: lines.map((line) => paragraph(line, manner, isBold)),
  });
};

/** Where the row's boxes begin and end, from the table's left edge. */
const placesOf = ({ boxes }: DrawnRow): readonly number[] => {
  const places = [0];
  for (const { width } of boxes) places.push((places.at(-1) ?? 0) + width);
  return places.map(twips);
};

/** All edges of all rows: the columns of the table's grid. */
const edgesOf = (rows: readonly DrawnRow[]): readonly number[] =>
  [...new Set(rows.flatMap(placesOf))].toSorted((a, b) => a - b);

/** About how many lines the row's highest cell has. */
const heightOf = ({ boxes }: DrawnRow): number =>
  Math.max(...boxes.map(({ lines, width }) => lines.reduce((sum, line) => sum + linesIn(wordsIn(line), width), 0)));
