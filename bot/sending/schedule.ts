import type { Delivery, Manners } from "../channel.ts";
import { growingPauseMs } from "../pause.ts";
import { ChatQueue, type Entry, type Urgency } from "./chat-queue.ts";
import { Pacer } from "./pacer.ts";

/** So often a reply is sent again that may have arrived. */
const mostRepeats = 3;
const sweepFrom = 1000;

/** What to do now: send that, or wait until then; `null` while there is nothing, or all depends on what is under way. */
export type Next<Message> = { readonly send: Entry<Message>; readonly to: string } | { readonly wakeAt: number } | null;

/** A message that came to its end. */
export interface Ended<Message> {
  readonly message: Message;
  readonly delivery: Delivery;
}

/**
 * Which message goes next, and when. It has no clock: every instant is given, in ms. One chat's trouble never holds up
 * another's; within a chat the order is kept.
 */
export class Schedule<Message> {
  readonly #limits: Manners["limits"];
  readonly #all: Pacer;
  readonly #chats = new Map<string, ChatQueue<Message>>();
  /** Chats with something to send, by what is first in them; who was served goes to the end. */
  readonly #waiting: Record<Urgency, Set<ChatQueue<Message>>> = { reply: new Set(), notice: new Set() };
  readonly #blocked = new Set<string>();
  #sweepAt = sweepFrom;

  constructor(limits: Manners["limits"]) {
    this.#limits = limits;
    this.#all = new Pacer(limits.all);
  }

  /** Takes a message; false where nothing reaches that address. */
  add(message: Message, to: { address: string; isGroup: boolean; urgency: Urgency; parts: number }): boolean {
    if (this.#blocked.has(to.address)) return false;
    const chat = this.#chat(to.address, to.isGroup);
    chat.push({ message, urgency: to.urgency, parts: to.parts, part: 0, failures: 0 });
    this.#file(chat);
    return true;
  }

  /** The person wrote: they can be written to again. */
  heard(address: string): void {
    this.#blocked.delete(address);
  }

  /** Decides; what is to be sent counts as under way until it is settled. */
  next(now: number): Next<Message> {
    const freeAt = this.#all.freeAt();
    if (freeAt > now) return this.#isIdle || freeAt === Number.POSITIVE_INFINITY ? null : { wakeAt: freeAt };
    let wakeAt = Number.POSITIVE_INFINITY;
    for (const chat of this.#inTurn()) {
      const { head, readyAt } = chat;
      if (readyAt > now) wakeAt = Math.min(wakeAt, readyAt);
      else if (head) return this.#begin(chat, head);
    }
    return wakeAt === Number.POSITIVE_INFINITY ? null : { wakeAt };
  }

  /** Takes note of how the sending of a chat's entry ended; gives what came to its end by it. */
  settle(address: string, entry: Entry<Message>, delivery: Delivery, now: number): readonly Ended<Message>[] {
    const chat = this.#chats.get(address);
    if (!chat?.isUnderWay) throw new Error("nothing was under way there");
    chat.isUnderWay = false;
    chat.pacer.end(now);
    this.#all.end(now);
    const ended = this.#judge(chat, entry, delivery, now);
    this.#file(chat);
    if (!chat.head) this.#sweep(now);
    return ended.map(({ message }) => ({ message, delivery }));
  }

  #judge(chat: ChatQueue<Message>, entry: Entry<Message>, delivery: Delivery, now: number): readonly Entry<Message>[] {
    const isSent = delivery.status === "sent";
    if (isSent && entry.part + 1 < entry.parts) {
      entry.part += 1;
      entry.failures = 0;
      return [];
    }
    if (delivery.status === "failed" && delivery.final === "blocked") {
      this.#blocked.add(chat.address);
      return chat.dropAll();
    }
    entry.failures += 1;
    if (isSent || isOver(entry, delivery)) {
      chat.drop(entry);
      return [entry];
    }
    const asked = delivery.status === "failed" ? delivery.retryAfterSeconds : undefined;
    chat.restsUntil = now + (asked === undefined ? growingPauseMs(entry.failures) : asked * 1000);
    return [];
  }

  #begin(chat: ChatQueue<Message>, entry: Entry<Message>): Next<Message> {
    chat.isUnderWay = true;
    chat.pacer.begin();
    this.#all.begin();
    this.#file(chat);
    return { send: entry, to: chat.address };
  }

  *#inTurn(): Iterable<ChatQueue<Message>> {
    yield* this.#waiting.reply;
    yield* this.#waiting.notice;
  }

  get #isIdle(): boolean {
    return this.#waiting.reply.size + this.#waiting.notice.size === 0;
  }

  #chat(address: string, isGroup: boolean): ChatQueue<Message> {
    const { chat, group } = this.#limits;
    const found = this.#chats.get(address) ?? new ChatQueue(address, new Pacer(isGroup ? [...chat, ...group] : chat));
    this.#chats.set(address, found);
    return found;
  }

  /** Forgets chats that have nothing to send and may be written to at once; done seldom. */
  #sweep(now: number): void {
    if (this.#chats.size < this.#sweepAt) return;
    for (const [address, chat] of this.#chats) {
      if (!chat.head && !chat.isUnderWay && chat.readyAt <= now) this.#chats.delete(address);
    }
    this.#sweepAt = Math.max(sweepFrom, 2 * this.#chats.size);
  }

  /** Puts the chat where it is found by what it has to send. */
  #file(chat: ChatQueue<Message>): void {
    for (const set of Object.values(this.#waiting)) set.delete(chat);
    if (!chat.isUnderWay && chat.head) this.#waiting[chat.head.urgency].add(chat);
  }
}

/** A notice that may have arrived is not sent twice, a reply is. */
const isOver = ({ urgency, failures }: Entry<unknown>, delivery: Delivery): boolean =>
  delivery.status === "failed" ? delivery.final !== undefined : urgency === "notice" || failures > mostRepeats;
