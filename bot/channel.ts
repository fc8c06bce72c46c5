import type { Input, Reply } from "../flows/reply.ts";
import type { ReceivedFile } from "../rules/define.ts";

export { isNumbered } from "../flows/choose.ts";
export type { Input, Reply } from "../flows/reply.ts";
export type { Choice } from "../rules/define.ts";

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
  /** Keeps a file's bytes; the result goes into an `Input`. Throws `RefusedFile` with a message for the person. */
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
type Delivery =
  | { readonly status: "sent" }
  | { readonly status: "failed"; readonly reason: string; readonly retryAfterSeconds?: number }
  | { readonly status: "unknown"; readonly reason: string };

/** A messenger. */
export interface Channel {
  readonly name: string;
  start(house: House): Promise<void>;
  send(address: string, reply: Reply, seq: number): Promise<Delivery>;
  stop(): Promise<void>;
}

/** A file that is not taken; its message says what to send instead. */
export class RefusedFile extends Error {}
