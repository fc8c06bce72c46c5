import type * as Rows from "../../prisma/generated/client.ts";
import type { Prisma, PrismaClient } from "../../prisma/generated/client.ts";
import type { InLine } from "./in-line.ts";
import { areFiles, isData, readJson } from "./json.ts";
import type { DeliveryState, Notice, NoticeDelivery, NoticeState, Notices } from "./notice-port.ts";
import { addressing, claiming, settling } from "./notices.ts";

export const prismaNotices = (prisma: PrismaClient, call: InLine): Notices => {
  const deliveriesWhere = async (where: Prisma.NoticeDeliveryWhereInput): Promise<readonly NoticeDelivery[]> => {
    const account = { select: { channel: true, address: true, enterpriseId: true } } as const;
    const found = await prisma.noticeDelivery.findMany({ where, include: { account }, orderBy: { accountId: "asc" } });
    return found.map(({ accountId, account, state, reason, tries, at }) => {
      return { ...account, account: accountId, state: state as DeliveryState, reason, tries, at };
    });
  };

  return {
    find: (id) =>
      call(async () => {
        const found = await prisma.notice.findUnique({ where: { id } });
        return found && noticeOf(found);
      }),

    by: (contactId) =>
      call(async () => {
        const orderBy = [{ createdAt: "desc" }, { id: "asc" }] as const;
        return (await prisma.notice.findMany({ where: { contactId }, orderBy: [...orderBy] })).map(noticeOf);
      }),

    sending: () =>
      call(async () => {
        const orderBy = [{ createdAt: "asc" }, { id: "asc" }] as const;
        return (await prisma.notice.findMany({ where: { state: "sending" }, orderBy: [...orderBy] })).map(noticeOf);
      }),

    add: (notice, accounts, at) =>
      call(async () => {
        const statements = addressing({ notice, accounts, at });
        await prisma.$transaction(statements.map((statement) => prisma.$executeRaw(statement)));
      }),

    claim: (noticeId, limit, at) =>
      call(async () => {
        const claimed = await prisma.$queryRaw<{ accountId: string }[]>(claiming(noticeId, limit, at));
        return deliveriesWhere({ noticeId, accountId: { in: claimed.map(({ accountId }) => accountId) } });
      }),

    settle: (outcome) => call(async () => (await prisma.$executeRaw(settling(outcome))) === 1),

    giveUp: (at) =>
      call(async () => {
        const where = { state: "sending" };
        return (await prisma.noticeDelivery.updateMany({ where, data: { state: "unknown", at } })).count;
      }),

    finish: (id) =>
      call(async () => {
        const finished = await prisma.$executeRaw`UPDATE "Notice" SET "state" = 'done'
          WHERE "id" = ${id} AND "state" = 'sending' AND NOT EXISTS (SELECT 1 FROM "NoticeDelivery"
            WHERE "noticeId" = ${id} AND "state" IN ('queued', 'sending'))`;
        return finished === 1;
      }),

    counts: (noticeId) =>
      call(async () => {
        const found = await prisma.noticeDelivery.groupBy({ by: ["state"], where: { noticeId }, _count: true });
        return Object.fromEntries(found.map(({ state, _count }) => [state, _count]));
      }),

    deliveries: (noticeId, states) =>
      call(() => deliveriesWhere({ noticeId, ...(states && { state: { in: [...states] } }) })),
  };
};

const noticeOf = ({ contactId: contact, files, audience, state, ...notice }: Rows.Notice): Notice => ({
  ...notice,
  contact,
  files: readJson(files, areFiles, `list of files of notice ${notice.id}`),
  audience: readJson(audience, isData, `audience of notice ${notice.id}`),
  state: state as NoticeState,
});
