import { ApiError, type Chat } from "./types.ts";

/** What the server allows; a missing figure is no limit. */
export interface ServerLimits {
  readonly perSecond?: number;
  readonly perChatSeconds?: number;
  readonly perGroupPerMinute?: number;
}

/** Refuses what comes too fast, and counts it. */
export class Limits {
  /** How many 429 the bot's own speed brought about. */
  provoked = 0;
  readonly #all: number[] = [];
  readonly #chats = new Map<number, number[]>();
  readonly #limits: ServerLimits;

  constructor(limits: ServerLimits) {
    this.#limits = limits;
  }

  /** Takes one message. Throws 429 with the seconds to wait. */
  take(chat: Chat, now: number): void {
    const { perSecond, perChatSeconds, perGroupPerMinute } = this.#limits;
    const own = this.#chats.get(chat.id) ?? [];
    const waits = [
      perSecond ? wait(this.#all, perSecond, 1000, now) : 0,
      perChatSeconds ? wait(own, 1, perChatSeconds * 1000, now) : 0,
      perGroupPerMinute && chat.type === "group" ? wait(own, perGroupPerMinute, 60_000, now) : 0,
    ];
    const longest = Math.max(...waits);
    if (longest > 0) {
      this.provoked += 1;
      const seconds = Math.ceil(longest / 1000);
      throw new ApiError(429, `Too Many Requests: retry after ${seconds}`, seconds);
    }
    this.#all.push(now);
    if (this.#all.length > 1000) this.#all.splice(0, 500);
    own.push(now);
    this.#chats.set(chat.id, own.slice(-100));
  }
}

/** Milliseconds until one more fits into the window. */
const wait = (times: readonly number[], count: number, windowMs: number, now: number): number => {
  const oldest = times.at(-count);
  return oldest === undefined ? 0 : Math.max(0, oldest + windowMs - now);
};
