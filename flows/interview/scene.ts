import { hasLapsed, lastRound, openRound, roundOf } from "../../rules/calendar.ts";
import type { Content } from "../../rules/content.ts";
import type { Answers, Day, Round } from "../../rules/define.ts";
import { type Facts, factsOf } from "../../rules/facts.ts";
import type { Served } from "../../rules/index.ts";
import { judge, type Verdict } from "../../rules/judge.ts";
import { askedFields, type Marks, type Plan, planOf, unread } from "../../rules/plan.ts";
import type { Known } from "../known.ts";
import type { Scope } from "../world.ts";
import type { Guide, Patch } from "./events.ts";

/** An application in the light of one day: what the interview looks at. */
export interface Scene {
  readonly served: Served;
  readonly on: Day;
  readonly answers: Answers;
  readonly marks: Marks;
  readonly round: Round | null;
  /** What was answered in other applications, to be offered again. */
  readonly known: ReadonlyMap<string, Known>;
  /** What the files in question hold, by their hash. */
  readonly contents: ReadonlyMap<string, Content>;
  /** A delegate's fields; null for who may see all. */
  readonly only: ReadonlySet<string> | null;
  /** The largest file that the messenger brings. */
  readonly megabytes: number;
  readonly facts: Facts;
  /** Judged and planned when first looked at. */
  readonly verdicts: readonly Verdict[];
  readonly plan: Plan;
  /** The fields that are asked of this person, in the form's order. */
  readonly asked: readonly string[];
}

/** What beside the answers a scene is seen in. */
interface Light {
  readonly known?: ReadonlyMap<string, Known>;
  readonly contents?: ReadonlyMap<string, Content>;
  readonly only?: ReadonlySet<string> | null;
  readonly megabytes?: number;
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
  },
  on: Day,
  { known = new Map(), contents = new Map(), only = null, megabytes = 20 }: Light = {},
): Scene => {
  const { answers, marks } = application;
  const facts = factsOf(served.procedure, answers, on);
  const verdicts = lazily(() => judge(facts));
  const plan = lazily(() => planOf(facts, marks, only));
  const asked = lazily(() => askedFields(facts).filter((id) => !only || only.has(id)));
  return {
    served,
    on,
    answers,
    marks,
    round: roundOf(served.jurisdiction, application.round),
    known,
    contents,
    only,
    megabytes,
    facts,
    get verdicts() {
      return verdicts();
    },
    get plan() {
      return plan();
    },
    get asked() {
      return asked();
    },
  };
};

/** The fields that a delegate is asked; null for who may see all. */
export const onlyOf = ({ procedure }: Served, scope: Scope | null): ReadonlySet<string> | null =>
  scope && new Set(procedure.sections.flatMap(({ id, fields }) => (scope.sections.includes(id) ? fields : [])));

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
    },
    before.on,
    before,
  );
  afters.set(patch, { before, after });
  return after;
};

export const guideOf = (scene: Scene): Guide => {
  const { screening, next } = scene.plan;
  return {
    screening,
    next,
    // A delegate is asked its part alone: the verdict on the whole is not its to see.
    isVerdictSeen: scene.only !== null || scene.marks.verdict === verdictMark(scene),
    mending: scene.asked.find((id) => unread(id) in scene.marks) ?? null,
  };
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
