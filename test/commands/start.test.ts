import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openStore } from "../../bot/store/sqlite.ts";
import { SqliteConnections } from "../../bot/store/sqlite-connections.ts";
import { contents, expectMistake, freshPath, run } from "./command.ts";

/** Commands that would run on and on if they started: then they are killed and have no exit code. */
const seconds = 12;

const withFile = (name: string, bytes: string | Uint8Array): string => {
  const folder = freshPath();
  mkdirSync(folder);
  writeFileSync(join(folder, name), bytes);
  return folder;
};

/** A data folder as a program leaves it that has one migration more than this one. */
const newerData = async (): Promise<string> => {
  const folder = freshPath();
  const file = join(folder, "bot.db");
  await (await openStore({ file })).close();
  const connection = await new SqliteConnections({ url: file }).connect();
  await connection.executeScript(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "applied_steps_count")
     VALUES ('later', 'x', '2030-01-01', '20300101000000_later', 1)`,
  );
  await connection.dispose();
  return folder;
};

describe.concurrent("npm start that cannot start", () => {
  test.each([
    ["abc", /PORT.*abc.*PORT=\d+/],
    ["70000", /PORT.*70000/],
  ])("PORT=%s", async (port, says) => {
    const dataDir = freshPath();
    expectMistake(await run("main", [], { env: { PORT: port, DATA_DIR: dataDir }, seconds }), says);
    expect(contents(dataDir)).toEqual([]);
  });

  test("a port in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as { port: number };
    const dataDir = freshPath();
    const ended = await run("main", [], { env: { PORT: String(port), DATA_DIR: dataDir }, seconds });
    other.close();
    expectMistake(ended, new RegExp(`port ${port} is in use: set PORT`));
    expect(contents(dataDir)).toEqual([]);
  });

  test("a host that is another machine's", async () => {
    const dataDir = freshPath();
    const ended = await run("main", [], { env: { PORT: "0", HOST: "203.0.113.1", DATA_DIR: dataDir }, seconds });
    expectMistake(ended, /203\.0\.113\.1.*set HOST/);
    expect(contents(dataDir)).toEqual([]);
  });

  test("an unknown flag", async () => {
    const dataDir = freshPath();
    const ended = await run("main", ["--verbose"], { env: { PORT: "0", DATA_DIR: dataDir }, seconds });
    expectMistake(ended, /--verbose.*Usage: npm start/);
    expect(contents(dataDir)).toEqual([]);
  });

  test("a database server, which is not supported yet", async () => {
    const dataDir = freshPath();
    const env = { PORT: "0", DATA_DIR: dataDir, DATABASE_URL: "postgresql://localhost/bot" };
    const ended = await run("main", [], { env, seconds });
    expectMistake(ended, /DATABASE_URL.*unset it/);
    expect(contents(dataDir)).toEqual([]);
  });
});

describe.concurrent("a data folder that cannot be used", () => {
  const open = (command: "main" | "chat", dataDir: string) =>
    run(command, [], { env: { PORT: "0", DATA_DIR: dataDir }, seconds, input: "" });

  test("a file", async () => {
    const file = join(withFile("data", "mine"), "data");
    const before = contents(file);
    expectMistake(await open("main", file), /data as the data folder.*set DATA_DIR/);
    expect(contents(file)).toEqual(before);
  });

  test("one below a file", async () => {
    const folder = withFile("data", "mine");
    const before = contents(folder);
    expectMistake(await open("chat", join(folder, "data", "below")), /set DATA_DIR/);
    expect(contents(folder)).toEqual(before);
  });

  test("one where nothing can be written", async () => {
    expectMistake(await open("main", "/proc/data"), /\/proc\/data.*set DATA_DIR/);
  });

  test("a database that is none", async () => {
    const folder = withFile("bot.db", Buffer.from("the quick brown fox ".repeat(500)));
    const before = contents(folder);
    expectMistake(await open("main", folder), /bot\.db: .*not an SQLite database, or damaged\. Move it away/);
    expect(contents(folder)).toEqual(before);
  });

  test.each(["main", "chat"] as const)("a database of a newer version: %s", async (command) => {
    const folder = await newerData();
    const before = contents(folder);
    expectMistake(await open(command, folder), /bot\.db: .*newer version.*20300101000000_later/);
    expect(contents(folder)).toEqual(before);
  });
});
