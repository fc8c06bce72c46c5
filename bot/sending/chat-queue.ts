import type { Pacer } from "./pacer.ts";

/** A reply answers a person who waits; a notice comes by itself. */
export type Urgency = "reply" | "notice";

/** A message that waits, and how far it is. */
export interface Entry<Message> {
  readonly message: Message;
  readonly urgency: Urgency;
  /** Of one that is made when it begins: known from then on. */
  parts: number;
  part: number;
  failures: number;
}

/** What waits for one chat: replies before notices, each in order; what has begun is ended first. */
export class ChatQueue<Message> {
  readonly address: string;
  readonly pacer: Pacer;
  isUnderWay = false;
  /** Nothing is sent before that instant. */
  restsUntil = Number.NEGATIVE_INFINITY;
  readonly #waiting: Record<Urgency, Entry<Message>[]> = { reply: [], notice: [] };

  constructor(address: string, pacer: Pacer) {
    this.address = address;
    this.pacer = pacer;
  }

  get head(): Entry<Message> | undefined {
    const [notice] = this.#waiting.notice;
    return notice && notice.part > 0 ? notice : (this.#waiting.reply[0] ?? notice);
  }

  get readyAt(): number {
    return Math.max(this.restsUntil, this.pacer.freeAt());
  }

  push(entry: Entry<Message>): void {
    this.#waiting[entry.urgency].push(entry);
  }

  drop(entry: Entry<Message>): void {
    const waiting = this.#waiting[entry.urgency];
    waiting.splice(waiting.indexOf(entry), 1);
  }

  dropAll(): readonly Entry<Message>[] {
    return [...this.#waiting.reply.splice(0), ...this.#waiting.notice.splice(0)];
  }
}
