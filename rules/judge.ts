import type { Citation } from "./cite.ts";
import { all, any, type Condition } from "./condition.ts";
import { decide, type Finding } from "./decide.ts";
import type { Criterion, Relaxation, Severity } from "./define.ts";
import type { Facts } from "./facts.ts";

/** A criterion with what came of it. */
export interface Verdict extends Finding {
  readonly criterion: string;
  readonly label: string;
  readonly severity: Severity;
  readonly cite: Citation;
  readonly reading: "source" | "ours";
  readonly remark?: string;
  readonly isPlace?: true;
  /** The outcomes of the readings of an open wording, where they differ. */
  readonly readings?: readonly (Finding & { readonly as: string })[];
}

/** Every criterion of the procedure, in the source's order, then its functions: at least one, and each that is claimed. */
export const judge = (facts: Facts): readonly Verdict[] => [
  ...facts.procedure.criteria
    .filter(({ given }) => !given || decide(given, facts).status === "met")
    .map((criterion) => judgeOne(criterion, facts)),
  ...judgeFunctions(facts),
];

/** The criteria that an answer to this field decides, as they stand. */
export const judgeField = (facts: Facts, field: string): readonly Verdict[] =>
  judge(facts).filter(({ criterion }) => {
    const found = conditionOf(facts, criterion);
    return found && fieldsIn(found).has(field);
  });

/** A body that does not meet one of these cannot be recognised. */
export const isBlocked = (verdicts: readonly Verdict[]): boolean =>
  verdicts.some(({ severity, status }) => severity === "blocking" && status === "notMet");

const judgeOne = (criterion: Criterion, facts: Facts): Verdict => {
  const { id, label, severity, cite, reading, remark, isPlace, relaxed } = criterion;
  const verdict: Verdict = {
    criterion: id,
    label,
    severity,
    cite,
    reading,
    ...(remark && { remark }),
    ...(isPlace && { isPlace }),
    ...readAllWays(criterion, facts),
  };
  return lighter(verdict, relaxed, facts);
};

/** What is missed weighs less where a special area relaxes it. */
const lighter = (verdict: Verdict, relaxed: Relaxation | undefined, facts: Facts): Verdict => {
  const isRelaxed = relaxed && verdict.status === "notMet" && decide(relaxed.when, facts).status === "met";
  return isRelaxed ? { ...verdict, severity: relaxed.severity, remark: relaxed.remark, reading: "ours" } : verdict;
};

/** Where readings of an open wording come out differently nothing is decided, and each reading's outcome is told. */
const readAllWays = ({ when, as, otherwise = [] }: Criterion, facts: Facts): Finding & Pick<Verdict, "readings"> => {
  const finding = decide(when, facts);
  const others = otherwise.map((other) => ({ as: other.as, ...decide(other.when, facts) }));
  if (others.every(({ status }) => status === finding.status)) return finding;
  const readings = [{ as: as ?? "", ...finding }, ...others];
  const missing = new Set(readings.flatMap((one) => one.missing));
  return { status: "undecided", missing: [...missing], readings };
};

const functionPrefix = "functions.";

const judgeFunctions = (facts: Facts): readonly Verdict[] => {
  const { functions } = facts.procedure;
  if (!functions) return [];
  const claimed = facts.value(functions.claimed);
  const chosen = functions.atLeastOneOf.filter(({ id }) => Array.isArray(claimed) && claimed.includes(id));
  const each = chosen.map(
    ({ id, label, cite, when }): Verdict => ({
      criterion: functionPrefix + id,
      label,
      // Missing one of several claimed functions costs nothing as long as another is met.
      severity: "note",
      cite,
      reading: "source",
      ...decide(when, facts),
    }),
  );
  const isClaimed = claimed !== undefined;
  const metCount = each.filter(({ status }) => status === "met").length;
  const open = isClaimed ? each.flatMap(({ missing }) => missing) : [functions.claimed];
  const status = metCount > 0 ? "met" : open.length > 0 ? "undecided" : "notMet";
  const cures = each.flatMap(({ label, cure }) => (cure ? `${label}：${cure}` : []));
  const atLeastOne: Verdict = {
    criterion: "functions",
    label: functions.label,
    severity: "blocking",
    cite: functions.cite,
    reading: "source",
    ...(functions.weight && { ...functions.weight, reading: "ours" as const }),
    status,
    missing: status === "undecided" ? [...new Set(open)] : [],
    ...(isClaimed && { value: String(metCount), figure: "1", unit: "项", comparison: ">=" as const }),
    ...(status === "notMet" && { distance: "1", cure: cures.join("；或者 ") || "至少要有一项服务功能达到要求" }),
  };
  return [lighter(atLeastOne, functions.relaxed, facts), ...each];
};

const conditionOf = ({ procedure }: Facts, criterion: string): Condition | undefined => {
  if (criterion === "functions" && procedure.functions)
    return all(
      { op: "includesAny", field: procedure.functions.claimed, choices: [] },
      any(...procedure.functions.atLeastOneOf.map(({ when }) => when)),
    );
  if (criterion.startsWith(functionPrefix))
    return procedure.functions?.atLeastOneOf.find(({ id }) => functionPrefix + id === criterion)?.when;
  const found = procedure.criteria.find(({ id }) => id === criterion);
  return found && any(found.when, ...(found.otherwise ?? []).map(({ when }) => when));
};

/** The ids of all fields that a condition looks at. */
const fieldsIn = (condition: Condition): ReadonlySet<string> => {
  switch (condition.op) {
    case "all":
    case "any":
      return new Set(condition.of.flatMap((part) => [...fieldsIn(part)]));
    case "not":
      return fieldsIn(condition.of);
    case "share>=":
      return new Set([condition.part, condition.whole]);
    case "notMoreThan":
      return new Set([condition.field, condition.than]);
    case "years>=":
      return new Set([condition.since]);
    case "rows>=":
    case "growth>=":
    case "growth>":
    case "eachRow":
    case "ascending":
      return new Set([condition.table]);
    default:
      return new Set([condition.field]);
  }
};
