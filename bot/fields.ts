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
    ids.map((field) => describe(field, fields[field] as Field, title)),
  );
  process.stdout.write(`${JSON.stringify(listed, null, 2)}\n`);
  return 0;
});

function describe(id: string, field: Field, section: string) {
  return {
    section,
    ...describeValue(id, field),
    when: field.when ?? null,
    screening: field.screening ?? false,
    computed: field.computed ?? null,
    columns:
      field.kind === "table" ? Object.entries(field.columns).map(([column, kind]) => describeValue(column, kind)) : [],
    minRows: field.kind === "table" ? (field.minRows ?? null) : null,
    cite: field.cite.article,
  };
}

function describeValue(id: string, value: Field | Column) {
  return {
    id,
    label: value.label,
    kind: value.kind,
    unit: "unit" in value ? value.unit : value.kind === "percent" ? "%" : null,
    required: value.optional !== true,
    choices: "choices" in value ? value.choices : [],
  };
}
