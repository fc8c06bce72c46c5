import type { Day, Field, Row, Scalar, Value } from "../rules/define.ts";
import { schemaOf } from "../rules/values/index.ts";

/** What the enterprise answered to a field of that id in another application. */
export interface Known {
  readonly value: Value;
  readonly givenOn: Day;
  /** The full id of the procedure it was given in. */
  readonly procedure: string;
}

/** The known value, if it is a whole answer to this field as well: the same kind, choices and columns. */
export const fitting = (field: Field, known: Known | undefined): Value | null => {
  if (!known || field.kind === "file") return null;
  const { value } = known;
  if (field.kind !== "table") return schemaOf(field).safeParse(value).success ? value : null;
  if (!Array.isArray(value)) return null;
  const rows = (value as readonly Row[]).map((row): Row | null => {
    const cells = Object.entries(field.columns).map(([id, column]): [string, Scalar | null] => {
      const cell = row[id];
      // A column that the other table does not have is left blank, and the review names it.
      return [id, schemaOf(column).safeParse(cell).success ? (cell ?? null) : null];
    });
    return cells.some(([, cell]) => cell !== null) ? Object.fromEntries(cells) : null;
  });
  const whole = rows.filter((row) => row !== null);
  return whole.length > 0 ? whole : null;
};
