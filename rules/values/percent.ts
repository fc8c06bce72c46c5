import Big from "big.js";
import type { Decimal } from "../define.ts";
import { decimalSchema, placesOf, toDecimal } from "./decimal.ts";
import { explainFigure, readFigure } from "./figure.ts";
import { clear, doubt, type MannerOf, quote, refuse, type Sense } from "./manner.ts";
import { parseNumber } from "./numeral.ts";

const PLACES = 6;

/** Shares from 0 to 100, stored in percent: 80% is `"80"`; a change from -100 on. */
export const percent: MannerOf<"percent", Decimal> = {
  read: (text, { isChange }) =>
    readFigure<Decimal>(text, {
      show: (value) => `${value}%`,
      nothing: "0",
      read: isChange ? readChange : readShare,
    }),
  show: (value) => `${value}%`,
  plain: (value) => value,
  schema: ({ isChange }) =>
    decimalSchema(PLACES, (number) => (isChange ? number.gte(-100) : number.gte(0) && number.lte(100))),
  example: () => "80%",
};

const readShare = (body: string, typed: string): Sense<Decimal> => {
  if (/^[-负]/.test(body)) return refuse(`${quote(typed)}是负数，百分比应在 0 到 100 之间。`);
  if (/^(?:一?半|半数)$/.test(body)) return doubt(`${quote(typed)}按 50% 记录可以吗？`, "50");
  if (/^(?:全部|全都是|都是|所有)$/.test(body)) return doubt(`${quote(typed)}按 100% 记录可以吗？`, "100");
  const fraction = fractionOf(body);
  if (fraction) return readFraction(...fraction, typed);
  const stated = statedOf(body);
  if (stated) return settle(stated, typed);
  const bare = parseNumber(body);
  if (!bare) return refuse(explainFigure(body, typed, "百分比，例如 80%"));
  if (bare.eq(0) || bare.gt(1)) return settle(bare, typed);
  const [low, high] = [settle(bare, typed), settle(bare.times(100), typed)];
  if (low.is !== "clear" || high.is !== "clear") return low;
  return doubt(`${body} 可能是 ${low.value}%，也可能是 ${high.value}%，请问是哪一个？`, low.value, high.value);
};

/** 增长12%, 下降5%, -5: a change. */
const readChange = (body: string, typed: string): Sense<Decimal> => {
  if (/^(?:持平|不变)$/.test(body)) return clear("0");
  const [, fall, size = ""] =
    /^(?:(-|负|(?:同比)?(?:下降|减少|降低)了?)|(?:同比)?(?:增长|增加|上升)了?)?(.+)$/.exec(body) ?? [];
  const number = statedOf(size) ?? parseNumber(size);
  if (!number) return refuse(explainFigure(body, typed, "百分比，例如 12% 或 -5%"));
  const change = fall ? number.neg() : number;
  if (change.lt(-100)) return refuse(`${quote(typed)}：下降不会超过 100%。`);
  if (placesOf(change) > PLACES) return refuse(`${quote(typed)}的小数太长，最多 ${PLACES} 位。`);
  return clear(toDecimal(change));
};

/** 80%, 百分之八十, 千分之五, 八成五: a share that says so itself, in percent. */
const statedOf = (body: string): Big | undefined => {
  const [, marked] = /^(.+?)(?:%|个百分点|个点)$/.exec(body) ?? [];
  if (marked) return parseNumber(marked);
  if (/^百分之?(?:一?百)$/.test(body)) return new Big(100);
  const [, of, parts] = /^([百千万])分之(.+)$/.exec(body) ?? [];
  if (of && parts) return parseNumber(parts)?.times({ 百: "1", 千: "0.1", 万: "0.01" }[of] ?? 1);
  const [, tenths, more] = /^(.+?)成([\d一二三四五六七八九半])?$/.exec(body) ?? [];
  const tens = parseNumber(tenths ?? "")?.times(10);
  return more ? tens?.plus(more === "半" ? 5 : (parseNumber(more) ?? 0)) : tens;
};

const fractionOf = (body: string): readonly [Big, Big] | undefined => {
  const [, below, above] = /^([^百千万].*?)分之(.+)$/.exec(body) ?? [];
  const [, numerator, denominator] = /^(\d+)\/(\d+)$/.exec(body) ?? [];
  const [part, whole] = [parseNumber(above ?? numerator ?? ""), parseNumber(below ?? denominator ?? "")];
  return part && whole && !whole.eq(0) ? [part, whole] : undefined;
};

const readFraction = (part: Big, whole: Big, typed: string): Sense<Decimal> => {
  const share = part.times(100).div(whole).round(PLACES);
  if (share.times(whole).eq(part.times(100))) return settle(share, typed);
  return refuse(`${quote(typed)}除不尽，请填成百分数，例如 ${share.round(2, Big.roundDown).toFixed()}%。`);
};

const settle = (share: Big, typed: string): Sense<Decimal> => {
  if (share.gt(100)) return refuse(`${quote(typed)}超过了 100%，百分比应在 0 到 100 之间。`);
  if (placesOf(share) > PLACES) return refuse(`${quote(typed)}的小数太长，最多 ${PLACES} 位。`);
  return clear(toDecimal(share));
};
