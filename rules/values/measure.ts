import type { Decimal } from "../define.ts";
import { decimalSchema, isTooLarge, placesOf, toDecimal } from "./decimal.ts";
import { explainFigure, readFigure } from "./figure.ts";
import { clear, type MannerOf, quote, refuse, type Sense } from "./manner.ts";
import { parseNumber } from "./numeral.ts";
import { numberBefore } from "./unit.ts";

const PLACES = 6;

/** Exact measures from 0 on in the field's unit, such as 平方米; other units are not converted. */
export const measure: MannerOf<"decimal", Decimal> = {
  read: (text, { unit }) =>
    readFigure<Decimal>(text, {
      show: (value) => `${value} ${unit}`,
      nothing: "0",
      read: (body, typed) => readMeasure(body, typed, unit),
    }),
  show: (value, { unit }) => `${value} ${unit}`,
  plain: (value) => value,
  schema: () => decimalSchema(PLACES, (number) => number.gte(0)),
  example: ({ unit }) => `320${unit}`,
};

const readMeasure = (body: string, typed: string, unit: string): Sense<Decimal> => {
  const number = parseNumber(numberBefore(body, unit));
  if (/^[-负]/.test(body)) return refuse(`${quote(typed)}是负数，这里要填 0 或正数（单位：${unit}）。`);
  if (!number && /亩|公顷/.test(body)) return refuse(`${quote(typed)}请先换算成${unit}再填（1 亩约 666.67 平方米）。`);
  if (!number) return refuse(explainFigure(body, typed, `以“${unit}”为单位的数`));
  if (isTooLarge(number)) return refuse(`${quote(typed)}太大了，请核对一下位数。`);
  if (placesOf(number) > PLACES) return refuse(`${quote(typed)}的小数太长，最多 ${PLACES} 位。`);
  return clear(toDecimal(number));
};
