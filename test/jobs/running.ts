import type { Channel } from "../../bot/channel.ts";
import { converse, type Parts } from "../../bot/converse.ts";
import { outboxOf } from "../../bot/house.ts";
import { startTelling } from "../../bot/jobs/start.ts";
import { openParts } from "../../bot/open.ts";
import { turnsOf } from "../../bot/turns.ts";
import { FakeTime } from "./time.ts";

const who = { channel: "web", address: "me" };
/** A job's turn takes some turns of the event loop. */
const mostLooks = 50;

/** The minute in Beijing as an instant. */
const instant = (minute: string): number => Date.parse(`${minute}:00+08:00`);

/** A bot on a data folder with its loop and a clock that is set by hand; one person holds 青海's title. */
export class Running {
  /** What the messenger was given to send. */
  readonly texts: string[] = [];
  readonly time: FakeTime;
  readonly #folder: string;
  #parts: Parts | null = null;
  #loop: { stop(): Promise<void> } | null = null;
  #updates = 0;

  constructor(folder: string, minute: string) {
    this.#folder = folder;
    this.time = new FakeTime(new Date(instant(minute)).toISOString());
  }

  get parts(): Parts {
    if (!this.#parts) throw new Error("it does not run");
    return this.#parts;
  }

  async open(): Promise<void> {
    this.#parts = await openParts(this.#folder, this.time.clock);
  }

  async start(): Promise<void> {
    if (!this.#parts) await this.open();
    const channel: Channel = {
      name: who.channel,
      start: async () => {},
      stop: async () => {},
      send: async (_, { text }) => {
        this.texts.push(text);
        return { status: "sent" };
      },
    };
    const log = (line: string) => {
      throw new Error(line);
    };
    const running = new Map([[who.channel, turnsOf(this.parts, channel, outboxOf(this.parts, channel))]]);
    this.#loop = startTelling(this.parts, running, this.time.clock, log, { sleep: this.time.sleep });
    await this.look();
  }

  async stop(): Promise<void> {
    const stopping = this.#loop?.stop();
    await this.time.pass(1000);
    await stopping;
    await this.#parts?.store.close();
    this.#loop = null;
    this.#parts = null;
  }

  async say(...lines: readonly string[]): Promise<void> {
    for (const text of lines) {
      const update = { id: `said ${this.time.clock().toISOString()} ${++this.#updates}`, address: who.address };
      await converse(this.parts, who.channel, { ...update, input: { text } });
    }
  }

  /** The clock shows that minute now, however it got there, and what is due is done. */
  async at(minute: string): Promise<void> {
    this.set(instant(minute));
    await this.look();
  }

  /** Sets the clock to that instant, in milliseconds. */
  set(instant: number): void {
    this.time.jump(instant - this.time.clock().getTime());
  }

  async look(): Promise<void> {
    await this.time.pass(2000);
    for (let looks = 0; looks < mostLooks && (await this.#isBusy()); looks++) await this.time.pass(0);
  }

  /** Every reminder that a turn told, in order: `2027-07-20|7 late`. */
  async told(): Promise<readonly string[]> {
    const account = await this.parts.store.find(who.channel, who.address);
    const said = account ? await this.parts.store.said(account.id, 0, 100_000) : [];
    return said
      .flatMap(({ input }) => (input && "reminders" in input ? input.reminders : []))
      .map(({ reminder: { due, lead, isLate }, isMissed }) => {
        const how = isMissed ? " missed" : isLate ? " late" : "";
        return `${due.on}|${lead}${how}`;
      });
  }

  async #isBusy(): Promise<boolean> {
    return (await this.parts.store.dates.due(this.time.clock().toISOString())).length > 0;
  }
}

/** Somebody who holds 青海's title and wants to be told 7, 3 and 1 days before 2027-07-20 and on the day. */
export const holderIn = async (folder: string): Promise<Running> => {
  const running = new Running(folder, "2027-06-01T10:00");
  await running.start();
  await running.say("我已是示范平台", "同意", "青海", "2026年5月18日");
  await running.say("提醒设置", "选提前几天", "7天、3天、1天、当天");
  return running;
};

/** The minutes from one to another, so many hours apart. */
export const everyHours = (from: string, to: string, hours: number): readonly string[] => {
  const minutes: string[] = [];
  for (let at = instant(from); at <= instant(to); at += hours * 3_600_000)
    minutes.push(new Date(at + 8 * 3_600_000).toISOString().slice(0, 16));
  return minutes;
};

/** The minute so many milliseconds later. */
export const later = (minute: string, ms: number): string =>
  new Date(instant(minute) + ms + 8 * 3_600_000).toISOString().slice(0, 16);
