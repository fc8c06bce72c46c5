import type { Choice, Jurisdiction } from "../../../rules/define.ts";
import type { Draft, Refused } from "./draft.ts";

/** What is still to be asked before the list is shown. */
export interface Question {
  readonly text: string;
  readonly choices: readonly Choice[];
  /** Where a number or words are asked for, a bare number is the answer and picks no choice. */
  readonly kind: "choice" | "count" | "text";
  /** A choice's id, or what was typed. */
  take(said: string): Draft | Refused;
}

/** Asks one thing; null where there is nothing to ask. */
export type Asker = (draft: Draft, jurisdiction: Jurisdiction) => Question | null;
