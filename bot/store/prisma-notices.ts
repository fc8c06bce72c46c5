import type * as Rows from "../../prisma/generated/client.ts";
import type { Prisma, PrismaClient } from "../../prisma/generated/client.ts";
import type { InLine } from "./in-line.ts";
import { areFiles, isData, readJson } from "./json.ts";
import type { DeliveryState, Notice, NoticeDelivery, NoticeState, Notices } from "./notice-port.ts";
import { addressingElsewhere, claiming, coming, settling, taking, takingBack } from "./notices.ts";

export const prismaNotices = (prisma: PrismaClient, call: InLine): Notices => {
  const deliveriesWhere = async (
    where: Prisma.NoticeDeliveryWhereInput,
    take?: number,
  ): Promise<readonly NoticeDelivery[]> => {
    const account = { select: { channel: true, address: true, enterpriseId: true } } as const;
    const found = await prisma.noticeDelivery.findMany({
      where,
      include: { account },
      orderBy: { accountId: "asc" },
      ...(take !== undefined && { take }),
    });
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

    waiting: (noticeId, of, limit) =>
      call(() => {
        const whose = "account" in of ? { accountId: of.account } : { account: { channel: of.channel } };
        return deliveriesWhere({ noticeId, state: "queued", notice: { state: "sending" }, ...whose }, limit);
      }),

    claim: (noticeId, accounts, at) =>
      call(async () => {
        const claimed = await prisma.$queryRaw<{ accountId: string }[]>(claiming(noticeId, accounts, at));
        return claimed.map(({ accountId }) => accountId);
      }),

    tryElsewhere: (noticeId, at) => call(() => prisma.$executeRaw(addressingElsewhere(noticeId, at))),

    settle: (outcome) => call(async () => (await prisma.$executeRaw(settling(outcome))) === 1),

    giveUp: (noticeId, at) =>
      call(async () => {
        const where = { noticeId, state: "sending" };
        const [, { count }] = await prisma.$transaction([
          prisma.$executeRaw(takingBack(noticeId, at)),
          prisma.noticeDelivery.updateMany({ where, data: { state: "unknown", at } }),
        ]);
        return count;
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
        const waiting = await prisma.noticeDelivery.count({
          where: { noticeId, state: "sent", NOT: { reason: null } },
        });
        const counts = Object.fromEntries(found.map(({ state, _count }) => [state, _count]));
        return waiting > 0 ? { ...counts, unvisited: waiting } : counts;
      }),

    taken: (channel, since) =>
      call(async () => {
        const [row] = await prisma.$queryRaw<[{ count: number | bigint; last: string | null }]>(taking(channel, since));
        return { count: Number(row.count), last: row.last };
      }),

    inbox: (accountId) =>
      call(async () => {
        const came = await prisma.$queryRaw<{ noticeId: string; state: DeliveryState }[]>(coming(accountId));
        return {
          unread: came.filter(({ state }) => state !== "read").map(({ noticeId }) => noticeId),
          hasAny: came.length > 0,
        };
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
