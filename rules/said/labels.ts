import type { Field } from "../define.ts";
import { fold } from "../values/fold.ts";

export interface Labelled {
  readonly id: string;
  readonly field: Field;
}

/** Kinds that name themselves, whatever a form calls them. */
const NAMED_BY_KIND: Partial<Record<Field["kind"], readonly string[]>> = {
  creditCode: ["统一社会信用代码", "社会信用代码", "信用代码", "税号", "纳税人识别号", "统一代码"],
  postcode: ["邮编", "邮政编码"],
  mobile: ["手机", "手机号", "手机号码", "移动电话", "联系人手机", "联系人手机号"],
  email: ["邮箱", "电子邮箱", "电子邮件", "邮件", "邮箱地址", "email", "e-mail"],
  url: ["网址", "网站", "官网", "网站地址", "公司网站", "单位网站"],
};

/** The words that name a field besides its label. */
const aliasesOf = (field: Field): readonly string[] => [...(field.aliases ?? []), ...(NAMED_BY_KIND[field.kind] ?? [])];

/** All words that name a field, as forms and people write them. */
export const namesOf = (field: Field): readonly string[] => [field.label, ...aliasesOf(field)];

/**
 * The ids of the fields that a label in somebody's words may mean, by the first way that finds any: the exact label;
 * without brackets, numbering and punctuation; another name of the field; without the owner (公司的…); the only label
 * of which the words are the greater part. Several are equally good; none is `[]`.
 */
export const fieldsLabelled = (words: string, fields: readonly Labelled[]): readonly string[] => {
  const index = indexOf(fields);
  const wanted = bare(words);
  if (wanted === "") return [];
  const ownerless = wanted.replace(OWNER, "");
  const ways = [
    () => index.exact.get(same(words)),
    () => index.bare.get(wanted),
    () => index.aliases.get(wanted),
    () => index.bare.get(ownerless) ?? index.aliases.get(ownerless),
    () => onlyPart(wanted, index.bare),
  ];
  return ways.map((way) => way() ?? []).find((found) => found.length > 0) ?? [];
};

const OWNER = /^(?:我们|我司|咱们|本|贵)?(?:公司|单位|企业|机构)?的?/;

const same = (words: string): string => fold(words).toLowerCase().replaceAll(" ", "");

const NUMBERING = /^(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．]|[①-⑳])/;
const BRACKETS = /[([【〔][^()[\]【】〔〕]{0,40}[)\]】〕]/g;

const bare = (words: string): string => {
  const plain = same(words.slice(0, 200).trim().replace(NUMBERING, ""));
  const named = plain.replace(BRACKETS, "").replace(/^其中:/, "");
  return (named === "" ? plain : named).replace(/[^\p{L}\p{N}]/gu, "");
};

/** Less than half of a label may belong to anything: 日期, 服务. */
const onlyPart = (wanted: string, labels: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  if (wanted.length < 2) return [];
  const found = [...labels].filter(([label]) => label.includes(wanted) && wanted.length * 2 > label.length);
  return found.length === 1 ? (found[0]?.[1] ?? []) : [];
};

interface Index {
  readonly exact: ReadonlyMap<string, readonly string[]>;
  readonly bare: ReadonlyMap<string, readonly string[]>;
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

const indexes = new WeakMap<readonly Labelled[], Index>();

/** Made once for each list of fields: a pasted form asks for many labels. */
const indexOf = (fields: readonly Labelled[]): Index => {
  const known = indexes.get(fields);
  if (known) return known;
  const index = {
    exact: byName(fields, ({ field }) => [same(field.label)]),
    bare: byName(fields, ({ field }) => [bare(field.label)]),
    aliases: byName(fields, ({ field }) => aliasesOf(field).map(bare)),
  };
  indexes.set(fields, index);
  return index;
};

const byName = (fields: readonly Labelled[], names: (one: Labelled) => readonly string[]) => {
  const index = new Map<string, readonly string[]>();
  for (const one of fields) {
    for (const name of new Set(names(one))) index.set(name, [...(index.get(name) ?? []), one.id]);
  }
  return index as ReadonlyMap<string, readonly string[]>;
};
