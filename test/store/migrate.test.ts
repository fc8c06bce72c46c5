import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate } from "../../bot/store/migrate.ts";
import { SqliteConnections } from "../../bot/store/sqlite-connections.ts";

const init = "20261120140000_init";
const shipped = readdirSync("prisma/migrations/sqlite").filter((name) => name !== "migration_lock.toml");
let folder: string;
let migrations: string;
let connections: SqliteConnections;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "migrate-"));
  migrations = join(folder, "migrations");
  cpSync("prisma/migrations/sqlite", migrations, { recursive: true });
  connections = new SqliteConnections({ url: join(folder, "bot.sqlite") });
});
afterEach(() => rmSync(folder, { recursive: true }));

const addMigration = (name: string, sql: string) => {
  mkdirSync(join(migrations, name));
  writeFileSync(join(migrations, name, "migration.sql"), sql);
};

const migrateNow = async () => {
  const connection = await connections.connectForMigration();
  try {
    await migrate(connection, migrations);
  } finally {
    await connection.dispose();
  }
};

const run = async (script: string) => {
  const connection = await connections.connect();
  await connection.executeScript(script);
  await connection.dispose();
};

const read = async (sql: string) => {
  const connection = await connections.connectForMigration();
  const { rows } = await connection.queryRaw({ sql, args: [], argTypes: [] });
  await connection.dispose();
  return rows;
};

const someData = `
  INSERT INTO "Enterprise" VALUES ('e', '2027');
  INSERT INTO "Application" ("id", "enterpriseId", "procedure", "rules", "createdAt", "updatedAt")
    VALUES ('a', 'e', 'p', '1', '2027', '2027');
  INSERT INTO "Answer" VALUES ('a', 'name', '"me"', '2027', 'x');`;

test("keeps its history as Prisma does", async () => {
  await migrateNow();
  const history = await read(`SELECT "id", "checksum", "finished_at", "migration_name", "logs", "rolled_back_at",
    "started_at", "applied_steps_count" FROM "_prisma_migrations"`);
  expect(history).toEqual(
    shipped
      .toSorted()
      .map((name) => [
        expect.stringMatching(/^[0-9a-f-]{36}$/),
        expect.stringMatching(/^[0-9a-f]{64}$/),
        expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]{12}\+00:00$/),
        name,
        null,
        null,
        expect.stringMatching(/\+00:00$/),
        1,
      ]),
  );
});

test("what an earlier version of this program kept is kept", async () => {
  for (const name of shipped.filter((name) => name !== init)) rmSync(join(migrations, name), { recursive: true });
  await migrateNow();
  await run(`${someData}
    INSERT INTO "Account" ("id", "channel", "address", "enterpriseId", "createdAt")
      VALUES ('x', 'web', 'me', 'e', '2027');`);
  cpSync("prisma/migrations/sqlite", migrations, { recursive: true });
  await migrateNow();
  expect(await read(`SELECT "id", "enterpriseId", "scope" FROM "Account"`)).toEqual([["x", "e", null]]);
  expect(await read(`SELECT "applicationId", "value" FROM "Answer"`)).toEqual([["a", '"me"']]);
});

test("applies what is missing, in order, and nothing twice", async () => {
  await migrateNow();
  await run(someData);
  addMigration("20280102000000_b", `UPDATE "Enterprise" SET "createdAt" = "createdAt" || 'b'`);
  addMigration("20280101000000_a", `UPDATE "Enterprise" SET "createdAt" = "createdAt" || 'a'`);
  await migrateNow();
  await migrateNow();
  expect(await read(`SELECT "createdAt" FROM "Enterprise"`)).toEqual([["2027ab"]]);
});

test("applies all or none", async () => {
  addMigration("20280101000000_good", `CREATE TABLE "Good" ("id" TEXT)`);
  addMigration("20280102000000_bad", `CREATE TABLE "Half" ("id" TEXT); CREATE TABLE "Half" ("id" TEXT);`);
  await expect(migrateNow()).rejects.toThrow(
    /^the migration 20280102000000_bad failed, nothing was changed: table "Half" already exists$/,
  );
  expect(await read(`SELECT "name" FROM "sqlite_master"`)).toEqual([]);
});

test("a table that is rebuilt, as Prisma rebuilds it, keeps what refers to it", async () => {
  await migrateNow();
  await run(someData);
  const [[sql] = []] = await read(`SELECT "sql" FROM "sqlite_master" WHERE "name" = 'Application'`);
  addMigration(
    "20280101000000_rebuild",
    `PRAGMA defer_foreign_keys=ON; PRAGMA foreign_keys=OFF;
     ${String(sql).replace('"Application"', '"new_Application"')};
     INSERT INTO "new_Application" SELECT * FROM "Application";
     DROP TABLE "Application"; ALTER TABLE "new_Application" RENAME TO "Application";
     PRAGMA foreign_keys=ON; PRAGMA defer_foreign_keys=OFF;`,
  );
  await migrateNow();
  expect(await read(`SELECT "fieldId" FROM "Answer"`)).toEqual([["name"]]);
});

test("refuses a migration that breaks a reference", async () => {
  await migrateNow();
  await run(someData);
  addMigration("20280101000000_breaks", `DELETE FROM "Application"`);
  await expect(migrateNow()).rejects.toThrow("breaks a reference of Answer, nothing was changed.");
  expect(await read(`SELECT "id" FROM "Application"`)).toEqual([["a"]]);
});

test("a checkout with Windows line ends is the same migration", async () => {
  await migrateNow();
  const path = join(migrations, init, "migration.sql");
  writeFileSync(path, readFileSync(path, "utf8").replaceAll("\n", "\r\n"));
  await migrateNow();
});
