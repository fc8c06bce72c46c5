import { Prisma, type PrismaClient } from "../../prisma/generated/client.ts";
import { inChunks } from "../store/chunks.ts";
import type { InLine } from "../store/in-line.ts";
import { isData, parseJson } from "../store/json.ts";
import type { Claimed, NewJob, Queue } from "./queue.ts";

const { sql, join } = Prisma;

interface Row {
  readonly key: string;
  readonly kind: string;
  readonly payload: string;
  readonly tries: number;
}

/** The statements that add jobs: alone, or with a turn. */
export const adding = (jobs: readonly NewJob[]): readonly Prisma.Sql[] =>
  inChunks(jobs, 1000).map((some) => {
    const rows = some.map(
      ({ key, kind, payload, dueAt }) => sql`(${key}, ${kind}, ${JSON.stringify(payload)}, ${dueAt})`,
    );
    return sql`INSERT INTO "Job" ("key", "kind", "payload", "dueAt") VALUES ${join(rows)} ON CONFLICT ("key") DO NOTHING`;
  });

/** Makes due at once what waits and nobody has. */
export const waking = (key: string, at: string): Prisma.Sql =>
  sql`UPDATE "Job" SET "dueAt" = ${at} WHERE "key" = ${key} AND "owner" IS NULL AND "doneAt" IS NULL AND "dueAt" > ${at}`;

/** The embedded queue: jobs are rows beside all else, and a claim is one statement. */
export const prismaQueue = (prisma: PrismaClient, call: InLine): Queue => {
  /** Changes a job that is still the claimer's. */
  const change = ({ key, owner }: Claimed, set: Prisma.Sql): Promise<boolean> =>
    call(async () => {
      const changed = await prisma.$executeRaw`UPDATE "Job" SET ${set}
        WHERE "key" = ${key} AND "owner" = ${owner} AND "doneAt" IS NULL`;
      return changed === 1;
    });

  return {
    add: (jobs) =>
      call(async () => {
        await prisma.$transaction(adding(jobs).map((statement) => prisma.$executeRaw(statement)));
      }),

    claim: ({ owner, kinds, now, until, limit }) =>
      call(async () => {
        if (kinds.length === 0) return [];
        // Read first: most of the time there is nothing, and others need not wait for a write. It gives the order, too.
        const order = await prisma.$queryRaw<{ key: string }[]>`SELECT "key" FROM "Job"
          WHERE "doneAt" IS NULL AND "dueAt" <= ${now} AND "kind" IN (${join([...kinds])})
          ORDER BY "dueAt", "key" LIMIT ${limit}`;
        if (order.length === 0) return [];
        const rows = await prisma.$queryRaw<Row[]>`UPDATE "Job"
          SET "owner" = ${owner}, "dueAt" = ${until}, "tries" = "tries" + 1
          WHERE "key" IN (${join(order.map(({ key }) => key))}) AND "doneAt" IS NULL AND "dueAt" <= ${now}
          RETURNING "key", "kind", "payload", "tries"`;
        const place = new Map(order.map(({ key }, at) => [key, at]));
        return rows
          .toSorted((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0))
          .map((row) => ({ ...row, owner, payload: parseJson(row.payload, isData) }));
      }),

    complete: (job, now) => change(job, sql`"doneAt" = ${now}`),
    postpone: (job, dueAt) => change(job, sql`"dueAt" = ${dueAt}, "owner" = NULL`),
    extend: (job, until) => change(job, sql`"dueAt" = ${until}`),

    recover: (now, until) =>
      call(async () => {
        await prisma.$executeRaw`UPDATE "Job" SET "dueAt" = ${now}
          WHERE "doneAt" IS NULL AND "dueAt" > ${until} AND "owner" IS NOT NULL`;
      }),
  };
};
