import type { Day } from "../define.ts";
import { addDays } from "../values/day.ts";
import type { Due } from "./due.ts";

/** A minute in Beijing, `YYYY-MM-DDTHH:MM`: texts compare as times do. */
export type Minute = string;

/** Days before the due day on which it is told, where the person chose no others. */
export const LEADS: readonly number[] = [30, 14, 7, 3, 1, 0];
/** Nobody is reminded earlier or later: the first and the last full hour. */
export const POLITE = { first: 9, last: 20 } as const;
/** A date known only from last year is told once, a month ahead. */
const UNCONFIRMED_LEADS: readonly number[] = [30];
/** Short notice: so many reminders are aimed at. */
const AT_LEAST = 3;

export interface Reminder {
  /** What is due, its day, the lead: planning twice plans once. */
  readonly key: string;
  readonly at: Minute;
  readonly lead: number;
  readonly due: Due;
  /** Its own hour was over when it was planned. */
  readonly isLate: boolean;
}

export interface Wishes {
  /** Whole days before the due day, 0 on the day itself; none: no reminders. */
  readonly leads: readonly number[];
  /** A full hour in Beijing, 9 to 20. */
  readonly hour: number;
  readonly now: Minute;
}

/**
 * The reminders of a due date that are still ahead. Where short notice leaves fewer than three of the wished ones, the
 * last that is over is made up for at the next polite time. `RangeError` for an hour or lead out of range.
 */
export const remindersFor = (due: Due, { leads, hour, now }: Wishes): readonly Reminder[] => {
  check(leads, hour);
  const wished = leads.length > 0 && due.unconfirmed ? UNCONFIRMED_LEADS : leads;
  const all = [...new Set(wished)].toSorted((a, b) => b - a).flatMap((lead) => plan(due, lead, hour));
  const ahead = all.filter(({ at }) => at > now);
  const missed = all.findLast(({ at }) => at <= now);
  if (!missed || ahead.length >= AT_LEAST) return ahead;
  const at = nextPolite(now);
  const isTooLate = at >= endOf(due) || ahead.some((other) => other.at <= at || dayOf(other.at) === dayOf(at));
  return isTooLate ? ahead : [{ ...missed, at, isLate: true }, ...ahead];
};

/** What is to be done with the unsent reminders of one due date: after downtime they are told once. */
export interface Settled {
  /** To be sent now. */
  readonly fire: Reminder | null;
  /** Keys of those that make no sense any more: a later one stands for them, or the date is over. */
  readonly drop: readonly string[];
  /** The date went by with a reminder still unsent. */
  readonly isMissed: boolean;
}

/** Which of the unsent reminders of one due date is sent now, and which never. */
export const settle = (unsent: readonly Reminder[], now: Minute): Settled => {
  const reached = unsent.filter(({ at }) => at <= now).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const latest = reached.at(-1);
  const isMissed = latest !== undefined && now >= endOf(latest.due);
  if (!latest || isMissed) return { fire: null, drop: reached.map(({ key }) => key), isMissed };
  const drop = reached.slice(0, -1).map(({ key }) => key);
  const isOnTime = hourOf(latest.at) === hourOf(now);
  if (!isOnTime && !isPolite(now)) return { fire: null, drop, isMissed };
  return { fire: { ...latest, isLate: latest.isLate || dayOf(latest.at) < dayOf(now) }, drop, isMissed };
};

/** What a change does to the unsent reminders: keys that go, rows that come; one at another time does both. */
export const moved = (
  unsent: readonly Reminder[],
  wanted: readonly Reminder[],
): { readonly go: readonly string[]; readonly come: readonly Reminder[] } => {
  const without = (rows: readonly Reminder[], others: readonly Reminder[]) => {
    const known = new Set(others.map(({ key, at }) => `${key}@${at}`));
    return rows.filter(({ key, at }) => !known.has(`${key}@${at}`));
  };
  return { go: without(unsent, wanted).map(({ key }) => key), come: without(wanted, unsent) };
};

/** A due time early in the day is told at the first polite hour, if that is still before it. */
const plan = (due: Due, lead: number, hour: number): readonly Reminder[] => {
  const on = addDays(due.on, -lead);
  const at = [hour, POLITE.first].map((time) => minuteOf(on, time)).find((minute) => minute < endOf(due));
  return at === undefined ? [] : [{ key: `${due.id}|${due.on}|${lead}`, at, lead, due, isLate: false }];
};

const endOf = ({ on, at }: Due): Minute => `${on}T${at ?? "24:00"}`;
const minuteOf = (on: Day, hour: number): Minute => `${on}T${String(hour).padStart(2, "0")}:00`;
const dayOf = (minute: Minute): Day => minute.slice(0, 10);
const hourOf = (minute: Minute): string => minute.slice(0, 13);

/** May somebody be reminded at that minute? */
export const isPolite = (now: Minute): boolean => nextPolite(now) === now;

/** That minute, or the next one at which people may be written to. */
export const nextPolite = (now: Minute): Minute => {
  const today = dayOf(now);
  if (now < minuteOf(today, POLITE.first)) return minuteOf(today, POLITE.first);
  return now <= minuteOf(today, POLITE.last) ? now : minuteOf(addDays(today, 1), POLITE.first);
};

const check = (leads: readonly number[], hour: number): void => {
  if (!Number.isInteger(hour) || hour < POLITE.first || hour > POLITE.last) {
    throw new RangeError(`not an hour from ${POLITE.first} to ${POLITE.last}: ${hour}`);
  }
  const wrong = leads.find((lead) => !Number.isInteger(lead) || lead < 0 || lead > 366);
  if (wrong !== undefined) throw new RangeError(`not a lead in days: ${wrong}`);
};
