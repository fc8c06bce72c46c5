import { randomUUID } from "node:crypto";
import { isPolite, type Minute, settle } from "../../rules/calendar/reminders.ts";
import { byKey } from "../by-key.ts";
import { beijingMinute, type Clock, instantOf } from "../clock.ts";
import type { Dates, HandedOver, Planned } from "../store/dates-port.ts";
import type { Handler } from "./loop.ts";

/** The kind of the jobs that tell reminders. */
export const remindersKind = "reminders";

/** A reminder that is told now. */
export interface Told extends Planned {
  /** The date is over: what can still be done is told. */
  readonly isMissed: boolean;
}

/** Tells an account its reminders. They count as told once this resolves; a rejection tells them again later. */
export type Deliver = (account: string, told: readonly Told[]) => Promise<void>;

/** Hands over what is due by now, one job for each account; what makes no sense any more is dropped. */
export const queueReminders = async (dates: Dates, now: Date): Promise<void> => {
  for (;;) {
    const settled = groupsOf(await dates.due(now.toISOString())).map((group) => settleGroup(group, beijingMinute(now)));
    const [told, dropped] = [settled.flatMap(({ told }) => told), settled.flatMap(({ dropped }) => dropped)];
    // What is left waits for a polite hour.
    if (told.length + dropped.length === 0) return;
    await dates.handOver([...byKey(told, ({ account }) => account)].map(handedOver), dropped);
  }
};

/** The handler of those jobs. What waited until it was late at night waits for the morning. */
export const tellingReminders =
  (dates: Dates, clock: Clock, deliver: Deliver): Handler =>
  async ({ key, payload }) => {
    const { account } = payload as { readonly account: string };
    const minute = beijingMinute(clock());
    const told: Told[] = [];
    const left: Planned[] = [];
    for (const planned of await dates.queued(key)) {
      const { fire, isMissed } = settle([planned.reminder], minute);
      if (fire || (isMissed && isPolite(minute)))
        told.push({ ...planned, reminder: fire ?? planned.reminder, isMissed });
      else left.push(planned);
    }
    if (told.length > 0) await deliver(account, told);
    await dates.told(told, left);
  };

/** The unsent reminders of one due date each, in order of time. */
const groupsOf = (planned: readonly Planned[]): readonly (readonly Planned[])[] => {
  const dateOf = ({ account, subject, reminder: { due } }: Planned) =>
    JSON.stringify([account, subject, due.id, due.on]);
  return [...byKey(planned, dateOf).values()];
};

/** The last one is told, also where the date is over, but then not at night; see `settle`. */
const settleGroup = (group: readonly Planned[], minute: Minute) => {
  const { fire, drop, isMissed } = settle(
    group.map(({ reminder }) => reminder),
    minute,
  );
  const last = isMissed ? group.at(-1)?.reminder.key : fire?.key;
  if (isMissed && !isPolite(minute)) return { told: [], dropped: group.slice(0, -1) };
  return {
    told: group.filter(({ reminder }) => reminder.key === last),
    dropped: group.filter(({ reminder }) => reminder.key !== last && drop.includes(reminder.key)),
  };
};

/** A job as old as its first reminder, so that who has waited longest is told first. */
const handedOver = ([account, reminders]: readonly [string, readonly Planned[]]): HandedOver => {
  const first = reminders.map(({ reminder }) => reminder.at).reduce((one, other) => (one < other ? one : other));
  const key = `${remindersKind}/${account}/${randomUUID()}`;
  return { job: { key, kind: remindersKind, payload: { account }, dueAt: instantOf(first) }, reminders };
};
