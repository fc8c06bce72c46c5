import { type Minute, remindersFor } from "../../rules/calendar/reminders.ts";
import type { Day } from "../../rules/define.ts";
import type { Kept } from "../world.ts";
import type { Preference, SubjectPlan } from "./agenda.ts";
import { type DateSubject, duesOf, isDone, isTitle } from "./subjects.ts";

/** What a recognised platform must do is told even to whoever wants no reminders. */
const leastLeads: readonly number[] = [7, 0];

/** When it is planned, and the account that is here then: to it nothing comes at once. */
interface Moment {
  readonly on: Day;
  readonly minute: Minute;
  readonly present: string | null;
}

/** The reminders of every subject for every account, as each wishes; none for what is done. */
export const planReminders = (
  subjects: readonly DateSubject[],
  preferences: ReadonlyMap<string, Preference>,
  { on, minute: now, present }: Moment,
): readonly SubjectPlan[] =>
  subjects.flatMap((subject) => {
    const dues = isDone(subject) ? [] : duesOf(subject, on);
    return [...preferences].map(([account, { hour, leads }]) => {
      const wishes = { hour, now, leads: leads.length === 0 && isTitle(subject) ? leastLeads : leads };
      const planned = dues.map((due) => ({ due, reminders: remindersFor(due, wishes) }));
      return { account, subject: subject.id, dues: account === present ? planned.map(told(now)) : planned };
    });
  });

const told =
  (now: Minute) =>
  ({ due, reminders }: SubjectPlan["dues"][number]) => ({
    due,
    reminders: reminders.filter(({ at }) => at > now),
    told: reminders.filter(({ at }) => at <= now),
  });

/** Was an application opened, bound to a round or handed in? */
export const movesDates = (before: readonly Kept[], after: readonly Kept[]): boolean =>
  after.some(({ id, sample, round, marks }) => {
    const known = before.find((kept) => kept.id === id);
    return !sample && (!known || known.round !== round || known.marks.declared !== marks.declared);
  });
