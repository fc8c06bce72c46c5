import type { TypedAnswers } from "../../rules/define.ts";

/** An answer that stands differently in two documents. */
interface Conflict {
  readonly field: string;
  readonly kept: TypedAnswers[string];
  readonly other: TypedAnswers[string];
}

/** What several documents hold together, given in the order of binding: where they differ the earlier one governs. */
export const mergeTyped = (
  parts: readonly TypedAnswers[],
): { readonly typed: TypedAnswers; readonly conflicts: readonly Conflict[] } => {
  const typed: Record<string, TypedAnswers[string]> = {};
  const conflicts: Conflict[] = [];
  for (const [field, answer] of parts.flatMap((part) => Object.entries(part))) {
    const kept = typed[field];
    if (kept === undefined) typed[field] = answer;
    else if (!isSame(kept, answer)) conflicts.push({ field, kept, other: answer });
  }
  return { typed, conflicts };
};

const isSame = (one: TypedAnswers[string], other: TypedAnswers[string]): boolean => plain(one) === plain(other);

/** Without white space, and cells in the order of their columns. */
const plain = (answer: TypedAnswers[string]): string => {
  const text =
    typeof answer === "string" ? answer : answer.map((row) => Object.entries(row).toSorted().join(";")).join("|");
  return text.replace(/\s/g, "");
};
