import type { Delivery } from "../../bot/channel.ts";
import type { Ledger } from "../../bot/sending/ledger.ts";

/** Keeps in memory how the sending of replies ended; nothing of it is sent again. */
export class TestLedger implements Ledger {
  readonly arrived: number[] = [];
  readonly troubles: { readonly seq: number; readonly delivery: Delivery }[] = [];

  async delivered(seqs: readonly number[]): Promise<void> {
    this.arrived.push(...seqs);
  }

  async undeliverable(seq: number, delivery: Delivery): Promise<void> {
    this.troubles.push({ seq, delivery });
  }

  unblock = async () => [];
}
