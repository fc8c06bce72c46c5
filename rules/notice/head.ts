import type { Day, RoundDate } from "../define.ts";
import { dayOf, daysInMonth } from "../values/day.ts";
import type { Mention } from "./mention.ts";
import { type Doubt, type Said, spanOf } from "./notice.ts";
import { rolesIn } from "./role.ts";

const KINDS = "(?:通知|公告|公示|通告|函|意见|办法》?|指南)";
const TITLE = new RegExp(
  `(?:^|[\\n\u2029]) *([^\\n\u2029:,]{0,40}关于[^\u2029:,]{2,150}?${KINDS}|[^\\n\u2029:,\\d]{0,40}${KINDS})(?= *(?:$|[\\n\u2029]|\\())`,
);
const NUMBER = /(?:^|[\n\u2029]) *([一-龥]{2,14}) {0,2}[[(] {0,2}(20\d{2}) {0,2}[\])] {0,2}第? {0,2}(\d{1,4}) {0,2}号/;
const ADDRESSEE = /(?:^|[\n\u2029]) *([^\n\u2029:]{2,80}): *(?=[\n\u2029])/;
const APPENDIX = /[\n\u2029] *附件 {0,2}(?:\d{1,2}|[一二三四五六七八九十])? *(?=[\n\u2029])/;
/** Nothing on the line but the date, or an office before it, or 印发 after it. */
const SIGNED = /^([^\n，,：:\d]{0,30}[局厅委会室心府处])?\s*$/;
const SIGNATURE_ENDS = /^[^\S\n]*(印发)?[^\S\n]*(?:[（(]此件[^)）]{0,20}[)）])?[^\S\n]*(?:$|\n)/;

/** A website's or an office's own label. */
const POSTED = /(?:发布|发文|印发|成文)(?:时间|日期) *[：:]? *$/;
const OFFICE = /^[^，,：:\d]{0,30}[局厅委会室心府处](?:办公室)?\s*$/;

/** The notice's title on one line. */
export const titleIn = (text: string, flat: string): Said<string> | null => {
  const match = TITLE.exec(flat.slice(0, 4000));
  if (!match?.[1]) return null;
  const start = match.index + match[0].length - match[1].length;
  const span = spanOf(text, start, start + match[1].length);
  return { ...span, value: span.words.replace(/\s+/g, "") };
};

/** The document's number (文号) where it stands on a line of its own; others are references. */
export const numberIn = (text: string, flat: string): Said<string> | null => {
  const match = NUMBER.exec(flat.slice(0, 4000));
  if (!match) return null;
  const [whole, organ = "", year, number] = match;
  const start = match.index + whole.indexOf(organ);
  return { ...spanOf(text, start, match.index + whole.length), value: `${organ}〔${year}〕${number}号` };
};

/** Whom the notice is addressed to, where that is departments of one level. */
export const addresseeIn = (flat: string): RoundDate["role"] | null => {
  const [, line = ""] = ADDRESSEE.exec(flat.slice(0, 4000)) ?? [];
  const [role, ...more] = new Set(rolesIn(line).map(({ role }) => role));
  return more.length > 0 || role === undefined || role === "many" || role === "here" ? null : role;
};

/** Where the annexes begin. */
export const bodyEnd = (flat: string): number => APPENDIX.exec(flat)?.index ?? flat.length;

interface Issued {
  readonly issuedOn: Said<Day> | null;
  readonly doubts: readonly Doubt[];
  /** Where dates stand that only say when it was issued. */
  readonly places: ReadonlySet<number>;
}

/** The day under the signature, in the body; 印发 or 发布时间 where that is missing. Several signatures' days are asked about. */
export const issuedIn = (text: string, mentions: readonly Mention[], body: number): Issued => {
  const signed = mentions.flatMap((mention) => signedAt(text, mention));
  const own = signed.filter(({ span, isPrinted }) => !isPrinted && span.start < body);
  const under = own.filter(({ isUnderOffice }) => isUnderOffice);
  const printed = signed.filter(({ isPrinted }) => isPrinted).slice(0, 1);
  const chosen = [under, own, printed].find((some) => some.length > 0) ?? [];
  const places = new Set([...chosen, ...signed.filter(({ isPrinted }) => isPrinted)].map(({ span }) => span.start));
  const ask = (why: string, mayBe: readonly Day[]): Issued => ({
    ...{ issuedOn: null, places },
    doubts: chosen.slice(-1).map(({ span }) => ({ ...span, about: "issuedOn", why, mayBe })),
  });
  const days = [...new Set(chosen.map(({ day }) => day))];
  const [first, ...more] = days;
  if (first === undefined) return { issuedOn: null, doubts: [], places };
  if (first === null) return ask("发文日期在日历上不存在，请核对。", []);
  if (more.length > 0)
    return ask(
      "像发文日期的不止一个，请核对。",
      days.flatMap((day) => day ?? []),
    );
  return { issuedOn: chosen.map(({ span }) => ({ ...span, value: first })).at(-1) ?? null, doubts: [], places };
};

/** A date that stands as under a signature; its day is null where there is no such day. */
const signedAt = (text: string, { start, end, year, month, day, isLimit, open }: Mention) => {
  if (year === null || month === null || typeof day !== "number" || isLimit || open) return [];
  const lines = text.slice(Math.max(start - 80, 0), start).split(/[\n。]/);
  const isPosted = POSTED.test(lines.at(-1) ?? "");
  const ending = SIGNATURE_ENDS.exec(text.slice(end, end + 40));
  const before = SIGNED.exec(lines.at(-1) ?? "");
  if (!isPosted && !(ending && before)) return [];
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  const above = lines.slice(0, -1).findLast((line) => line.trim() !== "") ?? "";
  return [
    {
      span: spanOf(text, start, end),
      day: isDay ? dayOf(year, month, day) : null,
      isPrinted: isPosted || ending?.[1] !== undefined,
      isUnderOffice: before?.[1] !== undefined || OFFICE.test(above),
    },
  ];
};

/** Years that the title names: 2027年度. */
export const yearsIn = (title: string): readonly number[] => [
  ...new Set([...title.matchAll(/(20\d{2})年/g)].map(([, year]) => Number(year))),
];
