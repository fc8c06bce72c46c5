import type { Line } from "./lines.ts";
import { type Match, matchOf } from "./match.ts";
import type { Pattern } from "./pattern.ts";

/** A line of the document taken for what a line of the form may be. */
export interface Step {
  readonly pattern: number;
  readonly line: Line;
  readonly match: Match | null;
  readonly score: number;
  readonly before: Step | null;
}

/** A line that is known only by the one before it counts, but less than any word. */
const LITTLE = 0.01;

/** The document's lines as the form's, in the form's order, so that most of the form's words are found. */
export const align = (patterns: readonly Pattern[], lines: readonly Line[]): readonly Step[] => {
  /** The best way to the lines read so far that ends with this pattern or one before it. */
  const best: (Step | undefined)[] = patterns.map(() => undefined);
  let last: ReadonlyMap<number, Step> = new Map();
  for (const line of lines) {
    const now = new Map<number, Step>();
    for (const [at, pattern] of patterns.entries()) {
      const step = pattern.is === "words" ? anew(at, pattern, line, best[at - 1]) : after(at, pattern, line, last);
      if (step) now.set(at, step);
    }
    for (const step of now.values()) improve(best, step);
    last = now;
  }
  return pathTo(best.at(-1));
};

const anew = (
  at: number,
  { tokens }: Extract<Pattern, { is: "words" }>,
  line: Line,
  before: Step | undefined,
): Step | null => {
  const match = matchOf(tokens, line);
  return match && { pattern: at, line, match, score: (before?.score ?? 0) + match.weight, before: before ?? null };
};

/** A row or paragraph that follows its heading, or one of its like. */
const after = (at: number, pattern: Pattern, line: Line, last: ReadonlyMap<number, Step>): Step | null => {
  const isMany = pattern.is === "each" || pattern.is === "rest";
  const ways = [last.get(at - 1), isMany ? last.get(at) : undefined].flatMap((step) => step ?? []);
  const [before] = ways.toSorted((a, b) => b.score - a.score);
  if (!before || !mayFollow(pattern, line, before.line)) return null;
  return { pattern: at, line, match: null, score: before.score + (line.words === "" ? 0 : LITTLE), before };
};

const mayFollow = (pattern: Pattern, line: Line, before: Line): boolean => {
  if (pattern.is === "rest") return true;
  if (!line.cells || line.table !== before.table) return false;
  return pattern.is === "each" || (pattern.is === "bare" && line.cells.length === pattern.cells.length);
};

const improve = (best: (Step | undefined)[], step: Step): void => {
  for (let at = step.pattern; at < best.length && (best[at]?.score ?? 0) < step.score; at++) best[at] = step;
};

const pathTo = (end: Step | undefined): readonly Step[] => {
  const steps: Step[] = [];
  for (let step = end ?? null; step; step = step.before) steps.push(step);
  return steps.reverse();
};
