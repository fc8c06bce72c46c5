import type { Field, Fields } from "../../rules/define.ts";
import { headingWords } from "../../rules/headings.ts";
import type { Piece } from "../blocks.ts";
import { CELL, wordsOf } from "./lines.ts";

/** A place for an answer; `null` for what is printed there and asked of nobody. */
export type Slot = string | null;

/** A part of a line as it is printed. */
export type Token = Words | Answer | Gap;

/** The form's own words, folded. */
export interface Words {
  readonly words: string;
  /** As a heading's: without a number. */
  readonly heading: string;
  /** They stand at a cell's beginning. */
  readonly begins: boolean;
  /** A colon, white space or the cell's end follows. */
  readonly ends: boolean;
}

interface Answer {
  readonly slot: Slot;
  /** It has a cell of its own, beside its label's. */
  readonly begins: boolean;
}

/** What stands between two answers: white space, the line between their cells, or nothing. */
export interface Gap {
  readonly gap: string;
  /** The answer behind it; without white space it is known by its look. */
  readonly behind: RegExp | null;
  /** The answer before it may have several lines. */
  readonly isLast: boolean;
}

/** A column's place in a row of a table field; `null` for a cell without an answer. */
type Place = { readonly column: string; readonly ticked?: string } | null;

/** What one line of a document may be. Those without words of their own are known by the line before them. */
export type Pattern =
  /** A paragraph or a row with words in it. `title`: which title of the form it belongs to. */
  | { readonly is: "words"; readonly tokens: readonly Token[]; readonly title: number | null }
  /** A row with answers only, cell by cell. */
  | { readonly is: "bare"; readonly cells: readonly Slot[] }
  /** Any number of rows of a table field. */
  | { readonly is: "each"; readonly table: string; readonly cells: readonly Place[] }
  /** Any number of paragraphs: the rest of a long answer, or what is asked of nobody. */
  | { readonly is: "rest"; readonly answer: string | null };

/** The tokens of a line with these cells. */
export const tokensOf = (cells: readonly (readonly Piece[])[], fields: Fields): readonly Token[] => {
  const parts = cells.flatMap((pieces) => [CELL, ...cellParts(pieces, fields)]);
  return parts.flatMap((part, at): readonly Token[] => {
    if (typeof part !== "string") return [part];
    const [before, after] = [parts[at - 1], parts[at + 1]];
    // White space beside words says nothing.
    return isSlot(before) && isSlot(after) ? [gapOf(part, before.slot, after.slot, fields)] : [];
  });
};

type Part = Exclude<Token, Gap> | string;
type Bare = Omit<Answer, "begins">;

/** Words, answers, and as text what parts them. */
const cellParts = (pieces: readonly Piece[], fields: Fields): readonly Part[] => {
  const parts = joined(pieces, fields);
  return parts.flatMap((part, at): readonly Part[] => {
    if (typeof part !== "string") {
      const answer = { slot: part.slot, begins: at === 0 };
      return isSlot(parts[at - 1]) ? ["", answer] : [answer];
    }
    const words = wordsOf(part);
    if (words === "") return [part];
    const label = words.replace(/:$/, "") || words;
    return [
      {
        words: label,
        heading: headingWords(label),
        begins: at === 0,
        ends: label !== words || at === parts.length - 1,
      },
    ];
  });
};

const isSlot = (part: unknown): part is Bare => typeof part === "object" && part !== null && "slot" in part;

const gapOf = (gap: string, before: Slot, after: Slot, fields: Fields): Gap => ({
  gap,
  behind: gap === "" ? lookOf(after === null ? undefined : fields[after]) : null,
  isLast: before !== null && fields[before]?.kind === "longText",
});

/** How the end of a text looks where it is an answer of that kind. */
const lookOf = (field: Field | undefined): RegExp => {
  if (field?.kind === "year") return /\d{4}年?\s*$/;
  const labels =
    field && "choices" in field ? field.choices.map(({ label }) => label.replace(/[^\p{L}\p{N}]/gu, "\\$&")) : [];
  return new RegExp(`(?:${labels.join("|") || "(?!)"})\\s*$`, "u");
};

/** Words next to each other become one piece. */
const joined = (pieces: readonly Piece[], fields: Fields): readonly (string | Bare)[] => {
  const all: (string | Bare)[] = [];
  for (const piece of pieces) {
    const next = pieceOf(piece, fields);
    const last = all.at(-1);
    if (typeof next === "string" && typeof last === "string") all[all.length - 1] = last + next;
    else all.push(next);
  }
  return all;
};

const pieceOf = (piece: Piece, fields: Fields): string | Bare => {
  if (typeof piece === "string") return piece;
  if ("label" in piece) return fields[piece.label]?.label ?? "";
  if ("boxes" in piece) return { slot: piece.boxes };
  return { slot: "answer" in piece ? piece.answer : null };
};
