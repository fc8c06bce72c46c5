import type { Delivery } from "../channel.ts";
import type { Queued } from "../converse.ts";

/** A delivery that ended without the message being known to have arrived. */
type Undelivered = Exclude<Delivery, { readonly status: "sent" }>;

/** Where one channel's deliveries are kept. */
export interface Ledger {
  delivered(seqs: readonly number[]): Promise<void>;
  undeliverable(seq: number, delivery: Undelivered): Promise<void>;
  /** The person can be written to again: gives the replies that failed for being blocked, to be sent. */
  unblock(address: string): Promise<readonly Queued[]>;
}

/** Writes down one thing at a time; what arrived together in one call. `fail` is told what could not be written. */
export class Writer {
  readonly #ledger: Ledger;
  readonly #fail: (error: Error) => void;
  #batch: number[] = [];
  /** Resolves when all is written. */
  done: Promise<void> = Promise.resolve();

  constructor(ledger: Ledger, fail: (error: Error) => void) {
    this.#ledger = ledger;
    this.#fail = fail;
  }

  delivered(seq: number): void {
    this.#batch.push(seq);
    if (this.#batch.length === 1) this.#write(() => this.#ledger.delivered(this.#batch.splice(0)));
  }

  undeliverable(seq: number, delivery: Undelivered): void {
    this.#write(() => this.#ledger.undeliverable(seq, delivery));
  }

  #write(write: () => Promise<void>): void {
    this.done = this.done.then(write).catch(this.#fail);
  }
}
