import type { Counts, DeliveryState } from "../../flows/desk/tally.ts";
import type { NewNotice } from "../../flows/desk/work.ts";
import type { Inbox } from "../../flows/notices/notice.ts";
import type { Taken } from "../sending/budget.ts";

export type { DeliveryState, NewNotice };

export type NoticeState = "draft" | "sending" | "paused" | "stopped" | "done";

/** What a contact writes to many. */
export interface Notice extends NewNotice {
  readonly contact: string;
  readonly createdAt: string;
  readonly state: NoticeState;
}

/** What became of a notice for one account. */
export interface NoticeDelivery {
  readonly account: string;
  readonly channel: string;
  readonly address: string;
  readonly enterpriseId: string;
  readonly state: DeliveryState;
  readonly reason: string | null;
  readonly tries: number;
  readonly at: string;
}

/** How one delivery went on. It moves forward only: queued, sending, an outcome, read. */
export interface Outcome {
  readonly notice: string;
  readonly account: string;
  readonly state: Exclude<DeliveryState, "queued" | "sending">;
  readonly reason?: string;
  readonly at: string;
}

/** Notices and their deliveries. What a contact does with them is in `Effects`. */
export interface Notices {
  find(noticeId: string): Promise<Notice | null>;
  /** The contact's, newest first. */
  by(contactId: string): Promise<readonly Notice[]>;
  /** Those that are being sent, oldest first. */
  sending(): Promise<readonly Notice[]>;
  /** What is queued of a notice that is being sent, of a channel or an account, so many of it. */
  waiting(
    noticeId: string,
    of: { readonly channel: string } | { readonly account: string },
    limit: number,
  ): Promise<readonly NoticeDelivery[]>;
  /**
   * Takes queued deliveries of a notice that is being sent: nobody else gets them, so that none is sent twice. Gives the
   * accounts of those that were still to be taken.
   */
  claim(noticeId: string, accounts: readonly string[], at: string): Promise<readonly string[]>;
  /**
   * Queues the notice once more for each enterprise that it could not be handed to (blocked, failed), for its most
   * lately active account in a channel that was not tried yet. Gives how many.
   */
  tryElsewhere(noticeId: string, at: string): Promise<number>;
  /** False where the delivery is there or further already. */
  settle(outcome: Outcome): Promise<boolean>;
  /**
   * For who alone sends the notice, before it does: what a crash left under way is unknown, and queued again where no
   * turn has told it yet, for then it was not handed over. Gives how many are unknown.
   */
  giveUp(noticeId: string, at: string): Promise<number>;
  /** Ends a notice that nothing is queued or sending of any more; false where there is. */
  finish(noticeId: string): Promise<boolean>;
  counts(noticeId: string): Promise<Counts>;
  /** How many of all notices that channel took from that instant on, and when the last. */
  taken(channel: string, since: string): Promise<Taken>;
  /** What came to the account. */
  inbox(accountId: string): Promise<Inbox>;
  /** All deliveries, or those in these states, by account. */
  deliveries(noticeId: string, states?: readonly DeliveryState[]): Promise<readonly NoticeDelivery[]>;
}
