import type { NewNotice } from "../../flows/desk/work.ts";

export type { NewNotice };

export type NoticeState = "draft" | "sending" | "paused" | "stopped" | "done";

export type DeliveryState = "queued" | "sending" | "sent" | "read" | "blocked" | "failed" | "unknown" | "skipped";

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
  /** More recipients, as the second channel of an enterprise; one that is there already stays as it is. */
  add(noticeId: string, accounts: readonly string[], at: string): Promise<void>;
  /** Takes queued deliveries of a notice that is being sent: nobody else gets them, so that none is sent twice. */
  claim(noticeId: string, limit: number, at: string): Promise<readonly NoticeDelivery[]>;
  /** False where the delivery is there or further already. */
  settle(outcome: Outcome): Promise<boolean>;
  /** Marks all that is sending as unknown: a crash left it. For the start, before anything is sent. Gives how many. */
  giveUp(at: string): Promise<number>;
  /** Ends a notice that nothing is queued or sending of any more; false where there is. */
  finish(noticeId: string): Promise<boolean>;
  counts(noticeId: string): Promise<Readonly<Partial<Record<DeliveryState, number>>>>;
  /** All deliveries, or those in these states, by account. */
  deliveries(noticeId: string, states?: readonly DeliveryState[]): Promise<readonly NoticeDelivery[]>;
}
