import type * as Rows from "../../prisma/generated/client.ts";
import type { Prisma, PrismaClient } from "../../prisma/generated/client.ts";
import { LEADS, POLITE } from "../../rules/calendar/reminders.ts";
import { beijingMinute } from "../clock.ts";
import { adding } from "../jobs/prisma-queue.ts";
import type { Dates, Planned, Preference, Recognition } from "./dates-port.ts";
import type { InLine } from "./in-line.ts";
import { areNumbers, isDue, parseJson, readJson } from "./json.ts";
import { dropping, handingOver, leaving, planning, telling } from "./reminders.ts";

/** The wishes of an account that never said any. */
export const usual: Preference = { hour: POLITE.first, leads: LEADS, wantsNotices: true };
/** How many due reminders choose whose turn it is. */
const dueAtOnce = 1000;

export const prismaDates = (prisma: PrismaClient, call: InLine): Dates => {
  const perform = (statements: readonly Prisma.Sql[]): Promise<void> =>
    call(async () => {
      await prisma.$transaction(statements.map((statement) => prisma.$executeRaw(statement)));
    });

  const reminders = (where: Prisma.ReminderWhereInput): Promise<readonly Planned[]> =>
    call(async () => {
      const orderBy = [{ at: "asc" }, { dueId: "asc" }] as const;
      return (await prisma.reminder.findMany({ where, orderBy: [...orderBy] })).flatMap(plannedOf);
    });

  return {
    recognitions: (enterpriseId) =>
      call(async () => {
        const found = await prisma.recognition.findMany({ where: { enterpriseId }, orderBy: { recognisedOn: "asc" } });
        return found.map(recognitionOf);
      }),

    done: (enterpriseId) =>
      call(async () => {
        const found = await prisma.doneDuty.findMany({ where: { enterpriseId }, orderBy: { dueId: "asc" } });
        return found.map(({ subject, dueId, doneOn }) => ({ subject, dueId, doneOn }));
      }),

    preference: (accountId) =>
      call(async () => {
        const found = await prisma.preference.findUnique({ where: { accountId } });
        return found ? preferenceOf(found) : usual;
      }),

    plan: (plans, at) => perform(planning(plans, at)),
    planned: (accountId) => reminders({ accountId, state: "planned" }),

    due: (at) =>
      call(async () => {
        // Whole accounts: of several reminders of one due date only the last is told.
        const found = await prisma.$queryRaw<Rows.Reminder[]>`SELECT * FROM "Reminder"
          WHERE "state" = 'planned' AND "at" <= ${at} AND "accountId" IN (SELECT "accountId" FROM "Reminder"
            WHERE "state" = 'planned' AND "at" <= ${at} ORDER BY "at" LIMIT ${dueAtOnce})
          ORDER BY "at", "accountId"`;
        return found.flatMap(plannedOf);
      }),

    handOver: (to, dropped) =>
      perform([...to.flatMap(handingOver), ...dropping(dropped), ...adding(to.map(({ job }) => job))]),
    queued: (job) => reminders({ job, state: "queued" }),
    told: (told, left = []) => perform([...telling(told), ...leaving(left)]),
  };
};

export const recognitionOf = ({ enterpriseId: _, ...recognition }: Rows.Recognition): Recognition => recognition;

export const preferenceOf = ({ accountId, hour, leads, wantsNotices }: Rows.Preference): Preference => ({
  hour,
  wantsNotices,
  leads: readJson(leads, areNumbers, `preference of account ${accountId}`),
});

/** A damaged one is left where it is: it must not hold up the others. */
const plannedOf = ({ accountId, subject, lead, due: text, at, isLate }: Rows.Reminder): readonly Planned[] => {
  const due = parseJson(text, isDue);
  if (!due) return [];
  const reminder = { key: `${due.id}|${due.on}|${lead}`, at: beijingMinute(new Date(at)), lead, due };
  return [{ account: accountId, subject, reminder: { ...reminder, isLate: Boolean(isLate) } }];
};
