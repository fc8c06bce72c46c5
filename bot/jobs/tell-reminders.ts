import { beijingMinute, type Clock } from "../clock.ts";
import { converse, type Parts } from "../converse.ts";
import type { Outbox } from "../sending/outbox.ts";
import type { Dates } from "../store/dates-port.ts";
import { type Jobs, type Sleep, startJobs } from "./loop.ts";
import type { Claimed } from "./queue.ts";
import { type Deliver, queueReminders, remindersKind, tellingReminders } from "./reminders.ts";
import { replanKind, replanning } from "./replan.ts";

/** The outboxes of the messengers that run, by their names. */
export type Outboxes = ReadonlyMap<string, Pick<Outbox, "post">>;

/** Tells in a turn of the account. Where its messenger does not run, or cannot begin, the messages wait in the store. */
export const tellingBy =
  (parts: Parts, outboxes: Outboxes): Deliver =>
  async (id, told) => {
    const account = await parts.store.accountById(id);
    const [first] = told;
    if (!account || !first) return;
    const { channel, address } = account;
    const reminders = told.map(({ subject, reminder, isMissed }) => ({ subject, reminder, isMissed }));
    const update = { id: `reminder:${first.subject}:${first.reminder.key}`, address, input: { reminders } };
    const queued = await converse(parts, channel, update);
    await outboxes.get(channel)?.post(address, queued);
  };

/** The loop that tells every account its reminders when their time comes. */
export const startReminders = (
  parts: Parts,
  outboxes: Outboxes,
  clock: Clock,
  log: Jobs["log"],
  sleep?: Sleep,
): { readonly stop: () => Promise<void> } => {
  const { dates, queue } = parts.store;
  return startJobs({
    queue,
    clock,
    log,
    ...(sleep && { sleep }),
    handlers: {
      [remindersKind]: tellingReminders(dates, clock, tellingBy(parts, outboxes)),
      [replanKind]: replanning({ ...parts, clock }),
    },
    everyMinute: (now) => queueReminders(dates, now),
  });
};

/** Tells one account at once what its time has come for. */
export const tellNow = async ({ store: { dates }, clock }: Parts, account: string, deliver: Deliver): Promise<void> => {
  const jobs: Claimed[] = [];
  const own: Dates = {
    ...dates,
    due: async () => {
      const planned = await dates.planned(account);
      return planned.filter(({ reminder }) => reminder.at <= beijingMinute(clock()));
    },
    handOver: async (to, dropped) => {
      await dates.handOver(to, dropped);
      jobs.push(...to.map(({ job }) => ({ ...job, owner: account, tries: 1 })));
    },
  };
  await queueReminders(own, clock());
  const tell = tellingReminders(dates, clock, deliver);
  for (const job of jobs) await tell(job, new AbortController().signal);
};
