import type { Round } from "../../rules/define.ts";
import type { Recognition } from "./dates-port.ts";
import type { ApplicationRecord } from "./port.ts";

export type Level = "province" | "city" | "county";

/** For which department somebody acts. */
export interface Office {
  readonly jurisdiction: string;
  readonly level: Level;
  /** 杭州市; null for the whole jurisdiction. */
  readonly area: string | null;
  readonly name: string;
}

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

/** What was done, in one word, with what there is to know about it: JSON data, no answers. */
export interface Act {
  readonly act: string;
  readonly detail: unknown;
}

export interface AuditRecord extends Act {
  readonly seq: number;
  readonly at: string;
  /** A contact's id, or `operator`. */
  readonly actor: string;
}

/** A version of a round that a contact opened; 1 is the first. */
export interface OpenedRound {
  readonly jurisdiction: string;
  readonly round: Round;
  readonly version: number;
  readonly openedBy: string;
  readonly openedAt: string;
}

/** An enterprise that a jurisdiction's department may write to, and remind. */
interface EnterpriseRecord {
  readonly enterpriseId: string;
  /** Those who may do everything in it, oldest first. */
  readonly accounts: readonly {
    readonly id: string;
    readonly channel: string;
    readonly address: string;
    readonly wantsNotices: boolean;
  }[];
  /** Its applications in that jurisdiction, without samples, oldest first. */
  readonly applications: readonly ApplicationRecord[];
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
  /** The enterprises that apply there or hold a title there. */
  enterprises(jurisdiction: string): Promise<readonly EnterpriseRecord[]>;
}
