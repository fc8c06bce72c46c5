import { type Channel, Lanes, type Update } from "./channel.ts";
import { converse, type Parts, type Queued, usualMegabytes } from "./converse.ts";
import type { Outbox } from "./sending/outbox.ts";
import type { Together } from "./sending/sender.ts";

/** The turns of one channel, one after another for each address; the replies are sent in the order of the turns. */
export interface Turns {
  readonly channel: Pick<Channel, "name" | "manners" | "waits">;
  /** The person did something. */
  heard(update: Update): Promise<void>;
  /** From within: what has to be told. */
  tell(update: Update): Promise<void>;
  /**
   * From within, at most once: the turn is taken when the channel has room for what comes by itself, and only if
   * `begins` says so then.
   */
  notify(update: Update, begins: () => Promise<boolean>, signal: AbortSignal): Promise<Together & { of: number }>;
}

export const turnsOf = (parts: Parts, channel: Channel, outbox: Outbox): Turns => {
  const { name, megabytes = usualMegabytes, waits = false } = channel;
  const lanes = new Lanes(Number.POSITIVE_INFINITY);
  const take = (update: Update) => converse(parts, name, update, megabytes, waits);

  return {
    channel,
    heard: (update) =>
      lanes.run(update.address, async () => {
        await outbox.heard(update.address);
        await outbox.post(update.address, await take(update));
      }),
    tell: (update) => lanes.run(update.address, async () => outbox.post(update.address, await take(update))),
    async notify(update, begins, signal) {
      let queued: readonly Queued[] = [];
      const make = async () => {
        await lanes.run(update.address, async () => {
          if (await begins()) queued = await take(update);
        });
        return queued;
      };
      return { ...(await outbox.notify(update.address, make, signal)), of: queued.length };
    },
  };
};
