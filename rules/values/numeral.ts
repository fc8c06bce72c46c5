import Big from "big.js";

const DIGITS = "零一二三四五六七八九";
const UNITS = [
  ["亿", 8],
  ["万", 4],
  ["千", 3],
  ["百", 2],
  ["十", 1],
] as const;

const PLAIN: Readonly<Record<string, string>> = {
  ...{ 〇: "零", "○": "零", 壹: "一", 贰: "二", 貳: "二", 两: "二", 兩: "二", 叁: "三", 參: "三", 肆: "四" },
  ...{ 伍: "五", 陆: "六", 陸: "六", 柒: "七", 捌: "八", 玖: "九", 拾: "十", 佰: "百", 仟: "千", 萬: "万", 億: "亿" },
  ...{ 廿: "二十", 卅: "三十" },
};

/** The characters a number is made of, after `plainNumerals`; for use inside a character class. */
export const NUMERALS = `\\d${DIGITS}十百千万亿`;

/** Numerals in their plain form: 贰佰萬 → 二百万, 两 → 二, 廿 → 二十, 25w → 25万, 三个亿 → 三亿. */
export const plainNumerals = (text: string): string =>
  text
    .replace(/[〇○壹贰貳两兩叁參肆伍陆陸柒捌玖拾佰仟萬億廿卅]/g, (c) => PLAIN[c] ?? c)
    .replace(/(?<=\d)w/gi, "万")
    .replace(/个(?=[万亿])/g, "");

/**
 * The exact number that the whole text is, or nothing where that is not sure: `1.2万`, `3千5百`, `一百二` (120),
 * `3万5` (35000), `二〇一九`, `三点五亿`. Takes plain numerals without spaces or sign.
 */
export const parseNumber = (text: string): Big | undefined =>
  parseArabic(text) ?? parsePoint(text) ?? parseUnits(text, true);

/** `2,500.5万`: figures, grouped by threes or not, then at most one small and one large unit. */
const parseArabic = (text: string): Big | undefined => {
  const parts = /^(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?([十百千]?(?:万亿|万|亿)?)$/.exec(text);
  if (!parts) return undefined;
  const [, whole = "", fraction = "", units = ""] = parts;
  return new Big(whole.replaceAll(",", "") + fraction).times(powerOf(units));
};

/** `一百零五点二五万`. */
const parsePoint = (text: string): Big | undefined => {
  const parts = /^([^点]+)点([零一二三四五六七八九]+)([十百千]?(?:万亿|万|亿)?)$/.exec(text);
  if (!parts) return undefined;
  const [, whole = "", fraction = "", units = ""] = parts;
  const integer = parseUnits(whole, false);
  return integer && new Big(`${integer.toFixed()}.${figuresOf(fraction)}`).times(powerOf(units));
};

/**
 * A number by its largest unit: so many of it, then the rest, which must be smaller. Where the text ends after it
 * (`isLast`), a single digit after a unit counts the next lower one, as in speech: 一百二 is 120.
 */
const parseUnits = (text: string, isLast: boolean): Big | undefined => {
  const found = UNITS.find(([name]) => text.includes(name));
  if (!found) return parseFigures(text);
  const [name, power] = found;
  const at = text.indexOf(name);
  const many = name === "十" && at === 0 ? new Big(1) : parseUnits(text.slice(0, at), false);
  const rest = parseRest(text.slice(at + 1), power, isLast);
  const atMost = new Big(10).pow(power < 4 ? 1 : power);
  if (!many || !rest || many.eq(0) || many.gte(atMost)) return undefined;
  return many.times(powerOf(name)).plus(rest);
};

/** What follows a unit of 10^`power`. */
const parseRest = (text: string, power: number, isLast: boolean): Big | undefined => {
  if (text === "") return new Big(0);
  const isDigit = /^[1-9一二三四五六七八九]$/.test(text);
  if (isDigit && power > 1) return isLast ? new Big(figuresOf(text)).times(new Big(10).pow(power - 1)) : undefined;
  if (/^\d+$/.test(text)) return text.length === power ? new Big(text) : undefined;
  const rest = power > 1 && text.startsWith("零") ? text.slice(1) : text;
  const isPlain = /^[1-9一二三四五六七八九十]/.test(rest) && !/^[零一二三四五六七八九]{2}/.test(rest);
  const value = isPlain ? parseUnits(rest, isLast) : undefined;
  return value?.lt(new Big(10).pow(power)) ? value : undefined;
};

/** Figures without a unit: `250`, `五`, `二〇一九`. 二三 or 五六七 may be "two or three": not surely a number. */
const parseFigures = (text: string): Big | undefined => {
  if (/^(?:0|[1-9]\d*)$/.test(text) || /^[零一二三四五六七八九]$/.test(text)) return new Big(figuresOf(text));
  const isSure = /^[一二三四五六七八九][零一二三四五六七八九]+$/.test(text) && (text.includes("零") || text.length > 3);
  return isSure ? new Big(figuresOf(text)) : undefined;
};

/** The figures of digits written one by one: 二〇一九, 二0一九 → 2019. */
export const figuresOf = (text: string): string =>
  text.replace(/[零一二三四五六七八九]/g, (c) => String(DIGITS.indexOf(c)));

const powerOf = (units: string): Big =>
  [...units].reduce((product, unit) => product.times(new Big(10).pow(powerByUnit[unit] ?? 0)), new Big(1));
const powerByUnit: Readonly<Record<string, number>> = Object.fromEntries(UNITS);
