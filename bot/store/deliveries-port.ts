import type { Delivery, Reply } from "../channel.ts";

/** A reply that is still to be sent. */
export interface Undelivered {
  readonly seq: number;
  readonly address: string;
  readonly reply: Reply;
}

/** How the sending of a reply ended that is not known to have arrived; `final` where another try is not worth it. */
export interface DeliveryOutcome {
  readonly status: "unknown" | "failed";
  /** The messenger's words; never what was said. */
  readonly reason: string;
  readonly final?: Extract<Delivery, { status: "failed" }>["final"];
  /** An instant, as `toISOString` gives it. */
  readonly at: string;
}

export interface RecordedOutcome extends DeliveryOutcome {
  readonly seq: number;
  readonly channel: string;
  readonly address: string;
}

/** What became of the replies. */
export interface Deliveries {
  /** The channel's replies to be sent: those that never were and those that may not have arrived; oldest first. */
  undelivered(channel: string): Promise<readonly Undelivered[]>;
  delivered(seqs: readonly number[]): Promise<void>;
  undeliverable(seq: number, outcome: DeliveryOutcome): Promise<void>;
  /** The channel's addresses with replies that failed because the person blocked the bot. */
  blocked(channel: string): Promise<readonly string[]>;
  /** The person can be written to again: gives the replies that failed for being blocked, oldest first, to be sent. */
  unblock(channel: string, address: string): Promise<readonly Undelivered[]>;
  /** What is unknown or failed, of all channels, from that instant on; in the order of saying. */
  outcomes(since: string): Promise<readonly RecordedOutcome[]>;
}
