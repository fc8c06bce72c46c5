import type { Column, Field } from "../rules/define.ts";
import { loadJurisdictions, servedBy } from "../rules/index.ts";
import { readFlags, run } from "./command.ts";
import { OperatorError } from "./config.ts";

const usage = "npm run -s fields -- zhejiang/apply";

/** `npm run fields`: a procedure's fields in the form's order, as JSON. */
await run(async () => {
  const { positionals } = readFlags(usage, {}, true);
  const served = servedBy(await loadJurisdictions());
  const [id, ...more] = positionals;
  const found = served.find((one) => one.id === id);
  if (!found || more.length > 0) {
    throw new OperatorError(`name one procedure of: ${served.map((one) => one.id).join(", ")}. Usage: ${usage}`);
  }
  const { sections, fields } = found.procedure;
  const listed = sections.flatMap(({ title, fields: ids }) =>
    ids.map((field) => describe(field, fields[field] as Field, title, (fields[field] as Field).cite.article)),
  );
  process.stdout.write(`${JSON.stringify(listed, null, 2)}\n`);
  return 0;
});

/** A field, or a column of a table, which is described like one. */
function describe(id: string, value: Field | Column, section: string, cite: string): object {
  return {
    id,
    section,
    label: value.label,
    kind: value.kind,
    unit: "unit" in value ? value.unit : value.kind === "percent" ? "%" : null,
    required: value.optional !== true,
    when: ("when" in value && value.when) || null,
    screening: "screening" in value && value.screening === true,
    computed: ("computed" in value && value.computed) || null,
    choices: "choices" in value ? value.choices : [],
    columns:
      value.kind === "table"
        ? Object.entries(value.columns).map(([column, kind]) => describe(column, kind, section, cite))
        : [],
    minRows: value.kind === "table" ? (value.minRows ?? null) : null,
    cite,
  };
}
