import { Prisma } from "../../prisma/generated/client.ts";
import { adding, waking } from "../jobs/prisma-queue.ts";
import { inChunks } from "./chunks.ts";
import type { DepartmentWork } from "./effects-port.ts";
import type { DeliveryState, NewNotice, NoticeState, Outcome } from "./notice-port.ts";

const { sql, join } = Prisma;

/** Where a notice, and a delivery, may come from. */
const noticeFrom: Readonly<Record<"paused" | "sending" | "stopped", readonly NoticeState[]>> = {
  paused: ["sending"],
  sending: ["paused"],
  stopped: ["draft", "sending", "paused"],
};
const deliveryFrom: Readonly<Record<Outcome["state"], readonly DeliveryState[]>> = {
  sent: ["sending"],
  blocked: ["sending"],
  failed: ["sending"],
  unknown: ["sending"],
  skipped: ["queued"],
  read: ["sending", "sent", "unknown"],
};

export const noticesHold = ({ contact, starts, moves }: DepartmentWork): readonly Prisma.Sql[] => {
  const isIn = (notice: string, states: readonly NoticeState[]) => sql`EXISTS (SELECT 1 FROM "Notice"
    WHERE "id" = ${notice} AND "contactId" = ${contact} AND "state" IN (${join([...states])}))`;
  return [
    ...(starts ? [isIn(starts.notice, ["draft"])] : []),
    ...(moves ? [isIn(moves.notice, noticeFrom[moves.to])] : []),
  ];
};

export const noticing = (work: DepartmentWork, at: string): readonly Prisma.Sql[] => [
  ...(work.drafts ?? []).map((draft) => drafting(work.contact, draft, at)),
  ...(work.starts ? starting(work.starts, at) : []),
  ...(work.moves ? moving(work.moves, at) : []),
];

const drafting = (contact: string, { id, text, files, audience }: NewNotice, at: string) =>
  sql`INSERT INTO "Notice" ("id", "contactId", "text", "files", "audience", "createdAt", "state")
    VALUES (${id}, ${contact}, ${text}, ${JSON.stringify(files)}, ${JSON.stringify(audience)}, ${at}, 'draft')`;

/** What runs the notice is committed with its beginning. */
const starting = ({ notice, accounts }: NonNullable<DepartmentWork["starts"]>, at: string): readonly Prisma.Sql[] => [
  movingTo("sending", notice),
  ...addressing({ notice, accounts, at }),
  ...adding([{ key: jobOf(notice), kind: broadcastKind, payload: { notice }, dueAt: at }]),
];

const moving = ({ notice, to }: NonNullable<DepartmentWork["moves"]>, at: string): readonly Prisma.Sql[] => [
  ...(to === "stopped" ? stopping(sql`"id" = ${notice}`, "stopped", at) : [movingTo(to, notice)]),
  waking(jobOf(notice), at),
];

/** The kind of the jobs that send notices, one job for each. */
export const broadcastKind = "broadcast";
const jobOf = (notice: string): string => `${broadcastKind}/${notice}`;

const movingTo = (state: NoticeState, notice: string) =>
  sql`UPDATE "Notice" SET "state" = ${state} WHERE "id" = ${notice}`;

/** One delivery for each account; one that is there stays as it is. */
const addressing = (to: { notice: string; accounts: readonly string[]; at: string }): readonly Prisma.Sql[] =>
  inChunks(to.accounts, 2000).map((accounts) => {
    const rows = accounts.map((account) => sql`(${to.notice}, ${account}, 'queued', ${to.at})`);
    return sql`INSERT INTO "NoticeDelivery" ("noticeId", "accountId", "state", "at") VALUES ${join(rows)}
      ON CONFLICT ("noticeId", "accountId") DO NOTHING`;
  });

/** Stops the notices that `which` tells, of those that may still be stopped; what is queued is skipped. */
export const stopping = (which: Prisma.Sql, reason: string, at: string): readonly Prisma.Sql[] => {
  const stoppable = sql`${which} AND "state" IN (${join([...noticeFrom.stopped])})`;
  return [
    sql`UPDATE "NoticeDelivery" SET "state" = 'skipped', "reason" = ${reason}, "at" = ${at}
      WHERE "state" = 'queued' AND "noticeId" IN (SELECT "id" FROM "Notice" WHERE ${stoppable})`,
    sql`UPDATE "Notice" SET "state" = 'stopped' WHERE ${stoppable}`,
  ];
};

/** From within, these turns say nothing of what the person does. */
const spoke = sql`"direction" = 'in' AND "updateId" NOT LIKE 'notice:%' AND "updateId" NOT LIKE 'reminder:%'`;

/** By way of the enterprise's accounts, which are few; SQLite keeps the order of a CROSS JOIN. */
const deliveriesOf = (notice: string, enterprise: Prisma.Sql) => sql`"Account" AS "tried"
  CROSS JOIN "NoticeDelivery" AS "done"
  WHERE "tried"."enterpriseId" = ${enterprise} AND "done"."noticeId" = ${notice} AND "done"."accountId" = "tried"."id"`;

/** See `Notices.tryElsewhere`. */
export const addressingElsewhere = (notice: string, at: string): Prisma.Sql =>
  sql`INSERT INTO "NoticeDelivery" ("noticeId", "accountId", "state", "at")
    SELECT ${notice}, "id", 'queued', ${at} FROM (
      SELECT "other"."id", ROW_NUMBER() OVER (PARTITION BY "other"."enterpriseId" ORDER BY
        (SELECT MAX("at") FROM "Message" WHERE "accountId" = "other"."id" AND ${spoke}) DESC, "other"."id") AS "place"
      FROM "Account" AS "other" LEFT JOIN "Preference" ON "Preference"."accountId" = "other"."id"
      WHERE "other"."scope" IS NULL AND "Preference"."wantsNotices" IS NOT FALSE
        AND "other"."enterpriseId" IN (SELECT "enterpriseId" FROM "NoticeDelivery"
          JOIN "Account" ON "Account"."id" = "accountId" WHERE "noticeId" = ${notice} AND "state" IN ('blocked', 'failed'))
        AND NOT EXISTS (SELECT 1 FROM ${deliveriesOf(notice, sql`"other"."enterpriseId"`)}
          AND ("done"."state" NOT IN ('blocked', 'failed') OR "tried"."channel" = "other"."channel"))
    ) AS "others"
    WHERE "place" = 1 AND EXISTS (SELECT 1 FROM "Notice" WHERE "id" = ${notice} AND "state" = 'sending')
    ON CONFLICT ("noticeId", "accountId") DO NOTHING`;

export const claiming = (notice: string, accounts: readonly string[], at: string): Prisma.Sql =>
  sql`UPDATE "NoticeDelivery" SET "state" = 'sending', "tries" = "tries" + 1, "at" = ${at}
    WHERE "noticeId" = ${notice} AND "accountId" IN (${join([...accounts])}) AND "state" = 'queued'
      AND EXISTS (SELECT 1 FROM "Notice" WHERE "id" = ${notice} AND "state" = 'sending')
    RETURNING "accountId"`;

/** What was claimed and not told in a turn; that turn's receipt is committed before anything is handed over. */
export const takingBack = (notice: string, at: string): Prisma.Sql => {
  const goesOn = sql`EXISTS (SELECT 1 FROM "Notice" WHERE "id" = ${notice} AND "state" IN ('sending', 'paused'))`;
  return sql`UPDATE "NoticeDelivery" SET "at" = ${at},
      "state" = CASE WHEN ${goesOn} THEN 'queued' ELSE 'skipped' END,
      "reason" = CASE WHEN ${goesOn} THEN NULL ELSE 'stopped' END
    WHERE "noticeId" = ${notice} AND "state" = 'sending' AND NOT EXISTS (SELECT 1 FROM "Message"
      WHERE "Message"."accountId" = "NoticeDelivery"."accountId" AND "updateId" = ${`notice:${notice}`})`;
};

/** Those turns that a notice was told in: the receipts outlast what becomes of the delivery. */
export const taking = (channel: string, since: string): Prisma.Sql =>
  sql`SELECT COUNT(*) AS "count", MAX("Message"."at") AS "last" FROM "Account"
    JOIN "Message" ON "Message"."accountId" = "Account"."id"
    WHERE "channel" = ${channel} AND "updateId" >= 'notice:' AND "updateId" < 'notice;' AND "Message"."at" >= ${since}`;

/** By way of the notices, which are few: deliveries are not found by their account. */
export const coming = (account: string): Prisma.Sql =>
  sql`SELECT "noticeId", "NoticeDelivery"."state" FROM "Notice" CROSS JOIN "NoticeDelivery"
    WHERE "noticeId" = "Notice"."id" AND "accountId" = ${account}
      AND "NoticeDelivery"."state" IN ('sending', 'sent', 'unknown', 'read')
    ORDER BY "NoticeDelivery"."at"`;

export const settling = ({ notice, account, state, reason, at }: Outcome): Prisma.Sql =>
  sql`UPDATE "NoticeDelivery" SET "state" = ${state}, "reason" = ${reason ?? null}, "at" = ${at}
    WHERE "noticeId" = ${notice} AND "accountId" = ${account} AND "state" IN (${join([...deliveryFrom[state]])})`;
