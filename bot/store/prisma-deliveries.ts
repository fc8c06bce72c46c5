import type { Prisma, PrismaClient } from "../../prisma/generated/client.ts";
import type { Deliveries, RecordedOutcome, Undelivered } from "./deliveries-port.ts";
import type { InLine } from "./in-line.ts";
import { isReply, parseJson } from "./json.ts";

type Where = Prisma.MessageWhereInput;

const noOutcome = { deliveryReason: null, deliveryFinal: null, deliveryAt: null };

/** What became of the replies, on Prisma's client. */
export const prismaDeliveries = (prisma: PrismaClient, call: InLine): Deliveries => {
  const replies = async (where: Where): Promise<readonly Undelivered[]> => {
    const found = await prisma.message.findMany({
      where,
      orderBy: { seq: "asc" },
      select: { seq: true, body: true, account: { select: { address: true } } },
    });
    return found.flatMap(({ seq, body, account: { address } }) => {
      const reply = parseJson(body, isReply);
      // A damaged one stays as it is: it must not hold up the others.
      return reply ? [{ seq, address, reply }] : [];
    });
  };

  return {
    undelivered: (channel) => call(() => replies({ delivery: { in: ["queued", "unknown"] }, account: { channel } })),

    delivered: (seqs) =>
      call(async () => {
        await prisma.message.updateMany({
          where: { seq: { in: [...seqs] } },
          data: { delivery: "sent", ...noOutcome },
        });
      }),

    undeliverable: (seq, { status, reason, final = null, at }) =>
      call(async () => {
        await prisma.message.updateMany({
          where: { seq, direction: "out" },
          data: { delivery: status, deliveryReason: reason, deliveryFinal: final, deliveryAt: at },
        });
      }),

    blocked: (channel) =>
      call(async () => {
        const accounts = await prisma.account.findMany({
          where: { channel, messages: { some: isBlocked } },
          select: { address: true },
        });
        return accounts.map(({ address }) => address);
      }),

    unblock: (channel, address) =>
      call(async () => {
        const left = await replies({ ...isBlocked, account: { channel, address } });
        const where = { seq: { in: left.map(({ seq }) => seq) } };
        await prisma.message.updateMany({ where, data: { delivery: "queued", ...noOutcome } });
        return left;
      }),

    outcomes: (since) =>
      call(async () => {
        const found = await prisma.message.findMany({
          where: { delivery: { in: ["unknown", "failed"] }, deliveryAt: { gte: since } },
          orderBy: { seq: "asc" },
          select: selected,
        });
        return found.map(outcomeOf);
      }),
  };
};

const isBlocked = { delivery: "failed", deliveryFinal: "blocked" } satisfies Where;

const selected = {
  seq: true,
  delivery: true,
  deliveryReason: true,
  deliveryFinal: true,
  deliveryAt: true,
  account: { select: { channel: true, address: true } },
} satisfies Prisma.MessageSelect;

const outcomeOf = (row: Prisma.MessageGetPayload<{ select: typeof selected }>): RecordedOutcome => ({
  seq: row.seq,
  ...row.account,
  status: row.delivery === "unknown" ? "unknown" : "failed",
  reason: row.deliveryReason ?? "",
  ...(row.deliveryFinal === "blocked" || row.deliveryFinal === "refused" ? { final: row.deliveryFinal } : {}),
  at: row.deliveryAt ?? "",
});
