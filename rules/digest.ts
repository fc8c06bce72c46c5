import type { AnyProcedure, Column, Criterion, Field, ServiceFunction } from "./define.ts";
import { fingerprint } from "./fingerprint.ts";
import { isAskable } from "./plan.ts";
import { requirementText } from "./requirement.ts";

/** What a procedure asks, small enough to be kept for every version: JSON data. */
export interface Digest {
  /** By field id: its label, and a fingerprint of how it is filled. */
  readonly fields: Readonly<Record<string, readonly [label: string, how: string]>>;
  /** By criterion id: its label, its figures in words, its article, and a fingerprint of all that decides it. */
  readonly criteria: Readonly<
    Record<string, readonly [label: string, requirement: string, article: string, how: string]>
  >;
}

export const digestOf = (procedure: AnyProcedure): Digest => ({
  fields: Object.fromEntries(
    (Object.entries(procedure.fields) as [string, Field][])
      .filter(([, field]) => isAskable(field))
      .map(([id, field]) => [id, [field.label, printOf(howFilled(field))]]),
  ),
  criteria: Object.fromEntries(
    [...procedure.criteria, ...functionsOf(procedure)].map((criterion) => [
      criterion.id,
      [
        criterion.label,
        requirementText(criterion.when, procedure),
        criterion.cite.article,
        printOf(howDecided(criterion)),
      ],
    ]),
  ),
});

type Rule = ServiceFunction | Criterion;

/** Under the ids that their verdicts have. */
const functionsOf = ({ functions }: AnyProcedure): readonly ServiceFunction[] =>
  (functions?.atLeastOneOf ?? []).map((one) => ({ ...one, id: `functions.${one.id}` }));

/** What an answer's fitting depends on; its limits and hints do not count. */
const howFilled = (field: Field): unknown =>
  field.kind === "table"
    ? [field.minRows, Object.entries(field.columns).map(([id, column]) => [id, column.label, howTyped(column)])]
    : howTyped(field);

const howTyped = (field: Exclude<Field, { kind: "table" }> | Column): unknown => [
  field.kind,
  "unit" in field ? field.unit : null,
  "isChange" in field,
  "choices" in field ? field.choices.map(({ id, label }) => [id, label]) : null,
];

const howDecided = (rule: Rule): unknown => {
  if (!("severity" in rule)) return rule.when;
  const { severity, given, when, otherwise, relaxed } = rule;
  return [severity, given, when, otherwise?.map((other) => other.when), relaxed?.severity, relaxed?.when];
};

const printOf = (data: unknown): string => fingerprint(JSON.stringify(data));
