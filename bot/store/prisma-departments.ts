import type * as Rows from "../../prisma/generated/client.ts";
import type { PrismaClient } from "../../prisma/generated/client.ts";
import { applicationOf } from "./application-of.ts";
import { auditing, operator, revoking } from "./contacts.ts";
import type { Contact, Departments, Level, OpenedRound } from "./department-port.ts";
import type { InLine } from "./in-line.ts";
import { isData, isRound, isValue, readJson } from "./json.ts";
import { preferenceOf, recognitionOf, usual } from "./prisma-dates.ts";

export const prismaDepartments = (prisma: PrismaClient, call: InLine): Departments => ({
  invite: ({ at, codeHash, ...invited }) =>
    call(async () => {
      const acts = [{ act: "invite", detail: invited }];
      await prisma.$transaction([
        prisma.contact.create({ data: { ...invited, codeHash, invitedAt: at } }),
        ...auditing(operator, acts, at).map((statement) => prisma.$executeRaw(statement)),
      ]);
    }),

  contacts: () =>
    call(async () => {
      const found = await prisma.contact.findMany({ orderBy: [{ invitedAt: "asc" }, { id: "asc" }] });
      return found.map(contactOf);
    }),

  contactOf: (accountId) =>
    call(async () => {
      const found = await prisma.contact.findFirst({ where: { accountId, revokedAt: null } });
      return found && contactOf(found);
    }),

  invited: (codeHash) =>
    call(async () => {
      const found = await prisma.contact.findUnique({ where: { codeHash } });
      return found && contactOf(found);
    }),

  revoke: (contactId, at) =>
    call(async () => {
      const [first, ...others] = revoking(contactId, at);
      const [revoked] = await prisma.$transaction([
        prisma.$executeRaw(first),
        ...others.map((statement) => prisma.$executeRaw(statement)),
      ]);
      return revoked === 1;
    }),

  audit: (since) =>
    call(async () => {
      const found = await prisma.audit.findMany({ where: { at: { gte: since } }, orderBy: { seq: "asc" } });
      return found.map(({ detail, ...record }) => ({
        ...record,
        detail: readJson(detail, isData, `entry ${record.seq} of the audit trail`),
      }));
    }),

  rounds: () =>
    call(async () => {
      const found = await prisma.openedRound.findMany({ orderBy: [{ roundId: "asc" }, { version: "asc" }] });
      return found.filter(({ roundId }, at) => found[at + 1]?.roundId !== roundId).map(roundOf);
    }),

  roundVersions: (roundId) =>
    call(async () => {
      const found = await prisma.openedRound.findMany({ where: { roundId }, orderBy: { version: "asc" } });
      return found.map(roundOf);
    }),

  enterprises: (jurisdiction, fields) =>
    call(async () => {
      const applying = { sample: false, procedure: { startsWith: `${jurisdiction}/` } };
      const order = [{ createdAt: "asc" }, { id: "asc" }] as const;
      const found = await prisma.enterprise.findMany({
        where: { OR: [{ applications: { some: applying } }, { recognitions: { some: { jurisdiction } } }] },
        orderBy: [...order],
        include: {
          accounts: { where: { scope: null }, orderBy: [...order], include: { preference: true } },
          applications: {
            where: applying,
            orderBy: [...order],
            include: { answers: { where: { fieldId: { in: [...fields] } } } },
          },
          recognitions: { where: { jurisdiction }, orderBy: { recognisedOn: "asc" } },
        },
      });
      const lastSaid = await lastSaidBy(prisma);
      return found.flatMap(({ id, accounts, applications, recognitions }) => {
        if (accounts.length === 0) return [];
        return {
          enterpriseId: id,
          accounts: accounts.map(({ id, channel, address, preference, createdAt }) => {
            const lastSaidAt = lastSaid.get(id) ?? createdAt;
            return { id, channel, address, lastSaidAt, preference: preference ? preferenceOf(preference) : usual };
          }),
          applications: applications.map(({ answers, ...application }) => ({
            ...applicationOf(application),
            given: Object.fromEntries(
              answers.map(({ fieldId, value }) => [
                fieldId,
                readJson(value, isValue, `answer ${fieldId} of application ${application.id}`),
              ]),
            ),
          })),
          recognitions: recognitions.map(recognitionOf),
        };
      });
    }),
});

/** When each account last said something itself. */
const lastSaidBy = async (prisma: PrismaClient): Promise<ReadonlyMap<string, string>> => {
  const found = await prisma.$queryRaw<{ accountId: string; at: string }[]>`
    SELECT "accountId", MAX("at") AS "at" FROM "Message"
    WHERE "direction" = 'in' AND "updateId" NOT LIKE 'reminder:%' AND "updateId" NOT LIKE 'notice:%'
    GROUP BY "accountId"`;
  return new Map(found.map(({ accountId, at }) => [accountId, at]));
};

const contactOf = ({ codeHash: _, accountId: account, level, ...contact }: Rows.Contact): Contact => ({
  ...contact,
  account,
  level: level as Level,
});

const roundOf = ({ roundId, procedure: _, round, ...opened }: Rows.OpenedRound): OpenedRound => ({
  ...opened,
  round: readJson(round, isRound, `round ${roundId}`),
});
