import type { Due } from "../../rules/calendar/due.ts";
import type { Reminder } from "../../rules/calendar/reminders.ts";
import type { Day } from "../../rules/define.ts";

/** A title that the enterprise holds, as it said itself. */
export interface Recognition {
  readonly jurisdiction: string;
  /** Of the platform: `province`, `city`. */
  readonly level: string;
  readonly recognisedOn: Day;
  readonly statedOn: Day;
}

/** When an account wants to be told. */
export interface Preference {
  /** A full hour in Beijing. */
  readonly hour: number;
  /** Days before the due day; none: no reminders. */
  readonly leads: readonly number[];
  /** The departments' notices, too. */
  readonly wantsNotices: boolean;
}

/** What is kept about an enterprise's dates beside its applications. */
export interface Agenda {
  readonly recognitions: readonly Recognition[];
  /** The wishes of the account and of the colleagues who may do everything, by account. */
  readonly preferences: ReadonlyMap<string, Preference>;
}

/** All that is due for one subject of one account, in place of what was planned for it before. */
export interface SubjectPlan {
  readonly account: string;
  readonly subject: string;
  readonly dues: readonly {
    readonly due: Due;
    readonly reminders: readonly Reminder[];
    /** What the account has just read by being here: it counts as told. */
    readonly told?: readonly Reminder[];
  }[];
}

/** A reminder that is told now. */
export interface Reminded {
  readonly subject: string;
  readonly reminder: Reminder;
  /** The date is over: what can still be done is told. */
  readonly isMissed: boolean;
}

/** The recognitions with the newly stated ones in place of what was said before. */
export const restated = (
  recognitions: readonly Recognition[],
  stated: readonly Recognition[],
): readonly Recognition[] => {
  const isSame = (one: Recognition) => (other: Recognition) =>
    one.jurisdiction === other.jurisdiction && one.level === other.level;
  return [...recognitions.filter((one) => !stated.some(isSame(one))), ...stated];
};
