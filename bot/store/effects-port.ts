import type { TitleChanges } from "../../flows/dates/agenda.ts";
import type { DeskWork } from "../../flows/desk/work.ts";
import type { NewJob } from "../jobs/queue.ts";
import type { Plan, Planned, Preference } from "./dates-port.ts";

/** What a department's contact does; who is no contact any more, or not this one, is a conflict. */
export interface DepartmentWork extends DeskWork {
  readonly contact: string;
}

/** What a turn does beside applications and accounts, committed with it. */
export interface Effects {
  /** The open invitation by which the account becomes a contact; a conflict where it is not open, or it is one already. */
  readonly registers?: { readonly codeHash: string } | null;
  readonly department?: DepartmentWork | null;
  /** Of the account's enterprise. Reminders and what was handed in go with a title that is withdrawn. */
  readonly titles?: Partial<TitleChanges>;
  readonly preference?: Preference | null;
  readonly plans?: readonly Plan[];
  /** Reminders that the turn tells. */
  readonly told?: readonly Planned[];
  /** Notices that the account has seen. */
  readonly reads?: readonly string[];
  readonly jobs?: readonly NewJob[];
}
