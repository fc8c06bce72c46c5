import type { AnyProcedure, Field, Row, TableField } from "./define.ts";
import { type Facts, rowsOf } from "./facts.ts";

/** What was shown and agreed to; everything else follows from the answers. */
export type Marks = Readonly<Record<string, string>>;

/** How a field is asked: at once, row by row, over several messages, or as a file. */
export type Manner = "field" | "table" | "text" | "files";

export interface Item {
  readonly id: string;
  readonly manner: Manner;
}

export interface Plan {
  /** The next of the few answers that decide eligibility. */
  readonly screening: string | null;
  /** The next open item of the form, in the form's order. */
  readonly next: Item | null;
  readonly done: number;
  readonly total: number;
}

/** The mark of a table whose rows came with cells that were not understood: their texts by `row:column`, as JSON. */
export const unread = (id: string): string => `unread:${id}`;

/** The mark of a table or long text that its author called finished. */
export const finished = (id: string): string => `finished:${id}`;

export const mannerOf = (field: Field): Manner => {
  if (field.kind === "table") return "table";
  if (field.kind === "file") return "files";
  return field.kind === "longText" && field.prompts ? "text" : "field";
};

/** A field that the form may ask, with what never changes about it. */
interface Askable {
  readonly id: string;
  readonly field: Field;
  readonly manner: Manner;
}

const forms = new WeakMap<AnyProcedure, readonly Askable[]>();

/** Every field that the procedure can ask, in the form's order; found once, for each turn goes through it many times. */
const formOf = (procedure: AnyProcedure): readonly Askable[] => {
  const known = forms.get(procedure);
  if (known) return known;
  const form = procedure.sections.flatMap(({ fields }) =>
    fields.flatMap((id: string): Askable[] => {
      const field = procedure.fields[id];
      if (!field) throw new Error(`${procedure.code} has no field ${id}`);
      return isAskable(field) ? [{ id, field, manner: mannerOf(field) }] : [];
    }),
  );
  forms.set(procedure, form);
  return form;
};

const asked = (facts: Facts): readonly Askable[] =>
  formOf(facts.procedure).filter(({ id, field }) => !field.when || facts.relevant(id) === true);

/** Every field that is asked of this applicant, as answered so far, in the form's order. */
export const askedFields = (facts: Facts): readonly string[] => asked(facts).map(({ id }) => id);

/** What is open follows from the answers: nothing else says where the conversation is. `only`: a delegate's fields. */
export const planOf = (facts: Facts, marks: Marks, only: ReadonlySet<string> | null = null): Plan => {
  const all = asked(facts).filter(({ id }) => !only || only.has(id));
  const open = all.filter((one) => isOpen(facts, marks, one));
  const screening = open.filter(({ field }) => field.screening).map(({ id }) => id);
  const next = open[0];
  return {
    screening: screening.length > 0 ? firstDefined(facts, screening) : null,
    next: next ? { id: next.id, manner: next.manner } : null,
    done: all.length - open.length,
    total: all.length,
  };
};

/** Deciding fields are asked in the order in which they are defined, not where the form has them. */
const firstDefined = (facts: Facts, open: readonly string[]): string | null =>
  Object.keys(facts.procedure.fields).find((id) => open.includes(id)) ?? null;

/** A computed fact is never asked, unless the eligibility check needs it before its inputs are there. */
export const isAskable = (field: Field): boolean => !field.computed || field.screening === true;

const isOpen = (facts: Facts, marks: Marks, { id, field, manner }: Askable): boolean => {
  const stated = facts.stated(id);
  if (stated === null) return false;
  if (manner === "table" || manner === "text") return stated === undefined || !(finished(id) in marks);
  return stated === undefined && (!field.computed || facts.value(id) === undefined);
};

/** Fields that a finished document needs and that are blank: skipped, or tables without a row. */
export const blanks = (facts: Facts): readonly string[] =>
  askedFields(facts).filter((id) => !facts.field(id).optional && isBlank(facts, id));

/** Not answered or skipped; a table without a row, or with a required cell that is blank. */
export const isBlank = (facts: Facts, id: string): boolean => {
  const field = facts.field(id);
  if (field.kind !== "table") return facts.value(id) === undefined;
  const rows = rowsOf(facts, id);
  return rows.length === 0 || rows.some((row) => missingCells(field, row).length > 0);
};

/** The row's required cells that are blank. */
const missingCells = (table: TableField, row: Row): readonly string[] =>
  Object.entries(table.columns).flatMap(([column, { optional }]) =>
    optional || (row[column] !== undefined && row[column] !== null) ? [] : [column],
  );

/** The first cell not asked yet, from 0; null where every row is gone through. */
export const nextGap = (
  table: TableField,
  rows: readonly Row[],
): { readonly row: number; readonly column: string } | null => {
  const columns = Object.keys(table.columns);
  for (const [at, row] of rows.entries()) {
    const column = columns.find((id) => row[id] === undefined);
    if (column) return { row: at, column };
  }
  return null;
};

/** The first cell not asked yet; that of a new row where there is none. */
export const nextCell = (table: TableField, rows: readonly Row[]) => {
  const first = Object.keys(table.columns)[0];
  if (!first) throw new Error(`table ${table.label} has no columns`);
  return nextGap(table, rows) ?? { row: rows.length, column: first };
};

/** How many cells were not asked yet. */
export const gapCount = (table: TableField, rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + Object.keys(table.columns).filter((id) => row[id] === undefined).length, 0);
