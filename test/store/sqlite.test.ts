import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Store, StoreFailure } from "../../bot/store/port.ts";
import { openStore } from "../../bot/store/sqlite.ts";
import { type SqliteConnection, SqliteConnections } from "../../bot/store/sqlite-connections.ts";
import { PrismaClient } from "../../prisma/generated/client.ts";
import { datesContract } from "../contracts/dates.ts";
import { deliveriesContract } from "../contracts/deliveries.ts";
import { departmentsContract } from "../contracts/departments.ts";
import { linkingContract } from "../contracts/linking.ts";
import { noticesContract } from "../contracts/notices.ts";
import { queueContract } from "../contracts/queue.ts";
import { rulesVersionsContract } from "../contracts/rules-versions.ts";
import { storeContract } from "../contracts/store.ts";
import { invite } from "./departments.ts";
import { at, changed, meet, opened, reply, turn } from "./turns.ts";

const openAnew = async () => {
  const folder = mkdtempSync(join(tmpdir(), "store-"));
  const file = join(folder, "bot.sqlite");
  const stores: Store[] = [];
  const reopen = async () => {
    const store = await openStore({ file });
    stores.push(store);
    return store;
  };
  const dispose = async () => {
    for (const store of stores) await store.close();
    rmSync(folder, { recursive: true });
  };
  return { store: await reopen(), reopen, dispose };
};

storeContract("SQLite", openAnew);
deliveriesContract("SQLite", openAnew);
linkingContract("SQLite", openAnew);
rulesVersionsContract("SQLite", openAnew);
departmentsContract("SQLite", openAnew);
datesContract("SQLite", openAnew);
noticesContract("SQLite", openAnew);
queueContract("SQLite", openAnew);

describe("SQLite", () => {
  let folder: string;
  let file: string;
  let store: Store;
  let direct: SqliteConnection;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "store-"));
    file = join(folder, "made/on/the/way/bot.sqlite");
    store = await openStore({ file });
    direct = await new SqliteConnections({ url: file }).connect();
  });
  afterEach(async () => {
    await direct.dispose();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  test("every connection waits, syncs and checks references", async () => {
    for (let connection = 0; connection < 2; connection++) {
      const prisma = new PrismaClient({ adapter: new SqliteConnections({ url: file }) });
      const read = async (name: string) => {
        const [row] = await prisma.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`);
        return String(Object.values(row ?? {})[0]);
      };
      expect(await read("journal_mode")).toBe("wal");
      expect(await read("synchronous")).toBe("2"); // FULL
      expect(await read("busy_timeout")).toBe("5000");
      expect(await read("foreign_keys")).toBe("1");
      expect(await read("secure_delete")).toBe("1");
      await prisma.$disconnect();
    }
  });

  test("closing lets go of the file", async () => {
    await direct.dispose();
    await store.close();
    expect(readdirSync(join(file, ".."))).toEqual(["bot.sqlite"]);
    direct = await new SqliteConnections({ url: file }).connect();
  });

  test.each([`UPDATE "Audit" SET "actor" = 'somebody else'`, `DELETE FROM "Audit"`])(
    "the audit trail is only ever added to: %s",
    async (change) => {
      await invite(store, "wang");
      await expect(async () => direct.executeScript(change)).rejects.toThrow();
      expect(await store.departments.audit("")).toMatchObject([{ actor: "operator", act: "invite" }]);
    },
  );

  describe("damaged data", () => {
    beforeEach(async () => {
      for (const [person, application] of [
        ["me", "a"],
        ["you", "b"],
      ] as const) {
        const parts = { opened: [opened(application)], replies: [reply("hello")], conversation: { at: "lobby" } };
        const answers = { name: "secret name", phone: "secret phone" };
        const account = await meet(store, person);
        await store.commit(turn(account, "u1", { ...parts, changed: [changed(application, 0, answers)] }));
      }
    });

    test.each([`{"broken`, "", `{"no": "value"}`, "[1]"])("names the application and the field: %s", async (text) => {
      await direct.executeScript(
        `UPDATE "Answer" SET "value" = '${text}' WHERE "applicationId" = 'a' AND "fieldId" = 'phone'`,
      );
      const failure = store.answers("a");
      await expect(failure).rejects.toThrow(StoreFailure);
      await expect(failure).rejects.toThrow("The database holds a damaged answer phone of application a.");
      expect(await store.answers("b")).toEqual({ name: "secret name", phone: "secret phone" });
    });

    test("of other kinds is named, too", async () => {
      await direct.executeScript(`
        UPDATE "Application" SET "marks" = '[]' WHERE "id" = 'a';
        UPDATE "Account" SET "conversation" = 'x' WHERE "address" = 'me';
        UPDATE "Message" SET "body" = '{}' WHERE "seq" = 2;`);
      await expect(store.applications("body of me")).rejects.toThrow("damaged set of marks of application a.");
      await expect(meet(store, "me")).rejects.toThrow("damaged conversation of account account of me.");
      await expect(store.said("account of me", 0, 10)).rejects.toThrow("damaged message 2.");
      expect(await store.undelivered("web")).toMatchObject([{ address: "you" }]);
      expect(await meet(store, "you")).toMatchObject({ conversation: { at: "lobby" } });
    });
  });

  test("a failure of the database is a StoreFailure of one line, without what was written", async () => {
    const account = await meet(store, "me");
    await store.commit(turn(account, "u1", { opened: [opened("a")] }));
    const failure = store.commit(
      turn({ ...account, version: 1 }, "u2", { opened: [opened("a")], replies: [reply("secret")] }),
    );
    await expect(failure).rejects.toThrow(StoreFailure);
    await expect(failure).rejects.toThrow(/^The database failed: UNIQUE constraint failed: Application.id$/);
    expect(await meet(store, "me")).toMatchObject({ version: 1 });
  });

  test("a lock held for too long by another process is a StoreFailure, and the store goes on after it", async () => {
    const account = await meet(store, "me");
    await direct.executeScript("BEGIN IMMEDIATE");
    await expect(store.commit(turn(account, "u1"))).rejects.toThrow("The database failed: database is locked");
    await direct.executeScript("ROLLBACK");
    expect(await store.commit(turn(account, "u1"))).toMatchObject({ status: "committed" });
  });

  test("forget resets a colleague's account and makes its turn run again", async () => {
    const account = await meet(store, "me");
    await store.commit(turn(account, "u1", { opened: [opened("a")] }));
    await meet(store, "colleague");
    await direct.executeScript(`UPDATE "Account" SET "enterpriseId" = 'body of me' WHERE "address" = 'colleague'`);
    const colleague = await meet(store, "colleague");
    await store.commit(turn(colleague, "u1", { conversation: { a: 1 }, consentedOn: at, replies: [reply("hello")] }));
    const loaded = await meet(store, "colleague");

    await store.commit(turn(await meet(store, "me"), "u2", { forget: true }));

    expect(await store.commit(turn(loaded, "u2", { opened: [opened("b")] }))).toEqual({ status: "conflict" });
    expect(await meet(store, "colleague")).toEqual({ ...colleague, version: loaded.version + 1 });
    expect(await store.said(colleague.id, 0, 10)).toEqual([]);
  });

  test("what is forgotten is nowhere in the files any more", async () => {
    const secret = "浙江某某科技服务有限公司";
    const account = await meet(store, "me");
    const parts = { opened: [opened("a")], changed: [changed("a", 0, { name: secret })], replies: [reply(secret)] };
    await store.commit(turn(account, "u1", parts));
    const isOnDisk = () =>
      readdirSync(join(file, "..")).some((name) => readFileSync(join(file, "..", name)).includes(secret));
    expect(isOnDisk()).toBe(true);
    await store.commit(turn(await meet(store, "me"), "u2", { forget: true }));
    expect(isOnDisk()).toBe(false);
  });
});
