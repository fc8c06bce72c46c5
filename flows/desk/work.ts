import type { ReceivedFile, Round } from "../../rules/define.ts";

/** What was done, in one word, with what there is to know about it: JSON data, no answers. */
export interface Act {
  readonly act: string;
  readonly detail: unknown;
}

export interface NewNotice {
  readonly id: string;
  readonly text: string;
  readonly files: readonly ReceivedFile[];
  /** Whom it is for, as the contact chose: JSON data. */
  readonly audience: unknown;
}

/** What a contact does in a turn. */
export interface DeskWork {
  /** For the audit trail. */
  readonly acts: readonly Act[];
  /** `version` is one more than the newest there is, 1 for a new round: anything else is a conflict. */
  readonly rounds?: readonly { readonly jurisdiction: string; readonly round: Round; readonly version: number }[];
  readonly drafts?: readonly NewNotice[];
  /** Begins a draft, with its recipients. One that is no draft of the contact's is a conflict. */
  readonly starts?: { readonly notice: string; readonly accounts: readonly string[] } | null;
  /** Of the contact's notices; one that cannot go there is a conflict. Stopping skips what is queued. */
  readonly moves?: { readonly notice: string; readonly to: "paused" | "sending" | "stopped" } | null;
}
