import type { AnyProcedure, Field, Jurisdiction } from "./define.ts";
import { conditionsOf, inputsOf, type Reference, referencesIn } from "./refers.ts";
import { misshapen } from "./shape.ts";

/** A jurisdiction's folder that cannot be served, told in one line: the file, the field and what is wrong. */
export class MalformedRules extends Error {}

/** Takes a folder's default export as a jurisdiction. Throws `MalformedRules` where it is none. */
export const checked = (exported: unknown, code: string): Jurisdiction => {
  const at = `rules/jurisdictions/${code}`;
  if (exported === undefined) throw new MalformedRules(`${at}/index.ts has no default export: export a jurisdiction`);
  const [first, ...more] = problemsIn(exported, code);
  if (first) throw new MalformedRules(`${at}: ${first}${more.length > 0 ? ` (and ${more.length} more)` : ""}`);
  return exported as Jurisdiction;
};

/** All that is wrong with a folder's default export: its shape, or where that is right, what refers to nothing. */
export const problemsIn = (exported: unknown, code: string): readonly string[] => {
  const shape = misshapen(exported);
  if (shape.length > 0) return shape;
  const jurisdiction = exported as Jurisdiction;
  const { procedures, rounds, duties, samples } = jurisdiction;
  const codes = procedures.map((procedure) => procedure.code);
  return [
    ...(jurisdiction.code === code ? [] : [`its code is "${jurisdiction.code}": it must be its folder's, "${code}"`]),
    ...twice(codes, "procedures"),
    ...twice(ids(rounds), "rounds"),
    ...twice(ids(duties), "duties"),
    ...rounds.flatMap(({ id, procedure, opensOn, dates }) => [
      ...(codes.includes(procedure) ? [] : [`rounds.${id}.procedure: there is no procedure ${procedure}`]),
      ...dates.flatMap(({ by, label }) =>
        by < opensOn ? [`rounds.${id}: ${label} is due on ${by}, before the round opens on ${opensOn}`] : [],
      ),
    ]),
    ...Object.keys(samples).flatMap((of) => (codes.includes(of) ? [] : [`samples.${of}: there is no procedure ${of}`])),
    ...procedures.flatMap((procedure) =>
      problemsOf(procedure, samples[procedure.code]).map((problem) => `${procedure.code}.${problem}`),
    ),
  ];
};

const problemsOf = (procedure: AnyProcedure, sample: Jurisdiction["samples"][string] = {}): readonly string[] => {
  const { fields, sections, criteria, functions, areas, places, binding } = procedure;
  const entries = Object.entries(fields);
  const refer = (where: string, references: readonly Reference[]) =>
    references.flatMap((reference) => dead(reference, fields).map((why) => `${where}: ${why}`));
  const sectioned = sections.flatMap((section) => section.fields);
  const inSections = new Set(sectioned);
  return [
    ...twice(ids(sections), "sections"),
    ...twice(ids(criteria), "criteria"),
    ...twice(ids(functions?.atLeastOneOf ?? []), "functions"),
    ...twice(sectioned, "sections"),
    ...sections.flatMap(({ id, fields: own }) =>
      refer(
        `sections.${id}`,
        own.map((field) => ({ field })),
      ),
    ),
    ...entries.flatMap(([id]) => (inSections.has(id) ? [] : [`fields.${id}: it is in no section`])),
    ...entries.flatMap(([id, field]) => [
      ...fieldProblems(field).map((why) => `fields.${id}: ${why}`),
      ...(field.computed ? refer(`fields.${id}.computed`, inputsOf(field.computed)) : []),
    ]),
    ...conditionsOf(procedure).flatMap(([where, condition]) => refer(where, referencesIn(condition))),
    ...(functions ? refer("functions.claimed", [{ field: functions.claimed }]) : []),
    ...(functions?.atLeastOneOf ?? []).flatMap(({ id }) =>
      refer(`functions.${id}`, functions ? [{ field: functions.claimed, choice: id }] : []),
    ),
    ...(areas
      ? refer(
          "areas",
          areas.options.map(({ id }) => ({ field: areas.field, choice: id })),
        )
      : []),
    ...(places === undefined ? [] : placesProblems(places, fields).map((why) => `places: ${why}`)),
    ...binding.flatMap((bound) => [
      ...("material" in bound ? refer(`binding.${bound.label}`, [{ field: bound.material }]) : []),
      ...("material" in bound || bound.form ? [] : [`binding.${bound.label}: it names no form and no material`]),
    ]),
    ...Object.keys(sample).flatMap((id) =>
      Object.hasOwn(fields, id) ? [] : [`samples: it answers ${id}, which is no field`],
    ),
    ...circles(procedure),
  ];
};

const kinds: ReadonlySet<string> = new Set<Field["kind"]>([
  "text",
  "longText",
  "money",
  "count",
  "decimal",
  "percent",
  "date",
  "year",
  "phone",
  "mobile",
  "email",
  "postcode",
  "url",
  "creditCode",
  "yesNo",
  "choice",
  "choices",
  "table",
  "file",
]);

const fieldProblems = (field: Field): readonly string[] => {
  const values = field.kind === "table" ? Object.entries(field.columns ?? {}) : [];
  return [
    ...kindProblems(field),
    ...(field.kind === "table" && values.length === 0 ? ["a table without columns"] : []),
    ...values.flatMap(([column, value]) => kindProblems(value as Field).map((why) => `column ${column}: ${why}`)),
  ];
};

const kindProblems = (field: Field): readonly string[] => {
  if (!kinds.has(field.kind)) return [`there is no kind ${field.kind}`];
  if (field.kind === "choice" || field.kind === "choices")
    return field.choices ? twice(ids(field.choices), "choices") : ["it has no choices"];
  const needsUnit = ["money", "count", "decimal"].includes(field.kind);
  return needsUnit && !("unit" in field && field.unit) ? ["it has no unit"] : [];
};

/** Why a field does not say where the applicant is, if so. */
const placesProblems = (id: string, fields: AnyProcedure["fields"]): readonly string[] => {
  const field: Field | undefined = Object.hasOwn(fields, id) ? fields[id] : undefined;
  if (!field) return [`there is no field ${id}`];
  if (field.kind === "text") return [];
  if (field.kind !== "choice") return [`${id} is neither a choice nor a text`];
  return field.choices.flatMap(({ within }) =>
    within === undefined || field.choices.some((one) => one.id === within) ? [] : [`${id} has no choice ${within}`],
  );
};

/** Why a reference is dead, if it is. */
const dead = ({ field: id, column, choice }: Reference, fields: AnyProcedure["fields"]): readonly string[] => {
  const field: Field | undefined = Object.hasOwn(fields, id) ? fields[id] : undefined;
  if (!field) return [`there is no field ${id}`];
  if (column !== undefined) {
    if (field.kind !== "table") return [`${id} is no table`];
    return Object.hasOwn(field.columns, column) ? [] : [`table ${id} has no column ${column}`];
  }
  if (choice === undefined) return [];
  if (!("choices" in field)) return [`${id} has no choices`];
  return field.choices.some((one) => one.id === choice) ? [] : [`${id} has no choice ${choice}`];
};

/** Fields that are asked or computed by what depends on them. */
const circles = ({ fields }: AnyProcedure): readonly string[] => {
  const inputs = new Map(
    (Object.entries(fields) as [string, Field][]).map(([id, { when, computed }]) => [
      id,
      [...(when ? referencesIn(when) : []), ...(computed ? inputsOf(computed) : [])].map(({ field }) => field),
    ]),
  );
  const settled = new Set<string>();
  /** The first field on the way that comes again. */
  const again = (id: string, way: ReadonlySet<string>): string | undefined => {
    if (way.has(id)) return id;
    if (settled.has(id)) return undefined;
    settled.add(id);
    const further = new Set([...way, id]);
    return inputs.get(id)?.reduce<string | undefined>((found, input) => found ?? again(input, further), undefined);
  };
  return [...inputs.keys()].flatMap((id) => {
    const found = again(id, new Set());
    return found ? [`fields.${found}: it depends on itself`] : [];
  });
};

const ids = (of: readonly { readonly id: string }[]): readonly string[] => of.map(({ id }) => id);

const twice = (all: readonly string[], where: string): readonly string[] =>
  new Set(all).size === all.length
    ? []
    : [...new Set(all.filter((one, at) => all.indexOf(one) !== at))].map((one) => `${where}: ${one} is there twice`);
