import type { Fields } from "../../rules/define.ts";
import type { Form } from "../blocks.ts";
import { align, type Step } from "./align.ts";
import type { Line } from "./lines.ts";
import { weightOf } from "./match.ts";
import type { Pattern } from "./pattern.ts";
import { patternsOf } from "./patterns.ts";

/** A document laid beside a form. */
export interface Likeness {
  readonly patterns: readonly Pattern[];
  readonly steps: readonly Step[];
  /** Where its title stands, as a line's number from 0; `null` where it has none and is not most of a table either. */
  readonly titleAt: number | null;
  /** How much of the form's words it has, and which share of them that is. */
  readonly weight: number;
  readonly share: number;
}

/** Lays the document beside the form. */
export const likeness = (form: Form, fields: Fields, lines: readonly Line[]): Likeness => {
  const patterns = patternsOf(form, fields);
  const steps = align(patterns, lines);
  const weight = weightIn(steps);
  const share = weight / Math.max(1, wordsIn(patterns));
  const title = titleIn(patterns, steps);
  const isBare = !title && steps[0]?.line === lines.find(({ words }) => words !== "") && isTable(patterns, steps);
  return { patterns, steps, titleAt: title ? lines.indexOf(title) : isBare ? 0 : null, weight, share };
};

/** Is the first nearer to its form than the second? */
export const isNearer = (one: Likeness, other: Likeness): boolean =>
  one.weight > other.weight || (one.weight === other.weight && one.share > other.share);

/** The first line of a title that is there as a whole. */
const titleIn = (patterns: readonly Pattern[], steps: readonly Step[]): Line | undefined => {
  const lines = [0, 1].flatMap((number) => {
    const title = patterns.flatMap((pattern, at) => (pattern.is === "words" && pattern.title === number ? [at] : []));
    const found = title.flatMap((at) => steps.find(({ pattern }) => pattern === at)?.line ?? []);
    return found.length === title.length ? found.slice(0, 1) : [];
  });
  return lines[0];
};

/** So many characters of a table's words, and such a share of those from its first row to its last, tell a form. */
const LEAST_WORDS = 60;
const LEAST_SHARE = 0.8;

const isTable = (patterns: readonly Pattern[], steps: readonly Step[]): boolean => {
  const rows = steps.filter(({ line, match }) => line.cells && match);
  const weight = weightIn(rows);
  const within = wordsIn(patterns.slice(rows[0]?.pattern, (rows.at(-1)?.pattern ?? -1) + 1));
  return weight >= LEAST_WORDS && weight >= LEAST_SHARE * within;
};

const weightIn = (steps: readonly Step[]): number => steps.reduce((sum, { match }) => sum + (match?.weight ?? 0), 0);

const wordsIn = (patterns: readonly Pattern[]): number =>
  patterns.reduce((sum, pattern) => sum + (pattern.is === "words" ? weightOf(pattern.tokens) : 0), 0);
