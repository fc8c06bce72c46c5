import Big from "big.js";
import type { Decimal } from "../define.ts";
import { decimalSchema, isTooLarge, placesOf, toDecimal } from "./decimal.ts";
import { explainFigure, readFigure } from "./figure.ts";
import { clear, doubt, type MannerOf, quote, refuse, type Sense } from "./manner.ts";
import { parseNumber } from "./numeral.ts";

type Unit = "万元" | "亿元";

/** How many yuan a unit is, as a power of ten; a fen is 10^-2 yuan. */
const POWER: Readonly<Record<Unit, number>> = { 万元: 4, 亿元: 8 };
/** From 100亿元 on, a bare number was hardly meant in the field's unit. */
const DOUBTFUL_YUAN = new Big("1e10");

const FOREIGN =
  /美元|美金|美刀|usd|\$|欧元|eur|€|英镑|gbp|£|港[币元]|hkd|日[元圆]|jpy|韩元|[澳加新]元|[新台]币|卢布|法郎/i;
const SIGN = /^(?:-|负|净?亏损?了?)/;
const CURRENCY = /^(?:人民币(?:\(大写\))?|rmb|cny|¥)|(?:人民币|rmb|cny)$/gi;
const PARTS =
  /^(.+?)(?:元|圆|块钱|块)?(?:零?([\d一二三四五六七八九])[角毛])?(?:零?([\d一二三四五六七八九])分)?[整正]?$/;

/** Amounts in the field's unit, exact to the fen. A bare number is in that unit; losses are negative. */
export const money: MannerOf<"money", Decimal> = {
  read: (text, kind) => {
    if (FOREIGN.test(text)) return refuse(`${quote(text)}是外币，请按汇率折成人民币后再填（单位：${kind.unit}）。`);
    return readFigure<Decimal>(text, {
      show: (value) => `${value} ${kind.unit}`,
      nothing: "0",
      read: (body, typed) => readAmount(body, typed, kind.unit),
    });
  },
  show: (value, { unit }) => `${value} ${unit}`,
  plain: (value) => value,
  schema: ({ unit }) => decimalSchema(POWER[unit] + 2),
  example: ({ unit }) => (unit === "万元" ? "250万元" : "0.3亿元"),
};

const readAmount = (body: string, typed: string, unit: Unit): Sense<Decimal> => {
  const unmarked = body.replace(CURRENCY, "");
  const amount = unmarked.replace(SIGN, "").replace(CURRENCY, "");
  const isNegative = SIGN.test(unmarked);
  const [, number = "", jiao, fen] = PARTS.exec(amount) ?? [];
  const parsed = parseNumber(number);
  if (!parsed) return refuse(explainFigure(body, typed, `金额（单位：${unit}）`));
  const signed = isNegative ? parsed.neg() : parsed;
  const isBare = body.replace(SIGN, "") === number && !/[万亿]/.test(number);
  if (isBare) return readBare(signed, unit, isNegative ? `-${number}` : number);
  const small = new Big(parseNumber(jiao ?? "") ?? 0).div(10).plus(new Big(parseNumber(fen ?? "") ?? 0).div(100));
  return settle(signed.plus(isNegative ? small.neg() : small), 0, unit, typed);
};

const readBare = (number: Big, unit: Unit, written: string): Sense<Decimal> => {
  // Books group yuan by thousands: 2,500,000 is 250 万元; as 万元 it would be 250 亿元, which no applicant has.
  const isBookYuan = unit === "万元" && written.includes(",") && number.abs().gte("1e6");
  if (isBookYuan) return settle(number, 0, unit, written);
  const inUnit = settle(number, POWER[unit], unit, written);
  const isDoubtful =
    number.abs().times(`1e${POWER[unit]}`).gte(DOUBTFUL_YUAN) || (written.includes(",") && number.abs().gte("1e5"));
  // 3000 for 亿元 was thought of in 万元; 2,500,000 in 元.
  const [name, power] = unit === "亿元" && number.abs().lt("1e6") ? ["万元", 4] : ["元", 0];
  const inOther = settle(number, power, unit, written);
  if (!isDoubtful || inUnit.is !== "clear") return inUnit;
  if (inOther.is !== "clear") return doubt(`${quote(written)}按 ${inUnit.value} ${unit} 记录可以吗？`, inUnit.value);
  const why = `${quote(written)}是 ${written} ${name}（= ${inOther.value} ${unit}），还是 ${written} ${unit}？`;
  return doubt(why, inOther.value, inUnit.value);
};

/** A number of 10^`power` yuan in the field's unit, if it is no finer than a fen. */
const settle = (number: Big, power: number, unit: Unit, written: string): Sense<Decimal> => {
  const value = number.times(`1e${power - POWER[unit]}`);
  if (isTooLarge(value)) return refuse(`${quote(written)}太大了，请核对一下位数和单位（${unit}）。`);
  if (placesOf(value) > POWER[unit] + 2)
    return refuse(`${quote(written)}比 1 分钱还细，最多保留 ${POWER[unit] + 2} 位小数（单位：${unit}）。`);
  return clear(toDecimal(value));
};
