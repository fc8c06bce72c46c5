import { z } from "zod";
import type { Day } from "../define.ts";
import { addDays, dayOf, daysInMonth, isDay, lastDayOfMonth, partsOf, showDay } from "./day.ts";
import { hedge, withoutHedges } from "./figure.ts";
import { withoutEndMark } from "./fold.ts";
import { clear, doubt, type MannerOf, quote, refuse, type Sense } from "./manner.ts";
import { parseNumber, plainNumerals } from "./numeral.ts";

const FIRST = 1900;
const LAST = 2100;
const isYear = (year: number): boolean => year >= FIRST && year <= LAST;

/** Days from 1900 until 2100. Whether the day may lie in the future is not asked here. */
export const date: MannerOf<"date", Day> = {
  read: (text, _kind, on) => {
    const { body, isHedged } = withoutHedges(plainNumerals(text.replaceAll("。", ".")));
    const sense = readDate(body, on);
    return isHedged ? hedge(sense, text, showDay) : sense;
  },
  show: showDay,
  schema: () => z.string().refine((text) => isDay(text) && isYear(partsOf(text).year)),
  example: () => "2019年3月5日",
};

/** Years from 1900 until 2100. */
export const year: MannerOf<"year", number> = {
  read: (text, _kind, on) => readYear(plainNumerals(withoutEndMark(text.replaceAll(" ", ""))), on),
  show: (value) => `${value}年`,
  plain: (value) => String(value),
  schema: () => z.int().min(FIRST).max(LAST),
  example: () => "2020年",
};

const DIGIT = "[\\d零一二三四五六七八九]";
const YEAR = `(\\d{4}|[零一二三四五六七八九]{4})`;
const PART = "(\\d{1,2}|[一二三四五六七八九十]{1,3})";
const pattern = (source: string): RegExp => new RegExp(`^${source.replaceAll("Y", YEAR).replaceAll("P", PART)}$`);

const IN_ORDER = [
  pattern("Y ?年 ?P ?月 ?P ?[日号]?"),
  pattern("Y ?[-./年 ] ?P ?[-./月 ] ?P ?[日号]?(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2})?)?"),
  /^(\d{4})(\d{2})(\d{2})$/,
];
const DAY_FIRST = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})$/;
const MONTH_END = pattern("Y ?年 ?P ?月(?:底|末)");
const SHORT_YEAR = new RegExp(`^(?:${DIGIT}{2} ?年.*|\\d{2}[-./]\\d{1,2}[-./]\\d{1,2}[日号]?)$`);
const WITHOUT_DAY = pattern("Y ?[-./年 ] ?P ?(?:月份?.{0,2})?");
const WITHOUT_YEAR = pattern("(?:[今去前]年)? ?P ?[-./月 ] ?P ?[日号]?");
const YEAR_ONLY = pattern("Y ?年?.{0,2}");
const DAYS_BACK = new Map(Object.entries({ 今天: 0, 今日: 0, 昨天: 1, 昨日: 1, 前天: 2 }));

const readDate = (body: string, on: Day): Sense<Day> => {
  const parts = IN_ORDER.map((order) => order.exec(body)).find(Boolean);
  if (parts) return build(...numbersOf(parts));
  const back = DAYS_BACK.get(body);
  if (back !== undefined) return doubtDay(body, addDays(on, -back));
  const end = MONTH_END.exec(body);
  if (end) return readMonthEnd(...numbersOf(end), body);
  const swapped = DAY_FIRST.exec(body);
  if (swapped) return readDayFirst(...numbersOf(swapped), body);
  return refuse(explainDate(body));
};

const readMonthEnd = (y: number, m: number, _d: number, body: string): Sense<Day> => {
  const first = build(y, m, 1);
  return first.is === "clear" ? doubtDay(body, lastDayOfMonth(first.value)) : first;
};

const readDayFirst = (a: number, b: number, y: number, body: string): Sense<Day> => {
  const days = [build(y, a, b), build(y, b, a)].flatMap((sense) => (sense.is === "clear" ? [sense.value] : []));
  const [one, other] = days;
  if (!one || !other || one === other) return refuse(`${quote(body)}请按年、月、日的顺序写。`);
  return doubt(`${quote(body)}是 ${showDay(one)}，还是 ${showDay(other)}？`, one, other);
};

const doubtDay = (body: string, day: Day): Sense<Day> => doubt(`${quote(body)}按 ${showDay(day)} 记录可以吗？`, day);

const build = (y: number, m: number, d: number): Sense<Day> => {
  if (!isYear(y)) return refuse(`${y}年不在 ${FIRST} 到 ${LAST} 年之间，请核对年份。`);
  if (m < 1 || m > 12) return refuse(`一年没有${m}月，请核对月份。`);
  if (d < 1 || d > daysInMonth(y, m)) return refuse(`${y}年没有${m}月${d}日，请核对日期。`);
  return clear(dayOf(y, m, d));
};

const numbersOf = ([, ...parts]: RegExpExecArray): [number, number, number] => {
  const [a = 0, b = 0, c = 0] = parts.map((part) => Number(parseNumber(part) ?? Number.NaN));
  return [a, b, c];
};

const explainDate = (body: string): string => {
  if (/\d{4}.{1,12}[-到至~].{0,3}\d{4}/.test(body)) return `${quote(body)}里有不止一个日期，请只填一个。`;
  if (SHORT_YEAR.test(body)) return `${quote(body)}的年份只有两位，请写四位年份。`;
  if (WITHOUT_DAY.test(body)) return `${quote(body)}只有年和月，请写到日。`;
  if (WITHOUT_YEAR.test(body)) return `${quote(body)}没有四位的年份，请连年份一起写。`;
  if (YEAR_ONLY.test(body)) return `${quote(body)}只有年份，请写上月和日。`;
  return `没有看懂${quote(body)}，请按年、月、日写一个日期。`;
};

const YEARS_BACK = new Map(
  Object.entries({
    今年: 0,
    本年: 0,
    本年度: 0,
    去年: 1,
    上年: 1,
    上年度: 1,
    前年: 2,
  }),
);

const readYear = (body: string, on: Day): Sense<number> => {
  const back = YEARS_BACK.get(body);
  if (back !== undefined) return doubtYear(body, partsOf(on).year - back);
  const number = body.includes(",") ? undefined : parseNumber(body.replace(/年度?份?$/, ""));
  if (number?.round(0).eq(number) && isYear(number.toNumber())) return clear(number.toNumber());
  const day = readDate(body, on);
  if (day.is === "clear") return doubtYear(body, partsOf(day.value).year);
  if (number?.gte(100)) return refuse(`${quote(body)}不在 ${FIRST} 到 ${LAST} 年之间，请核对年份。`);
  if (number) return refuse(`${quote(body)}不是完整的年份，请写四位年份。`);
  return refuse(`没有看懂${quote(body)}，请填一个四位年份。`);
};

const doubtYear = (body: string, value: number): Sense<number> =>
  doubt(`${quote(body)}按 ${value}年 记录可以吗？`, value);
