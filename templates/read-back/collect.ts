import type { Field, Fields, TypedAnswers } from "../../rules/define.ts";
import { rowText } from "../../rules/sections.ts";
import type { Step } from "./align.ts";
import { CELL, type Line } from "./lines.ts";
import type { Found } from "./match.ts";
import type { Pattern } from "./pattern.ts";
import { isTicked, typedFrom } from "./typed.ts";

type TypedRow = Readonly<Record<string, string>>;

/** The answers in a form's places. What is printed more than once is taken where it first stands and is not blank. */
export const collect = (steps: readonly Step[], patterns: readonly Pattern[], fields: Fields): TypedAnswers => {
  const answers: Record<string, string | readonly TypedRow[]> = {};
  const taken = patterns.map((_, at) => steps.filter(({ pattern }) => pattern === at));
  for (const [at, pattern] of patterns.entries()) {
    const lines = taken[at] ?? [];
    if (pattern.is === "each") {
      const rows = lines.flatMap(({ line }) => rowIn(line, pattern, fields[pattern.table]));
      if (rows.length > 0) answers[pattern.table] ??= rows;
      continue;
    }
    for (const [answer, text] of foundIn(pattern, lines, taken[at + 1] ?? [], patterns[at + 1])) {
      const typed = answer === null ? "" : typedIn(fields[answer], text);
      if (answer !== null && typed !== "") answers[answer] ??= typed;
    }
  }
  return answers;
};

/** The texts in places of single answers. A long answer that begins behind its label goes on in the lines below. */
const foundIn = (
  pattern: Exclude<Pattern, { is: "each" }>,
  lines: readonly Step[],
  below: readonly Step[],
  next: Pattern | undefined,
): readonly Found[] => {
  switch (pattern.is) {
    case "bare":
      return lines.flatMap(({ line }) => pattern.cells.map((slot, at) => [slot, line.cells?.[at] ?? ""] as const));
    case "rest":
      return [[pattern.answer, lines.map(({ line }) => printed(line)).join("\n")]];
    case "words":
      return lines.flatMap(({ match }) =>
        (match?.found ?? []).map(([slot, text]) => {
          const more = next?.is === "rest" && next.answer === slot ? below : [];
          return [slot, [text, ...more.map(({ line }) => printed(line))].join("\n")] as const;
        }),
      );
  }
};

const printed = ({ text, cells }: Line): string => (cells ? rowText(cells) : text);

/** A material is no text; what follows from other answers is not typed. */
const typedIn = (field: Field | undefined, text: string): string => {
  if (!field || field.kind === "table" || field.kind === "file") return "";
  return field.computed && !field.screening ? "" : typedFrom(field, text.replaceAll(CELL, " "));
};

const SUM = /^(?:合计|总计|小计|共计)$/;

/** One row of a table field, or nothing where it is blank, a sum, or of another shape. */
const rowIn = (
  { cells }: Line,
  { cells: places }: Extract<Pattern, { is: "each" }>,
  field: Field | undefined,
): readonly TypedRow[] => {
  if (field?.kind !== "table" || cells?.length !== places.length) return [];
  if (cells.some((cell) => SUM.test(cell.replace(/\s/g, "")))) return [];
  const row: Record<string, string> = {};
  for (const [at, place] of places.entries()) {
    const kind = place && field.columns[place.column];
    const cell = cells[at] ?? "";
    if (!kind) continue;
    const choice = "choices" in kind ? kind.choices.find(({ id }) => id === place.ticked) : undefined;
    const typed = choice ? (isTicked(cell) ? choice.label : "") : typedFrom(kind, cell);
    if (typed !== "") row[place.column] ??= typed;
  }
  return Object.keys(row).length > 0 ? [row] : [];
};
