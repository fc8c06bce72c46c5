import { Prisma } from "../../prisma/generated/client.ts";
import type { Act } from "./department-port.ts";
import type { DepartmentWork } from "./effects-port.ts";
import { stopping } from "./notices.ts";
import type { Turn } from "./port.ts";

const { sql, join } = Prisma;

export const operator = "operator";

export const auditing = (actor: string, acts: readonly Act[], at: string): readonly Prisma.Sql[] => {
  const rows = acts.map(({ act, detail }) => sql`(${at}, ${actor}, ${act}, ${JSON.stringify(detail)})`);
  return rows.length === 0 ? [] : [sql`INSERT INTO "Audit" ("at", "actor", "act", "detail") VALUES ${join(rows)}`];
};

const actsFor = (accountId: string) =>
  sql`"accountId" = ${accountId} AND "acceptedAt" IS NOT NULL AND "revokedAt" IS NULL`;

export const registersHold = ({ account, at }: Turn, codeHash: string): readonly Prisma.Sql[] => [
  sql`EXISTS (SELECT 1 FROM "Contact" WHERE "codeHash" = ${codeHash}
    AND "acceptedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > ${at})`,
  sql`NOT EXISTS (SELECT 1 FROM "Contact" WHERE ${actsFor(account.id)})`,
];

export const registering = ({ account, at }: Turn, codeHash: string): readonly Prisma.Sql[] => [
  sql`UPDATE "Contact" SET "acceptedAt" = ${at}, "accountId" = ${account.id} WHERE "codeHash" = ${codeHash}`,
  sql`INSERT INTO "Audit" ("at", "actor", "act", "detail")
    SELECT ${at}, "id", 'register', '{}' FROM "Contact" WHERE "codeHash" = ${codeHash}`,
];

export const contactHolds = ({ account }: Turn, { contact }: DepartmentWork): Prisma.Sql =>
  sql`EXISTS (SELECT 1 FROM "Contact" WHERE "id" = ${contact} AND ${actsFor(account.id)})`;

export const roundsHold = ({ rounds = [] }: DepartmentWork): readonly Prisma.Sql[] =>
  rounds.map(
    ({ round, version }) => sql`${version} = (SELECT COUNT(*) + 1 FROM "OpenedRound" WHERE "roundId" = ${round.id})`,
  );

export const opening = ({ contact, rounds = [] }: DepartmentWork, at: string): readonly Prisma.Sql[] =>
  rounds.map(
    ({ jurisdiction, round, version }) => sql`INSERT INTO "OpenedRound"
      ("roundId", "version", "jurisdiction", "procedure", "round", "openedBy", "openedAt")
      VALUES (${round.id}, ${version}, ${jurisdiction}, ${round.procedure}, ${JSON.stringify(round)}, ${contact}, ${at})`,
  );

/** The first statement does something only where there is somebody to revoke. */
export const revoking = (id: string, at: string): readonly [Prisma.Sql, ...Prisma.Sql[]] => [
  sql`INSERT INTO "Audit" ("at", "actor", "act", "detail")
    SELECT ${at}, ${operator}, 'revoke', ${JSON.stringify({ contact: id })}
    FROM "Contact" WHERE "id" = ${id} AND "revokedAt" IS NULL`,
  sql`UPDATE "Contact" SET "revokedAt" = ${at} WHERE "id" = ${id} AND "revokedAt" IS NULL`,
  ...stopping(sql`"contactId" = ${id}`, "revoked", at),
];
