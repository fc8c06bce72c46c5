import type { Day } from "../define.ts";

const MS_PER_DAY = 86_400_000;

/** Days in a month (1–12) of a year. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Whether the text is a day of the calendar, written `YYYY-MM-DD`. */
export const isDay = (text: string): text is Day => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [, year, month, day] = parts.map(Number) as [number, number, number, number];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
};

/** The day's parts as numbers; month and day from 1. Throws a `RangeError` on what is no day. */
export const partsOf = (day: Day): { year: number; month: number; day: number } => {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) };
};

/** The day with these parts, months and days from 1. Throws a `RangeError` when there is none. */
export const dayOf = (year: number, month: number, day: number): Day => {
  const text = [String(year).padStart(4, "0"), ...[month, day].map((n) => String(n).padStart(2, "0"))].join("-");
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
};

/** The same day `n` years later (earlier when negative); 29 February becomes 28 in a common year. */
export const addYears = (day: Day, n: number): Day => {
  const from = partsOf(day);
  const year = from.year + n;
  return dayOf(year, from.month, Math.min(from.day, daysInMonth(year, from.month)));
};

/** `n` days later (earlier when negative). */
export const addDays = (day: Day, n: number): Day => {
  const date = new Date((dayNumber(day) + n) * MS_PER_DAY);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
};

/** Days from `from` until `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** Negative when `a` is before `b`, 0 on the same day, positive after: fit for `sort`. */
export const compare = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

/** The last day of the month that the day is in. */
export const lastDayOfMonth = (day: Day): Day => {
  const { year, month } = partsOf(day);
  return dayOf(year, month, daysInMonth(year, month));
};

/** As printed: `2021年5月16日`. */
export const showDay = (day: Day): string => {
  const { year, month, day: date } = partsOf(day);
  return `${year}年${month}月${date}日`;
};

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days since 1970-01-01; ISO days are read as UTC, so no local time comes in. */
const dayNumber = (day: Day): number => {
  partsOf(day);
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
};
