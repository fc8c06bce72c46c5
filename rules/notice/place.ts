import { weekdayOf } from "../calendar/workdays.ts";
import type { Day } from "../define.ts";
import { addYears, compare, dayOf, daysInMonth, partsOf, showDay } from "../values/day.ts";
import type { Mention } from "./mention.ts";

/** What the years are taken from. */
export interface Times {
  readonly issuedOn: Day | null;
  /** The day of reading. */
  readonly on: Day;
  /** Years that the title names. */
  readonly titled: readonly number[];
}

/** A date's day, where one offers itself, and what is doubtful about it. */
export interface Placed {
  readonly day: Day | null;
  readonly doubts: readonly { readonly why: string; readonly mayBe: readonly Day[] }[];
}

/** A date so far after the notice is a slip of the pen. */
const FAR_YEARS = 2;

/**
 * Places a mention in a year. A date without one takes the year of issue or of the title where only one of them lies not
 * before the issue, or the year of `before`, a certain date told before it in the same sentence, if it is not earlier.
 */
export const place = (mention: Mention, times: Times, before: Day | null): Placed => {
  const candidates = candidatesFor(mention, times, before);
  const [day = null] = candidates.days;
  if (day === null) return { day, doubts: [{ why: noSuchDay(mention, candidates.years), mayBe: [] }] };
  const doubts = [
    ...(mention.open ? [{ why: `${mention.open}，请核对是哪一天。`, mayBe: candidates.days }] : []),
    ...(candidates.why ? [{ why: candidates.why, mayBe: candidates.days }] : []),
    ...weekdayDoubts(mention, day),
    ...ageDoubts(day, times),
  ];
  return { day, doubts };
};

interface Candidates {
  readonly years: readonly number[];
  readonly days: readonly Day[];
  /** Why the year is not certain. */
  readonly why: string | null;
}

const candidatesFor = (mention: Mention, times: Times, before: Day | null): Candidates => {
  const { issuedOn, on, titled } = times;
  const base = partsOf(issuedOn ?? on);
  const given = (years: readonly number[], why: string | null): Candidates => {
    const sorted = [...new Set(years)].toSorted((a, b) => a - b);
    return { years: sorted, days: sorted.flatMap((year) => dayIn(mention, year)), why };
  };
  if (mention.year !== null) return given([mention.year], null);
  const { relative } = mention;
  if (relative && /月/.test(relative)) return monthFrom(mention, base, issuedOn !== null);
  if (relative) {
    const year = base.year + (/[明次来翌]/.test(relative) ? 1 : 0);
    return given([year], issuedOn ? null : `“${relative}”是哪一年，要看发文日期，原文没有。`);
  }
  const same = before ? given([partsOf(before).year], null) : null;
  if (before && same?.days.every((day) => day >= before)) return same;
  if (!issuedOn) {
    const why =
      titled.length > 0 ? "只有标题里有年份，日期没有写年份，也没有发文日期。" : "没有写年份，也没有发文日期。";
    const next = [base.year, base.year + 1].flatMap((year) => dayIn(mention, year)).find((day) => day >= on);
    return given(titled.length > 0 ? titled : next ? [partsOf(next).year] : [base.year], why);
  }
  const possible = given([base.year, ...titled], null);
  const ahead = possible.days.filter((day) => day >= issuedOn);
  if (ahead.length === 1) return { ...possible, days: ahead };
  if (ahead.length > 1) return { ...possible, days: ahead, why: "没有写年份，发文年份和标题年份都说得通。" };
  const next = given([base.year + 1], "没有写年份，按发文年份算已经过去。");
  return possible.days.length > 0 ? next : possible;
};

const monthFrom = (mention: Mention, base: { year: number; month: number }, isKnown: boolean): Candidates => {
  const isNext = /下|次/.test(mention.relative ?? "");
  const month = isNext ? (base.month % 12) + 1 : base.month;
  const year = isNext && base.month === 12 ? base.year + 1 : base.year;
  const why = isKnown && !isNext ? null : `“${mention.relative}”是哪一月，请核对。`;
  return { years: [year], days: dayIn({ ...mention, month }, year), why };
};

/** The mention's day in a year, if there is one; a month told without a day stands for its end. */
const dayIn = ({ month, day }: Mention, year: number): readonly Day[] => {
  if (month === null || month < 1 || month > 12 || year < 1900 || year > 2100) return [];
  const last = daysInMonth(year, month);
  const date = typeof day === "number" ? day : last;
  return date < 1 || date > last ? [] : [dayOf(year, month, date)];
};

const noSuchDay = ({ month, day }: Mention, [year]: readonly number[]): string => {
  const said = `${year ?? ""}${year ? "年" : ""}${month}月${typeof day === "number" ? `${day}日` : ""}`;
  return `日历上没有${said}，请核对。`;
};

const WEEKDAYS = "日一二三四五六";

const weekdayDoubts = ({ weekday }: Mention, day: Day): Placed["doubts"] => {
  const real = weekdayOf(day);
  if (weekday === null || weekday === real) return [];
  const why = `${showDay(day)}是星期${WEEKDAYS[real]}，原文写的是星期${WEEKDAYS[weekday]}，请核对日期。`;
  return [{ why, mayBe: [day] }];
};

const ageDoubts = (day: Day, { issuedOn, on }: Times): Placed["doubts"] => {
  const since = issuedOn ?? on;
  if (compare(day, since) < 0) {
    const why = issuedOn
      ? `${showDay(day)}早于发文日期${showDay(issuedOn)}，请核对。`
      : `${showDay(day)}已经过去，请核对。`;
    return [{ why, mayBe: [day] }];
  }
  return day > addYears(since, FAR_YEARS) ? [{ why: `${showDay(day)}离发文太远，请核对年份。`, mayBe: [day] }] : [];
};
