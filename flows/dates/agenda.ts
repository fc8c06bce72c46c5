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
  /** Where the holder is: 杭州市西湖区; null where it did not say. */
  readonly place: string | null;
}

/** Something that a title owes and that was handed in, as the enterprise said. */
export interface DoneDuty {
  readonly subject: string;
  readonly dueId: string;
  readonly doneOn: Day;
}

/** Of who holds no title. */
export const noTitles: Pick<Agenda, "recognitions" | "done"> = { recognitions: [], done: [] };

/** What a turn changes of titles. */
export interface TitleChanges {
  /** Each in place of what was said of it before. */
  readonly recognitions: readonly Recognition[];
  /** They go with all that is kept about them. */
  readonly withdrawn: readonly (Pick<Recognition, "jurisdiction" | "level"> & { readonly subject: string })[];
  /** `doneOn` null: not handed in after all. */
  readonly duties: readonly (Omit<DoneDuty, "doneOn"> & { readonly doneOn: Day | null })[];
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
  readonly done: readonly DoneDuty[];
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

/** Titles and what was handed in for them, as they are after a turn. */
export const changedTitles = (
  { recognitions, done }: Pick<Agenda, "recognitions" | "done">,
  changes: TitleChanges,
): Pick<Agenda, "recognitions" | "done"> => {
  const isSame = (one: Title) => (other: Title) => one.jurisdiction === other.jurisdiction && one.level === other.level;
  const replaced: readonly Title[] = [...changes.recognitions, ...changes.withdrawn];
  const isChanged = ({ subject, dueId }: DoneDuty) =>
    changes.withdrawn.some((title) => title.subject === subject) ||
    changes.duties.some((duty) => duty.subject === subject && duty.dueId === dueId);
  return {
    recognitions: [...recognitions.filter((one) => !replaced.some(isSame(one))), ...changes.recognitions],
    done: [
      ...done.filter((duty) => !isChanged(duty)),
      ...changes.duties.flatMap(({ doneOn, ...duty }) => (doneOn === null ? [] : { ...duty, doneOn })),
    ],
  };
};

type Title = Pick<Recognition, "jurisdiction" | "level">;
