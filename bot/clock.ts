import type { Minute } from "../rules/calendar/reminders.ts";
import type { Day } from "../rules/define.ts";
import { OperatorError } from "./config.ts";

/** Gives the instant that is now. */
export type Clock = () => Date;

const beijingOffset = 8 * 60 * 60 * 1000;

/** The calendar day in Beijing; China keeps one offset all year. */
export const beijingDay = (now: Date): Day => inBeijing(now).slice(0, 10);

/** The minute in Beijing. */
export const beijingMinute = (now: Date): Minute => inBeijing(now).slice(0, 16);

/** The instant at which that minute begins in Beijing, as `toISOString` gives it. */
export const instantOf = (minute: Minute): string => new Date(`${minute}:00+08:00`).toISOString();

const inBeijing = (now: Date): string => new Date(now.getTime() + beijingOffset).toISOString();

/** The clock that runs, or one that stands at `2027-03-01T09:00` or `2027-03-01`, Beijing time. */
export const clockAt = (text: string | undefined): Clock => {
  if (text === undefined) return () => new Date();
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?)?$/.exec(text);
  const instant = new Date(`${parts?.[1]}T${parts?.[2] ?? "09:00"}:00+08:00`);
  if (!parts || Number.isNaN(instant.getTime()) || beijingDay(instant) !== parts[1]) {
    throw new OperatorError(`"${text}" is not a day or time: write it as 2027-03-01 or 2027-03-01T09:00`);
  }
  return () => instant;
};
