import type { Field } from "../define.ts";
import { halfAnswerIn } from "./half.ts";
import type { Labelled } from "./labels.ts";
import { endOfName, idsNamed, type Reads, type Search, searchFor } from "./search.ts";
import { spokenAt } from "./spoken.ts";
import { isStructured } from "./value.ts";

/**
 * How a label is set apart from its value; `spoken` by a verb or after it: 我们公司叫…, 2019年3月5日注册. `stop` is not
 * set apart: what follows is no value, nor does it belong to the part before.
 */
type Mark = "colon" | "tab" | "line" | "word" | "space" | "none" | "spoken" | "stop";

/** Where a labelled part begins, where its value does, and what the label may mean: nothing, where no value follows. */
export interface Head {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly fields: readonly string[];
  readonly mark: Mark;
  /** The value that stood before the label. */
  readonly value?: string;
}

const PART_END = /[\n\t；;，,。、.!！ \u3000]+/g;
const BULLET =
  /[ \t]*(?:[-*•·—>]+[ \t]*|[(（]?\d{1,2}[)）.、．][ \t]*|[①-⑳][ \t]*|[一二三四五六七八九十]{1,3}[、.][ \t]*)?[【[「『]?/y;
const LEAD =
  /(?:另外|还有|对了|然后|再有|其次|以及|并且|同时|而且|顺便(?:说一下)?|补充(?:一下)?|目前|现在|其中|嗯|呃|那个|[，,、 ]){0,6}/y;
const OWNER = /(?:我们这?|我司|咱们?|本|贵)?(?:公司|单位|企业|机构)?的?/y;
const BEFORE_MARK = /[ \t]*(?:[([【〔][^()[\]【】〔〕\n]{0,20}[)\]】〕])?/y;
const MARKS: readonly (readonly [Mark, RegExp])[] = [
  ["colon", /[ \t]*(?:[】\]」』]?[ \t]*[:=]|[】\]」』]|->|→|—{1,2}|--)[ \t]*\n?[ \t]*/y],
  ["tab", / *\t */y],
  ["line", / *\n/y],
  ["word", /(?:就?是|为|叫做?|[写填]的?是) */y],
  ["space", / +/y],
  ["none", /(?=[^ ])/y],
];
const GENERIC = /([^\s:=，,；;。]{1,30})[ \t]*[:=][ \t]*\n?[ \t]*/y;
const VALUE_LENGTH = 200;
const LONGEST_NAME = 40;

/** The labelled parts of a text, in order. */
export const headsIn = (text: string, fields: readonly Labelled[], reads: Reads): readonly Head[] => {
  const search = searchFor(text, fields, reads);
  const heads: Head[] = [];
  for (let at = 0; at < text.length; ) {
    const head = headAt(search, at, heads.at(-1));
    if (head) heads.push(head);
    // A value may stand on the next line, or the next label, where the value is blank.
    const isNewLine = head && /\n[ \t]*$/.test(text.slice(head.start, head.end));
    at = head ? (isNewLine || head.value ? head.end : partAfter(text, head.end)) : partAfter(text, at);
  }
  return heads;
};

const partAfter = (text: string, at: number): number => {
  PART_END.lastIndex = at;
  return PART_END.test(text) ? PART_END.lastIndex : text.length;
};

/** The labelled part that begins here, if one does. */
const headAt = (search: Search, at: number, before: Head | undefined): Head | null => {
  const { flat } = search;
  if (isListed(search, at)) return null;
  const bulleted = endOf(BULLET, flat, at);
  const led = endOf(LEAD, flat, bulleted);
  const starts = [...new Set([at, bulleted, led, endOf(OWNER, flat, led)])];
  const ways = [namedAt, genericAt, saidAt, stopAt];
  for (const way of ways) {
    for (const from of starts) {
      const head = way(search, { at, from, before });
      if (head) return head;
    }
  }
  return null;
};

/** 注册资本、总资产：500万 says one value of two labels: it is nobody's. */
const isListed = ({ flat, names }: Search, at: number): boolean => {
  if (flat[at - 1] !== "、") return false;
  const [before = ""] = /[^\s;,。、.!]*$/.exec(flat.slice(Math.max(0, at - LONGEST_NAME), at - 1)) ?? [];
  return names.get(before[0] ?? "")?.includes(before) ?? false;
};

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
};

interface Place {
  /** Where the part begins, and where its label may, after a bullet and words that add nothing. */
  readonly at: number;
  readonly from: number;
  readonly before: Head | undefined;
}

/** A name of a field: 法定代表人 张三, 注册资本500万, 职工人数：20. */
const namedAt = (search: Search, place: Place): Head | null => {
  const { flat, names } = search;
  for (const name of names.get(flat[place.from] ?? "") ?? []) {
    const nameEnd = endOfName(flat, place.from, name);
    const head = nameEnd === null ? null : setApartAt(search, place, name, nameEnd);
    if (head) return head;
  }
  return null;
};

/** The head that a name makes with the mark behind it, if its value follows. */
const setApartAt = (search: Search, place: Place, name: string, nameEnd: number): Head | null => {
  const markAt = endOf(BEFORE_MARK, search.flat, nameEnd);
  const candidates = idsNamed(search, name);
  for (const [mark, pattern] of MARKS) {
    for (const from of new Set([markAt, nameEnd])) {
      pattern.lastIndex = from;
      if (!pattern.test(search.flat)) continue;
      const end = pattern.lastIndex;
      const fields = candidates.filter((id) => isSetApart(search, place, mark, end, search.byId.get(id)));
      const label = search.text.slice(place.from, from).trim();
      if (fields.length > 0) return { start: place.at, end, mark, fields, label };
    }
  }
  return null;
};

/** A name after a comma that no value follows: 法人张三. */
const stopAt = ({ flat, text, names }: Search, { at, from }: Place): Head | null => {
  if (!/[，,；;。\n]/.test(text[at - 1] ?? "")) return null;
  const name = names.get(flat[from] ?? "")?.find((one) => one.length > 1 && flat.startsWith(one, from));
  return name === undefined ? null : { start: at, end: from + name.length, mark: "stop", fields: [], label: name };
};

/** Without a colon, tab or line of its own a label must be followed by what is surely its value. */
const isSetApart = (search: Search, place: Place, mark: Mark, end: number, field: Field | undefined): boolean => {
  if (!field) return false;
  if (mark === "colon" || mark === "tab") return true;
  const lineStart = isLineStart(search.text, place.at);
  if (mark === "line") return lineStart;
  const value = search.text.slice(end, end + VALUE_LENGTH);
  if (isStructured(field)) return search.reads(field, value);
  if (field.kind === "text") {
    const first = value.split(/[\n；;，,。]/, 1)[0] ?? "";
    if (first.trim() === "" || halfAnswerIn(first) === "question") return false;
    return mark === "word" || (mark === "space" && (lineStart || place.before?.mark === "space"));
  }
  return field.kind !== "longText" && mark !== "none" && search.reads(field, value);
};

const isLineStart = (text: string, at: number): boolean => {
  let before = at;
  while (before > 0 && /[ \t]/.test(text[before - 1] ?? "")) before--;
  return before === 0 || text[before - 1] === "\n";
};

/** Other words before a colon that name a field: 公司的注册资本：500万, 满意度: 95%. */
const genericAt = (search: Search, { at, from }: Place): Head | null => {
  GENERIC.lastIndex = from;
  const [, words = ""] = GENERIC.exec(search.flat) ?? [];
  const fields = words === "" ? [] : idsNamed(search, words);
  const end = GENERIC.lastIndex;
  return fields.length > 0
    ? { start: at, end, mark: "colon", fields, label: search.text.slice(from, from + words.length) }
    : null;
};

const saidAt = (search: Search, { at, from }: Place): Head | null => {
  const spoken = spokenAt(search.text, from);
  const fields = spoken ? idsNamed(search, spoken.means) : [];
  if (!spoken || fields.length === 0) return null;
  const { label, end, value } = spoken;
  return { start: at, end, mark: "spoken", fields, label, ...(value === null ? {} : { value }) };
};
