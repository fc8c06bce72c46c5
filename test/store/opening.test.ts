import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { StoreFailure } from "../../bot/store/port.ts";
import { openStore } from "../../bot/store/sqlite.ts";
import { SqliteConnections } from "../../bot/store/sqlite-connections.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "store-"));
  chmodSync(folder, 0o755);
  file = join(folder, "bot.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the script on the database as another program would. */
const tamper = async (script: string) => {
  const connection = await new SqliteConnections({ url: file }).connectForMigration();
  await connection.executeScript(script);
  await connection.dispose();
};

const openOnce = async () => (await openStore({ file })).close();

/** Root may write everything, so where tests run as root this one is done as `nobody`. */
const asOrdinaryUser = async (work: () => Promise<void>) => {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
};

const expectRefusal = async (reason: string) => {
  const error = await openStore({ file }).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(StoreFailure);
  expect((error as Error).message).toBe(`Cannot use the database ${file}: ${reason}`);
};

const cannotBeWritten =
  "it cannot be written. Give this user the right to write the file and its folder, or set DATA_DIR to another folder.";

test("opens a new file, an empty one, and its own again", async () => {
  writeFileSync(file, "");
  await openOnce();
  await openOnce();
});

test("many openers of one new file all get in", async () => {
  const stores = await Promise.all(Array.from({ length: 5 }, () => openStore({ file })));
  for (const store of stores) await store.close();
});

test("refuses a file that is not a database, and leaves it alone", async () => {
  writeFileSync(file, "年份,金额\n2025,250\n".repeat(100));
  const before = readFileSync(file);
  await expectRefusal("it is not an SQLite database, or damaged. Move it away or restore a backup.");
  expect(readFileSync(file)).toEqual(before);
});

test("refuses another program's database, and leaves it alone", async () => {
  await tamper(`CREATE TABLE "Account" ("id" TEXT)`);
  const before = readFileSync(file);
  await expectRefusal("it belongs to another program. Move it away, or set DATA_DIR to another folder.");
  expect(readFileSync(file)).toEqual(before);
});

test("refuses the database of a newer version of this program, and leaves it alone", async () => {
  await openOnce();
  await tamper(`INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at")
    VALUES ('1', '2', '20990101000000_future', '2099-01-01T00:00:00.000+00:00')`);
  const before = readFileSync(file);
  await expectRefusal("it was written by a newer version of this program (20990101000000_future). Start that version.");
  expect(readFileSync(file)).toEqual(before);
});

test("refuses a database whose migrations were other ones", async () => {
  await openOnce();
  await tamper(`UPDATE "_prisma_migrations" SET "checksum" = 'other'`);
  await expectRefusal(
    "the migration 20261120140000_init was changed after it was applied. Install this program afresh.",
  );
});

test("refuses a database that another tool left half-way", async () => {
  await openOnce();
  await tamper(`UPDATE "_prisma_migrations" SET "finished_at" = NULL`);
  await expectRefusal(
    "the migration 20261120140000_init was begun by another tool and not finished. Restore a backup.",
  );
});

test("refuses a file in a folder that cannot be made", async () => {
  writeFileSync(join(folder, "note"), "");
  file = join(folder, "note", "bot.sqlite");
  await expectRefusal(cannotBeWritten);
});

test("refuses a folder as its file", async () => {
  mkdirSync(file);
  await expectRefusal(cannotBeWritten);
});

test("refuses a folder that cannot be written", async () => {
  chmodSync(folder, 0o555);
  await asOrdinaryUser(() => expectRefusal(cannotBeWritten));
});

test("refuses a file that can only be read", async () => {
  await openOnce();
  chmodSync(file, 0o444);
  chmodSync(folder, 0o777);
  await asOrdinaryUser(() => expectRefusal(cannotBeWritten));
});

test("refuses a database that another process keeps locked", async () => {
  await openOnce();
  const other = await new SqliteConnections({ url: file }).connect();
  await other.executeScript("BEGIN IMMEDIATE");
  await expectRefusal("another process has been writing to it for 5 seconds. Stop that process and start again.");
  await other.dispose();
  await openOnce();
});
