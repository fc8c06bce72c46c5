import type { Due } from "../rules/calendar/due.ts";
import type { Minute } from "../rules/calendar/reminders.ts";
import type { Content } from "../rules/content.ts";
import type { Answers, Day, ReceivedFile } from "../rules/define.ts";
import type { Digest } from "../rules/digest.ts";
import type { Served } from "../rules/index.ts";
import type { Marks } from "../rules/plan.ts";
import type { Agenda, Preference, SubjectPlan, TitleChanges } from "./dates/agenda.ts";
import type { AtDesk } from "./desk/desk.ts";
import type { Contact, Office } from "./desk/office.ts";
import type { OpenedRound, Reach, SendingEstimate, SentNotice } from "./desk/reach.ts";
import type { DeskWork } from "./desk/work.ts";
import type { Patch } from "./interview/events.ts";
import type { Known } from "./known.ts";
import type { Inbox } from "./notices/notice.ts";
import type { Reply } from "./reply.ts";

/** An application as it is kept. */
export interface Kept {
  readonly id: string;
  readonly procedure: string;
  readonly round: string | null;
  readonly rules: string;
  readonly sample: boolean;
  readonly marks: Marks;
  readonly updatedOn: Day;
}

/** The sections of an application that a delegate fills, by their ids. It sees and changes nothing else. */
export interface Scope {
  readonly application: string;
  readonly sections: readonly string[];
}

/** An account of the enterprise: a person in one messenger. */
interface Colleague {
  readonly id: string;
  readonly channel: string;
  /** Null for who may do everything. */
  readonly scope: Scope | null;
}

/** What is known of a one-time code that somebody typed. */
export interface Invitation {
  readonly state: "open" | "used" | "expired" | "unknown";
  readonly scope: Scope | null;
  /** It is of the account's own enterprise. */
  readonly isOwn: boolean;
  /** The operator's, for a contact of that department. */
  readonly office?: Office;
}

/** All that a turn may know. */
export interface World {
  readonly on: Day;
  /** The instant of the turn, ISO in UTC. */
  readonly now: string;
  readonly served: readonly Served[];
  readonly consentedOn: Day | null;
  /** Whose turn it is. */
  readonly account: string;
  /** Its scope, where it is a delegate's; then `applications` has that one alone and nothing is `known`. */
  readonly scope: Scope | null;
  /** The enterprise's other accounts. */
  readonly colleagues: readonly Colleague[];
  readonly applications: readonly Kept[];
  /** Answers of the applications that were read so far. */
  readonly answers: ReadonlyMap<string, Answers>;
  /** What the enterprise answered in other applications, by field id. */
  readonly known: ReadonlyMap<string, Known>;
  /** The largest file that the person's messenger brings. */
  readonly megabytes: number;
  /** An id for an application that this turn may open. */
  readonly freshId: string;
  /** The code of an invitation that this turn may make, as it is shown: `K7QX-3MPA`. */
  readonly freshCode: string;
  /** From this instant on that code is not taken any more. */
  readonly freshCodeExpiresAt: string;
  /** The invitations that were looked up so far, by `plainCode`. */
  readonly invitations: ReadonlyMap<string, Invitation>;
  /** Too many wrong codes in the last hour: none is looked up, all are `unknown`. */
  readonly tooManyCodes: boolean;
  /** What was read out of the files that were asked for so far, by hash. */
  readonly contents: ReadonlyMap<string, Content>;
  /** What the rules asked when they were last applied, by application; only where they are others now and that is known. */
  readonly former: ReadonlyMap<string, Digest>;
  /** The minute of the turn. */
  readonly minute: Minute;
  /** Titles and wishes; null until they are asked for. */
  readonly agenda: Agenda | null;
  /** The departments' notices that came; null until it is asked for. */
  readonly inbox: Inbox | null;
  /** The person's messenger cannot begin: what is said waits for the next visit. */
  readonly waits: boolean;
  /** As whom the account acts for a department; null for all others. */
  readonly contact: Contact | null;
  /** What a contact's conversations may ask for; null until they do. */
  readonly desk: DeskData;
}

/** What a department's conversations know, each null until it is asked for. */
export interface DeskData {
  /** The rounds of the jurisdiction that contacts opened, their newest versions. */
  readonly rounds: readonly OpenedRound[] | null;
  readonly reach: Reach | null;
  /** The contact's notices, newest first. */
  readonly notices: readonly SentNotice[] | null;
  /** For the counts that were asked about. */
  readonly estimate: readonly SendingEstimate[] | null;
}

/** Where the conversation is, as JSON data: state values and small contexts, no answers. */
export interface Conversation {
  readonly lobby: unknown;
  readonly interview: {
    readonly application: string;
    readonly snapshot: unknown;
    /** Tells whether another account changed meanwhile what is asked about. */
    readonly seen: string;
  } | null;
  /** Where a contact is at its desk; null or absent: not there. */
  readonly desk?: AtDesk | null;
}

/** A cell that came in a file or paste and was not understood; rows from 0. */
interface WrongCell {
  readonly row: number;
  readonly column: string;
  readonly text: string;
  readonly why: string;
}

/** A spreadsheet to fill in, with the rows there are. */
export interface Workbook {
  readonly application: string;
  readonly tables: readonly { readonly id: string; readonly wrong: readonly WrongCell[] }[];
}

/** A message, or a file in its place: documents of an application, a workbook, a calendar, a list. */
export type Saying =
  | Reply
  | { readonly documents: { readonly application: string; readonly isDraft: boolean } }
  | { readonly workbook: Workbook }
  | { readonly calendar: { readonly dues: readonly Due[] } }
  /** Who did not get a notice, to be called. */
  | { readonly callList: { readonly notice: string } };

/** What a turn does, as data. */
export interface Outcome {
  readonly conversation: Conversation;
  readonly consentedOn: Day | null;
  readonly forget: boolean;
  readonly opened: readonly Kept[];
  readonly changed: readonly (Omit<Kept, "updatedOn" | "procedure" | "sample"> & {
    readonly answers: Patch["answers"];
  })[];
  /** Keeps an invitation by `freshCode`, for an account with that scope. */
  readonly invited: { readonly scope: Scope | null } | null;
  /** The `plainCode` of the open invitation by which the account joins another enterprise. */
  readonly joins: string | null;
  /** The accounts, its own or colleagues', that leave the enterprise. Somebody without a scope has to stay. */
  readonly unlinks: readonly string[];
  readonly sayings: readonly Saying[];
  readonly titles: TitleChanges;
  readonly preference: Preference | null;
  /** What accounts will be reminded of, where the turn changes that. */
  readonly plans: readonly SubjectPlan[];
  /** The `plainCode` of the operator's invitation by which the account becomes a department's contact. */
  readonly registers: string | null;
  /** What the contact does. */
  readonly department: DeskWork | null;
  /** The notices that the account has seen. */
  readonly reads: readonly string[];
}

/** The turn cannot be decided without these: read them and call again. */
export interface Needs {
  /** Applications whose answers are needed. */
  readonly needs: readonly string[];
  /** Invitations to look up, by `plainCode`. */
  readonly codes?: readonly string[];
  /** Files whose contents are needed. */
  readonly files?: readonly ReceivedFile[];
  readonly agenda?: true;
  readonly desk?: DeskNeeds;
  readonly inbox?: true;
}

/** What a department's conversation has to know. */
export interface DeskNeeds {
  readonly rounds?: true;
  /** All enterprises of the jurisdiction, with the answers to these fields. */
  readonly reach?: { readonly fields: readonly string[] };
  readonly notices?: true;
  /** How many notices by channel. */
  readonly estimate?: Readonly<Record<string, number>>;
}
