import type { Condition, Figure } from "./condition.ts";
import type { AnyProcedure, Compute, Field } from "./define.ts";

/** A field that a condition or computation looks at; of a table, which column; of a question, which choice. */
export interface Reference {
  readonly field: string;
  readonly column?: string;
  readonly choice?: string;
}

/** All that a condition refers to, in its order; each as often as it is named. */
export const referencesIn = (condition: Condition): readonly Reference[] => {
  switch (condition.op) {
    case "all":
    case "any":
      return condition.of.flatMap(referencesIn);
    case "not":
      return referencesIn(condition.of);
    case "share>=":
      return [{ field: condition.part }, { field: condition.whole }, ...placesIn(condition.figure)];
    case "notMoreThan":
      return [{ field: condition.field }, { field: condition.than }];
    case "is":
      return [{ field: condition.field, choice: condition.choice }];
    case "includesAll":
    case "includesAny":
      return [{ field: condition.field }, ...chosen(condition.field, condition.choices)];
    case "years>=":
      return [{ field: condition.since }, ...placesIn(condition.figure)];
    case "rows>=":
      return [{ field: condition.table }, ...placesIn(condition.figure)];
    case "growth>=":
    case "growth>":
      return [...columns(condition.table, condition.column, condition.by), ...placesIn(condition.figure)];
    case "eachRow":
      return columns(condition.table, condition.column, condition.notMoreThan);
    case "ascending":
      return columns(condition.table, condition.column);
    case "everyRow":
      return inRows(condition.table, condition.of);
    default:
      return [{ field: condition.field }, ...("figure" in condition ? placesIn(condition.figure) : [])];
  }
};

/** All that a computation refers to. */
export const inputsOf = (how: Compute): readonly Reference[] => {
  switch (how.op) {
    case "share":
      return [{ field: how.part }, { field: how.whole }];
    case "sum":
    case "shareOfRows":
      return columns(how.table, how.column);
    case "rows":
      return [{ field: how.table }];
    case "rowsWhere":
      return columns(how.table, ...how.cells.map(({ column }) => column));
    case "latest":
      return columns(how.table, how.column, how.by);
    case "total":
      return how.of.map((field) => ({ field }));
    case "rowsThat":
      return inRows(how.table, how.when);
  }
};

/** These fields and all whose answers their relevance and values follow from. */
export const fieldsBehind = (procedure: AnyProcedure, ids: readonly string[]): readonly string[] => {
  const found = new Set<string>();
  const look = (id: string): void => {
    const field: Field | undefined = procedure.fields[id];
    if (!field || found.has(id)) return;
    found.add(id);
    for (const { field: behind } of field.when ? referencesIn(field.when) : []) look(behind);
    for (const { field: behind } of field.computed ? inputsOf(field.computed) : []) look(behind);
  };
  for (const id of ids) look(id);
  return [...found];
};

/** Every condition of a procedure with its place. */
export const conditionsOf = (procedure: AnyProcedure): readonly (readonly [string, Condition])[] => [
  ...(Object.entries(procedure.fields) as [string, Field][]).flatMap(([id, { when }]) =>
    when ? [[`fields.${id}`, when] as const] : [],
  ),
  ...procedure.criteria.flatMap(({ id, when, given, otherwise = [], relaxed }) =>
    [when, given, relaxed?.when, ...otherwise.map((other) => other.when)].flatMap((one) =>
      one ? [[`criteria.${id}`, one] as const] : [],
    ),
  ),
  ...(procedure.functions?.atLeastOneOf ?? []).map(({ id, when }) => [`functions.${id}`, when] as const),
  ...(procedure.functions?.relaxed ? [["functions.relaxed", procedure.functions.relaxed.when] as const] : []),
  ...procedure.binding.flatMap(({ label, when }) => (when ? [[`binding.${label}`, when] as const] : [])),
];

/** All figures in a condition. */
export const figuresIn = (condition: Condition): readonly Figure[] => {
  if (condition.op === "all" || condition.op === "any") return condition.of.flatMap(figuresIn);
  if (condition.op === "not" || condition.op === "everyRow") return figuresIn(condition.of);
  return "figure" in condition ? [condition.figure] : [];
};

const placesIn = ({ values }: Figure): readonly Reference[] =>
  values.flatMap(({ where }) => (where ? chosen(where.field, where.is) : []));

/** What a condition on the rows of a table refers to: its fields are the table's columns. */
const inRows = (table: string, condition: Condition): readonly Reference[] => [
  { field: table },
  ...columns(table, ...referencesIn(condition).map(({ field }) => field)),
];

const chosen = (field: string, choices: readonly string[]): readonly Reference[] =>
  choices.map((choice) => ({ field, choice }));

const columns = (field: string, ...names: readonly string[]): readonly Reference[] =>
  names.map((column) => ({ field, column }));
