import type { Answers, Day, ReceivedFile, Round } from "../../rules/define.ts";
import type { Preference, Recognition } from "../dates/agenda.ts";
import type { Kept } from "../world.ts";
import type { Contact } from "./office.ts";
import type { Counts } from "./tally.ts";

/** An account that may do everything in its enterprise. */
export interface ReachedAccount {
  readonly id: string;
  readonly channel: string;
  readonly preference: Preference;
  /** When it last said something, an instant. */
  readonly lastSaidAt: string;
}

/** An enterprise that a jurisdiction's department may write to, and remind. */
export interface Reached {
  readonly enterprise: string;
  /** Oldest first; never empty. */
  readonly accounts: readonly ReachedAccount[];
  /** Its applications in the jurisdiction, without samples, oldest first. */
  readonly applications: readonly ReachedApplication[];
  /** Its titles there. */
  readonly recognitions: readonly Recognition[];
}

export interface ReachedApplication extends Kept {
  /** Its answers, of the fields that were asked for alone. */
  readonly given: Answers;
}

/** Somebody who acts for a department of the jurisdiction. */
export interface ReachedContact extends Contact {
  readonly account: string;
  readonly channel: string;
}

/** The enterprises of a contact's jurisdiction, with the answers to these fields, and its departments' contacts. */
export interface Reach {
  readonly fields: readonly string[];
  readonly enterprises: readonly Reached[];
  readonly contacts: readonly ReachedContact[];
}

/** A version of a round that a contact opened; 1 is the first. */
export interface OpenedRound {
  readonly jurisdiction: string;
  readonly round: Round;
  readonly version: number;
  readonly openedBy: string;
  readonly openedAt: string;
}

/** What sending so many notices by a channel takes. */
export interface SendingEstimate {
  readonly channel: string;
  readonly count: number;
  /** The channel is running. */
  readonly runs: boolean;
  /** It cannot begin: what is said waits for the person's next visit. */
  readonly waits: boolean;
  /** Notices that it may still take today; null where there is no limit a day. */
  readonly leftToday: number | null;
  /** Whole minutes of sending. */
  readonly minutes: number;
  /** Days over which they are spread: 1 where all go today. */
  readonly days: number;
}

/** A notice of the contact's, and what became of it. */
export interface SentNotice {
  readonly id: string;
  readonly text: string;
  readonly files: readonly ReceivedFile[];
  /** Whom it is for, as its contact chose: JSON data. */
  readonly audience: unknown;
  readonly createdOn: Day;
  readonly state: "draft" | "sending" | "paused" | "stopped" | "done";
  /** Deliveries by their state. */
  readonly counts: Counts;
}
