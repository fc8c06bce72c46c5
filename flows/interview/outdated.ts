import type { Field, Row, Scalar, Value } from "../../rules/define.ts";
import { finished, unread } from "../../rules/plan.ts";
import { schemaOf } from "../../rules/values/index.ts";
import type { Patch } from "./events.ts";
import { nothing, together } from "./heard.ts";
import type { Scene } from "./scene.ts";

/** What does not fit the rules as they are now, to be asked again: answers, and single cells of tables. */
export const outdated = ({ answers, marks, facts }: Scene): Patch => {
  const fields = facts.procedure.fields as Readonly<Record<string, Field>>;
  const patches = Object.entries(answers).map(([id, value]): Patch => {
    const field = fields[id];
    // The answer to a question that is asked no more stays: it may be asked elsewhere, or again.
    if (!field || value === null || field.kind === "file") return nothing;
    if (field.kind === "table") return outdatedRows(id, field.columns, value, finished(id) in marks);
    const fits = schemaOf(field).safeParse(value).success;
    return fits ? nothing : { answers: { [id]: undefined }, marks: { [finished(id)]: undefined } };
  });
  return together(patches);
};

const outdatedRows = (
  id: string,
  columns: Extract<Field, { kind: "table" }>["columns"],
  value: Value,
  wasFinished: boolean,
): Patch => {
  if (!Array.isArray(value)) return { answers: { [id]: undefined }, marks: { [finished(id)]: undefined } };
  let isWhole = true;
  const rows = (value as readonly Row[]).map((row) => {
    const cells = Object.entries(columns).flatMap(([column, kind]): [string, Scalar | null][] => {
      const cell = row[column];
      const fits = cell === undefined || cell === null || schemaOf(kind).safeParse(cell).success;
      isWhole &&= fits && !(wasFinished && cell === undefined);
      return fits && cell !== undefined ? [[column, cell]] : [];
    });
    return Object.fromEntries(cells);
  });
  return isWhole ? nothing : { answers: { [id]: rows }, marks: { [finished(id)]: undefined, [unread(id)]: "{}" } };
};
