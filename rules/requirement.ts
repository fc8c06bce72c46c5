import type { Condition, Figure } from "./condition.ts";
import type { AnyProcedure, Choice } from "./define.ts";
import { figuresIn } from "./refers.ts";
import { showDay } from "./values/day.ts";

type Comparison = ">=" | ">" | "<=" | "<";
const comparisonWords = { ">=": "不低于", ">": "超过", "<=": "不超过", "<": "低于" } as const;
const opposite = { ">=": "<", ">": "<=", "<=": ">", "<": ">=" } as const;

/**
 * The figures that a condition asks for, in words: `不低于 20 人`; where they change, from which day: `不低于 20 人，
 * 2027年1月1日起不低于 25 人`. Several are told with what each is about. Empty where there is none.
 */
export const requirementText = (condition: Condition, procedure: AnyProcedure): string =>
  words(condition, procedure, { isAlone: figuresIn(condition).length === 1, isNegated: false });

interface Manner {
  /** It is the only figure: what it is about is said by the criterion's label. */
  readonly isAlone: boolean;
  readonly isNegated: boolean;
}

const words = (condition: Condition, procedure: AnyProcedure, manner: Manner): string => {
  switch (condition.op) {
    case "all":
    case "any": {
      const parts = condition.of.map((part) => words(part, procedure, manner)).filter(Boolean);
      return parts.join(condition.op === "all" ? "；" : "，或者");
    }
    case "not":
      return words(condition.of, procedure, { ...manner, isNegated: !manner.isNegated });
    case "everyRow":
      return words(condition.of, procedure, manner);
    default: {
      if (!("figure" in condition)) return "";
      const comparison = comparisonOf(condition);
      const about = manner.isAlone ? "" : subject(condition, procedure);
      return about + figureText(manner.isNegated ? opposite[comparison] : comparison, condition.figure, procedure);
    }
  }
};

type Figured = Extract<Condition, { figure: Figure }>;

const comparisonOf = ({ op }: Figured): Comparison => {
  if (op === "<" || op === "<=") return op;
  return op.endsWith("=") ? ">=" : ">";
};

/** What a figure is about, by its label. */
const subject = (condition: Figured, { fields }: AnyProcedure): string => {
  const label = (id: string): string => fields[id]?.label ?? "";
  if (condition.op === "share>=") return `${label(condition.part)}占${label(condition.whole)}`;
  if (condition.op === "years>=") return label(condition.since);
  return label("table" in condition ? condition.table : condition.field);
};

const figureText = (comparison: Comparison, { unit, values }: Figure, { fields }: AnyProcedure): string => {
  const sorted = values.toSorted((a, b) => a.from.localeCompare(b.from));
  const choicesOf = (id: string): readonly Choice[] => {
    const field = fields[id];
    return field && "choices" in field ? field.choices : [];
  };
  return sorted
    .map(({ value, from, where }) => {
      const since = from === sorted[0]?.from ? "" : `${showDay(from)}起`;
      const places = where ? placesText(choicesOf(where.field).filter(({ id }) => where.is.includes(id))) : "";
      const quantity = unit === "%" ? `${value}%` : `${value} ${unit}`;
      return `${since}${places}${comparisonWords[comparison]} ${quantity}`;
    })
    .join("，");
};

const placesText = (places: readonly Choice[]): string =>
  places.length > 2 ? `${places[0]?.label ?? ""}等 ${places.length} 处` : places.map(({ label }) => label).join("、");
