import { carriedOver, fieldIn } from "../rules/compare.ts";
import type { Answers, AnyProcedure, Row, Scalar, TypedAnswers, Value } from "../rules/define.ts";
import { factsOf } from "../rules/facts.ts";
import { loadJurisdictions, type Served, servedBy } from "../rules/index.ts";
import { judge } from "../rules/judge.ts";
import { read } from "../rules/values/index.ts";
import { readAnswersFile, unknownIds } from "./answers-file.ts";
import { beijingDay, clockAt } from "./clock.ts";
import { readFlags, run } from "./command.ts";
import { OperatorError } from "./config.ts";
import { verdictJson } from "./verdict-json.ts";

const usage = "npm run -s judge -- --answers FILE.json [--on 2021-05-12]";

/** `npm run judge`: one body's typed answers judged in every procedure of every jurisdiction, as JSON. */
await run(async () => {
  const { values } = readFlags(usage, { answers: { type: "string" }, on: { type: "string" } });
  const { answers: file } = values;
  if (!file) throw new OperatorError(`--answers is needed. Usage: ${usage}`);
  const on = beijingDay(clockAt(values.on)());
  const typed = readAnswersFile(file);
  const served = servedBy(await loadJurisdictions());

  const unknown = Object.keys(typed).filter((id) => served.every(({ procedure }) => !isAsked(procedure, id)));
  if (unknown.length > 0) throw new OperatorError(`${file}: no procedure asks: ${unknown.join(", ")}`);
  const { answersIn, troubles } = readEverywhere(typed, served, on);
  if (troubles.length > 0) throw new OperatorError(`${file}: not understood:\n${troubles.join("\n")}`);

  const verdicts = served.map((one) => [one.id, verdictJson(judge(factsOf(one.procedure, answersIn(one), on)))]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(verdicts), null, 2)}\n`);
  return 0;
});

/**
 * What the texts say in each procedure. A number may pick another option elsewhere, a bare sum be in another unit: so the
 * texts are read by the procedure that asks most of them, and carried over where the same is asked; only what it does not
 * ask is read by the others themselves.
 */
function readEverywhere(typed: TypedAnswers, served: readonly Served[], on: string) {
  const known = ({ procedure }: Served) => Object.keys(typed).filter((id) => isAsked(procedure, id));
  const home = served.toSorted((a, b) => known(b).length - known(a).length)[0];
  if (!home) throw new OperatorError("there are no procedures");
  const troubles: string[] = [];
  const answersOf = (one: Served, ids: readonly string[]): Answers => {
    const own = Object.fromEntries(ids.flatMap((id) => (typed[id] === undefined ? [] : [[id, typed[id]]])));
    const wrong = unknownIds(one.procedure, own);
    troubles.push(...wrong.map((id) => `${one.id}: ${id} is not asked`));
    const asked = Object.entries(own).filter(([id]) => !wrong.some((said) => said.split(/[ .]/)[0] === id));
    return readAs(one.procedure, Object.fromEntries(asked), on, (id, why) => troubles.push(`${one.id}: ${id}: ${why}`));
  };
  const atHome = answersOf(home, known(home));
  const everywhere = new Map(
    served.map((one) => {
      if (one === home) return [one, atHome];
      const others = known(one).filter((id) => !fieldIn(home.procedure, id));
      return [one, { ...carriedOver(atHome, home.procedure, one.procedure), ...answersOf(one, others) }];
    }),
  );
  return { answersIn: (one: Served): Answers => everywhere.get(one) ?? {}, troubles };
}

function isAsked(procedure: AnyProcedure, id: string): boolean {
  const field = fieldIn(procedure, id);
  return field !== undefined && (!field.computed || field.screening === true);
}

/** Typed answers as values; what is doubtful or refused is complained of, and blank. */
function readAs(
  procedure: AnyProcedure,
  typed: TypedAnswers,
  on: string,
  complain: (id: string, why: string) => void,
): Answers {
  const understood = (at: string, kind: Parameters<typeof read>[0], text: string): Scalar | undefined => {
    const reading = read(kind, text, on);
    if (reading.status === "understood") return reading.value;
    complain(at, `“${text}”: ${reading.why.replaceAll("\n", " ")}`);
    return undefined;
  };
  return Object.fromEntries(
    Object.entries(typed).flatMap(([id, answer]): [string, Value][] => {
      const field = fieldIn(procedure, id);
      if (!field || answer.length === 0) return [];
      if (field.kind === "file") return [[id, { received: true, files: [] }]];
      if (typeof answer === "string") {
        const value = field.kind === "table" ? undefined : understood(id, field, answer);
        return value === undefined ? [] : [[id, value]];
      }
      const columns = field.kind === "table" ? field.columns : {};
      const rows = answer.map((row, at): Row => {
        const cells = Object.entries(row).flatMap(([column, text]) => {
          const kind = columns[column];
          const value = kind && text !== "" ? understood(`${id}[${at + 1}].${column}`, kind, text) : undefined;
          return value === undefined ? [] : [[column, value] as const];
        });
        return Object.fromEntries(cells);
      });
      return [[id, rows]];
    }),
  );
}
