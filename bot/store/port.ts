import type { Input, Reply } from "../../flows/reply.ts";
import type { Scope } from "../../flows/world.ts";
import type { Answers, Day, Value } from "../../rules/define.ts";
import type { Digest } from "../../rules/digest.ts";
import type { Said } from "../channel.ts";
import type { Queue } from "../jobs/queue.ts";
import type { Dates } from "./dates-port.ts";
import type { Deliveries } from "./deliveries-port.ts";
import type { Departments } from "./department-port.ts";
import type { Effects } from "./effects-port.ts";
import type { Notices } from "./notice-port.ts";

/** A person's account in one messenger, and where the conversation with it stands. */
export interface Account {
  readonly id: string;
  readonly channel: string;
  readonly address: string;
  readonly enterpriseId: string;
  readonly consentedOn: Day | null;
  /** The conversation's persisted state as JSON data; null before the first turn. */
  readonly conversation: unknown;
  readonly version: number;
  /** What a delegate may see and change; null for who may do everything in the enterprise. */
  readonly scope: Scope | null;
}

/** A one-time code, as it is kept. */
interface InvitationRecord {
  readonly enterpriseId: string;
  readonly scope: Scope | null;
  /** From this instant on it is not taken any more. */
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

/** An account of an enterprise. */
interface Colleague {
  readonly id: string;
  readonly channel: string;
  readonly scope: Scope | null;
}

/** What a procedure asks under a version of the rules. */
export interface RulesRecord {
  readonly version: string;
  readonly procedure: string;
  /** Called only where it is not kept yet: making one takes longer than asking. */
  readonly digest: () => Digest;
}

/** What was shown and agreed to in an application; small, JSON data. */
type Marks = Readonly<Record<string, string>>;

export interface ApplicationRecord {
  readonly id: string;
  readonly procedure: string;
  readonly round: string | null;
  /** The version of the rules that the answers were given under. */
  readonly rules: string;
  readonly sample: boolean;
  readonly marks: Marks;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}

/** An answer of another application, as it can be offered again. */
interface KnownAnswer {
  readonly fieldId: string;
  readonly value: Value;
  readonly givenAt: string;
  readonly procedure: string;
}

/**
 * All that one turn changes, committed together or not at all. Instants are texts of one form, as `toISOString` gives
 * them. A delegate's turn that reaches beyond its application is a `StoreFailure`.
 */
export interface Turn {
  readonly account: Account;
  readonly updateId: string;
  readonly input: Input;
  readonly at: string;
  /** The account as it is after the turn. */
  readonly conversation: unknown;
  readonly consentedOn: Day | null;
  readonly opened: readonly Omit<ApplicationRecord, "version" | "createdAt" | "updatedAt">[];
  readonly changed: readonly {
    readonly application: string;
    /** As it was loaded; 0 for one opened in this turn. */
    readonly version: number;
    readonly round: string | null;
    readonly rules: string;
    readonly marks: Marks;
    /** By field id; `undefined` removes an answer. */
    readonly answers: Readonly<Record<string, Value | null | undefined>>;
  }[];
  /**
   * Deletes the enterprise's applications and answers and all its accounts' messages, but for this turn's receipt and
   * replies. The accounts stay and begin anew: consent is withdrawn, resume codes stop working, conversations are
   * empty but for the one that this turn gives its own account. What the turn opened or changed goes, too, and all
   * invitations. Every delegate has to be among `unlinks`; one that is not has just joined: a conflict.
   */
  readonly forget: boolean;
  /** A new invitation of the account's enterprise. */
  readonly invited?: { readonly codeHash: string; readonly scope: Scope | null; readonly expiresAt: string } | null;
  /**
   * The account joins the invitation's enterprise with its scope; an invitation that is not open any more at `at` is a
   * conflict. Who was alone in its enterprise, but for delegates, takes applications and delegates along; others leave
   * them. Who has applications must not become a delegate: that is a conflict, too. An enterprise that nobody is left
   * in goes, with its samples.
   */
  readonly joins?: { readonly codeHash: string } | null;
  /**
   * Accounts of the enterprise that leave it, each for the fresh enterprise given: without scope, consent and
   * conversation (but for the one that this turn gives its own account); the invitations they made go. Somebody without
   * a scope has to stay, and all of them have to be there still: a conflict otherwise.
   */
  readonly unlinks?: readonly { readonly account: string; readonly enterpriseId: string }[];
  readonly effects?: Effects;
  readonly replies: readonly Reply[];
}

export type Committed =
  | { readonly status: "committed"; readonly seqs: readonly number[] }
  /** This update was answered before. */
  | { readonly status: "duplicate" }
  /** Somebody else committed first: load again and run the turn again. */
  | { readonly status: "conflict" };

/** The database could not do what was asked. The message is one line for the operator and holds no answers. */
export class StoreFailure extends Error {
  override readonly name = "StoreFailure";
}

/** The port to the database. All calls may reject with `StoreFailure`. */
export interface Store extends Deliveries {
  readonly departments: Departments;
  readonly dates: Dates;
  readonly notices: Notices;
  readonly queue: Queue;
  /** Finds the account, or makes it with a new enterprise under the given fresh ids. */
  account(
    channel: string,
    address: string,
    fresh: { readonly accountId: string; readonly enterpriseId: string; readonly at: string },
  ): Promise<Account>;
  accountById(id: string): Promise<Account | null>;
  /** The account, if that person ever wrote. */
  find(channel: string, address: string): Promise<Account | null>;
  /** The enterprise's applications, oldest first. */
  applications(enterpriseId: string): Promise<readonly ApplicationRecord[]>;
  answers(applicationId: string): Promise<Answers>;
  /** The answers in the enterprise's other applications, oldest first; samples and skipped questions left out. */
  known(enterpriseId: string, exceptApplication: string): Promise<readonly KnownAnswer[]>;
  /** Was this update of the account answered already? */
  isAnswered(accountId: string, updateId: string): Promise<boolean>;
  /** All of the turn or nothing of it; once resolved it survives a power cut. `seqs` are those of the replies, in order. */
  commit(turn: Turn): Promise<Committed>;
  /** What was said after `after`, oldest first, the last `limit` of it. */
  said(accountId: string, after: number, limit: number): Promise<readonly Said[]>;
  /** The account's earlier hash stops working. */
  setResumeHash(accountId: string, hash: string): Promise<void>;
  addressByResumeHash(channel: string, hash: string): Promise<string | null>;
  invitation(codeHash: string): Promise<InvitationRecord | null>;
  /** All accounts of the enterprise, oldest first. */
  colleagues(enterpriseId: string): Promise<readonly Colleague[]>;
  /** Keeps those that are not there yet; what was kept once stays as it is. */
  rememberRules(rules: readonly RulesRecord[]): Promise<void>;
  formerRules(version: string, procedure: string): Promise<Digest | null>;
  close(): Promise<void>;
}
