import { setTimeout as sleep } from "node:timers/promises";
import type { Channel, Delivery, Reply } from "../channel.ts";
import type { Queued } from "../converse.ts";
import type { Entry, Urgency } from "./chat-queue.ts";
import { Schedule } from "./schedule.ts";

/** How the sending of several replies that belong together ended; `arrived`: so many of them did, wholly. */
export interface Together {
  readonly delivery: Delivery;
  readonly arrived: number;
}

/** Sends with the channel's manners. */
export interface Sender {
  /** Takes a reply to be sent when its turn comes; resolves when that has ended for good. Never rejects. */
  send(address: string, reply: Reply, seq: number, urgency?: Urgency): Promise<Delivery>;
  /**
   * Takes what comes by itself. It is made only when its turn has come, and then goes without anything between, so that
   * it is as new as what was said last. Nothing is sent where it turns out to be nothing, or the signal comes before.
   */
  sendWhenFree(address: string, make: () => Promise<readonly Queued[]>, signal: AbortSignal): Promise<Together>;
  /** The person wrote: a blocked one is written to again. */
  heard(address: string): void;
  /** Begins nothing more: what waits ends as failed, to be sent at the next start. Waits for what is under way. */
  stop(): Promise<void>;
}

/** One of the messenger's messages. */
interface Piece extends Queued {
  readonly part: number;
  readonly isLast: boolean;
}

class Waiting {
  /** Null until it is made. */
  pieces: readonly Piece[] | null = null;
  isMaking = false;
  arrived = 0;
  readonly make: () => Promise<readonly Queued[]>;
  readonly resolve: (together: Together) => void;

  constructor(make: () => Promise<readonly Queued[]>, resolve: (together: Together) => void) {
    this.make = make;
    this.resolve = resolve;
  }
}

const blocked: Delivery = { status: "failed", reason: "the recipient blocked the bot", final: "blocked" };
/** How long a message may still take when the sender stops. */
const graceMs = 5000;
const stopped: Delivery = { status: "failed", reason: "the bot stops" };
const nothing: Delivery = { status: "failed", reason: "there was nothing to send", final: "refused" };

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
    message.resolve({ delivery, arrived: message.arrived });
  };

  const piecesOf = (queued: readonly Queued[]): readonly Piece[] =>
    queued.flatMap(({ reply, seq }) => {
      const parts = manners.parts(reply);
      return Array.from({ length: parts }, (_, part) => ({ reply, seq, part, isLast: part === parts - 1 }));
    });

  const sendPiece = async (entry: Entry<Waiting>, to: string): Promise<Delivery> => {
    const { message } = entry;
    if (!message.pieces) {
      message.isMaking = true;
      message.pieces = waiting.has(message) ? piecesOf(await message.make()) : [];
      entry.parts = message.pieces.length;
    }
    const piece = message.pieces[entry.part];
    if (!piece) return nothing;
    const delivery = await channel.send(to, piece.reply, piece.seq, piece.part);
    if (delivery.status === "sent" && piece.isLast) message.arrived += 1;
    return delivery;
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
      const sending = attempt(channel, log, () => sendPiece(entry, to)).then((delivery) => {
        underWay.delete(sending);
        for (const ended of schedule.settle(to, entry, delivery, performance.now())) end(ended.message, ended.delivery);
        pump();
      });
      underWay.add(sending);
    }
  };

  const take = (address: string, message: Waiting, urgency: Urgency): void => {
    const to = { address, isGroup: manners.isGroup(address), urgency, parts: message.pieces?.length ?? 1 };
    const refused = isStopped ? stopped : schedule.add(message, to) ? null : blocked;
    if (refused) {
      message.resolve({ delivery: refused, arrived: 0 });
      return;
    }
    waiting.add(message);
    pump();
  };

  return {
    send: (address, reply, seq, urgency = "reply") =>
      new Promise((resolve) => {
        const message = new Waiting(
          async () => [],
          ({ delivery }) => resolve(delivery),
        );
        message.pieces = piecesOf([{ reply, seq }]);
        take(address, message, urgency);
      }),
    sendWhenFree: (address, make, signal) =>
      new Promise((resolve) => {
        const message = new Waiting(make, (together) => {
          signal.removeEventListener("abort", giveUp);
          resolve(together);
        });
        // What has begun is ended.
        const giveUp = (): void => {
          if (!message.isMaking) end(message, stopped);
        };
        signal.addEventListener("abort", giveUp);
        if (signal.aborted) giveUp();
        else take(address, message, "notice");
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
