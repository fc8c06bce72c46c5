import { figuresOf, parseNumber } from "../values/numeral.ts";
import { CLOCK, type Clock, readClock } from "./clock.ts";

/** A date as it stands in the text, not yet placed in a year. */
export interface Mention {
  readonly start: number;
  /** After the date with its weekday, time and 前. */
  readonly end: number;
  readonly year: number | null;
  /** 今年, 次年, 每年, or 本月, 下月 instead of a month. */
  readonly relative: string | null;
  readonly month: number | null;
  readonly day: number | "end" | null;
  /** Why the way it is written leaves it open. */
  readonly open: string | null;
  /** From 0 (Sunday), where one is told. */
  readonly weekday: number | null;
  readonly clock: Clock | "none such" | null;
  /** 前, 止, 截止: what has to be done by then. */
  readonly isLimit: boolean;
}

const G = " {0,8}";
const DIGIT = "[\\d零一二三四五六七八九]";
const PART = "(?:\\d(?: {0,2}\\d)?|[一二三四五六七八九十]{1,3})";
const YEAR = `(?<!${DIGIT})(?<year>${DIGIT}(?: {0,2}${DIGIT}){3})${G}年`;
const SHORT_YEAR = `(?<!${DIGIT} ?)(?<short>\\d{2})${G}年`;
const YEARS = `(?:${YEAR}|${SHORT_YEAR}|(?<relative>今年|本年|当年|明年|次年|来年|翌年|每年))${G}`;
const MONTH = `(?<!${DIGIT})(?<month>${PART})${G}月份?${G}`;
const DAY = `(?<day>${PART})${G}[日号]`;
const BEFORE = `(?=${G}(?:之前|以前|前|截止|止|底前))`;

const FORMS = [
  `(?:${YEARS})?${MONTH}(?:${DAY}|(?<end>[底末])|(?<vague>[上中下]旬|初)|(?<bare>${PART})${BEFORE}|${BEFORE}|(?=${PART} ?[-至到~]))`,
  "(?<![\\d.])(?<year>20\\d{2})[-./](?<month>\\d{1,2})[-./](?<day>\\d{1,2})日?(?!\\d)",
  `(?<!\\d)(?<year>20\\d{2})(?<month>\\d{2})(?<day>\\d{2})${BEFORE}`,
  `(?<![\\d./-])(?<month>\\d{1,2})[./](?<bare>\\d{1,2})[日号]?${BEFORE}`,
  `(?<relative>本月|当月|下个?月|次月)${G}份?${G}(?:${DAY}|(?<end>[底末]))`,
  `${YEAR}${G}(?<yearEnd>[底末])`,
].map((source) => new RegExp(source, "g"));

/** 至23日: the rest of a range whose month was told before. */
const REST = new RegExp(`${G}(?:起|开始)?${G}(?:至|到|-{1,2}|~)${G}${DAY}`, "y");
const SPREAD = new RegExp(`(?<from>${PART})${G}[日号]?${G}(?:至|到|-{1,2}|~)${G}${DAY}`, "y");
const TAIL = new RegExp(
  `(?:${G}\\(? {0,2}本?(?:星期|周|礼拜) {0,2}(?<weekday>[一二三四五六日天]) {0,2}\\)?)?(?:${G}[(,]?${G}(?:${CLOCK})${G}\\)?)?(?:\\(含[^)]{0,6}\\))?(?:${G}(?<limit>(?:[上下]午)?下班(?:之前|以前|前)|之前|以前|前(?![期往后三述款来年])|为?止|截止))?`,
  "y",
);

/** Every date in a flattened text, in order; a range gives two. */
export const mentionsIn = (flat: string): readonly Mention[] => {
  const found = FORMS.flatMap((form) => [...flat.matchAll(form)]).toSorted(
    (a, b) => a.index - b.index || b[0].length - a[0].length,
  );
  const mentions: Mention[] = [];
  for (const match of found) {
    const last = mentions.at(-1);
    if (!last || match.index >= last.end) mentions.push(...mentionsOf(flat, match));
  }
  return mentions;
};

const mentionsOf = (flat: string, match: RegExpExecArray | RegExpMatchArray): readonly Mention[] => {
  const start = match.index ?? 0;
  const groups = match.groups ?? {};
  const said = { start, ...yearOf(groups), month: numberOf(groups.month), open: openingOf(groups) };
  const end = start + match[0].length;
  const spread = said.month !== null && !dayIn(groups) ? at(SPREAD, flat, end) : null;
  if (spread) {
    const from = {
      ...said,
      day: numberOf(spread.groups?.from),
      open: null,
      end: end + (spread.groups?.from?.length ?? 0),
    };
    const to = { ...said, start: from.end, day: numberOf(spread.groups?.day), open: null };
    return [{ ...from, ...NO_TAIL }, withTail(flat, to, end + spread[0].length)];
  }
  const one = withTail(flat, { ...said, day: dayOf(groups), month: groups.yearEnd ? 12 : said.month }, end);
  const rest = one.day === null ? null : at(REST, flat, one.end);
  if (!rest) return [one];
  const to = { ...said, start: one.end, day: numberOf(rest.groups?.day) };
  return [one, withTail(flat, to, one.end + rest[0].length)];
};

const NO_TAIL = { weekday: null, clock: null, isLimit: false } as const;

const withTail = (flat: string, said: Omit<Mention, "end" | keyof typeof NO_TAIL>, end: number): Mention => {
  const tail = at(TAIL, flat, end);
  const groups = tail?.groups ?? {};
  const weekday = groups.weekday ? "日一二三四五六".indexOf(groups.weekday.replace("天", "日")) : null;
  const clock = groups.hour === undefined ? null : (readClock(groups) ?? "none such");
  return { ...said, end: end + (tail?.[0].trimEnd().length ?? 0), weekday, clock, isLimit: groups.limit !== undefined };
};

const at = (sticky: RegExp, text: string, index: number): RegExpExecArray | null => {
  sticky.lastIndex = index;
  return sticky.exec(text);
};

type Groups = Readonly<Record<string, string | undefined>>;

const yearOf = ({ year, short, relative }: Groups): Pick<Mention, "year" | "relative"> => {
  const figures = year ?? (short && `20${short}`);
  return { year: figures ? Number(figuresOf(figures.replaceAll(" ", ""))) : null, relative: relative ?? null };
};

const dayIn = ({ day, bare, end, vague, yearEnd }: Groups) => day ?? bare ?? end ?? vague ?? yearEnd;
const dayOf = ({ day, bare, end, yearEnd }: Groups): Mention["day"] => (end || yearEnd ? "end" : numberOf(day ?? bare));

const openingOf = (groups: Groups): string | null => {
  if (groups.short) return "年份只写了两位";
  if (groups.bare) return "像是日期，但“月”“日”没有写全";
  if (groups.vague) return `“${groups.vague}”不是确切的一天`;
  return dayIn(groups) === undefined ? "只写到月，没有写到日" : null;
};

const numberOf = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  const number = parseNumber(text.replaceAll(" ", "").replace(/^0(?=\d)/, ""));
  return number ? number.toNumber() : 0;
};
