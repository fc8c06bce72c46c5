import { parseNumber, plainNumerals } from "../values/numeral.ts";
import { STOP } from "./flatten.ts";
import { type Address, type Doubt, type Quota, type Said, spanOf } from "./notice.ts";

const NUMBER = "(\\d{1,3}|[一二两三四五六七八九十贰叁壹]{1,3})";
const COPIES = new RegExp(`(?:一式 {0,2}|纸 ?质[^\\n\\u2029,]{0,12}?)${NUMBER} {0,2}份`, "g");
const ADDRESS =
  /(?<!注册|生产|经营|单位|企业|电子邮箱|网站|登[录陆]|查询)(?:报送|邮寄|寄送|联系|收件|递交|提交|通讯|办公|受理)?地 {0,4}址 {0,4}(?::|为) {0,4}([^\n\u2029]{4,120})/g;
const POSTCODE = /(?:邮编|邮政编码) {0,2}:? {0,2}(\d{6})(?!\d)/;
const SENT_TO =
  /(?:报送|寄送|邮寄|送达|提交|交|寄|送|(?<![申填上])报)[至到给]?([^,\n\u2029:()\d报送寄份]{2,24}(?:中心|厅|局|委员会|处|科|协会|公司))(?:\(([^)]{2,12}(?:局|处|科|中心))\))?/g;
const QUOTA = new RegExp(
  `([^,\\n\\u2029:]{0,30}?)(?:推荐|申报)[^,\\n\\u2029]{0,24}?(?:不超过|不多于|不得超过|限报|限额|最多|至多)(?:推荐|为)? {0,2}${NUMBER} {0,2}(?:个|家|名)`,
  "g",
);
const SITE = /登[录陆]:? {0,2}(?:到)?[“"「《]([^”"」》\n\u2029]{2,40})[”"」》]/;
const LINK = /https?:\/\/[\w./?=&%#-]{4,200}/;

/** How many copies on paper; asked where the text names several numbers. */
export const copiesIn = (text: string, flat: string): { copies: Said<number> | null; doubts: readonly Doubt[] } => {
  const all = [...flat.matchAll(COPIES)].map((match): Said<number> => {
    const value = numberOf(match[1]);
    return { ...spanOf(text, match.index, match.index + match[0].length), value };
  });
  const [first, ...more] = all;
  const others = more.filter(({ value }) => value !== first?.value);
  if (!first || others.length === 0) return { copies: first ?? null, doubts: [] };
  const mayBe = [...new Set(all.map(({ value }) => `${value}`))];
  const doubts = [first, ...others].map(({ words, start, end }): Doubt => {
    return { words, start, end, about: "copies", why: "份数写了不止一种，请核对。", mayBe };
  });
  return { copies: null, doubts };
};

/** Where papers go: the first address, a postcode in or after it, and the office that they are sent to. */
export const addressIn = (text: string, flat: string): Address | null => {
  const match = [...flat.matchAll(ADDRESS)].find(([, line = ""]) => !/https?:|www\.|_{2}|@/.test(line));
  if (!match?.[1]) return null;
  const start = match.index;
  const end = start + match[0].length;
  const [said = ""] = match[1].split(/[,(]? {0,2}(?:邮编|邮政编码|联 {0,4}系|收件|电话|电 话)| {3,}/);
  const at = start + match[0].indexOf(match[1]);
  const line = text
    .slice(at, at + said.length)
    .replace(/\s+/g, " ")
    .replace(/[（(，,、\s]+$/, "")
    .trim();
  const postcode = POSTCODE.exec(flat.slice(start, end + 60))?.[1] ?? null;
  return line === "" ? null : { ...spanOf(text, start, end), line, to: receiverIn(flat), postcode };
};

const receiverIn = (flat: string): string | null => {
  const sentences = flat.split(STOP).filter((one) => /纸|一式|寄/.test(one));
  const [, office, bureau] = sentences.flatMap((one) => [...one.matchAll(SENT_TO)]).at(-1) ?? [];
  return office ? `${office.trim()}${bureau ? `（${bureau}）` : ""}` : null;
};

/** How many may be recommended; where the text sets several, the first is the rule and the others are asked about. */
export const quotaIn = (text: string, flat: string): { quota: Quota | null; doubts: readonly Doubt[] } => {
  const [first, ...more] = [...flat.matchAll(QUOTA)].map((match): Quota => {
    const span = spanOf(text, match.index, match.index + match[0].length);
    const per = (match[1] ?? "").replace(/^.*(?:每个?|请|\))(?=[^)])/, "").replaceAll(" ", "");
    return { ...span, per, atMost: numberOf(match[2]) };
  });
  const others = more.filter(({ atMost, per }) => atMost !== first?.atMost || per !== first.per);
  const doubts = others.map(({ words, start, end, atMost }): Doubt => {
    return { words, start, end, about: "quota", why: "名额还写了另一种，请核对适用范围。", mayBe: [`${atMost}`] };
  });
  return { quota: first ?? null, doubts };
};

/** The site on which one applies. */
export const onlineIn = (text: string, flat: string): Said<string> | null => {
  const match = SITE.exec(flat) ?? LINK.exec(flat);
  if (!match) return null;
  return { ...spanOf(text, match.index, match.index + match[0].length), value: (match[1] ?? match[0]).trim() };
};

const numberOf = (text = ""): number => parseNumber(plainNumerals(text))?.toNumber() ?? 0;
