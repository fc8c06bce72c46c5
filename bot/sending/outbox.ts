import { plain } from "../../flows/reply.ts";
import type { Channel } from "../channel.ts";
import type { Queued } from "../converse.ts";
import { type Ledger, Writer } from "./ledger.ts";
import { type Sender, senderFor, type Together } from "./sender.ts";

/** Where committed replies go; how their sending ended is written down. */
export interface Outbox {
  /** Resolves when a channel without manners has taken all, otherwise at once. */
  post(address: string, queued: readonly Queued[]): Promise<void>;
  /**
   * Something that comes by itself, made when its turn has come, and sent at most once: what becomes of it is not
   * written down here.
   */
  notify(address: string, make: () => Promise<readonly Queued[]>, signal: AbortSignal): Promise<Together>;
  /** Something beside the conversation; resolves when a channel without manners has taken it, otherwise at once. */
  tell(address: string, text: string): Promise<void>;
  /** The person wrote: what failed because they had blocked the bot is posted again. Resolves when it is. */
  heard(address: string): Promise<void>;
  /** Resolves when nothing is under way any more and all outcomes are written down. */
  stop(): Promise<void>;
}

type Log = (line: string) => void;

/**
 * The outbox of a channel. `log` gets one line for each failure, without what was said; `blocked` are the addresses with
 * replies that failed in an earlier run because the person blocked the bot.
 */
export const outboxFor = (channel: Channel, ledger: Ledger, log: Log, blocked: readonly string[] = []): Outbox => {
  const { name, manners } = channel;
  if (!manners) return direct(channel, ledger);
  const sender = senderFor({ name, manners, send: channel.send.bind(channel) }, log);
  return paced(sender, name, ledger, log, new Set(blocked));
};

const direct = (channel: Channel, ledger: Ledger): Outbox => ({
  async post(address, queued) {
    const sent: number[] = [];
    for (const { seq, reply } of queued) {
      const { status } = await channel.send(address, reply, seq);
      if (status === "sent") sent.push(seq);
    }
    if (sent.length > 0) await ledger.delivered(sent);
  },
  async notify(address, make) {
    let arrived = 0;
    for (const { seq, reply } of await make()) {
      const delivery = await channel.send(address, reply, seq);
      if (delivery.status !== "sent") return { delivery, arrived };
      arrived += 1;
    }
    return { delivery: { status: "sent" }, arrived };
  },
  async tell(address, text) {
    await channel.send(address, plain(text), 0);
  },
  async heard() {},
  async stop() {},
});

const paced = (sender: Sender, name: string, ledger: Ledger, log: Log, blocked: Set<string>): Outbox => {
  const writer = new Writer(ledger, (error) => log(`${name}: deliveries were not marked: ${error.message}`));
  const telling = new Set<string>();

  const send = async (address: string, { seq, reply }: Queued): Promise<void> => {
    const delivery = await sender.send(address, reply, seq);
    if (delivery.status === "sent") return writer.delivered(seq);
    // Cut short by the end of the bot: it stays queued.
    if (delivery.status === "failed" && !delivery.final) return;
    log(`${name}: message ${seq} is not known to have arrived: ${delivery.reason}`);
    writer.undeliverable(seq, delivery);
    if (delivery.status === "failed" && delivery.final === "blocked") blocked.add(address);
  };
  const post = (address: string, queued: readonly Queued[]): void => {
    for (const one of queued) void send(address, one);
  };

  return {
    post: async (address, queued) => post(address, queued),
    notify: (address, make, signal) => sender.sendWhenFree(address, make, signal),
    async tell(address, text) {
      const sentence = `${address} ${text}`;
      // Who sends twenty stickers is told once.
      if (telling.has(sentence)) return;
      telling.add(sentence);
      void sender.send(address, plain(text), 0).then(() => telling.delete(sentence));
    },
    async heard(address) {
      sender.heard(address);
      if (!blocked.has(address)) return;
      await writer.done;
      const left = await ledger.unblock(address);
      blocked.delete(address);
      post(address, left);
    },
    async stop() {
      await sender.stop();
      await writer.done;
    },
  };
};
