import type { Level, Office } from "../../flows/desk/office.ts";
import type { OpenedRound } from "../../flows/desk/reach.ts";
import type { Act } from "../../flows/desk/work.ts";
import type { Answers } from "../../rules/define.ts";
import type { Preference, Recognition } from "./dates-port.ts";
import type { ApplicationRecord } from "./port.ts";

export type { Act, Level, Office, OpenedRound };

/** Somebody who acts for a department, from the operator's invitation on. */
export interface Contact extends Office {
  readonly id: string;
  readonly invitedAt: string;
  /** From this instant on the code is not taken any more. */
  readonly expiresAt: string;
  readonly acceptedAt: string | null;
  /** The account that used the code. */
  readonly account: string | null;
  readonly revokedAt: string | null;
}

export interface AuditRecord extends Act {
  readonly seq: number;
  readonly at: string;
  /** A contact's id, or `operator`. */
  readonly actor: string;
}

/** An enterprise that a jurisdiction's department may write to, and remind. */
export interface EnterpriseRecord {
  readonly enterpriseId: string;
  /** Those who may do everything in it, oldest first. */
  readonly accounts: readonly {
    readonly id: string;
    readonly channel: string;
    readonly address: string;
    readonly preference: Preference;
    /** When its last turn was, an instant. */
    readonly lastSaidAt: string;
  }[];
  /** Its applications in that jurisdiction, without samples, oldest first, with its answers to the fields asked for. */
  readonly applications: readonly (ApplicationRecord & { readonly given: Answers })[];
  /** Its titles there. */
  readonly recognitions: readonly Recognition[];
}

/** Who acts for departments, what they did, and the rounds they opened. What they do in a turn is in `Effects`. */
export interface Departments {
  /** Keeps the invitation; the operator's act is in the audit trail. */
  invite(invited: Office & Pick<Contact, "id" | "expiresAt"> & { codeHash: string; at: string }): Promise<void>;
  /** All that were ever invited, oldest first. */
  contacts(): Promise<readonly Contact[]>;
  /** As whom the account acts; null where it never was a contact, or is none any more. */
  contactOf(accountId: string): Promise<Contact | null>;
  /** The contact that was invited by that code. */
  invited(codeHash: string): Promise<Contact | null>;
  /** Ends what the contact or its code may do, and stops its notices; false where that is over or nobody has that id. */
  revoke(contactId: string, at: string): Promise<boolean>;
  /** What was done from that instant on, in the order of doing. */
  audit(since: string): Promise<readonly AuditRecord[]>;
  /** The newest version of every round that was opened. */
  rounds(): Promise<readonly OpenedRound[]>;
  /** All versions of a round, oldest first. */
  roundVersions(roundId: string): Promise<readonly OpenedRound[]>;
  /** The enterprises that apply there or hold a title there, with the answers to these fields; nobody without accounts. */
  enterprises(jurisdiction: string, fields: readonly string[]): Promise<readonly EnterpriseRecord[]>;
}
