import { z } from "zod";
import type { Day } from "../define.ts";
import { addDays, dayOf, daysInMonth, isDay, lastDayOfMonth, partsOf, showDay } from "./day.ts";
import { hedge, withoutHedges } from "./figure.ts";
import { clear, doubt, type MannerOf, quote, refuse, type Sense } from "./manner.ts";
import { figuresOf, parseNumber, plainNumerals } from "./numeral.ts";

const FIRST = 1900;
const LAST = 2100;
const isYear = (year: number): boolean => year >= FIRST && year <= LAST;

/** Days from 1900 until 2100. Whether the day may lie in the future is not asked here. */
export const date: MannerOf<"date", Day> = {
  read: (text, _kind, on) => {
    const { body, isHedged } = withoutHedges(plainNumerals(text.replaceAll("。", ".").replace(AROUND, "")));
    const sense = readDate(body, text, on);
    return isHedged ? hedge(sense, text, showDay) : sense;
  },
  show: showDay,
  schema: () => z.string().refine((text) => isDay(text) && isYear(partsOf(text).year)),
  example: () => "2019年3月5日",
};

/** Years from 1900 until 2100. */
export const year: MannerOf<"year", number> = {
  read: (text, _kind, on) => {
    const { body, isHedged } = withoutHedges(plainNumerals(text.replaceAll(" ", "")));
    const sense = readYear(body, text, on);
    return isHedged ? hedge(sense, text, showYear) : sense;
  },
  show: (value) => showYear(value),
  plain: (value) => String(value),
  schema: () => z.int().min(FIRST).max(LAST),
  example: () => "2020年",
};

/** What is told besides the day: that it was registered, which day of the week it was. */
const AROUND =
  /^(?:成立|注册|登记)?于|(?: ?\(?(?:星期|周|礼拜)[一二三四五六日天]\)?| ?(?:注册|成立)(?:登记)?| ?登记(?:注册)?)的?$/g;
const DIGIT = "[\\d零一二三四五六七八九]";
const YEAR = `(${DIGIT}{4})`;
const PART = "(\\d{1,2}|[一二三四五六七八九十]{1,3})";
const pattern = (source: string): RegExp => new RegExp(`^${source.replaceAll("Y", YEAR).replaceAll("P", PART)}$`);

const IN_ORDER = [
  pattern("Y ?年 ?P ?月 ?P ?[日号]?"),
  pattern("Y ?[-./,、年 ] ?P ?[-./,、月 ] ?P ?[日号]?(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2})?)?"),
  /^(\d{4})(\d{2})(\d{2})$/,
];
const DAY_FIRST = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})$/;
const MONTH_END = pattern("Y ?年 ?P ?月(?:底|末)");
const SHORT_YEAR = new RegExp(`^(?:${DIGIT}{2} ?年.*|\\d{2}[-./]\\d{1,2}[-./]\\d{1,2}[日号]?)$`);
const WITHOUT_DAY = pattern("Y ?[-./年 ] ?P ?(?:月份?.{0,2})?");
const WITHOUT_YEAR = pattern("(?:[今去前]年)? ?P ?[-./月 ] ?P ?[日号]?");
const YEAR_ONLY = pattern("Y ?(?:年.{0,2})?");
const SHORT = /^\d{5,7}$/;
const DAYS_BACK = new Map(Object.entries({ 今天: 0, 今日: 0, 昨天: 1, 昨日: 1, 前天: 2 }));

const readDate = (body: string, typed: string, on: Day): Sense<Day> => {
  const parts = IN_ORDER.map((order) => order.exec(body)).find(Boolean);
  if (parts) return build(...numbersOf(parts));
  const back = DAYS_BACK.get(body);
  if (back !== undefined) return doubtDay(typed, addDays(on, -back));
  const end = MONTH_END.exec(body);
  if (end) return readMonthEnd(...numbersOf(end), typed);
  const swapped = DAY_FIRST.exec(body);
  if (swapped) return readDayFirst(...numbersOf(swapped), typed);
  return refuse(explainDate(body, typed));
};

const readMonthEnd = (y: number, m: number, _d: number, typed: string): Sense<Day> => {
  const first = build(y, m, 1);
  return first.is === "clear" ? doubtDay(typed, lastDayOfMonth(first.value)) : first;
};

const readDayFirst = (a: number, b: number, y: number, typed: string): Sense<Day> => {
  const days = [build(y, a, b), build(y, b, a)].flatMap((sense) => (sense.is === "clear" ? [sense.value] : []));
  const [one, other] = days;
  if (!one || !other || one === other) return refuse(`${quote(typed)}请按年、月、日的顺序写。`);
  return doubt(`${quote(typed)}是 ${showDay(one)}，还是 ${showDay(other)}？`, one, other);
};

const doubtDay = (typed: string, day: Day): Sense<Day> => doubt(`${quote(typed)}按 ${showDay(day)} 记录可以吗？`, day);

const build = (y: number, m: number, d: number): Sense<Day> => {
  if (!isYear(y)) return refuse(`${y}年不在 ${FIRST} 到 ${LAST} 年之间，请核对年份。`);
  if (m < 1 || m > 12) return refuse(`一年没有${m}月，请核对月份。`);
  if (d < 1 || d > daysInMonth(y, m)) return refuse(`${y}年没有${m}月${d}日，请核对日期。`);
  return clear(dayOf(y, m, d));
};

const numbersOf = ([, ...parts]: RegExpExecArray): [number, number, number] => {
  const [a = 0, b = 0, c = 0] = parts.map((part) => Number(parseNumber(part) ?? figuresOf(part)));
  return [a, b, c];
};

const explainDate = (body: string, typed: string): string => {
  if (/\d{4}.{1,12}[-到至~].{0,3}\d{4}/.test(body)) return `${quote(typed)}里有不止一个日期，请只填一个。`;
  if (SHORT_YEAR.test(body)) return `${quote(typed)}的年份只有两位，请写四位年份。`;
  if (WITHOUT_DAY.test(body)) return `${quote(typed)}只有年和月，请写到日。`;
  if (WITHOUT_YEAR.test(body)) return `${quote(typed)}没有四位的年份，请连年份一起写。`;
  if (YEAR_ONLY.test(body)) return `${quote(typed)}只有年份，请写上月和日。`;
  if (SHORT.test(body)) return `${quote(typed)}有 ${body.length} 位数字，请写四位年份、两位月份和两位日期。`;
  return `没有看懂${quote(typed)}，请按年、月、日写一个日期。`;
};

const YEARS_BACK = new Map(Object.entries({ 今年: 0, 本年: 0, 本年度: 0, 去年: 1, 上年: 1, 上年度: 1, 前年: 2 }));

const readYear = (body: string, typed: string, on: Day): Sense<number> => {
  const back = YEARS_BACK.get(body);
  if (back !== undefined) return doubtYear(typed, partsOf(on).year - back);
  const number = body.includes(",") ? undefined : parseNumber(body.replace(/年度?份?$/, ""));
  if (number?.round(0).eq(number) && isYear(number.toNumber())) return clear(number.toNumber());
  const day = readDate(body, typed, on);
  if (day.is === "clear") return doubtYear(typed, partsOf(day.value).year);
  if (number?.gte(100)) return refuse(`${quote(typed)}不在 ${FIRST} 到 ${LAST} 年之间，请核对年份。`);
  if (number) return refuse(`${quote(typed)}不是完整的年份，请写四位年份。`);
  return refuse(`没有看懂${quote(typed)}，请填一个四位年份。`);
};

const showYear = (value: number): string => `${value}年`;
const doubtYear = (typed: string, value: number): Sense<number> =>
  doubt(`${quote(typed)}按 ${showYear(value)} 记录可以吗？`, value);
