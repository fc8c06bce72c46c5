import type { Answers, AnyProcedure, Choice, Column, Day, Field, Row, TableField, Value } from "./define.ts";
import { factsOf } from "./facts.ts";
import type { Served } from "./index.ts";
import { judge, type Verdict } from "./judge.ts";
import { conditionsOf, referencesIn } from "./refers.ts";

/** What comes of several criteria together. */
type Outcome = Verdict["status"];

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

/** Judges one body in every procedure of applicants that may be refused: `answersIn` gives what is known of it there. */
export const compare = (served: readonly Served[], answersIn: (one: Served) => Answers, on: Day): readonly Standing[] =>
  served
    .filter(({ procedure }) => procedure.role !== "department" && isDecided(procedure))
    .flatMap((one) => {
      const answers = answersIn(one);
      const { areas } = one.procedure;
      if (!areas || isGiven(answers[areas.field])) return standing(one, answers, null, on);
      const inArea = (id: string, area: Choice | null) => standing(one, { ...answers, [areas.field]: id }, area, on);
      const elsewhere = ordinaryArea(one.procedure, areas);
      return [...(elsewhere ? [inArea(elsewhere, null)] : []), ...areas.options.map((area) => inArea(area.id, area))];
    });

/** Is there anything an applicant may fail? A report has only duties. */
const isDecided = ({ criteria, functions }: AnyProcedure): boolean =>
  functions !== undefined || criteria.some(({ severity }) => severity === "blocking");

/**
 * An answer for where the general figures hold: one that no condition speaks of; none where the options have one. It
 * follows from the procedure alone and is kept, as every comparison asks for it.
 */
const ordinaryArea = (procedure: AnyProcedure, areas: Areas): string | undefined => {
  if (!ordinary.has(procedure)) ordinary.set(procedure, findOrdinary(procedure, areas));
  return ordinary.get(procedure);
};
type Areas = NonNullable<AnyProcedure["areas"]>;
const ordinary = new WeakMap<AnyProcedure, string | undefined>();

const findOrdinary = (procedure: AnyProcedure, { field: id, options }: Areas): string | undefined => {
  const named = conditionsOf(procedure).flatMap(([, condition]) => referencesIn(condition));
  const special = new Set(named.flatMap(({ field, choice }) => (field === id && choice ? choice : [])));
  const field = fieldIn(procedure, id);
  if (options.some((option) => !special.has(option.id)) || !field || !("choices" in field)) return undefined;
  return field.choices.find((choice) => !special.has(choice.id))?.id;
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
export const carriedOver = (answers: Answers, from: AnyProcedure, to: AnyProcedure): Answers => {
  if (from === to) return answers;
  const carried: Record<string, Value> = {};
  for (const [id, value] of Object.entries(answers)) {
    const [own, other] = [fieldIn(from, id), fieldIn(to, id)];
    if (!own || !other || !isGiven(value)) continue;
    if (own.kind === "table" && other.kind === "table") {
      if (fits(own, other)) carried[id] = narrowed(value as readonly Row[], own, other);
    } else if (isSame(own, other)) carried[id] = value;
  }
  return carried;
};

export const fieldIn = ({ fields }: AnyProcedure, id: string): Field | undefined =>
  Object.hasOwn(fields, id) ? fields[id] : undefined;

/** Has the one table all columns of the other? */
const fits = (own: TableField, other: TableField): boolean =>
  own.columns === other.columns ||
  Object.entries(other.columns).every(([id, column]) => isSame(own.columns[id], column));

/** The rows with the other table's columns alone. */
const narrowed = (rows: readonly Row[], own: TableField, other: TableField): readonly Row[] => {
  const left = Object.keys(own.columns).filter((id) => !Object.hasOwn(other.columns, id));
  if (left.length === 0) return rows;
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([id]) => !left.includes(id))));
};

/** The same kind; of money the same unit; of choices the same options: not having chosen what was not offered says nothing. */
const isSame = (own: Column | Field | undefined, other: Column | Field): boolean => {
  if (own?.kind !== other.kind) return false;
  if (own.kind === "money" && other.kind === "money") return own.unit === other.unit;
  if (!("choices" in own) || !("choices" in other) || own.choices === other.choices) return true;
  const ids = own.choices.map(({ id }) => id);
  return ids.length === other.choices.length && other.choices.every(({ id }) => ids.includes(id));
};

const isGiven = (value: Value | null | undefined): value is Value => value !== undefined && value !== null;
