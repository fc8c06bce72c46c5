import type { Column } from "../rules/define.ts";
import { answerIn, columnOf, tableIn } from "./answers.ts";
import type { Align, Block, Form } from "./blocks.ts";
import type { Paper } from "./form.ts";
import { type DrawnRow, drawnRows, listRows } from "./rows.ts";
import { linesOf, wordsIn } from "./spans.ts";

/** A line of text over the whole width. */
export interface SheetRow {
  readonly text: string;
  readonly as: "mark" | "title" | "heading" | "text";
}

/** A cell over the columns from `first` to `last` and over `rows` rows. */
interface SheetCell {
  readonly text: string;
  readonly first: number;
  readonly last: number;
  readonly rows: number;
  readonly align: Align;
  readonly isBold: boolean;
  readonly isMissing: boolean;
  readonly isNumber: boolean;
}

export interface SheetTable {
  /** Of its columns, in mm. */
  readonly widths: readonly number[];
  readonly heads: number;
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A worksheet: lines of text, and where its table stands among them. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (SheetRow | "table")[];
  readonly table: SheetTable | null;
}

/** The form's lists, each with the words around it; `width` of the text in mm. */
export const sheetsOf = (form: Form, width: number, paper: Paper): readonly Sheet[] =>
  pagesOf(form.blocks).map((blocks) => ({
    name: form.title,
    rows: blocks.flatMap((block): Sheet["rows"] =>
      isTable(block) ? ["table" as const] : textRows(block, width, paper),
    ),
    table: blocks.flatMap((block) => (isTable(block) ? tableOf(block, width, paper) : []))[0] ?? null,
  }));

type TableBlock = Extract<Block, { block: "list" | "grid" }>;
/** A list, or a grid that has rows of a table in it. */
const isTable = (block: Block): block is TableBlock =>
  block.block === "list" || (block.block === "grid" && block.rows.some((row) => "each" in row));

const beginners: ReadonlySet<Block["block"]> = new Set(["attachment", "title", "heading", "cover", "pageBreak"]);

/** The blocks by worksheets: a second table begins another one, with the headings right before it. */
const pagesOf = (blocks: readonly Block[]): readonly (readonly Block[])[] => {
  const pages: Block[][] = [[]];
  for (const [at, block] of blocks.entries()) {
    const isFull = pages.at(-1)?.some(isTable) === true;
    const begins = isTable(block) || (beginners.has(block.block) && blocks.slice(at).some(isTable));
    if (isFull && begins) pages.push([]);
    pages.at(-1)?.push(block);
  }
  return pages;
};

const textRows = (block: Block, width: number, paper: Paper): readonly SheetRow[] => {
  const as = (how: SheetRow["as"], texts: readonly string[]) => texts.map((text): SheetRow => ({ text, as: how }));
  const lines = (pieces: Parameters<typeof linesOf>[0]) => as("text", linesOf(pieces, paper).map(wordsIn));
  switch (block.block) {
    case "cover":
      return [
        ...as("text", [block.attachment]),
        ...as("title", block.title),
        ...block.blanks.flatMap(({ label, of }) => lines([label, ...of])),
        ...as("text", [block.issuer]),
      ];
    case "attachment":
      return as("text", [block.text]);
    case "title":
      return as("title", linesOf("of" in block ? block.of : [block.text], paper).map(wordsIn));
    case "heading":
      return as("heading", [block.text]);
    case "paragraph":
    case "note":
      return lines(block.of);
    case "contents":
      return [...as("heading", [block.title]), ...as("text", block.items)];
    case "items":
      return as("text", block.lines);
    case "narrative":
      return [...as("heading", [block.heading]), ...as("text", [answerIn(paper, block.answer).text])];
    case "attached":
      return as("heading", [block.heading]);
    case "grid":
      return as(
        "text",
        drawnRows(block.rows, width, paper).map(({ boxes }) =>
          boxes
            .map(({ lines: own }) => own.map(wordsIn).join(""))
            .filter((text) => text !== "")
            .join("　　"),
        ),
      );
    case "signing":
      return block.lines.flatMap(lines).filter(({ text }) => text !== "");
    default:
      return [];
  }
};

const tableOf = (block: TableBlock, width: number, paper: Paper): SheetTable => {
  const rows = block.block === "list" ? listRows(block, width, paper) : drawnRows(block.rows, width, paper);
  const edges = [...new Set(rows.flatMap(edgesOf))].toSorted((a, b) => a - b);
  const numbers = block.block === "list" ? numberColumns(block, paper) : new Set<number>();
  return {
    widths: edges.slice(1).map((edge, at) => (edge - (edges[at] ?? 0)) / 10),
    heads: Math.max(
      0,
      rows.findIndex(({ isHead }) => !isHead),
    ),
    rows: rows.map((row, at) => cellsOf(row, rows.slice(at + 1), edges, numbers)),
  };
};

/** The list's columns of numbers, as columns of the sheet: before them stands 序号. */
const numberColumns = (list: Extract<Block, { block: "list" }>, paper: Paper): ReadonlySet<number> => {
  const table = tableIn(paper, list.table);
  const isCounted = (column: string) => isNumber(columnOf(table, column));
  return new Set([
    0,
    ...list.columns.flatMap(({ column, ticked }, at) => (isCounted(column) && !ticked ? at + 1 : [])),
  ]);
};

/** Is it of a kind that spreadsheets calculate with? */
export const isNumber = ({ kind }: Column): boolean => ["money", "count", "decimal", "percent", "year"].includes(kind);

const cellsOf = (
  row: DrawnRow,
  below: readonly DrawnRow[],
  edges: readonly number[],
  numbers: ReadonlySet<number>,
): readonly SheetCell[] => {
  const own = edgesOf(row);
  return row.boxes.flatMap(({ lines, align, isBold, merge }, at): readonly SheetCell[] => {
    if (merge === "continue") return [];
    const [from = 0, to = 0] = [own[at], own[at + 1]];
    const first = edges.indexOf(from);
    const text = lines.map(wordsIn).join("\n");
    return [
      {
        text,
        first,
        last: edges.indexOf(to) - 1,
        rows: merge === "restart" ? 1 + continuedIn(below, from) : 1,
        align,
        isBold: isBold === true,
        isMissing: lines.some((line) => line.some(({ as }) => as === "missing")),
        isNumber: !row.isHead && numbers.has(first) && isExact(text),
      },
    ];
  });
};

/** In how many rows the box that begins at this edge goes on. */
const continuedIn = (rows: readonly DrawnRow[], from: number): number => {
  const ends = rows.findIndex((row) => row.boxes[edgesOf(row).indexOf(from)]?.merge !== "continue");
  return ends < 0 ? rows.length : ends;
};

/** Where the row's boxes begin and end, in tenths of a mm. */
const edgesOf = ({ boxes }: DrawnRow): readonly number[] => {
  const edges = [0];
  for (const { width } of boxes) edges.push((edges.at(-1) ?? 0) + width);
  return edges.map((edge) => Math.round(edge * 10));
};

const MOST_DIGITS = 15;

/** Would a spreadsheet keep each of its digits? */
export const isExact = (text: string): boolean =>
  text !== "" && String(Number(text)) === text && text.replace(/\D/g, "").length <= MOST_DIGITS;
