import type { Prisma, PrismaClient } from "../../prisma/generated/client.ts";

/** What one database says in another way than the others. */
export interface Dialect {
  /** The aggregate function that makes one JSON object of names and texts. */
  readonly jsonObject: Prisma.Sql;
  /** Removes what the database still holds of deleted rows. */
  readonly scrub: (prisma: PrismaClient) => Promise<unknown>;
}
