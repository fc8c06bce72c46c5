import type * as Rows from "../../prisma/generated/client.ts";
import { Prisma, type PrismaClient } from "../../prisma/generated/client.ts";
import type { Said } from "../channel.ts";
import { prismaQueue } from "../jobs/prisma-queue.ts";
import { applicationOf } from "./application-of.ts";
import type { Dialect } from "./dialect.ts";
import { asStoreFailure, isDuplicateUpdate, isStaleVersion, isUniqueViolation } from "./failure.ts";
import type { InLine } from "./in-line.ts";
import { isData, isDigest, isInput, isReply, isScope, isTexts, isValue, readJson } from "./json.ts";
import { isWithinScope } from "./linking.ts";
import { type Account, type Committed, type RulesRecord, type Store, StoreFailure, type Turn } from "./port.ts";
import { prismaDates } from "./prisma-dates.ts";
import { prismaDeliveries } from "./prisma-deliveries.ts";
import { prismaDepartments } from "./prisma-departments.ts";
import { prismaNotices } from "./prisma-notices.ts";
import { changing, saying } from "./turn.ts";

/** The store on Prisma's client. `inLine` keeps its calls apart where the client has one connection for all of them. */
export const prismaStore = (prisma: PrismaClient, inLine: InLine, dialect: Dialect): Store => {
  let isClosed = false;

  const call: InLine = (work) =>
    inLine(async () => {
      if (isClosed) throw new StoreFailure("The store is closed.");
      try {
        return await work();
      } catch (error) {
        throw asStoreFailure(error);
      }
    });

  const commit = async (turn: Turn): Promise<Committed> => {
    if (!isWithinScope(turn))
      throw new StoreFailure(`A turn of the delegate ${turn.account.id} reaches beyond its application.`);
    const statements = changing(turn).map((statement) => prisma.$executeRaw(statement));
    try {
      const [said] = await prisma.$transaction([prisma.$queryRaw<{ seq: number }[]>(saying(turn)), ...statements]);
      // Numbers are given in the order of saying, but may be returned in any.
      const [, ...seqs] = said.map(({ seq }) => seq).sort((a, b) => a - b);
      return { status: "committed", seqs };
    } catch (error) {
      if (isDuplicateUpdate(error)) return { status: "duplicate" };
      if (isStaleVersion(error)) return { status: "conflict" };
      throw error;
    }
  };

  return {
    departments: prismaDepartments(prisma, call, dialect),
    dates: prismaDates(prisma, call),
    notices: prismaNotices(prisma, call),
    queue: prismaQueue(prisma, call),
    ...prismaDeliveries(prisma, call),

    account: (channel, address, { accountId, enterpriseId, at }) =>
      call(async () => {
        const where = { channel_address: { channel, address } };
        const found = await prisma.account.findUnique({ where });
        if (found) return accountOf(found);
        try {
          await prisma.$transaction([
            prisma.enterprise.create({ data: { id: enterpriseId, createdAt: at } }),
            prisma.account.create({ data: { id: accountId, channel, address, enterpriseId, createdAt: at } }),
          ]);
        } catch (error) {
          // Another process has just made it.
          if (!isUniqueViolation(error)) throw error;
        }
        return accountOf(await prisma.account.findUniqueOrThrow({ where }));
      }),

    accountById: (id) =>
      call(async () => {
        const found = await prisma.account.findUnique({ where: { id } });
        return found && accountOf(found);
      }),

    find: (channel, address) =>
      call(async () => {
        const found = await prisma.account.findUnique({ where: { channel_address: { channel, address } } });
        return found && accountOf(found);
      }),

    applications: (enterpriseId) =>
      call(async () => {
        const orderBy = [{ createdAt: "asc" }, { id: "asc" }] as const;
        const found = await prisma.application.findMany({ where: { enterpriseId }, orderBy: [...orderBy] });
        return found.map(applicationOf);
      }),

    answers: (applicationId) =>
      call(async () => {
        // One text for all answers: mapping rows costs more than all else a turn does at 200 answers.
        const [row] = await prisma.$queryRaw<[{ answers: string | null }]>`
          SELECT ${dialect.jsonObject}("fieldId", "value") AS "answers" FROM "Answer"
          WHERE "applicationId" = ${applicationId}`;
        const texts = readJson(row.answers ?? "{}", isTexts, `set of answers of application ${applicationId}`);
        return Object.fromEntries(
          Object.entries(texts).map(([fieldId, text]) => [
            fieldId,
            readJson(text, isValue, `answer ${fieldId} of application ${applicationId}`),
          ]),
        );
      }),

    known: (enterpriseId, exceptApplication) =>
      call(async () => {
        const rows = await prisma.$queryRaw<{ fieldId: string; value: string; givenAt: string; procedure: string }[]>`
          SELECT "Answer"."fieldId", "Answer"."value", "Answer"."givenAt", "Application"."procedure"
          FROM "Answer" JOIN "Application" ON "Application"."id" = "Answer"."applicationId"
          WHERE "Application"."enterpriseId" = ${enterpriseId} AND "Application"."id" <> ${exceptApplication}
            AND NOT "Application"."sample" AND "Answer"."value" <> 'null'
          ORDER BY "Answer"."givenAt"`;
        return rows.flatMap((row) => {
          const value = readJson(row.value, isValue, `answer ${row.fieldId}`);
          return value === null ? [] : [{ ...row, value }];
        });
      }),

    isAnswered: (accountId, updateId) =>
      call(async () => {
        const where = { accountId_updateId: { accountId, updateId } };
        return (await prisma.message.findUnique({ where, select: { seq: true } })) !== null;
      }),

    commit: (turn) =>
      call(async () => {
        const committed = await commit(turn);
        if (turn.forget && committed.status === "committed") await dialect.scrub(prisma);
        return committed;
      }),

    said: (accountId, after, limit) =>
      call(async () => {
        const where = { accountId, seq: { gt: after } };
        const latest = await prisma.message.findMany({ where, orderBy: { seq: "desc" }, take: limit });
        return latest.reverse().map(saidOf);
      }),

    setResumeHash: (accountId, resumeHash) =>
      call(async () => {
        await prisma.account.update({ where: { id: accountId }, data: { resumeHash }, select: { id: true } });
      }),

    addressByResumeHash: (channel, resumeHash) =>
      call(async () => {
        const found = await prisma.account.findUnique({ where: { resumeHash, channel }, select: { address: true } });
        return found?.address ?? null;
      }),

    invitation: (codeHash) =>
      call(async () => {
        const select = { enterpriseId: true, scope: true, expiresAt: true, usedAt: true } as const;
        const found = await prisma.invitation.findUnique({ where: { codeHash }, select });
        return found && { ...found, scope: scopeOf(found.scope, "an invitation") };
      }),

    colleagues: (enterpriseId) =>
      call(async () => {
        const rows = await prisma.$queryRaw<{ id: string; channel: string; scope: string | null }[]>`
          SELECT "id", "channel", "scope" FROM "Account" WHERE "enterpriseId" = ${enterpriseId}
          ORDER BY "createdAt", "id"`;
        return rows.map((row) => ({ ...row, scope: scopeOf(row.scope, `account ${row.id}`) }));
      }),

    rememberRules: (rules) =>
      call(async () => {
        if (rules.length === 0) return;
        // Raw, for it is a start's first query, and compiling one of Prisma's models takes longer than all the rest.
        const kept = await prisma.$queryRaw<{ version: string; procedure: string }[]>`
          SELECT "version", "procedure" FROM "RulesVersion"
          WHERE "version" IN (${Prisma.join(rules.map(({ version }) => version))})`;
        const isKept = (one: RulesRecord) =>
          kept.some(({ version, procedure }) => version === one.version && procedure === one.procedure);
        const missing = rules.filter((one) => !isKept(one));
        if (missing.length > 0) await prisma.$executeRaw(remembering(missing));
      }),

    formerRules: (version, procedure) =>
      call(async () => {
        const where = { version_procedure: { version, procedure } };
        const found = await prisma.rulesVersion.findUnique({ where, select: { digest: true } });
        return found && readJson(found.digest, isDigest, `digest of ${procedure}, version ${version}`);
      }),

    close: () =>
      inLine(async () => {
        isClosed = true;
        await prisma.$disconnect();
      }),
  };
};

/** Another process may have kept them in the meantime. */
const remembering = (rules: readonly RulesRecord[]) => {
  const rows = rules.map(
    ({ version, procedure, digest }) => Prisma.sql`(${version}, ${procedure}, ${JSON.stringify(digest())})`,
  );
  return Prisma.sql`INSERT INTO "RulesVersion" ("version", "procedure", "digest") VALUES ${Prisma.join(rows)}
    ON CONFLICT ("version", "procedure") DO NOTHING`;
};

const scopeOf = (text: string | null, of: string) => (text === null ? null : readJson(text, isScope, `scope of ${of}`));

const accountOf = ({ resumeHash: _, createdAt: __, conversation, scope, ...account }: Rows.Account): Account => ({
  ...account,
  scope: scopeOf(scope, `account ${account.id}`),
  conversation: conversation && readJson(conversation, isData, `conversation of account ${account.id}`),
});

const saidOf = ({ seq, at, updateId, direction, body }: Rows.Message): Said =>
  direction === "in"
    ? { seq, at, updateId, by: "person", input: readJson(body, isInput, `message ${seq}`), reply: null }
    : { seq, at, updateId, by: "bot", input: null, reply: replyOf(seq, body) };

const replyOf = (seq: number, body: string) => readJson(body, isReply, `message ${seq}`);
