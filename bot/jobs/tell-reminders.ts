import { beijingMinute } from "../clock.ts";
import { converse, type Parts } from "../converse.ts";
import type { Dates } from "../store/dates-port.ts";
import type { Turns } from "../turns.ts";
import type { Claimed } from "./queue.ts";
import { type Deliver, queueReminders, tellingReminders } from "./reminders.ts";

/** The channels that run, by their names. */
export type Running = ReadonlyMap<string, Turns>;

/** Tells in a turn of the account. Where its messenger does not run, or cannot begin, the messages wait in the store. */
export const tellingBy =
  (parts: Parts, running: Running): Deliver =>
  async (id, told) => {
    const account = await parts.store.accountById(id);
    const [first] = told;
    if (!account || !first) return;
    const { channel, address } = account;
    const reminders = told.map(({ subject, reminder, isMissed }) => ({ subject, reminder, isMissed }));
    const update = { id: `reminder:${first.subject}:${first.reminder.key}`, address, input: { reminders } };
    const turns = running.get(channel);
    await (turns ? turns.tell(update) : converse(parts, channel, update));
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
