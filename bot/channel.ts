import type { Input, Reply } from "../flows/reply.ts";
import type { ReceivedFile } from "../rules/define.ts";

export { isNumbered } from "../flows/choose.ts";
export { plainCode } from "../flows/code.ts";
export type { Input, Reply } from "../flows/reply.ts";
export type { Choice } from "../rules/define.ts";
export { plainName } from "./file-name.ts";
export { Lanes } from "./lanes.ts";
export { growingPauseMs } from "./pause.ts";
export { choiceLines, headline } from "./plain-text.ts";
export { split } from "./split.ts";
export { WrongTries } from "./wrong-tries.ts";

/** One thing a person sent. `id` is the messenger's and makes a repeated update harmless. */
export interface Update {
  readonly id: string;
  readonly address: string;
  readonly input: Input;
}

/** One stored message of a conversation; `seq` grows over all conversations. */
export interface Said {
  readonly seq: number;
  readonly at: string;
  /** The id of the update it came in with, by which a messenger knows its own message again; null for the bot's. */
  readonly updateId: string | null;
  readonly by: "person" | "bot";
  readonly input: Input | null;
  readonly reply: Reply | null;
}

/** What the house gives a channel. Every call is about that channel's own addresses only. */
export interface House {
  /** Runs one turn; resolves once it is committed. The replies come by `Channel.send`. */
  converse(update: Update): Promise<void>;
  /** Says something beside the conversation, which does not remember it; it is lost where the bot ends before. */
  tell(address: string, text: string): Promise<void>;
  /**
   * Keeps a file's bytes under its own name, without folders; the result goes into an `Input`. Throws `RefusedFile` with
   * a message for the person.
   */
  keepFile(bytes: Uint8Array, name: string): Promise<ReceivedFile>;
  /** A file that was said in that address's conversation, either way; null for any other. */
  openFile(address: string, hash: string): Promise<{ name: string; bytes: Uint8Array } | null>;
  /** For channels that people read by asking: what was said after `after`, oldest first, the last `limit` of it. */
  said(address: string, after: number, limit: number): Promise<readonly Said[]>;
  /** Makes a new resume code for the address (the older one stops working) and returns it. */
  resumeCode(address: string): Promise<string>;
  /** The address a resume code belongs to. */
  resume(code: string): Promise<string | null>;
}

/** How a delivery ended, with the messenger's reason. */
export type Delivery =
  | { readonly status: "sent" }
  | {
      readonly status: "failed";
      readonly reason: string;
      readonly retryAfterSeconds?: number;
      /** Not worth another try: nothing reaches that person until they write, or this message is never taken. */
      readonly final?: "blocked" | "refused";
    }
  | { readonly status: "unknown"; readonly reason: string };

/** At most `count` messages within any `seconds`. */
export interface Pace {
  readonly count: number;
  readonly seconds: number;
}

/** How a messenger wants to be written to. */
export interface Manners {
  readonly limits: {
    readonly all: readonly Pace[];
    readonly chat: readonly Pace[];
    /** For a chat of many, beside those of any chat. */
    readonly group: readonly Pace[];
  };
  /** So many notices a day at most, spread over it; without it as many as the limits let through. */
  readonly noticesPerDay?: number;
  isGroup(address: string): boolean;
  /** How many of the messenger's messages the reply takes; they are sent one by one. At least 1. */
  parts(reply: Reply): number;
}

/** A messenger. */
export interface Channel {
  readonly name: string;
  /** The largest file that it brings from a person; without it the usual 20. */
  readonly megabytes?: number;
  /** It cannot begin: what is said waits until the person comes. */
  readonly waits?: true;
  /** Without any, all is sent at once. */
  readonly manners?: Manners;
  start(house: House): Promise<void>;
  /** Sends the reply, or only that part of it, from 0, where the messenger has manners. */
  send(address: string, reply: Reply, seq: number, part?: number): Promise<Delivery>;
  stop(): Promise<void>;
}

/** A file that is not taken; its message says what to send instead. */
export class RefusedFile extends Error {}
