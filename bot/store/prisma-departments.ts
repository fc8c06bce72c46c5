import type * as Rows from "../../prisma/generated/client.ts";
import type { PrismaClient } from "../../prisma/generated/client.ts";
import { auditing, operator, revoking } from "./contacts.ts";
import type { Contact, Departments, Level, OpenedRound } from "./department-port.ts";
import type { Dialect } from "./dialect.ts";
import type { InLine } from "./in-line.ts";
import { isData, isRound, readJson } from "./json.ts";
import { reachedIn } from "./reached.ts";

export const prismaDepartments = (
  prisma: PrismaClient,
  call: InLine,
  { jsonObject }: Pick<Dialect, "jsonObject">,
): Departments => ({
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

  enterprises: (jurisdiction, fields) => call(() => reachedIn(prisma, jsonObject, jurisdiction, fields)),
});

const contactOf = ({ codeHash: _, accountId: account, level, ...contact }: Rows.Contact): Contact => ({
  ...contact,
  account,
  level: level as Level,
});

const roundOf = ({ roundId, procedure: _, round, ...opened }: Rows.OpenedRound): OpenedRound => ({
  ...opened,
  round: readJson(round, isRound, `round ${roundId}`),
});
