import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { reasonOf } from "./failure.ts";
import { StoreFailure } from "./port.ts";
import type { SqliteConnection } from "./sqlite-connections.ts";

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** As Prisma's own tools make it, so that `prisma migrate status` agrees with us. */
const historyTable = `CREATE TABLE "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

/**
 * Brings the database to this program's version, in one transaction: all missing migrations or none.
 * The connection must not enforce foreign keys (rebuilding a table would delete what refers to it); they are checked
 * at the end. On a `StoreFailure` the transaction is left open: closing the connection takes everything back.
 */
export const migrate = async (connection: SqliteConnection, folder: string): Promise<void> => {
  // A write lock at once: of two processes that start together, the second waits here and then finds all done.
  await connection.executeScript("BEGIN IMMEDIATE");
  const known = migrationsIn(folder);
  const applied = await appliedTo(connection, known);
  // BEGIN passes on a file that can only be read; this does not.
  await connection.executeScript(`DELETE FROM "_prisma_migrations" WHERE FALSE`);
  for (const migration of known.filter(({ name }) => !applied.has(name))) await apply(connection, migration);
  await connection.executeScript("COMMIT");
};

const migrationsIn = (folder: string): readonly Migration[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      // A checkout with Windows line ends is the same migration; Prisma sees it so, too.
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8").replaceAll("\r\n", "\n");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });

/** The names of the migrations that were applied, each checked against the one known here. */
const appliedTo = async (connection: SqliteConnection, known: readonly Migration[]): Promise<ReadonlySet<string>> => {
  const tables = await rows(connection, `SELECT "name" FROM "sqlite_master" WHERE "type" = 'table'`);
  if (tables.length === 0) await connection.executeScript(historyTable);
  else if (!tables.flat().includes("_prisma_migrations"))
    throw new StoreFailure("it belongs to another program. Move it away, or set DATA_DIR to another folder.");

  const history = await rows(
    connection,
    `SELECT "migration_name", "checksum", "finished_at" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
  );
  for (const [name, checksum, finishedAt] of history) {
    const migration = known.find((candidate) => candidate.name === name);
    if (!migration)
      throw new StoreFailure(`it was written by a newer version of this program (${name}). Start that version.`);
    if (finishedAt === null)
      throw new StoreFailure(`the migration ${name} was begun by another tool and not finished. Restore a backup.`);
    if (migration.checksum !== checksum)
      throw new StoreFailure(`the migration ${name} was changed after it was applied. Install this program afresh.`);
  }
  return new Set(history.map(([name]) => String(name)));
};

const apply = async (connection: SqliteConnection, { name, sql, checksum }: Migration) => {
  const startedAt = timestamp();
  try {
    await connection.executeScript(sql);
  } catch (error) {
    throw new StoreFailure(`the migration ${name} failed, nothing was changed: ${reasonOf(error)}`, { cause: error });
  }
  const [broken] = await rows(connection, "PRAGMA foreign_key_check");
  if (broken) throw new StoreFailure(`the migration ${name} breaks a reference of ${broken[0]}, nothing was changed.`);
  const args = [randomUUID(), checksum, name, startedAt, timestamp()];
  await connection.executeRaw({
    sql: `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at",
      "applied_steps_count") VALUES (?, ?, ?, ?, ?, 1)`,
    args,
    argTypes: args.map(() => ({ scalarType: "string", arity: "scalar" })),
  });
};

/** The form in which Prisma writes instants to SQLite. */
const timestamp = () => new Date().toISOString().replace("Z", "+00:00");

const rows = async (connection: SqliteConnection, sql: string) =>
  (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows;
