import type * as Rows from "../../prisma/generated/client.ts";
import { Prisma, type PrismaClient } from "../../prisma/generated/client.ts";
import { byKey } from "../by-key.ts";
import { applicationOf } from "./application-of.ts";
import type { EnterpriseRecord } from "./department-port.ts";
import { isTexts, isValue, readJson } from "./json.ts";
import { preferenceOf, recognitionOf, usual } from "./prisma-dates.ts";

const { sql, join } = Prisma;

type AccountRow = Pick<Rows.Account, "id" | "enterpriseId" | "channel" | "address"> & {
  readonly lastSaidAt: string;
  readonly hour: number | null;
  readonly leads: string | null;
  readonly wantsNotices: boolean | null;
};

/**
 * The enterprises that apply in a jurisdiction or hold a title there. Five statements whatever their number: Prisma's own
 * joins name every id, and there are more of them than a statement takes.
 */
export const reachedIn = async (
  prisma: PrismaClient,
  jsonObject: Prisma.Sql,
  jurisdiction: string,
  fields: readonly string[],
): Promise<readonly EnterpriseRecord[]> => {
  const applying = sql`"sample" = FALSE AND "procedure" LIKE ${`${jurisdiction}/%`}`;
  const reached = sql`(SELECT "enterpriseId" FROM "Application" WHERE ${applying}
    UNION SELECT "enterpriseId" FROM "Recognition" WHERE "jurisdiction" = ${jurisdiction})`;
  const enterprises = prisma.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Enterprise" WHERE "id" IN ${reached} ORDER BY "createdAt", "id"`;
  const accounts = prisma.$queryRaw<AccountRow[]>`
    SELECT a."id", a."enterpriseId", a."channel", a."address", p."hour", p."leads", p."wantsNotices",
      COALESCE((SELECT m."at" FROM "Message" m WHERE m."accountId" = a."id" AND m."direction" = 'in'
        AND m."updateId" NOT LIKE 'reminder:%' AND m."updateId" NOT LIKE 'notice:%'
        ORDER BY m."seq" DESC LIMIT 1), a."createdAt") AS "lastSaidAt"
    FROM "Account" a LEFT JOIN "Preference" p ON p."accountId" = a."id"
    WHERE a."scope" IS NULL AND a."enterpriseId" IN ${reached} ORDER BY a."createdAt", a."id"`;
  const applications = prisma.$queryRaw<Rows.Application[]>`
    SELECT * FROM "Application" WHERE ${applying} ORDER BY "createdAt", "id"`;
  const answers =
    fields.length === 0
      ? []
      : prisma.$queryRaw<{ applicationId: string; answers: string }[]>`
    SELECT "applicationId", ${jsonObject}("fieldId", "value") AS "answers" FROM "Answer"
    WHERE "fieldId" IN (${join([...fields])})
      AND "applicationId" IN (SELECT "id" FROM "Application" WHERE ${applying})
    GROUP BY "applicationId"`;
  const recognitions = prisma.recognition.findMany({ where: { jurisdiction }, orderBy: { recognisedOn: "asc" } });

  const given = new Map((await answers).map((row) => [row.applicationId, row.answers]));
  const [accountsOf, applicationsOf, recognitionsOf] = [
    byKey(await accounts, ({ enterpriseId }) => enterpriseId),
    byKey(await applications, ({ enterpriseId }) => enterpriseId),
    byKey(await recognitions, ({ enterpriseId }) => enterpriseId),
  ];
  return (await enterprises).flatMap(({ id }) => {
    const own = accountsOf.get(id) ?? [];
    if (own.length === 0) return [];
    return {
      enterpriseId: id,
      accounts: own.map(accountOf),
      applications: (applicationsOf.get(id) ?? []).map((row) => ({
        ...applicationOf({ ...row, sample: Boolean(row.sample) }),
        given: answersOf(row.id, given.get(row.id) ?? "{}"),
      })),
      recognitions: (recognitionsOf.get(id) ?? []).map(recognitionOf),
    };
  });
};

const accountOf = ({ enterpriseId: _, hour, leads, wantsNotices, ...account }: AccountRow) => ({
  ...account,
  preference:
    hour === null || leads === null
      ? usual
      : preferenceOf({ accountId: account.id, hour, leads, wantsNotices: Boolean(wantsNotices) }),
});

const answersOf = (application: string, text: string) =>
  Object.fromEntries(
    Object.entries(readJson(text, isTexts, `set of answers of application ${application}`)).map(([field, value]) => [
      field,
      readJson(value, isValue, `answer ${field} of application ${application}`),
    ]),
  );
