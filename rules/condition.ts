import type { Day, Decimal } from "./define.ts";

/** A figure of the law: what it is from which day, and for whom. */
export interface Figure<Id extends string = string> {
  readonly unit: string;
  readonly values: readonly {
    readonly value: Decimal;
    readonly from: Day;
    /** Only where that field has one of these answers: areas, functions, grades. The general value has no `where`. */
    readonly where?: { readonly field: Id; readonly is: readonly string[] };
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
  | { readonly op: "years>="; readonly since: Id; readonly figure: Figure<Id> }
  /** That day or earlier. */
  | { readonly op: "by"; readonly field: Id; readonly day: Day }
  /** Answered with something, not skipped. */
  | { readonly op: "given"; readonly field: Id }
  /** The text does not hold the word. */
  | { readonly op: "lacks"; readonly field: Id; readonly word: string }
  /** The text has at least so many characters (字), spaces not counted. */
  | { readonly op: "length>="; readonly field: Id; readonly figure: Figure<Id> }
  | { readonly op: "rows>="; readonly table: Id; readonly figure: Figure<Id> }
  /** In the two latest years, by how many per cent the column grew; a fall is negative. */
  | {
      readonly op: "growth>=" | "growth>";
      readonly table: Id;
      readonly column: string;
      readonly by: string;
      readonly figure: Figure<Id>;
    }
  /** In every row the one cell is at most the other. */
  | { readonly op: "eachRow"; readonly table: Id; readonly column: string; readonly notMoreThan: string }
  /** Every row meets it; `of` speaks of the table's column ids. */
  | { readonly op: "everyRow"; readonly table: Id; readonly of: Condition }
  /** The column's values rise from row to row: years in order. */
  | { readonly op: "ascending"; readonly table: Id; readonly column: string };

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

export const by = <const Id extends string>(field: Id, day: Day): Condition<Id> => ({ op: "by", field, day });
export const given = <const Id extends string>(field: Id): Condition<Id> => ({ op: "given", field });
export const lacks = <const Id extends string>(field: Id, word: string): Condition<Id> => ({
  op: "lacks",
  field,
  word,
});
export const lengthAtLeast = <const Id extends string>(field: Id, figure: Figure<never>): Condition<Id> => ({
  op: "length>=",
  field,
  figure,
});
export const rowsAtLeast = <const Id extends string, const By extends string = never>(
  table: Id,
  figure: Figure<By>,
): Condition<Id | By> => ({ op: "rows>=", table, figure });
/** The growth of a column between the two latest years, in per cent, at least (`growth>=`) or more than the figure. */
export const growth = <const Id extends string>(
  op: "growth>=" | "growth>",
  table: Id,
  column: string,
  by: string,
  figure: Figure<never>,
): Condition<Id> => ({ op, table, column, by, figure });
export const eachRow = <const Id extends string>(table: Id, column: string, notMoreThan: string): Condition<Id> => ({
  op: "eachRow",
  table,
  column,
  notMoreThan,
});
export const everyRow = <const Id extends string>(table: Id, of: Condition): Condition<Id> => ({
  op: "everyRow",
  table,
  of,
});
export const ascending = <const Id extends string>(table: Id, column: string): Condition<Id> => ({
  op: "ascending",
  table,
  column,
});

/** Figures that hold from one day on: `const from2021 = figuresFrom("2021-05-10"); from2021(20, "人")`. */
export const figuresFrom =
  (from: Day) =>
  (value: number | Decimal, unit: string): Figure<never> => ({ unit, values: [{ from, value: String(value) }] });

/** A figure with another value in special areas: `inAreas(from(250, "万元"), "prefecture", ["kashgar"], 150)`. */
export const inAreas = <const By extends string>(
  figure: Figure<never>,
  field: By,
  is: readonly string[],
  value: number | Decimal,
): Figure<By> => ({
  unit: figure.unit,
  values: figure.values.flatMap((general) => [general, { ...general, value: String(value), where: { field, is } }]),
});
