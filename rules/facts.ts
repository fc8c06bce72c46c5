import Big from "big.js";
import { decide } from "./decide.ts";
import type { Answers, AnyProcedure, Compute, Day, Decimal, Field, Row, Value } from "./define.ts";

import { hasGrade } from "./grade.ts";

/** An application's answers with everything that follows from them, as judged on one day. */
export interface Facts {
  readonly procedure: AnyProcedure;
  readonly on: Day;
  /** The governing value: computed where its inputs are there, else as stated. Nothing for a field that is not relevant. */
  value(id: string): Value | undefined;
  /** What the person itself said, even where a computed value governs. */
  stated(id: string): Value | null | undefined;
  /** Does the form ask for it, as answered so far? `undefined`: not decided yet. */
  relevant(id: string): boolean | undefined;
  field(id: string): Field;
}

export const factsOf = (procedure: AnyProcedure, answers: Answers, on: Day): Facts => {
  const relevance = new Map<string, boolean | undefined>();
  const values = new Map<string, Value | undefined>();
  const facts: Facts = {
    procedure,
    on,
    field: (id) => {
      const field = procedure.fields[id];
      if (!field) throw new Error(`${procedure.code} has no field ${id}`);
      return field;
    },
    stated: (id) => answers[id],
    relevant: (id) => {
      if (!relevance.has(id)) relevance.set(id, isRelevant(facts, id));
      return relevance.get(id);
    },
    value: (id) => {
      if (!values.has(id)) values.set(id, governing(facts, answers, id));
      return values.get(id);
    },
  };
  return facts;
};

const governing = (facts: Facts, answers: Answers, id: string): Value | undefined => {
  if (facts.relevant(id) === false) return undefined;
  const { computed } = facts.field(id);
  return (computed && compute(facts, computed)) ?? answers[id] ?? undefined;
};

const isRelevant = (facts: Facts, id: string): boolean | undefined => {
  const { when } = facts.field(id);
  if (!when) return true;
  const { status } = decide(when, facts);
  return status === "undecided" ? undefined : status === "met";
};

/** Rows of a table field; none where it is unanswered or skipped. */
export const rowsOf = (facts: Facts, table: string): readonly Row[] => {
  const value = facts.value(table);
  return Array.isArray(value) ? (value as readonly Row[]) : [];
};

/** A fact that follows from other answers, or nothing while they are missing. Shares have at most 2 decimals, cut off. */
export const compute = (facts: Facts, how: Compute): Decimal | number | undefined => {
  switch (how.op) {
    case "share": {
      const part = facts.value(how.part);
      const whole = facts.value(how.whole);
      if (!isNumber(part) || !isNumber(whole) || new Big(whole).lte(0)) return undefined;
      return new Big(part).times(100).div(whole).round(2, Big.roundDown).toFixed();
    }
    case "sum": {
      const cells = rowsOf(facts, how.table).map((row) => row[how.column]);
      const numbers = cells.filter(isNumber);
      if (numbers.length === 0) return undefined;
      return numbers.reduce((sum, cell) => sum.plus(cell), new Big(0)).toFixed();
    }
    case "total": {
      const parts = how.of.map((id) => facts.value(id)).filter(isNumber);
      return parts.length < how.of.length
        ? undefined
        : parts.reduce<Big>((sum, part) => sum.plus(part), new Big(0)).toFixed();
    }
    case "rows":
      return rowsOf(facts, how.table).length || undefined;
    case "rowsWhere":
      return countGraded(rowsOf(facts, how.table), how);
    case "shareOfRows": {
      const cells = rowsOf(facts, how.table).flatMap((row) => row[how.column] ?? []);
      const fitting = cells.filter((cell) => how.is.includes(String(cell)));
      if (cells.length === 0) return undefined;
      return new Big(fitting.length).times(100).div(cells.length).round(2, Big.roundDown).toFixed();
    }
    case "latest": {
      const years = rowsOf(facts, how.table).filter((row) => isNumber(row[how.by]) && isNumber(row[how.column]));
      const latest = years.toSorted((a, b) => Number(b[how.by]) - Number(a[how.by]))[0];
      return latest?.[how.column] as Decimal | number | undefined;
    }
  }
};

/** How many rows have the grades; nothing while a cell that matters cannot be told. */
const countGraded = (
  rows: readonly Row[],
  { match, cells }: Extract<Compute, { op: "rowsWhere" }>,
): number | undefined => {
  const decided = rows.map((row) => {
    const grades = cells.map(({ column, grade }) => hasGrade(grade, row[column]));
    const deciding = match === "any";
    return grades.includes(deciding) ? deciding : grades.includes(undefined) ? undefined : !deciding;
  });
  return rows.length === 0 || decided.includes(undefined) ? undefined : decided.filter(Boolean).length;
};

/** A count or an exact decimal. */
export const isNumber = (value: unknown): value is Decimal | number =>
  typeof value === "number" || (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value));
