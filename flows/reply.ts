import type { Choice, ReceivedFile } from "../rules/define.ts";
import type { Reminded } from "./dates/agenda.ts";
import type { NoticeTold } from "./notices/notice.ts";

/** What the person did: typed, pressed a choice, sent a file, or only came back. */
export type FromPerson =
  | { readonly text: string }
  | { readonly choice: string }
  | { readonly file: ReceivedFile }
  | { readonly arrived: true };

/** What a turn is about. What is not said comes from within, never from a messenger. */
export type Input =
  | FromPerson
  /** Their time has come. */
  | { readonly reminders: readonly Reminded[] }
  /** A department writes. */
  | { readonly notice: NoticeTold };

/** The kinds of questions, as tools know them. */
export type Step =
  | "menu"
  | "consent"
  | "field"
  | "doubt"
  | "table"
  | "cell"
  | "match"
  | "text"
  | "file"
  | "verdict"
  | "review"
  | "declaration";

/** What is being asked; rows count from 1. */
export interface Ask {
  readonly step: Step;
  readonly field: string | null;
  readonly column: string | null;
  readonly row: number | null;
  readonly label: string | null;
  readonly kind: string | null;
  /** The last input was not taken. */
  readonly refused: boolean;
}

/** A file to hand over, by the hash of its content. */
interface SentFile {
  readonly hash: string;
  readonly name: string;
}

/** One message of the bot: plain text (no markup), choices that also work as words, at most one file. */
export interface Reply {
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly file: SentFile | null;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly ask: Ask | null;
}

/** A message that only says something. */
export const plain = (text: string): Reply => ({ text, choices: [], file: null, progress: null, ask: null });

/** A question of a menu or the like, which is about no field. */
export const asking = (
  { text, choices }: Pick<Reply, "text" | "choices">,
  refused: boolean,
  ask: Partial<Ask> = {},
): Reply => ({
  text,
  choices,
  file: null,
  progress: null,
  ask: { step: "menu", field: null, column: null, row: null, label: null, kind: null, ...ask, refused },
});
