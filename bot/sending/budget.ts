import { type Minute, nextPolite, POLITE } from "../../rules/calendar/reminders.ts";
import type { Manners } from "../channel.ts";
import { beijingDay, beijingMinute, instantOf } from "../clock.ts";

/** How many notices a channel took today, and the instant of the last. */
export interface Taken {
  readonly count: number;
  readonly last: string | null;
}

/** The manners of the channels that run, by their names; undefined: it takes all at once. */
export type MannersBy = ReadonlyMap<string, Manners | undefined>;

/** What sending so many notices by a channel takes. */
export interface Estimate {
  readonly channel: string;
  readonly count: number;
  /** Notices that it may still take today; null where there is no limit a day. */
  readonly leftToday: number | null;
  /** How many of these go today. */
  readonly today: number;
  /** Whole minutes of sending, nights and waiting for them left out. */
  readonly minutes: number;
  /** Days over which they are spread: 1 where all go on one. */
  readonly days: number;
}

const minuteMs = 60_000;
/** The minutes of a day in which notices go. */
const politeMinutes = (POLITE.last - POLITE.first) * 60;

/** The instant at which today began in Beijing: the budget is counted from there. */
export const dayStart = (now: Date): string => instantOf(`${beijingDay(now)}T00:00`);

/** When the next notice may go: at a polite hour, within the day's budget and spread over the day. */
export const nextNoticeAt = (perDay: number | undefined, { count, last }: Taken, now: Date): Date => {
  const polite = dateOf(nextPolite(beijingMinute(now)), now);
  if (perDay === undefined) return polite;
  if (count >= perDay) return dateOf(tomorrowMorning(now), now);
  const spread = last === null ? 0 : Date.parse(last) + (politeMinutes / perDay) * minuteMs;
  const at = new Date(Math.max(polite.getTime(), spread));
  return dateOf(nextPolite(beijingMinute(at)), at);
};

/**
 * What sending these counts takes from now on. `messages`: how many of the messenger's messages a notice is, the open
 * question under it and its files included.
 */
export const estimate = (
  counts: Readonly<Record<string, number>>,
  usedToday: Readonly<Record<string, number>>,
  manners: MannersBy,
  now: Date,
  messages = 2,
): readonly Estimate[] =>
  Object.entries(counts).map(([channel, count]) =>
    estimateOne(channel, count, usedToday[channel] ?? 0, manners.get(channel), now, messages),
  );

const estimateOne = (
  channel: string,
  count: number,
  used: number,
  manners: Manners | undefined,
  now: Date,
  messages: number,
): Estimate => {
  const perDay = manners?.noticesPerDay;
  const perMinute = Math.min(
    ...(manners?.limits.all ?? []).map((pace) => ((pace.count / pace.seconds) * 60) / messages),
    perDay === undefined ? Number.POSITIVE_INFINITY : perDay / politeMinutes,
  );
  const left = politeMinutesLeft(now);
  const within = (minutes: number) => Math.max(0, Math.floor(minutes * perMinute));
  const budget = perDay === undefined ? Number.POSITIVE_INFINITY : Math.max(0, perDay - used);
  const today = left > 0 ? Math.min(count, budget, Math.max(1, within(left))) : 0;
  const aDay = Math.max(1, within(politeMinutes));
  const later = Math.ceil((count - today) / aDay);
  return {
    channel,
    count,
    leftToday: perDay === undefined ? null : budget,
    today,
    minutes: Math.ceil(count / perMinute),
    days: Math.max(1, (today > 0 ? 1 : 0) + later),
  };
};

/** Of today's, from now on. */
const politeMinutesLeft = (now: Date): number => {
  const start = nextPolite(beijingMinute(now));
  if (start.slice(0, 10) !== beijingDay(now)) return 0;
  const [hour = 0, minute = 0] = start.slice(11).split(":").map(Number);
  return Math.max(0, POLITE.last * 60 - hour * 60 - minute);
};

const tomorrowMorning = (now: Date): Minute => nextPolite(`${beijingDay(now)}T23:59`);

/** The minute's beginning; the instant itself where it lies within. */
const dateOf = (minute: Minute, now: Date): Date => (minute === beijingMinute(now) ? now : new Date(instantOf(minute)));
