import calendar from "chinese-days";
import type { Day } from "../define.ts";
import { addDays, partsOf } from "../values/day.ts";

/** The years whose holidays and make-up workdays the calendar holds. */
const COVERED = { first: 2021, last: 2026 } as const;

/** Whether offices work on a day; provisional where the State Council's calendar of that year is not held. */
export interface Workday {
  readonly isWorkday: boolean;
  readonly provisional: boolean;
}

/** A day that was counted in working days; provisional as soon as one day on the way is. */
export interface Counted {
  readonly on: Day;
  readonly provisional: boolean;
}

/** By the State Council's calendar with its make-up workdays; Monday to Friday in years that are not covered. */
export const workday = (on: Day): Workday => {
  const { year } = partsOf(on);
  const isCovered = year >= COVERED.first && year <= COVERED.last;
  return { isWorkday: (isCovered ? arranged(on) : undefined) ?? weekdayOf(on) % 6 !== 0, provisional: !isCovered };
};

/** The day of the week, from 0 (Sunday) to 6. */
export const weekdayOf = (on: Day): number => {
  partsOf(on);
  return new Date(`${on}T00:00:00Z`).getUTCDay();
};

/**
 * The n-th working day after a day, which itself does not count: 公示7个工作日, N个工作日内. Counts back where n is
 * negative. `RangeError` where n is no whole number from -1000 to 1000.
 */
export const addWorkdays = (on: Day, n: number): Counted => {
  if (!Number.isInteger(n) || Math.abs(n) > 1000) throw new RangeError(`not a number of working days: ${n}`);
  const step = Math.sign(n);
  let [day, provisional, left] = [on, workday(on).provisional, Math.abs(n)];
  while (left > 0) {
    day = addDays(day, step);
    const { isWorkday: counts, provisional: isGuess } = workday(day);
    provisional ||= isGuess;
    if (counts) left--;
  }
  return { on: day, provisional };
};

/** The last working day before a day. */
export const lastWorkdayBefore = (on: Day): Counted => addWorkdays(on, -1);

/**
 * What the holiday arrangements say of a day; undefined where they say nothing. chinese-days takes weekdays in local
 * time of a UTC midnight, wrong west of Greenwich, but finds its arrangements anywhere: their names are lists.
 */
const arranged = (on: Day): boolean | undefined => {
  const { work, name } = calendar.getDayDetail(on);
  return name.includes(",") ? work : undefined;
};
