import { addWorkdays } from "../calendar/workdays.ts";
import type { Day } from "../define.ts";
import { addDays } from "../values/day.ts";
import { parseNumber } from "../values/numeral.ts";
import { STOP } from "./flatten.ts";
import type { Mention } from "./mention.ts";
import { type Doubt, spanOf } from "./notice.ts";

const COUNT = "(?<count>\\d{1,3}|[一二三四五六七八九十]{1,3})";
const WORKDAYS = "个? {0,2}工作日";

/** Limits that are told without a date. */
const MANNERS: readonly (readonly [RegExp, Doubt["about"], string])[] = [
  [
    new RegExp(
      `(?:通知|公告|印发|发布|公布|下发|发文|即日)[^,${STOP}\\d]{0,10}起[^,${STOP}\\d]{0,6}${COUNT} {0,2}(?<unit>${WORKDAYS}|个?自然日|日|天)之?内`,
      "g",
    ),
    "day",
    "期限按天数写，没有写日期，请核对是哪一天。",
  ],
  [
    new RegExp(`公示(?:期|时间|时限|期限)[^${STOP}]{0,30}?${COUNT} {0,2}${WORKDAYS}`, "g"),
    "window",
    "公示期按工作日写，请核对起止日期。",
  ],
  [
    /(?:[本下这]个?(?:周|星期|礼拜)[一二三四五六日天]?|(?<![一-龥])周[一二三四五六日天]|今[天日]|明[天日]|后天|(?<!\d)年[底末]|月[底末]|节前|春节|国庆节?|元旦|近期|尽快)[^,\n\u2029]{0,6}?(?:之前|以前|前|截止|报送|提交|上报)/g,
    "day",
    "没有写出确切的日期，请核对是哪一天。",
  ],
  [
    /(?<![\d月年第个.])(?<!月 )\d{1,2}[号日] ?(?:下班)?(?:之前|以前|前(?![期往后三]))/g,
    "day",
    "只写了几号，没有写月份，请核对是哪一天。",
  ],
];

/** So many days from something, 下周五前, 23号前: each is asked about. Where a date was found it speaks for itself. */
export const vagueIn = (
  text: string,
  flat: string,
  mentions: readonly Mention[],
  issuedOn: Day | null,
): readonly Doubt[] =>
  MANNERS.flatMap(([pattern, about, why]) =>
    [...flat.matchAll(pattern)].flatMap(({ 0: whole, index, groups = {} }): readonly Doubt[] => {
      const end = index + whole.length;
      if (mentions.some((one) => one.start < end && index < one.end)) return [];
      return [{ ...spanOf(text, index, end), about, why, mayBe: counted(issuedOn, groups) }];
    }),
  );

const counted = (issuedOn: Day | null, { count = "", unit }: Readonly<Record<string, string | undefined>>) => {
  const days = parseNumber(count)?.toNumber();
  if (!issuedOn || days === undefined || unit === undefined) return [];
  return [unit.includes("工作日") ? addWorkdays(issuedOn, days).on : addDays(issuedOn, days)];
};
