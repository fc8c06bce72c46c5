import { Prisma } from "../../prisma/generated/client.ts";
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
  ...(work.starts ? [movingTo("sending", work.starts.notice), ...addressing({ ...work.starts, at })] : []),
  ...(work.moves ? moving(work.moves, at) : []),
];

const drafting = (contact: string, { id, text, files, audience }: NewNotice, at: string) =>
  sql`INSERT INTO "Notice" ("id", "contactId", "text", "files", "audience", "createdAt", "state")
    VALUES (${id}, ${contact}, ${text}, ${JSON.stringify(files)}, ${JSON.stringify(audience)}, ${at}, 'draft')`;

const moving = ({ notice, to }: NonNullable<DepartmentWork["moves"]>, at: string): readonly Prisma.Sql[] =>
  to === "stopped" ? stopping(sql`"id" = ${notice}`, "stopped", at) : [movingTo(to, notice)];

const movingTo = (state: NoticeState, notice: string) =>
  sql`UPDATE "Notice" SET "state" = ${state} WHERE "id" = ${notice}`;

/** One delivery for each account; one that is there stays as it is. */
export const addressing = (to: { notice: string; accounts: readonly string[]; at: string }): readonly Prisma.Sql[] =>
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

export const claiming = (notice: string, limit: number, at: string): Prisma.Sql =>
  sql`UPDATE "NoticeDelivery" SET "state" = 'sending', "tries" = "tries" + 1, "at" = ${at}
    WHERE "noticeId" = ${notice} AND "state" = 'queued'
      AND EXISTS (SELECT 1 FROM "Notice" WHERE "id" = ${notice} AND "state" = 'sending')
      AND "accountId" IN (SELECT "accountId" FROM "NoticeDelivery"
        WHERE "noticeId" = ${notice} AND "state" = 'queued' LIMIT ${limit})
    RETURNING "accountId"`;

export const settling = ({ notice, account, state, reason, at }: Outcome): Prisma.Sql =>
  sql`UPDATE "NoticeDelivery" SET "state" = ${state}, "reason" = ${reason ?? null}, "at" = ${at}
    WHERE "noticeId" = ${notice} AND "accountId" = ${account} AND "state" IN (${join([...deliveryFrom[state]])})`;
