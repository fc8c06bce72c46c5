import { Prisma } from "../../prisma/generated/client.ts";
import { silencing, takingTitles } from "./effects.ts";
import type { Turn } from "./port.ts";

const { sql, join, empty } = Prisma;

/** A delegate changes its own application and may leave; all else is for those without a scope. */
export const isWithinScope = ({
  account,
  opened,
  changed,
  forget,
  invited,
  unlinks = [],
  effects = {},
}: Turn): boolean =>
  account.scope === null ||
  (changed.every(({ application }) => application === account.scope?.application) &&
    unlinks.every((unlinked) => unlinked.account === account.id) &&
    opened.length === 0 &&
    Object.values(effects.titles ?? {}).every(({ length }) => length === 0) &&
    !forget &&
    !invited);

/** What must still be so when the turn is committed; see `Turn`. */
export const linksHold = (turn: Turn): Prisma.Sql =>
  join([sql`TRUE`, ...joinHolds(turn), ...unlinksHold(turn), ...forgetHolds(turn)], " AND ");

const joinHolds = ({ account, at, joins }: Turn): readonly Prisma.Sql[] => {
  if (!joins) return [];
  const hasApplications = sql`EXISTS (SELECT 1 FROM "Application"
    WHERE "enterpriseId" = ${account.enterpriseId} AND NOT "sample")`;
  return [
    sql`EXISTS (SELECT 1 FROM "Invitation"
      WHERE "codeHash" = ${joins.codeHash} AND "usedAt" IS NULL AND "expiresAt" > ${at}
        ${account.scope === null ? sql`AND ("scope" IS NULL OR NOT ${hasApplications})` : empty})`,
  ];
};

const unlinksHold = ({ account, unlinks = [] }: Turn): readonly Prisma.Sql[] => {
  if (unlinks.length === 0) return [];
  const ids = join(unlinks.map((unlinked) => unlinked.account));
  return [
    sql`${unlinks.length} = (SELECT COUNT(*) FROM "Account"
      WHERE "id" IN (${ids}) AND "enterpriseId" = ${account.enterpriseId})`,
    sql`EXISTS (SELECT 1 FROM "Account"
      WHERE "id" NOT IN (${ids}) AND "enterpriseId" = ${account.enterpriseId} AND "scope" IS NULL)`,
  ];
};

const forgetHolds = ({ account, forget, unlinks = [] }: Turn): readonly Prisma.Sql[] => {
  if (!forget) return [];
  const ids = join([account.id, ...unlinks.map((unlinked) => unlinked.account)]);
  return [
    sql`NOT EXISTS (SELECT 1 FROM "Account"
      WHERE "id" NOT IN (${ids}) AND "enterpriseId" = ${account.enterpriseId} AND "scope" IS NOT NULL)`,
  ];
};

export const inviting = ({ account, at, invited }: Turn): readonly Prisma.Sql[] =>
  invited
    ? [
        sql`INSERT INTO "Invitation" ("codeHash", "enterpriseId", "scope", "madeBy", "createdAt", "expiresAt")
          VALUES (${invited.codeHash}, ${account.enterpriseId}, ${invited.scope && JSON.stringify(invited.scope)},
            ${account.id}, ${at}, ${invited.expiresAt})`,
      ]
    : [];

export const joining = (turn: Turn): readonly Prisma.Sql[] => {
  const { account, at, joins } = turn;
  if (!joins) return [];
  const its = (column: Prisma.Sql) => sql`(SELECT ${column} FROM "Invitation" WHERE "codeHash" = ${joins.codeHash})`;
  const { id, enterpriseId: old } = account;
  return [
    ...takingAlong(turn, its(sql`"enterpriseId"`)),
    sql`UPDATE "Account" SET "enterpriseId" = ${its(sql`"enterpriseId"`)}, "scope" = ${its(sql`"scope"`)}
      WHERE "id" = ${id}`,
    sql`UPDATE "Invitation" SET "usedAt" = ${at}, "usedBy" = ${id} WHERE "codeHash" = ${joins.codeHash}`,
    // Where no account is left, samples are all that is: the last one took the rest along.
    sql`DELETE FROM "Enterprise" WHERE "id" = ${old}
      AND NOT EXISTS (SELECT 1 FROM "Account" WHERE "enterpriseId" = ${old})`,
  ];
};

/** The applications and delegates of an account that was alone but for them. */
const takingAlong = ({ account: { id, enterpriseId: old } }: Turn, joined: Prisma.Sql): readonly Prisma.Sql[] => {
  const isAlone = sql`NOT EXISTS (SELECT 1 FROM "Account" AS "other"
    WHERE "other"."enterpriseId" = ${old} AND "other"."scope" IS NULL AND "other"."id" <> ${id})`;
  return [
    sql`UPDATE "Application" SET "enterpriseId" = ${joined}
      WHERE "enterpriseId" = ${old} AND NOT "sample" AND ${isAlone}`,
    // A delegate's turn that runs at this moment is run again, in the new enterprise.
    sql`UPDATE "Account" SET "enterpriseId" = ${joined}, "version" = "version" + 1
      WHERE "enterpriseId" = ${old} AND "scope" IS NOT NULL AND ${isAlone}`,
    ...takingTitles(old, joined, isAlone),
    silencing([id], sql`NOT ${isAlone}`),
  ];
};

export const unlinking = ({ account, at, unlinks = [] }: Turn): readonly Prisma.Sql[] => {
  if (unlinks.length === 0) return [];
  const rows = unlinks.map(({ enterpriseId }) => sql`(${enterpriseId}, ${at})`);
  const ids = unlinks.map((unlinked) => unlinked.account);
  return [
    sql`INSERT INTO "Enterprise" ("id", "createdAt") VALUES ${join(rows)}`,
    // Or who was shut out would come in again by a code of its own.
    sql`DELETE FROM "Invitation" WHERE "enterpriseId" = ${account.enterpriseId}
      AND "madeBy" IN (${join(ids)})`,
    silencing(ids),
    ...unlinks.map(
      (unlinked) => sql`UPDATE "Account" SET "enterpriseId" = ${unlinked.enterpriseId}, "scope" = NULL,
          "consentedOn" = NULL${unlinked.account === account.id ? empty : beginningAnew}
        WHERE "id" = ${unlinked.account}`,
    ),
  ];
};

/** What runs for that account at this moment finds another version and is run again. */
const beginningAnew = sql`, "conversation" = NULL, "version" = "version" + 1`;
