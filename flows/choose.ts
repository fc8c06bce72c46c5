import type { Choice } from "../rules/define.ts";
import { fold } from "./commands.ts";
import type { Ask } from "./reply.ts";

/** May a bare number pick a choice here? Not where a number may be the answer itself, or a line of a list. */
export const isNumbered = (ask: Ask | null): boolean =>
  ask === null ||
  (!["field", "cell", "text"].includes(ask.step) && ask.kind !== "list") ||
  ["yesNo", "choice", "choices"].includes(ask.kind ?? "");

/** The choice that a text means: its number, its label, or a beginning or part of only one label. */
export const chosen = (text: string, choices: readonly Choice[], numbered: boolean): string | null => {
  const folded = fold(text);
  if (folded === "") return null;
  const number = /^(?:选|第)?(\d{1,2})[.)、个项]?$/.exec(folded)?.[1];
  if (number) return (numbered && choices[Number(number) - 1]?.id) || null;
  const exact = choices.find(({ id, label }) => fold(label) === folded || id === folded);
  if (exact) return exact.id;
  const begins = choices.filter(({ label }) => fold(label).startsWith(folded));
  if (begins.length > 0) return (begins.length === 1 && begins[0]?.id) || null;
  const contains = choices.filter(({ label }) => fold(label).includes(folded));
  return (folded.length >= 2 && contains.length === 1 && contains[0]?.id) || null;
};
