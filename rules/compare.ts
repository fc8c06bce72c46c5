import type { Answers, AnyProcedure, Choice, Column, Day, Field, Row, Value } from "./define.ts";
import { factsOf } from "./facts.ts";
import type { Served } from "./index.ts";
import { judge, type Verdict } from "./judge.ts";
import { conditionsOf, referencesIn } from "./refers.ts";

/** What comes of several criteria together. */
export type Outcome = Verdict["status"];

/** How one body stands in one procedure, or in one special area of it. */
export interface Standing {
  readonly served: Served;
  /** The special area it is judged for; null where the procedure has none or the answers say which. */
  readonly area: Choice | null;
  /** All that is blocking save the place. */
  readonly figures: Outcome;
  /** Where the applicant is; undecided also where the source asks nothing of it. */
  readonly place: Outcome;
  /** What is blocking and missed, save the place, each with its distance. */
  readonly missed: readonly Verdict[];
  /** What is blocking and not decided yet, save the place. */
  readonly open: readonly Verdict[];
  readonly verdicts: readonly Verdict[];
}

/** Judges one body in every procedure of applicants: `answersIn` gives what is known of it there. */
export const compare = (served: readonly Served[], answersIn: (one: Served) => Answers, on: Day): readonly Standing[] =>
  served
    .filter(({ procedure }) => procedure.role !== "department")
    .flatMap((one) => {
      const answers = answersIn(one);
      const { areas } = one.procedure;
      if (!areas || isGiven(answers[areas.field])) return standing(one, answers, null, on);
      const inArea = (id: string, area: Choice | null) => standing(one, { ...answers, [areas.field]: id }, area, on);
      const ordinary = ordinaryArea(one.procedure, areas);
      return [...(ordinary ? [inArea(ordinary, null)] : []), ...areas.options.map((area) => inArea(area.id, area))];
    });

/** An answer for where the general figures hold: one that no condition speaks of. */
const ordinaryArea = (
  procedure: AnyProcedure,
  { field: id, options }: NonNullable<AnyProcedure["areas"]>,
): string | undefined => {
  const named = conditionsOf(procedure).flatMap(([, condition]) => referencesIn(condition));
  const special = new Set([
    ...options.map((option) => option.id),
    ...named.flatMap(({ field, choice }) => (field === id && choice ? choice : [])),
  ]);
  const field = fieldIn(procedure, id);
  return field && "choices" in field ? field.choices.find((choice) => !special.has(choice.id))?.id : undefined;
};

const standing = (served: Served, answers: Answers, area: Choice | null, on: Day): Standing => {
  const verdicts = judge(factsOf(served.procedure, answers, on));
  const blocking = verdicts.filter(({ severity }) => severity === "blocking");
  const figures = blocking.filter(({ isPlace }) => !isPlace);
  const places = verdicts.filter(({ isPlace }) => isPlace);
  return {
    served,
    area,
    figures: together(figures),
    place: places.length === 0 ? "undecided" : together(places),
    missed: figures.filter(({ status }) => status === "notMet"),
    open: figures.filter(({ status }) => status === "undecided"),
    verdicts,
  };
};

const together = (verdicts: readonly Verdict[]): Outcome => {
  const has = (status: Outcome) => verdicts.some((verdict) => verdict.status === status);
  return has("notMet") ? "notMet" : has("undecided") ? "undecided" : "met";
};

/** What answers given in one procedure say in another: those of fields with the same id that ask the same. */
export const carriedOver = (answers: Answers, from: AnyProcedure, to: AnyProcedure): Answers =>
  from === to
    ? answers
    : Object.fromEntries(
        Object.entries(answers).flatMap(([id, value]) => {
          const [own, other] = [fieldIn(from, id), fieldIn(to, id)];
          const carried = own && other && isGiven(value) ? carriedValue(value, own, other) : undefined;
          return carried === undefined ? [] : [[id, carried] as const];
        }),
      );

export const fieldIn = ({ fields }: AnyProcedure, id: string): Field | undefined =>
  Object.hasOwn(fields, id) ? fields[id] : undefined;

const carriedValue = (value: Value, own: Field, other: Field): Value | undefined => {
  if (own.kind === "table" || other.kind === "table") {
    const columns = own.kind === "table" && other.kind === "table" ? Object.entries(other.columns) : [];
    const fits = columns.every(([id, column]) => own.kind === "table" && isSame(own.columns[id], column));
    if (columns.length === 0 || !fits) return undefined;
    const ids = columns.map(([id]) => id);
    return (value as readonly Row[]).map((row) => Object.fromEntries(ids.flatMap((id) => cell(row, id))));
  }
  return isSame(own, other) ? value : undefined;
};

const cell = (row: Row, id: string): readonly (readonly [string, Row[string]])[] =>
  row[id] === undefined ? [] : [[id, row[id]]];

/** The same kind; of money the same unit; of choices the same options, or one that was offered says nothing there. */
const isSame = (own: Column | Field | undefined, other: Column | Field): boolean => {
  if (own?.kind !== other.kind) return false;
  if (own.kind === "money" && other.kind === "money") return own.unit === other.unit;
  const options = (of: Column | Field) =>
    "choices" in of
      ? of.choices
          .map(({ id }) => id)
          .toSorted()
          .join()
      : "";
  return options(own) === options(other);
};

const isGiven = (value: Value | null | undefined): value is Value => value !== undefined && value !== null;
