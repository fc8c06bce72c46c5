import { showDay } from "../rules/values/day.ts";
import { answerIn, choicesIn, type Filled } from "./answers.ts";
import type { Piece } from "./blocks.ts";
import type { Paper } from "./form.ts";
import { legal, widthOf } from "./text.ts";

/** A run of text as it is printed: plain, on a line, or marked as a blank to fill. */
export interface Span {
  readonly text: string;
  readonly as?: "line" | "missing";
}
export type Line = readonly Span[];

const MISSING: Span = { text: "【待填】", as: "missing" };
/** A space that Word also underlines at the end of a line. */
const SPACE = "\u00a0";

/** The pieces as they are printed, line by line. */
export const linesOf = (pieces: readonly Piece[], paper: Paper): readonly Line[] =>
  splitLines(pieces.flatMap((piece) => spansOf(piece, paper)));

/** An answer, or its mark, without a line under it. */
export const filled = ({ text, isMissing }: Filled): Line => (isMissing ? [MISSING] : [{ text }]);

/** The line without its marks. */
export const wordsIn = (line: Line): string => line.map(({ text }) => text).join("");

const spansOf = (piece: Piece, paper: Paper): Line => {
  if (typeof piece === "string") return [{ text: piece }];
  if ("label" in piece) return [{ text: paper.facts.field(piece.label).label }];
  if ("answer" in piece) {
    const answer = answerIn(paper, piece.answer);
    return piece.line && !answer.isMissing ? [onLine(answer.text, piece.line)] : filled(answer);
  }
  if ("boxes" in piece) {
    const boxes = choicesIn(paper, piece.boxes).map(({ label, isChosen }) => `${isChosen ? "☑" : "□"}${label}`);
    return [{ text: boxes.join(SPACE.repeat(2)) }, ...(answerIn(paper, piece.boxes).isMissing ? [MISSING] : [])];
  }
  const day = piece.day === "declared" && paper.declaredOn;
  return [{ text: day ? showDay(day) : "　　　年　　月　　日" }];
};

const onLine = (text: string, least: number): Span => {
  const room = Math.max(2, least * 2 - widthOf(text));
  const before = Math.floor(room / 2);
  return { text: SPACE.repeat(before) + text + SPACE.repeat(room - before), as: "line" };
};

/** Line feeds in words and answers end a line; what XML cannot hold goes. */
const splitLines = (spans: Line): readonly Line[] => {
  const lines: Span[][] = [[]];
  for (const { text, ...rest } of spans) {
    for (const [at, part] of legal(text).split("\n").entries()) {
      if (at > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ text: part, ...rest });
    }
  }
  return lines;
};
