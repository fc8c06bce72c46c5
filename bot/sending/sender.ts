import { setTimeout as sleep } from "node:timers/promises";
import type { Channel, Delivery, Reply } from "../channel.ts";
import type { Urgency } from "./chat-queue.ts";
import { Schedule } from "./schedule.ts";

/** Sends with the channel's manners. */
export interface Sender {
  /** Takes a reply to be sent when its turn comes; resolves when that has ended for good. Never rejects. */
  send(address: string, reply: Reply, seq: number, urgency?: Urgency): Promise<Delivery>;
  /** The person wrote: a blocked one is written to again. */
  heard(address: string): void;
  /** Begins nothing more: what waits ends as failed, to be sent at the next start. Waits for what is under way. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly reply: Reply;
  readonly seq: number;
  end(delivery: Delivery): void;
}

const blocked: Delivery = { status: "failed", reason: "the recipient blocked the bot", final: "blocked" };
/** How long a message may still take when the sender stops. */
const graceMs = 5000;
const stopped: Delivery = { status: "failed", reason: "the bot stops" };

/** The clock and the timer around the schedule; `log` gets one line for what the channel threw. */
export const senderFor = (
  channel: Pick<Channel, "name" | "send"> & Required<Pick<Channel, "manners">>,
  log: (line: string) => void,
): Sender => {
  const { manners } = channel;
  const schedule = new Schedule<Waiting>(manners.limits);
  const waiting = new Set<Waiting>();
  const underWay = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const end = (message: Waiting, delivery: Delivery): void => {
    waiting.delete(message);
    message.end(delivery);
  };

  const pump = (): void => {
    clearTimeout(timer);
    while (!isStopped) {
      const next = schedule.next(performance.now());
      if (!next) return;
      if ("wakeAt" in next) {
        timer = setTimeout(pump, Math.ceil(next.wakeAt - performance.now()));
        return;
      }
      const { send: entry, to } = next;
      const { reply, seq } = entry.message;
      const sending = attempt(channel, log, () => channel.send(to, reply, seq, entry.part)).then((delivery) => {
        underWay.delete(sending);
        for (const ended of schedule.settle(to, entry, delivery, performance.now())) end(ended.message, ended.delivery);
        pump();
      });
      underWay.add(sending);
    }
  };

  return {
    send: (address, reply, seq, urgency = "reply") =>
      new Promise((resolve) => {
        if (isStopped) return resolve(stopped);
        const message: Waiting = { reply, seq, end: resolve };
        const to = { address, isGroup: manners.isGroup(address), urgency, parts: manners.parts(reply) };
        if (!schedule.add(message, to)) return resolve(blocked);
        waiting.add(message);
        pump();
      }),
    heard: (address) => schedule.heard(address),
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await Promise.race([Promise.all(underWay), sleep(graceMs, undefined, { ref: false })]);
      for (const message of waiting) end(message, stopped);
    },
  };
};

const attempt = async (
  { name }: Pick<Channel, "name">,
  log: (line: string) => void,
  send: () => Promise<Delivery>,
): Promise<Delivery> => {
  try {
    return await send();
  } catch (error) {
    log(`${name}: a message could not be made: ${String(error).split("\n", 1)[0]}`);
    return { status: "failed", reason: "the message could not be made", final: "refused" };
  }
};
