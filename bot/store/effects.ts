import type { TitleChanges } from "../../flows/dates/agenda.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { adding } from "../jobs/prisma-queue.ts";
import { auditing, contactHolds, opening, registering, registersHold, roundsHold } from "./contacts.ts";
import type { Preference, Recognition } from "./dates-port.ts";
import { noticesHold, noticing, settling } from "./notices.ts";
import type { Turn } from "./port.ts";
import { planning, telling } from "./reminders.ts";

const { sql, join } = Prisma;

/** What must still be so when the turn is committed; see `Effects`. */
export const effectsHold = (turn: Turn): readonly Prisma.Sql[] => {
  const { registers, department } = turn.effects ?? {};
  return [
    ...(registers ? registersHold(turn, registers.codeHash) : []),
    ...(department ? [contactHolds(turn, department), ...roundsHold(department), ...noticesHold(department)] : []),
  ];
};

export const effecting = (turn: Turn): readonly Prisma.Sql[] => {
  const { account, at, effects = {} } = turn;
  const { registers, department, titles, preference, plans = [], told = [], reads = [], jobs = [] } = effects;
  return [
    ...(registers ? registering(turn, registers.codeHash) : []),
    ...(department
      ? [...auditing(department.contact, department.acts, at), ...opening(department, at), ...noticing(department, at)]
      : []),
    ...(titles ? changingTitles(account.enterpriseId, titles) : []),
    ...(preference ? [preferring(account.id, preference)] : []),
    ...(preference?.wantsNotices === false ? [skipping(account.id, at)] : []),
    ...planning(plans, at),
    ...telling(told),
    ...reads.map((notice) => settling({ notice, account: account.id, state: "read", at })),
    ...adding(jobs),
  ];
};

const changingTitles = (
  enterpriseId: string,
  { recognitions = [], withdrawn = [], duties = [] }: Partial<TitleChanges>,
): readonly Prisma.Sql[] => [
  ...withdrawn.flatMap((title) => withdrawing(enterpriseId, title)),
  ...recognitions.map((recognition) => recognising(enterpriseId, recognition)),
  ...duties.map(({ subject, dueId, doneOn }) =>
    doneOn === null
      ? sql`DELETE FROM "DoneDuty"
          WHERE "enterpriseId" = ${enterpriseId} AND "subject" = ${subject} AND "dueId" = ${dueId}`
      : sql`INSERT INTO "DoneDuty" ("enterpriseId", "subject", "dueId", "doneOn")
          VALUES (${enterpriseId}, ${subject}, ${dueId}, ${doneOn})
          ON CONFLICT ("enterpriseId", "subject", "dueId") DO NOTHING`,
  ),
];

const withdrawing = (
  enterpriseId: string,
  { jurisdiction, level, subject }: TitleChanges["withdrawn"][number],
): readonly Prisma.Sql[] => [
  sql`DELETE FROM "Recognition"
    WHERE "enterpriseId" = ${enterpriseId} AND "jurisdiction" = ${jurisdiction} AND "level" = ${level}`,
  sql`DELETE FROM "DoneDuty" WHERE "enterpriseId" = ${enterpriseId} AND "subject" = ${subject}`,
  sql`DELETE FROM "Reminder" WHERE "accountId" IN ${accountsOf(enterpriseId)} AND "subject" = ${subject}`,
];

const recognising = (enterpriseId: string, { jurisdiction, level, recognisedOn, statedOn, place }: Recognition) =>
  sql`INSERT INTO "Recognition" ("enterpriseId", "jurisdiction", "level", "recognisedOn", "statedOn", "place")
    VALUES (${enterpriseId}, ${jurisdiction}, ${level}, ${recognisedOn}, ${statedOn}, ${place})
    ON CONFLICT ("enterpriseId", "jurisdiction", "level") DO UPDATE SET
      "recognisedOn" = excluded."recognisedOn", "statedOn" = excluded."statedOn",
      "place" = excluded."place"`;

const preferring = (accountId: string, { hour, leads, wantsNotices }: Preference) =>
  sql`INSERT INTO "Preference" ("accountId", "hour", "leads", "wantsNotices")
    VALUES (${accountId}, ${hour}, ${JSON.stringify(leads)}, ${wantsNotices})
    ON CONFLICT ("accountId") DO UPDATE SET
      "hour" = excluded."hour", "leads" = excluded."leads", "wantsNotices" = excluded."wantsNotices"`;

/** Who wants no notices any more is not sent those that wait, either. */
const skipping = (accountId: string, at: string) =>
  sql`UPDATE "NoticeDelivery" SET "state" = 'skipped', "reason" = 'unsubscribed', "at" = ${at}
    WHERE "state" = 'queued' AND "accountId" = ${accountId}`;

const accountsOf = (enterpriseId: string) => sql`(SELECT "id" FROM "Account" WHERE "enterpriseId" = ${enterpriseId})`;

/** What is kept beside the applications of an enterprise that is forgotten. */
export const forgetEffects = ({ account: { enterpriseId }, at }: Turn): readonly Prisma.Sql[] => [
  sql`DELETE FROM "Recognition" WHERE "enterpriseId" = ${enterpriseId}`,
  sql`DELETE FROM "DoneDuty" WHERE "enterpriseId" = ${enterpriseId}`,
  sql`DELETE FROM "Reminder" WHERE "accountId" IN ${accountsOf(enterpriseId)}`,
  sql`DELETE FROM "Preference" WHERE "accountId" IN ${accountsOf(enterpriseId)}`,
  sql`UPDATE "NoticeDelivery" SET "state" = 'skipped', "reason" = 'forgotten', "at" = ${at}
    WHERE "state" = 'queued' AND "accountId" IN ${accountsOf(enterpriseId)}`,
];

/** Who leaves an enterprise is not told of its applications and titles any more. */
export const silencing = (accountIds: readonly string[], where = sql`TRUE`): Prisma.Sql =>
  sql`DELETE FROM "Reminder" WHERE "state" <> 'done' AND "accountId" IN (${join([...accountIds])}) AND ${where}`;

/** Titles, with what was handed in for them, go along with who was alone in its enterprise. */
export const takingTitles = (old: string, joined: Prisma.Sql, isAlone: Prisma.Sql): readonly Prisma.Sql[] => [
  sql`INSERT INTO "Recognition" ("enterpriseId", "jurisdiction", "level", "recognisedOn", "statedOn", "place")
    SELECT ${joined}, "jurisdiction", "level", "recognisedOn", "statedOn", "place" FROM "Recognition"
    WHERE "enterpriseId" = ${old} AND ${isAlone}
    ON CONFLICT ("enterpriseId", "jurisdiction", "level") DO NOTHING`,
  sql`INSERT INTO "DoneDuty" ("enterpriseId", "subject", "dueId", "doneOn")
    SELECT ${joined}, "subject", "dueId", "doneOn" FROM "DoneDuty" WHERE "enterpriseId" = ${old} AND ${isAlone}
    ON CONFLICT ("enterpriseId", "subject", "dueId") DO NOTHING`,
];
