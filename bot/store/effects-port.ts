import type { Round } from "../../rules/define.ts";
import type { NewJob } from "../jobs/queue.ts";
import type { Plan, Planned, Preference, Recognition } from "./dates-port.ts";
import type { Act } from "./department-port.ts";
import type { NewNotice } from "./notice-port.ts";

/** What a department's contact does; who is no contact any more, or not this one, is a conflict. */
export interface DepartmentWork {
  readonly contact: string;
  /** For the audit trail. */
  readonly acts: readonly Act[];
  /** `version` is one more than the newest there is, 1 for a new round: anything else is a conflict. */
  readonly rounds?: readonly { readonly jurisdiction: string; readonly round: Round; readonly version: number }[];
  readonly drafts?: readonly NewNotice[];
  /** Begins a draft, with its recipients. One that is no draft of the contact's is a conflict. */
  readonly starts?: { readonly notice: string; readonly accounts: readonly string[] } | null;
  /** Of the contact's notices; one that cannot go there is a conflict. Stopping skips what is queued. */
  readonly moves?: { readonly notice: string; readonly to: "paused" | "sending" | "stopped" } | null;
}

/** What a turn does beside applications and accounts, committed with it. */
export interface Effects {
  /** The open invitation by which the account becomes a contact; a conflict where it is not open, or it is one already. */
  readonly registers?: { readonly codeHash: string } | null;
  readonly department?: DepartmentWork | null;
  /** Titles of the account's enterprise, each in place of what was said of it before. */
  readonly recognitions?: readonly Recognition[];
  readonly preference?: Preference | null;
  readonly plans?: readonly Plan[];
  /** Reminders that the turn tells. */
  readonly told?: readonly Planned[];
  /** Notices that the account has seen. */
  readonly reads?: readonly string[];
  readonly jobs?: readonly NewJob[];
}
