import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "../../bot/store/sqlite.ts";
import { meet, reply, turn } from "../store/turns.ts";
import { contents, expectMistake, freshPath, run } from "./command.ts";

const deliveries = (dataDir: string, ...args: readonly string[]) =>
  run("deliveries", args, { env: { DATA_DIR: dataDir } });

test("lists what is not known to have arrived, without who it is and what was said", async () => {
  const dataDir = freshPath();
  const store = await openStore({ file: join(dataDir, "bot.db") });
  const account = await meet(store, "13800000000");
  const committed = await store.commit(turn(account, "u1", { replies: ["秘密一", "秘密二", "秘密三"].map(reply) }));
  const [first, second] = committed.status === "committed" ? (committed.seqs as [number, number]) : [0, 0];
  const monday = { reason: "no answer", at: "2027-03-01T01:00:00.000Z" };
  const tuesday = { reason: "403 blocked", at: "2027-03-02T01:00:00.000Z" };
  await store.undeliverable(first, { status: "unknown", ...monday });
  await store.undeliverable(second, { status: "failed", final: "blocked", ...tuesday });
  await store.close();

  const all = await deliveries(dataDir);
  expect(all).toMatchObject({ code: 0, stderr: "" });
  const address = expect.stringMatching(/^[0-9a-f]{12}$/);
  const lines = all.stdout.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { channel: "web", address, seq: first, status: "unknown", ...monday },
    { channel: "web", address, seq: second, status: "failed", ...tuesday },
  ]);
  expect(all.stdout).not.toMatch(/秘密|138000/);
  expect((await deliveries(dataDir, "--since", "2027-03-02")).stdout).toBe(`${lines[1]}\n`);
  expect((await deliveries(dataDir, "--since", "2027-03-02T10:00")).stdout).toBe("");
});

test.each([
  ["no bot's data there", [], /bot\.db is not there: set DATA_DIR/],
  ["a day that is none", ["--since", "2027-02-30"], /"2027-02-30.*" is not a day or time/],
])("%s is told, and nothing is written", async (_, args, says) => {
  const dataDir = freshPath();
  expectMistake(await deliveries(dataDir, ...args), says);
  expect(contents(dataDir)).toEqual([]);
});
