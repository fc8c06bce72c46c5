import type { Day, Decimal } from "./define.ts";

/** A figure of the law: what it is from which day, and for whom. */
export interface Figure<Id extends string = string> {
  readonly unit: string;
  readonly values: readonly {
    readonly value: Decimal;
    readonly from: Day;
    /** Only where that field is so answered: an area, a function, a grade. The general value has no `where`. */
    readonly where?: { readonly field: Id; readonly is: string };
  }[];
}

/** What must hold, as data: judged, explained and asked for from the same text. */
export type Condition<Id extends string = string> =
  | { readonly op: "all" | "any"; readonly of: readonly Condition<Id>[] }
  | { readonly op: "not"; readonly of: Condition<Id> }
  /** ≥ 不低于 不少于 以上 · > 超过 · ≤ 不超过 以内 · < 不满 */
  | { readonly op: ">=" | ">" | "<=" | "<"; readonly field: Id; readonly figure: Figure<Id> }
  | { readonly op: "share>="; readonly part: Id; readonly whole: Id; readonly figure: Figure<Id> }
  | { readonly op: "notMoreThan"; readonly field: Id; readonly than: Id }
  | { readonly op: "yes"; readonly field: Id }
  | { readonly op: "is"; readonly field: Id; readonly choice: string }
  | { readonly op: "includesAll"; readonly field: Id; readonly choices: readonly string[] }
  | { readonly op: "includesAny"; readonly field: Id; readonly choices: readonly string[] }
  /** Full years from that day to the day of applying. */
  | { readonly op: "years>="; readonly since: Id; readonly figure: Figure<Id> };

export const all = <const Id extends string>(...of: readonly Condition<Id>[]): Condition<Id> => ({ op: "all", of });
export const any = <const Id extends string>(...of: readonly Condition<Id>[]): Condition<Id> => ({ op: "any", of });
export const not = <const Id extends string>(of: Condition<Id>): Condition<Id> => ({ op: "not", of });
export const yes = <const Id extends string>(field: Id): Condition<Id> => ({ op: "yes", field });
export const is = <const Id extends string>(field: Id, choice: string): Condition<Id> => ({ op: "is", field, choice });
export const atLeast = <const Id extends string, const By extends string = never>(
  field: Id,
  figure: Figure<By>,
): Condition<Id | By> => ({ op: ">=", field, figure });
export const atMost = <const Id extends string, const By extends string = never>(
  field: Id,
  figure: Figure<By>,
): Condition<Id | By> => ({ op: "<=", field, figure });
export const shareAtLeast = <const Id extends string, const By extends string = never>(
  part: Id,
  whole: Id,
  figure: Figure<By>,
): Condition<Id | By> => ({ op: "share>=", part, whole, figure });
export const notMoreThan = <const Id extends string>(field: Id, than: Id): Condition<Id> => ({
  op: "notMoreThan",
  field,
  than,
});
export const includesAll = <const Id extends string>(field: Id, ...choices: readonly string[]): Condition<Id> => ({
  op: "includesAll",
  field,
  choices,
});
export const includesAny = <const Id extends string>(field: Id, ...choices: readonly string[]): Condition<Id> => ({
  op: "includesAny",
  field,
  choices,
});
export const yearsSince = <const Id extends string, const By extends string = never>(
  since: Id,
  figure: Figure<By>,
): Condition<Id | By> => ({ op: "years>=", since, figure });

/** Figures that hold from one day on: `const from2021 = figuresFrom("2021-05-10"); from2021(20, "人")`. */
export const figuresFrom =
  (from: Day) =>
  (value: number | Decimal, unit: string): Figure<never> => ({ unit, values: [{ from, value: String(value) }] });
