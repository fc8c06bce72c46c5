import Big from "big.js";
import { z } from "zod";
import type { Decimal } from "../define.ts";

/** Beyond 15 places before the point it is a slip of the finger. */
const MOST = new Big("1e15");

/** An exact decimal as stored: no grouping, no exponent, no trailing zeros, no `-0`. */
export const toDecimal = (number: Big): Decimal => (number.eq(0) ? "0" : number.toFixed());

/** How many places a number has behind the point. */
export const placesOf = (number: Big): number => number.toFixed().split(".")[1]?.length ?? 0;

export const isTooLarge = (number: Big): boolean => number.abs().gte(MOST);

/** A stored decimal of at most so many places, in the one form that `toDecimal` writes. */
export const decimalSchema = (places: number, isAllowed: (number: Big) => boolean = () => true): z.ZodType<Decimal> =>
  z.string().refine((text) => {
    if (!/^-?(?:0|[1-9]\d{0,14})(?:\.\d{0,19}[1-9])?$/.test(text) || text === "-0") return false;
    const number = new Big(text);
    return placesOf(number) <= places && isAllowed(number);
  });
