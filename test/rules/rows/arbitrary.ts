import fc from "fast-check";
import type { Column, Row, Scalar, TableField } from "../../../rules/define.ts";
import { addDays } from "../../../rules/values/day.ts";
import { cleanLine } from "../../../rules/values/fold.ts";

const words = (max: number) =>
  fc
    .string({ unit: "binary", maxLength: Math.min(max, 20) - 2 })
    .map((text) => `字${cleanLine(text)}字`)
    .filter((text) => cleanLine(text) === text && [...text].length <= max);

/** Figures that are well-formed in every unit and not so large that one would ask back. */
const figures = (least: number, most: number) =>
  fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: 0, max: 99 })).map(([whole, part]) => {
    const fraction = part === 0 ? "" : `.${String(part).padStart(2, "0").replace(/0+$/, "")}`;
    return `${whole}${fraction}`;
  });

const valuesOf = (column: Column): fc.Arbitrary<Scalar> => {
  switch (column.kind) {
    case "text":
    case "longText":
      return words(column.max ?? 200);
    case "money":
    case "decimal":
      return figures(0, 900_000);
    case "percent":
      return figures(2, 99);
    case "count":
      return fc.nat(1_000_000);
    case "date":
      return fc.nat(70_000).map((days) => addDays("1900-01-01", days));
    case "year":
      return fc.integer({ min: 1900, max: 2100 });
    case "phone":
      return fc.constantFrom("13800138001", "0571-85154906", "0571-85154906转8001", "400-123-4567");
    case "yesNo":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...column.choices.map(({ id }) => id));
    default:
      throw new Error(`no table has a column of kind ${column.kind} yet`);
  }
};

/** Complete rows of the table; what may be blank is blank at times. */
export const rowsOf = (table: TableField): fc.Arbitrary<readonly Row[]> => {
  const cells = Object.entries(table.columns).map(([id, column]) => [
    id,
    column.optional ? fc.option(valuesOf(column)) : valuesOf(column),
  ]);
  return fc.array(fc.record(Object.fromEntries(cells)), { minLength: 1, maxLength: 6 }) as fc.Arbitrary<readonly Row[]>;
};

/** The column ids in any order, save that columns with the same label keep theirs. */
export const ordersOf = (table: TableField): fc.Arbitrary<readonly string[]> => {
  const ids = Object.keys(table.columns);
  return fc.shuffledSubarray(ids, { minLength: ids.length }).map((shuffled) =>
    shuffled.map((id, at) => {
      const isTwin = (other: string) => table.columns[other]?.label === table.columns[id]?.label;
      return ids.filter(isTwin)[shuffled.slice(0, at).filter(isTwin).length] ?? id;
    }),
  );
};
