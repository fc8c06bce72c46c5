import type { ReceivedFile, Value } from "../../rules/define.ts";
import type { Item } from "../../rules/plan.ts";

/** What an event changes in the truth: answers and marks by id; `undefined` removes one. */
export interface Patch {
  readonly answers: Readonly<Record<string, Value | null | undefined>>;
  readonly marks: Readonly<Record<string, string | undefined>>;
}

/** What is open once the event's patch is in. */
export interface Guide {
  readonly screening: string | null;
  readonly isVerdictSeen: boolean;
  readonly next: Item | null;
  /** A table with cells that came in a file or paste and were not understood: asked at once, while it is at hand. */
  readonly mending: string | null;
}

/** A place for one value, rows from 0. */
export interface Place {
  readonly field: string;
  readonly cell: { readonly row: number; readonly column: string } | null;
}

/**
 * Answers found in a text or file, shown as one list to be confirmed. They are read again from their source each turn,
 * so that the state stays small; only what the person corrected is held.
 */
export interface Listing {
  readonly source: { readonly text: string } | { readonly file: ReceivedFile };
  /** The field that was asked when it came. */
  readonly open: string | null;
  /** By field: another text, or null where it is not to be taken. */
  readonly corrected: Readonly<Record<string, string | null>>;
  /** By table, then by the sheet's column: the table's column, or null where it is not to be used. */
  readonly columns: Readonly<Record<string, Readonly<Record<number, string | null>>>>;
}

/** A cell asked out of turn; `single` returns to the row in progress after it, else the row is gone through. */
export interface Cell {
  readonly row: number;
  readonly column: string;
  readonly single: boolean;
}

/** One meaning of a doubtful answer, with the patch that it would be. */
export interface PendingReading {
  readonly shown: string;
  readonly patch: Patch;
}

export type InterviewEvent = (
  | { readonly type: "begin" | "no" | "pause" | "restart" | "rows" | "mend" }
  /** The answer is understood; `cell` is the cell to ask next, if not the one that follows from the rows. */
  | {
      readonly type: "understood";
      readonly patch: Patch;
      readonly of?: Place;
      readonly cell?: Cell | null;
      readonly leave?: boolean;
    }
  /** Something else than what is asked was changed; `stays`: the open question is still to be asked. */
  | { readonly type: "amended"; readonly patch: Patch; readonly of?: Place; readonly stays: boolean }
  | { readonly type: "list"; readonly listing: Listing }
  | { readonly type: "sort"; readonly file: ReceivedFile }
  | { readonly type: "doubtful"; readonly why: string; readonly readings: readonly PendingReading[] }
  | { readonly type: "refused" }
  | { readonly type: "picked"; readonly picked: readonly string[] }
  /** A skip, the end of a table, text or material, a yes, an agreement: its patch is kept and the plan goes on. */
  | { readonly type: "onward"; readonly patch: Patch }
  | { readonly type: "goto"; readonly item: Item }
  | { readonly type: "cell"; readonly cell: Cell | null }
  | { readonly type: "declare" }
) & { readonly guide: Guide };
