import type { Field, Fields } from "../../rules/define.ts";
import type { Block, Cell, Form, GridRow, Piece } from "../blocks.ts";
import { labelOf } from "../rows.ts";
import { type Pattern, type Slot, tokensOf } from "./pattern.ts";

/** What the lines of a filled-in form may be, in their order. */
export const patternsOf = (form: Form, fields: Fields): readonly Pattern[] => {
  const firstTitle = form.blocks.findIndex(({ block }) => block === "title");
  return form.blocks.flatMap((block, at) => blockPatterns(block, fields, at === firstTitle ? 1 : null));
};

const blockPatterns = (block: Block, fields: Fields, title: number | null): readonly Pattern[] => {
  const lines = (pieces: readonly Piece[], of: number | null = null) =>
    linesOf(pieces).flatMap((line) => linePatterns(line, fields, of));
  switch (block.block) {
    case "cover":
      return [
        ...lines([block.attachment]),
        ...block.title.flatMap((text) => lines([text], 0)),
        ...block.blanks.flatMap(({ label, of }) => rowPatterns([[label], of], fields)),
        ...lines([block.issuer]),
      ];
    case "title":
      return lines("of" in block ? block.of : [block.text], title);
    case "attachment":
    case "heading":
      return lines([block.text]);
    case "contents":
      return [block.title, ...block.items].flatMap((text) => lines([text]));
    case "items":
      return block.lines.flatMap((text) => lines([text]));
    case "paragraph":
    case "note":
      return lines(block.of);
    case "signing":
      return block.lines.flatMap((line) => lines(line));
    case "narrative":
      return [...lines([block.heading]), { is: "rest", answer: block.answer }];
    case "attached":
      return [...lines([block.heading]), { is: "rest", answer: null }];
    case "grid":
      return gridPatterns(block.rows, fields, []);
    case "list":
      return listPatterns(block, fields);
    case "photo":
    case "pageBreak":
      return [];
  }
};

/** A line feed in the form's words ends a paragraph. */
const linesOf = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    const [first, ...more] = typeof piece === "string" ? piece.split("\n") : [piece];
    if (first !== undefined) lines.at(-1)?.push(first);
    for (const part of more) lines.push([part]);
  }
  return lines;
};

const linePatterns = (pieces: readonly Piece[], fields: Fields, title: number | null): readonly Pattern[] => {
  const tokens = tokensOf([pieces], fields);
  if (!tokens.some((token) => "words" in token)) return [];
  const last = tokens.at(-1);
  const answer = last && "slot" in last ? last.slot : null;
  const isLong = answer !== null && fields[answer]?.kind === "longText";
  return [{ is: "words", tokens, title }, ...(isLong ? [{ is: "rest", answer } as const] : [])];
};

/** `beside` are the cells that rows stand next to: written in the first of them, empty in the others. */
const gridPatterns = (rows: readonly GridRow[], fields: Fields, beside: readonly Cell[]): readonly Pattern[] =>
  rows.flatMap((row, at): readonly Pattern[] => {
    const cells = at === 0 ? beside : beside.map(() => EMPTY);
    if ("band" in row) return rowPatterns([...cells.map(({ of }) => of), [row.band]], fields);
    if ("beside" in row) return gridPatterns(row.rows, fields, [...cells, row.beside]);
    if ("each" in row) return [{ is: "each", table: row.each, cells: [...cells.map(() => null), ...row.cells] }];
    return rowPatterns(
      [...cells, ...row.cells].map(({ of }) => of),
      fields,
    );
  });

const EMPTY: Cell = { of: [] };

const rowPatterns = (cells: readonly (readonly Piece[])[], fields: Fields): readonly Pattern[] => {
  const tokens = tokensOf(cells, fields);
  if (tokens.some((token) => "words" in token)) return [{ is: "words", tokens, title: null }];
  if (tokens.length === 0) return [];
  return [{ is: "bare", cells: cells.map((pieces) => bareCell(tokensOf([pieces], fields))) }];
};

const bareCell = (tokens: ReturnType<typeof tokensOf>): Slot => {
  const first = tokens[0];
  return first && "slot" in first ? first.slot : null;
};

type List = Extract<Block, { block: "list" }>;

const listPatterns = ({ table, columns, total, foot }: List, fields: Fields): readonly Pattern[] => [
  ...headsOf(columns, fields[table]).flatMap((texts) => wordsRow(texts, fields)),
  { is: "each", table, cells: [null, ...columns] },
  ...(total ? wordsRow([total.label], fields) : []),
  ...(foot ? rowPatterns([foot], fields) : []),
];

const wordsRow = (texts: readonly string[], fields: Fields): readonly Pattern[] =>
  rowPatterns(
    texts.map((text) => [text]),
    fields,
  );

/** One row of labels, or two where some stand under a group's name. */
const headsOf = (columns: List["columns"], table: Field | undefined): readonly (readonly string[])[] => {
  const labels = columns.map((column) => (table?.kind === "table" ? labelOf(column, table) : ""));
  if (!columns.some(({ group }) => group)) return [["序号", ...labels]];
  const upper = columns.flatMap(({ group }, at) =>
    group && columns[at - 1]?.group === group ? [] : [group ?? labels[at] ?? ""],
  );
  return [["序号", ...upper], columns.map(({ group }, at) => (group ? (labels[at] ?? "") : ""))];
};
