import type { Due } from "../../../rules/calendar/due.ts";
import type { Minute } from "../../../rules/calendar/reminders.ts";
import type { Day } from "../../../rules/define.ts";
import type { Served } from "../../../rules/index.ts";
import { type NewRound, withRounds } from "../../../rules/rounds.ts";
import { noTitles, type SubjectPlan } from "../../dates/agenda.ts";
import { planReminders } from "../../dates/plan.ts";
import { duesOf, isApplication, isDone, subjectsOf } from "../../dates/subjects.ts";
import type { Reach, Reached } from "../reach.ts";
import { standingOf } from "../standing.ts";
import { nameOf } from "../whereabouts.ts";

/** What rounds would do to those who apply. */
export interface Impact {
  readonly enterprises: number;
  /** Some of them, by their names. */
  readonly names: readonly string[];
  /** Applications whose dates become others. */
  readonly touched: number;
  /** Of those: the ones in which something is answered. */
  readonly begun: number;
  /** Of those: the ones that were told dates of an earlier year so far. */
  readonly guessed: number;
  /** Of those: the ones to which a date had been announced that moves or goes. */
  readonly moved: number;
  /** Applications whose documents are made: nothing is left to be reminded of. */
  readonly done: number;
  readonly accounts: number;
  /** Accounts that wish no reminders. */
  readonly silent: number;
  readonly reminders: number;
  /** The first days on which reminders go out, with how many. */
  readonly days: readonly { readonly on: Day; readonly count: number }[];
  /** What the accounts are reminded of then. */
  readonly plans: readonly SubjectPlan[];
}

interface Touched {
  readonly before: readonly Due[];
  readonly isBegun: boolean;
  readonly plans: readonly SubjectPlan[];
}

const shownDays = 3;
const shownNames = 3;

/** The dates of all whom rounds touch, before and after. */
export const impactOf = (
  { enterprises }: Reach,
  served: readonly Served[],
  rounds: readonly NewRound[],
  on: Day,
  minute: Minute,
): Impact => {
  const after = withRounds(served, rounds);
  const targets = new Set(rounds.map(({ jurisdiction, round }) => `${jurisdiction}/${round.procedure}`));
  const all = enterprises.map((one) => ({ one, touched: touchedOf(one, served, after, on, minute) }));
  const reached = all.filter(({ touched }) => touched.length > 0);
  const touched = reached.flatMap((each) => each.touched);
  const plans = touched.flatMap((one) => one.plans);
  const isDoneHere = ({ applications }: Reached) =>
    applications.filter(({ procedure, marks }) => targets.has(procedure) && marks.declared !== undefined);
  const isKnown = ({ before }: Touched) => before.some(({ unconfirmed }) => !unconfirmed);
  const accounts = reached.flatMap(({ one }) => one.accounts);
  return {
    enterprises: reached.length,
    names: reached.flatMap(({ one }) => nameOf(one) ?? []).slice(0, shownNames),
    touched: touched.length,
    begun: touched.filter((one) => one.isBegun).length,
    guessed: touched.filter((one) => one.before.length > 0 && !isKnown(one)).length,
    moved: touched.filter(isKnown).length,
    done: enterprises.flatMap(isDoneHere).length,
    accounts: accounts.length,
    silent: accounts.filter(({ preference }) => preference.leads.length === 0).length,
    ...sendingOf(plans),
    plans,
  };
};

const touchedOf = (
  { applications, accounts }: Reached,
  served: readonly Served[],
  after: readonly Served[],
  on: Day,
  minute: Minute,
): readonly Touched[] => {
  const subjectsIn = (some: readonly Served[]) => subjectsOf(applications, noTitles, some);
  const before = new Map(subjectsIn(served).map((subject) => [subject.id, duesOf(subject, on)]));
  const wishes = new Map(accounts.map(({ id, preference }) => [id, preference]));
  return subjectsIn(after).flatMap((subject) => {
    const old = before.get(subject.id) ?? [];
    if (!isApplication(subject) || isDone(subject) || areSame(old, duesOf(subject, on))) return [];
    const plans = planReminders([subject], wishes, { on, minute, present: null });
    return [{ before: old, isBegun: standingOf(subject.application, subject.served, on) === "open", plans }];
  });
};

const areSame = (before: readonly Due[], after: readonly Due[]): boolean => {
  const text = (dues: readonly Due[]) => JSON.stringify(dues.map(({ id, on, at, label }) => [id, on, at, label]));
  return text(before) === text(after);
};

const sendingOf = (plans: readonly SubjectPlan[]): Pick<Impact, "reminders" | "days"> => {
  const all = plans.flatMap(({ dues }) => dues.flatMap(({ reminders }) => reminders));
  const counts = new Map<Day, number>();
  for (const { at } of all) counts.set(at.slice(0, 10), (counts.get(at.slice(0, 10)) ?? 0) + 1);
  const days = [...counts].map(([on, count]) => ({ on, count })).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return { reminders: all.length, days: days.slice(0, shownDays) };
};
