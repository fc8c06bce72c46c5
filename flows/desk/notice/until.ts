import type { Day } from "../../../rules/define.ts";
import { addDays, dayOf, daysInMonth, isDay, partsOf, showDay } from "../../../rules/values/day.ts";
import { parseNumber, plainNumerals } from "../../../rules/values/numeral.ts";

/** The last day that is meant; several where the words leave it open; or why there is none. */
export type Until = { readonly days: readonly Day[] } | { readonly why: string };

const YEAR = "(?:(?<year>\\d{4})年?度?|(?<near>今|明|后|本)年度?)";
const DAY = `${YEAR}(?:[-./]?(?<month>\\d{1,2})(?:月份?|[-./])?(?:(?<day>\\d{1,2})[日号]?)?)?`;
const BEFORE = "(?<end>年?底|末)?(?<before>之前|以前|前|之内|以内|内|为止|止|中)?";
const WITHIN = "(?<count>\\d{1,3}|[一二两三四五六七八九十]{1,2}|半)个?(?<unit>天|日|月|年)(?:之|以)?内";
const TITLE = "(?:称号|证书|资格|有效期|认定)?的?(?:在|于|将|到|至)?";
const ENDS = "(?:就|就要|将|将要|要|快要)?(?:到期|期满|届满|失效|过期)了?";

/** 2027年12月前到期 · 三个月内期满 · 有效期到2027年6月30日: where a text has it. */
export const untilPattern = new RegExp(
  `${TITLE}(?:${DAY}${BEFORE}|${WITHIN})${ENDS}|(?:称号|证书)?有效期(?:到|至)${DAY.replace(/\?<(\w+)>/g, "?<$1_>")}(?<end_>年?底|末)?(?:为止|止)?`,
  "y",
);

type Groups = Readonly<Record<string, string | undefined>>;

/** What was found by `untilPattern` means. A day that is named is included. */
export const readUntil = (groups: Groups, on: Day): Until => {
  const of = (name: string) => groups[name] ?? groups[`${name}_`];
  const { year: thisYear } = partsOf(on);
  const count = of("count");
  if (count) return { days: [later(on, count, of("unit") ?? "")] };
  const near = { 今: 0, 本: 0, 明: 1, 后: 2 }[of("near") ?? ""];
  const year = near === undefined ? Number(of("year")) : thisYear + near;
  const isBefore = /前/.test(of("before") ?? "") && !of("end");
  const [month, day] = [of("month"), of("day")];
  if (month === undefined) {
    const last = dayOf(year, 12, 31);
    return { days: isBefore ? [dayOf(year - 1, 12, 31), last] : [last] };
  }
  if (Number(month) < 1 || Number(month) > 12) return { why: `一年没有${month}月，请核对。` };
  if (day !== undefined) {
    const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    return isDay(text) ? { days: [text] } : { why: `${year}年${Number(month)}月没有${Number(day)}日，请核对。` };
  }
  const last = dayOf(year, Number(month), daysInMonth(year, Number(month)));
  return { days: isBefore ? [addDays(dayOf(year, Number(month), 1), -1), last] : [last] };
};

/** So many days, months or years later: 半年 is six months. */
const later = (on: Day, count: string, unit: string): Day => {
  const number = Number(parseNumber(plainNumerals(count)) ?? 0.5);
  if (unit === "天" || unit === "日") return addDays(on, Math.ceil(number));
  const { year, month, day } = partsOf(on);
  const months = year * 12 + month - 1 + Math.ceil(number * (unit === "年" ? 12 : 1));
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
};

/** 到 2027年12月31日（含）. */
export const untilText = (day: Day): string => `称号有效期到${showDay(day)}为止（含这天）`;
