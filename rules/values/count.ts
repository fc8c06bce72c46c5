import { z } from "zod";
import { explainFigure, readFigure } from "./figure.ts";
import { clear, type MannerOf, quote, refuse, type Sense } from "./manner.ts";
import { parseNumber } from "./numeral.ts";
import { numberBefore } from "./unit.ts";

/** Whole numbers from 0 on, each with its own unit: 人, 家, 人次, 台（套）. */
export const count: MannerOf<"count", number> = {
  read: (text, { unit }) =>
    readFigure<number>(text, {
      show: (value) => `${value} ${unit}`,
      nothing: 0,
      read: (body, typed) => readCount(body, typed, unit),
    }),
  show: (value, { unit }) => `${value} ${unit}`,
  plain: (value) => String(value),
  schema: () => z.int().min(0),
  example: ({ unit }) => `20${unit}`,
};

const readCount = (body: string, typed: string, unit: string): Sense<number> => {
  const number = parseNumber(numberBefore(body, unit));
  if (/^[-负]/.test(body)) return refuse(`${quote(typed)}是负数，这里要填 0 或正整数（单位：${unit}）。`);
  if (!number) return refuse(explainFigure(body, typed, `整数（单位：${unit}）`));
  if (!number.round(0).eq(number)) return refuse(`${quote(typed)}不是整数，${nounOf(unit)}应为整数。`);
  if (number.gt(Number.MAX_SAFE_INTEGER)) return refuse(`${quote(typed)}太大了，请核对一下位数。`);
  return clear(number.toNumber());
};

const nounOf = (unit: string): string => (unit === "人" ? "人数" : `以“${unit}”计的数`);
