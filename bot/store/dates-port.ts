import type { DoneDuty, Preference, Recognition, SubjectPlan } from "../../flows/dates/agenda.ts";
import type { Reminder } from "../../rules/calendar/reminders.ts";
import type { NewJob } from "../jobs/queue.ts";

export type { Preference, Recognition };

/** A reminder and whom it is for. */
export interface Planned {
  readonly account: string;
  /** The application it is about, or what the caller names the titles of an enterprise. */
  readonly subject: string;
  readonly reminder: Reminder;
}

/** All that is due for one subject of one account now. What was planned for it otherwise, and is still ahead, goes. */
export type Plan = SubjectPlan;

/** Reminders of one account that a job tells. */
export interface HandedOver {
  readonly job: NewJob;
  readonly reminders: readonly Planned[];
}

/** Titles, wishes and reminders. What a turn changes of them is in `Effects`. */
export interface Dates {
  recognitions(enterpriseId: string): Promise<readonly Recognition[]>;
  /** What the enterprise has handed in for its titles. */
  done(enterpriseId: string): Promise<readonly DoneDuty[]>;
  /** The usual where the account never said. */
  preference(accountId: string): Promise<Preference>;
  /**
   * Plans all of it or nothing, at that instant. A reminder that was told or dropped before stays as it is; one that was
   * handed over, or whose time has come, stays where its due day has not moved.
   */
  plan(plans: readonly Plan[], at: string): Promise<void>;
  /** What the account will still be told, in order of time. */
  planned(accountId: string): Promise<readonly Planned[]>;
  /** The planned reminders whose time has come by that instant, of the accounts that wait longest, at least of one. */
  due(at: string): Promise<readonly Planned[]>;
  /** Hands planned reminders over to jobs and drops those that make no sense any more, all or nothing. */
  handOver(to: readonly HandedOver[], dropped: readonly Planned[]): Promise<void>;
  /** What that job has to tell still, in order of time. */
  queued(jobKey: string): Promise<readonly Planned[]>;
  /** What a job has told, and what it leaves to be handed over again, all or nothing. */
  told(told: readonly Planned[], left?: readonly Planned[]): Promise<void>;
}
