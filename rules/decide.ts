import Big from "big.js";
import type { Condition, Figure } from "./condition.ts";
import type { Column, Decimal, Field, Value } from "./define.ts";
import { type Facts, factsOfRow, isNumber, rowsOf } from "./facts.ts";
import { addYears, daysBetween, showDay } from "./values/day.ts";

type Status = "met" | "notMet" | "undecided";

/** What came of one condition. The numbers are exact decimals in `unit`; a share is cut, never rounded up to its figure. */
export interface Finding {
  readonly status: Status;
  /** The fields whose answers would decide it. */
  readonly missing: readonly string[];
  readonly value?: Decimal;
  readonly figure?: Decimal;
  /** How far the value is from the figure; only where it is not met. */
  readonly distance?: Decimal;
  readonly unit?: string;
  readonly comparison?: ">=" | ">" | "<=" | "<";
  /** What would mend it, in plain words. */
  readonly cure?: string;
}

const met: Finding = { status: "met", missing: [] };
const undecided = (...missing: string[]): Finding => ({ status: "undecided", missing });
const notMet = (finding: Omit<Finding, "status" | "missing"> = {}): Finding => ({
  ...finding,
  status: "notMet",
  missing: [],
});

/** Judges one condition against the facts of a day. */
export const decide = (condition: Condition, facts: Facts): Finding => {
  switch (condition.op) {
    case "all":
      return decideAll(condition.of, facts);
    case "any":
      return decideAny(condition.of, facts);
    case "not": {
      const { status, missing } = decide(condition.of, facts);
      return status === "undecided" ? undecided(...missing) : status === "met" ? notMet() : met;
    }
    case "share>=":
      return answered(facts, condition.part, (part) =>
        answered(facts, condition.whole, (whole) =>
          byFigure(condition.figure, facts, (figure) => decideShare(condition, part, whole, figure, facts)),
        ),
      );
    case "notMoreThan":
      return answered(facts, condition.field, (value) =>
        answered(facts, condition.than, (than) =>
          compare(value, "<=", String(than), unitOf(facts.field(condition.field)), facts.field(condition.field)),
        ),
      );
    case "years>=":
      return answered(facts, condition.since, (since) =>
        byFigure(condition.figure, facts, (figure) => decideYears(String(since), figure, condition.figure.unit, facts)),
      );
    case "yes":
      return answered(facts, condition.field, (value) =>
        value === true ? met : notMet({ cure: `需要具备：${facts.field(condition.field).label}` }),
      );
    case "is":
      return answered(facts, condition.field, (value) => (value === condition.choice ? met : notMet()));
    case "includesAll":
    case "includesAny":
      return answered(facts, condition.field, (value) =>
        decideIncludes(condition, value, facts.field(condition.field)),
      );
    case "by":
      return answered(facts, condition.field, (value) =>
        String(value) <= condition.day ? met : notMet({ cure: `须在${showDay(condition.day)}以前` }),
      );
    case "given":
      return answered(facts, condition.field, () => met);
    case "lacks":
      return answered(facts, condition.field, (value) =>
        String(value).includes(condition.word)
          ? notMet({ cure: `${facts.field(condition.field).label}里去掉“${condition.word}”` })
          : met,
      );
    case "length>=":
      return answered(facts, condition.field, (value) =>
        byFigure(condition.figure, facts, (figure) =>
          compare(charactersOf(value), ">=", figure, condition.figure.unit, facts.field(condition.field)),
        ),
      );
    case "rows>=":
      return answered(facts, condition.table, () =>
        byFigure(condition.figure, facts, (figure) =>
          compare(
            rowsOf(facts, condition.table).length,
            ">=",
            figure,
            condition.figure.unit,
            facts.field(condition.table),
          ),
        ),
      );
    case "growth>=":
    case "growth>":
      return answered(facts, condition.table, () =>
        byFigure(condition.figure, facts, (figure) => decideGrowth(condition, figure, facts)),
      );
    case "everyRow":
      return answered(facts, condition.table, () => decideEveryRow(condition, facts));
    case "eachRow":
    case "ascending":
      return answered(facts, condition.table, () => decideRows(condition, facts));
    default:
      return answered(facts, condition.field, (value) =>
        byFigure(condition.figure, facts, (figure) =>
          compare(value, condition.op, figure, condition.figure.unit, facts.field(condition.field)),
        ),
      );
  }
};

const decideAll = (conditions: readonly Condition[], facts: Facts): Finding => {
  const findings = conditions.map((condition) => decide(condition, facts));
  const failed = findings.filter((finding) => finding.status === "notMet");
  if (failed.length > 0) {
    const [first] = failed;
    const cures = failed.flatMap(({ cure }) => cure ?? []);
    return { ...notMet(), ...first, ...(cures.length > 0 && { cure: cures.join("；") }) };
  }
  const missing = findings.flatMap((finding) => finding.missing);
  if (missing.length > 0) return undecided(...new Set(missing));
  return findings.find((finding) => finding.figure !== undefined) ?? met;
};

const decideAny = (conditions: readonly Condition[], facts: Facts): Finding => {
  const findings = conditions.map((condition) => decide(condition, facts));
  const success = findings.find((finding) => finding.status === "met");
  if (success) return success;
  const missing = findings.flatMap((finding) => finding.missing);
  if (missing.length > 0) return undecided(...new Set(missing));
  const cures = findings.flatMap(({ cure }) => cure ?? []);
  const first = findings.find((finding) => finding.figure !== undefined) ?? findings[0] ?? notMet();
  return { ...first, ...(cures.length > 0 && { cure: cures.join("；或者：") }) };
};

/** Goes on with the field's governing value. A field that the form does not ask of this applicant fails without a cure. */
const answered = (facts: Facts, id: string, next: (value: Value) => Finding): Finding => {
  if (facts.relevant(id) === false) return notMet();
  const value = facts.value(id);
  return value === undefined ? undecided(id) : next(value);
};

/** Judges by the figure that holds; where a field that chooses the figure is open, all figures must agree. */
const byFigure = (figure: Figure, facts: Facts, judge: (figure: Decimal) => Finding): Finding => {
  const began = figure.values.filter(({ from }) => from <= facts.on);
  // Before its first day a figure is judged as it will be: a body that prepares early is told what awaits it.
  const held = (began.length > 0 ? began : figure.values)
    .toSorted((a, b) => (began.length > 0 ? b.from.localeCompare(a.from) : a.from.localeCompare(b.from)))
    .filter(({ where }, at, sorted) => at === sorted.findIndex((other) => isSamePlace(other.where, where)));
  const open = held.filter(({ where }) => where && facts.value(where.field) === undefined);
  const own = held.find(({ where }) => where?.is.includes(String(facts.value(where.field))));
  const general = held.find(({ where }) => !where);
  const chosen = own ?? general;
  const candidates = (own ? [own] : [...open, ...(chosen ? [chosen] : [])]).map(({ value }) => judge(value));
  const [first] = candidates;
  if (first && candidates.every(({ status }) => status === first.status)) return candidates.at(-1) ?? first;
  return undecided(...new Set(open.flatMap(({ where }) => where?.field ?? [])));
};

type Where = Figure["values"][number]["where"];
const isSamePlace = (a: Where, b: Where): boolean => a?.field === b?.field && a?.is.join() === b?.is.join();

const compare = (value: Value, op: ">=" | ">" | "<=" | "<", figure: Decimal, unit: string, field: Field): Finding => {
  if (!isNumber(value)) return undecided();
  const difference = new Big(value).minus(figure);
  const isMet = { ">=": difference.gte(0), ">": difference.gt(0), "<=": difference.lte(0), "<": difference.lt(0) }[op];
  const numbers = { value: new Big(value).toFixed(), figure, unit, comparison: op };
  if (isMet) return { ...met, ...numbers };
  const distance = difference.abs().toFixed();
  const [want, gap] = op.startsWith(">") ? ["增加", "还差"] : ["减少", "超出"];
  const strictly =
    distance === "0" ? `须${want === "增加" ? "超过" : "低于"} ${figure} ${unit}` : `${gap} ${distance} ${unit}`;
  return notMet({ ...numbers, distance, cure: `${field.label}：${strictly}` });
};

const decideShare = (
  { part: partId, whole: wholeId }: { readonly part: string; readonly whole: string },
  part: Value,
  whole: Value,
  figure: Decimal,
  facts: Facts,
): Finding => {
  if (!isNumber(part) || !isNumber(whole) || new Big(whole).lte(0)) return undecided(partId, wholeId);
  const value = new Big(part).times(100).div(whole).round(2, Big.roundDown);
  const numbers = { value: value.toFixed(), figure, unit: "%", comparison: ">=" as const };
  if (new Big(part).times(100).gte(new Big(whole).times(figure))) return { ...met, ...numbers };
  const field = facts.field(partId);
  const exact = new Big(whole).times(figure).div(100);
  const needed = field.kind === "count" ? exact.round(0, Big.roundUp) : exact;
  const unit = unitOf(field);
  return notMet({
    ...numbers,
    distance: new Big(figure).minus(value).toFixed(),
    cure: `${field.label}：按${facts.field(wholeId).label} ${whole} ${unit}计，至少 ${needed.toFixed()} ${unit}，还差 ${needed.minus(part).toFixed()} ${unit}`,
  });
};

const decideYears = (since: string, years: Decimal, unit: string, facts: Facts): Finding => {
  const due = addYears(since, Number(years));
  let full = 0;
  while (addYears(since, full + 1) <= facts.on) full++;
  const start = addYears(since, full);
  const fraction = new Big(Math.max(0, daysBetween(start, facts.on))).div(
    daysBetween(start, addYears(since, full + 1)),
  );
  const value = fraction.plus(full).round(2, Big.roundDown);
  const numbers = { value: value.toFixed(), figure: years, unit, comparison: ">=" as const };
  if (due <= facts.on) return { ...met, ...numbers };
  return notMet({
    ...numbers,
    distance: new Big(years).minus(value).toFixed(),
    cure: `到 ${showDay(due)}满 ${years} 年`,
  });
};

const decideIncludes = (
  condition: Extract<Condition, { op: "includesAll" | "includesAny" }>,
  value: Value,
  field: Field,
): Finding => {
  const chosen = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  const lacking = condition.choices.filter((choice) => !chosen.includes(choice));
  const isMet = condition.op === "includesAll" ? lacking.length === 0 : lacking.length < condition.choices.length;
  if (isMet) return met;
  const labels = lacking.map(
    (id) => ("choices" in field && field.choices.find((choice) => choice.id === id)?.label) || id,
  );
  return notMet({ cure: `${field.label}：还缺${labels.join(condition.op === "includesAll" ? "、" : " 或 ")}` });
};

const charactersOf = (value: Value): number => [...String(value).replace(/\s/g, "")].length;

const decideGrowth = (
  { op, table, column, by }: Extract<Condition, { op: "growth>=" | "growth>" }>,
  figure: Decimal,
  facts: Facts,
): Finding => {
  const [later, earlier] = rowsOf(facts, table)
    .filter((row) => isNumber(row[by]) && isNumber(row[column]))
    .toSorted((a, b) => Number(b[by]) - Number(a[by]))
    .map((row) => new Big(row[column] as Decimal));
  if (!later || !earlier || earlier.lte(0)) return undecided(table);
  const growth = later.minus(earlier).times(100).div(earlier).round(2, Big.roundDown);
  const finding = compare(growth.toFixed(), op === "growth>" ? ">" : ">=", figure, "%", facts.field(table));
  const { label } = columnOf(facts, table, column);
  return finding.status === "met"
    ? finding
    : { ...finding, cure: `“${label}”最近一年 ${later.toFixed()}，上一年 ${earlier.toFixed()}` };
};

const decideRows = (condition: Extract<Condition, { op: "eachRow" | "ascending" }>, facts: Facts): Finding => {
  const { table, column } = condition;
  const rows = rowsOf(facts, table);
  const wrong = rows.flatMap((row, at) => {
    const own = row[column];
    const other = condition.op === "eachRow" ? row[condition.notMoreThan] : rows[at - 1]?.[column];
    if (!isNumber(own) || !isNumber(other)) return [];
    const isRight = condition.op === "eachRow" ? new Big(own).lte(other) : new Big(own).gt(other);
    return isRight ? [] : [`第 ${at + 1} 行 ${own}（${condition.op === "eachRow" ? "比较" : "上一行"} ${other}）`];
  });
  if (wrong.length === 0) return met;
  return notMet({ cure: `请核对“${columnOf(facts, table, column).label}”：${wrong.join("、")}` });
};

/** The first failing row's numbers, and a cure for each failing row. */
const decideEveryRow = ({ table, of }: Extract<Condition, { op: "everyRow" }>, facts: Facts): Finding => {
  const findings = rowsOf(facts, table).map((row) => decide(of, factsOfRow(facts, table, row)));
  const first = findings.find(({ status }) => status === "notMet");
  if (!first) return findings.some(({ status }) => status === "undecided") ? undecided(table) : met;
  const cures = findings.flatMap(({ status, cure }, at) =>
    status === "notMet" ? `第 ${at + 1} 行${cure ? ` ${cure}` : ""}` : [],
  );
  return { ...first, cure: cures.join("；") };
};

const columnOf = (facts: Facts, table: string, column: string): Column => {
  const field = facts.field(table);
  const found = field.kind === "table" ? field.columns[column] : undefined;
  if (!found) throw new Error(`table ${table} has no column ${column}`);
  return found;
};

const unitOf = (field: Field): string => ("unit" in field ? field.unit : field.kind === "percent" ? "%" : "");
