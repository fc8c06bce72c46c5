import { parseNumber } from "../values/numeral.ts";

const HOUR = "(?<hour>\\d{1,2}|[零一二三四五六七八九十]{1,3})";
const PART = "(?<part>凌晨|早上|上午|中午|下午|傍晚|晚上|晚)";

/** A time of day as notices write it; the groups are for `readClock`. */
export const CLOCK = `(?:${PART} {0,4})?${HOUR} {0,2}(?:: {0,2}(?<minute>[0-5]\\d)(?::[0-5]\\d)?(?!\\d)|[时点](?!间)(?:整| {0,2}(?<minutes>\\d{1,2}) {0,2}分|(?<half>半))?)`;

export interface Clock {
  /** `HH:MM`, up to `24:00`. */
  readonly at: string;
  /** What it may be instead: morning or afternoon, this midnight or the next. */
  readonly or: string | null;
}

/** The time of day in a match of `CLOCK`; null where there is no such time. */
export const readClock = (groups: Readonly<Record<string, string | undefined>>): Clock | null => {
  const said = Number(parseNumber(groups.hour ?? "") ?? groups.hour);
  const minute = groups.half ? 30 : Number(groups.minute ?? groups.minutes ?? 0);
  const isAfternoon = /下午|傍晚|晚/.test(groups.part ?? "") || (groups.part === "中午" && said < 11);
  const isMidnight = said === 12 && /晚/.test(groups.part ?? "");
  const hour = (isAfternoon && said < 12) || isMidnight ? said + 12 : said;
  if (!(hour * 60 + minute <= 24 * 60 && minute < 60)) return null;
  const at = show(hour, minute);
  if (hour === 0 && minute === 0) return { at, or: "24:00" };
  const isOpen = !groups.part && groups.minute === undefined && hour >= 1 && hour < 8;
  return { at, or: isOpen ? show(hour + 12, minute) : null };
};

const show = (hour: number, minute: number): string =>
  [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
