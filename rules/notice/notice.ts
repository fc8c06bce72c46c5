import type { Day, RoundDate } from "../define.ts";

/** A place in the text: `words` is the text from `start` to `end`. */
export interface Span {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

export interface Said<Value> extends Span {
  readonly value: Value;
}

/** What has to be done by a day. Where it is not certain, a doubt with the same place says why. */
export interface NoticeDate extends Span {
  readonly on: Day;
  /** `HH:MM` in Beijing, up to `24:00`; null: until the end of the day. */
  readonly at: string | null;
  readonly role: RoundDate["role"];
  readonly way: RoundDate["way"];
  readonly certain: boolean;
}

/** From a day to a day, both included: when one may apply, when departments review, when the list is published. */
export interface NoticeWindow extends Span {
  readonly from: Day;
  readonly to: Day;
  readonly about: "apply" | "review" | "publicity";
}

export interface Doubt extends Span {
  readonly about: "text" | "day" | "time" | "role" | "way" | "window" | "issuedOn" | "copies" | "quota";
  /** In Chinese, for the person who sent the text. */
  readonly why: string;
  /** Days (`YYYY-MM-DD`), or words where something else is asked; empty where nothing offers itself. */
  readonly mayBe: readonly string[];
}

export interface Address extends Span {
  readonly line: string;
  readonly to: string | null;
  readonly postcode: string | null;
}

export interface Contact extends Span {
  /** As printed; where only a phone is given, what it is called: 咨询电话. */
  readonly name: string;
  /** As printed, without spaces: it may lack its area code. */
  readonly phone: string;
}

export interface Quota extends Span {
  readonly per: string;
  readonly atMost: number;
}

/** What a notice's text says. */
export interface Notice {
  readonly title: Said<string> | null;
  readonly number: Said<string> | null;
  readonly issuedOn: Said<Day> | null;
  readonly dates: readonly NoticeDate[];
  readonly windows: readonly NoticeWindow[];
  readonly copies: Said<number> | null;
  readonly address: Address | null;
  readonly contacts: readonly Contact[];
  readonly quota: Quota | null;
  /** Where one applies online, by its name or address. */
  readonly online: Said<string> | null;
  readonly doubts: readonly Doubt[];
}

/** The part of the text between two offsets, without white space at its ends. */
export const spanOf = (text: string, from: number, to: number): Span => {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const words = raw.trim();
  return { words, start, end: start + words.length };
};
