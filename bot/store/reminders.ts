import { Prisma } from "../../prisma/generated/client.ts";
import type { Reminder } from "../../rules/calendar/reminders.ts";
import { beijingDay, instantOf } from "../clock.ts";
import { inChunks } from "./chunks.ts";
import type { HandedOver, Plan, Planned } from "./dates-port.ts";

const { sql, join } = Prisma;

export const planning = (plans: readonly Plan[], at: string): readonly Prisma.Sql[] => [
  // Few at once: each subject may have many dates.
  ...inChunks(plans, 10).map((some) => clearing(some, at)),
  ...inChunks(plans.flatMap(rowsOf), 500).map(
    (rows) => sql`INSERT INTO "Reminder"
      ("accountId", "subject", "dueId", "dueOn", "lead", "due", "at", "isLate", "state") VALUES ${join([...rows])}
      ON CONFLICT ("accountId", "subject", "dueId", "dueOn", "lead") DO NOTHING`,
  ),
];

/**
 * What is ahead is planned anew. What is reached or handed over stays to be told, unless its due day has moved or gone;
 * one whose day is over with nothing in its place is told as missed.
 */
const clearing = (plans: readonly Plan[], at: string): Prisma.Sql => {
  const subjects = plans.map(({ account, subject }) => sql`(${account}, ${subject})`);
  const dues = plans.flatMap(({ account, subject, dues }) =>
    dues.map(({ due }) => sql`(${account}, ${subject}, ${due.id}, ${due.on})`),
  );
  const ids = plans.flatMap(({ account, subject, dues }) =>
    dues.map(({ due }) => sql`(${account}, ${subject}, ${due.id})`),
  );
  const stands = isAmong(sql`("accountId", "subject", "dueId", "dueOn")`, dues);
  const isOver = sql`"dueOn" < ${beijingDay(new Date(at))} AND NOT ${isAmong(sql`("accountId", "subject", "dueId")`, ids)}`;
  return sql`DELETE FROM "Reminder" WHERE "state" IN ('planned', 'queued')
    AND ("accountId", "subject") IN (VALUES ${join(subjects)})
    AND (NOT ${stands} AND NOT (${isOver}) OR "state" = 'planned' AND "at" > ${at})`;
};

const isAmong = (columns: Prisma.Sql, rows: readonly Prisma.Sql[]): Prisma.Sql =>
  rows.length === 0 ? sql`FALSE` : sql`${columns} IN (VALUES ${join([...rows])})`;

const rowsOf = ({ account, subject, dues }: Plan): readonly Prisma.Sql[] =>
  dues.flatMap(({ due, reminders, told = [] }) => {
    const row =
      (state: "planned" | "done") =>
      ({ lead, at, isLate }: Reminder) =>
        sql`(${account}, ${subject}, ${due.id}, ${due.on}, ${lead}, ${JSON.stringify(due)}, ${instantOf(at)}, ${isLate},
        ${state})`;
    return [...reminders.map(row("planned")), ...told.map(row("done"))];
  });

export const handingOver = ({ job, reminders }: HandedOver): readonly Prisma.Sql[] =>
  moving(reminders, "planned", sql`"state" = 'queued', "job" = ${job.key}`);

export const dropping = (reminders: readonly Planned[]) => moving(reminders, "planned", sql`"state" = 'dropped'`);

export const telling = (reminders: readonly Planned[]) => moving(reminders, "queued", sql`"state" = 'done'`);

export const leaving = (reminders: readonly Planned[]) => moving(reminders, "queued", sql`"state" = 'planned'`);

/** Changes those of the reminders that are in that state. */
const moving = (reminders: readonly Planned[], from: string, set: Prisma.Sql): readonly Prisma.Sql[] =>
  inChunks(reminders, 500).map((some) => {
    const keys = some.map(
      ({ account, subject, reminder: { due, lead } }) => sql`(${account}, ${subject}, ${due.id}, ${due.on}, ${lead})`,
    );
    return sql`UPDATE "Reminder" SET ${set} WHERE "state" = ${from}
      AND ("accountId", "subject", "dueId", "dueOn", "lead") IN (VALUES ${join(keys)})`;
  });
