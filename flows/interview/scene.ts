import { hasLapsed, lastRound, openRound, roundOf } from "../../rules/calendar.ts";
import type { Answers, Day, Round } from "../../rules/define.ts";
import { type Facts, factsOf } from "../../rules/facts.ts";
import type { Served } from "../../rules/index.ts";
import { judge, type Verdict } from "../../rules/judge.ts";
import { type Marks, type Plan, planOf } from "../../rules/plan.ts";
import type { Known } from "../known.ts";
import type { Guide, Patch } from "./machine.ts";

/** An application in the light of one day: what the interview looks at. */
export interface Scene {
  readonly served: Served;
  readonly on: Day;
  readonly answers: Answers;
  readonly marks: Marks;
  readonly round: Round | null;
  /** What was answered in other applications, to be offered again. */
  readonly known: ReadonlyMap<string, Known>;
  readonly facts: Facts;
  /** Judged and planned when first looked at. */
  readonly verdicts: readonly Verdict[];
  readonly plan: Plan;
}

const lazily = <Result>(make: () => Result): (() => Result) => {
  let made: { readonly result: Result } | undefined;
  return () => {
    made ??= { result: make() };
    return made.result;
  };
};

export const sceneOf = (
  served: Served,
  application: {
    readonly answers: Answers;
    readonly marks: Marks;
    readonly round: string | null;
    readonly known?: ReadonlyMap<string, Known>;
  },
  on: Day,
): Scene => {
  const { answers, marks, known = new Map() } = application;
  const facts = factsOf(served.procedure, answers, on);
  const verdicts = lazily(() => judge(facts));
  const plan = lazily(() => planOf(facts, marks));
  return {
    served,
    on,
    answers,
    marks,
    round: roundOf(served.jurisdiction, application.round),
    known,
    facts,
    get verdicts() {
      return verdicts();
    },
    get plan() {
      return plan();
    },
  };
};

/** What a patch made of a scene: a turn looks at the same one several times, and it is judged and planned once. */
const afters = new WeakMap<Patch, { readonly before: Scene; readonly after: Scene }>();

/** The scene as it will be with the patch in. */
export const patched = (before: Scene, patch: Patch): Scene => {
  const made = afters.get(patch);
  if (made?.before === before) return made.after;
  const after = sceneOf(
    before.served,
    {
      answers: { ...before.answers, ...patch.answers } as Answers,
      marks: Object.fromEntries(
        Object.entries({ ...before.marks, ...patch.marks }).filter(
          (entry): entry is [string, string] => entry[1] !== undefined,
        ),
      ),
      round: before.round?.id ?? null,
      known: before.known,
    },
    before.on,
  );
  afters.set(patch, { before, after });
  return after;
};

export const guideOf = (scene: Scene): Guide => {
  const { screening, next } = scene.plan;
  return { screening, next, isVerdictSeen: scene.marks.verdict === verdictMark(scene) };
};

/** Which blocking criteria are not met: when it changes, the verdict is shown again. */
export const verdictMark = ({ verdicts }: Scene): string =>
  `seen:${verdicts
    .filter(({ status, severity }) => severity === "blocking" && status === "notMet")
    .map(({ criterion }) => criterion)
    .join(",")}`;

/** The rounds around that day: the one that is open, else the newest that is over. */
export const roundsAround = (
  { jurisdiction, procedure }: Served,
  on: Day,
): { open: Round | null; last: Round | null } => ({
  open: openRound(jurisdiction.rounds, procedure.code, on),
  last: lastRound(jurisdiction.rounds, procedure.code, on),
});

export const isSourceLapsed = ({ served, on }: Scene): boolean => hasLapsed(served.jurisdiction.source, on);
