import type { AnyProcedure, Column, Day, Row, Scalar, TypedAnswers, Value } from "../rules/define.ts";
import { finished } from "../rules/plan.ts";
import { read } from "../rules/values/index.ts";
import type { Patch } from "./interview/events.ts";

/** A fictitious body's typed answers as one patch, read as a person's would be. Throws where one is not understood. */
export const sampleAnswers = (procedure: AnyProcedure, typed: TypedAnswers, on: Day): Patch => {
  const answers: Record<string, Value> = {};
  const marks: Record<string, string> = { declared: on };
  for (const [id, answer] of Object.entries(typed)) {
    const field = procedure.fields[id];
    if (!field) throw new Error(`the sample answers ${id}, which ${procedure.code} does not ask`);
    if (field.kind === "file") answers[id] = { received: true, files: [] };
    else if (field.kind === "table") {
      answers[id] = (answer as readonly Record<string, string>[]).map(
        (row): Row =>
          Object.fromEntries(
            Object.entries(field.columns).map(([column, kind]) => [
              column,
              row[column] ? understood(kind, row[column], on) : null,
            ]),
          ),
      );
    } else answers[id] = understood(field, String(answer), on);
    if (field.kind === "table" || field.kind === "longText") marks[finished(id)] = "yes";
  }
  return { answers, marks };
};

const understood = (kind: Column, text: string, on: Day): Scalar => {
  const reading = read(kind, text, on);
  if (reading.status !== "understood") throw new Error(`the sample's ${kind.label} “${text}” is not understood`);
  return reading.value;
};
