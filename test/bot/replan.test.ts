import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashOfCode } from "../../bot/code.ts";
import { converse, type Parts } from "../../bot/converse.ts";
import { replanKind, replanning } from "../../bot/jobs/replan.ts";
import { openParts } from "../../bot/open.ts";
import { plansForEnterprise } from "../../bot/replan.ts";
import type { Input } from "../../flows/reply.ts";
import { meet, turn } from "../store/turns.ts";

const code = "K7QX-3MPA";
let folder: string;
let now: Date;
let parts: Parts;
let updates = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "replan-"));
  now = new Date("2027-06-01T01:00:00.000Z");
  parts = await openParts(folder, () => now);
  for (const who of ["me", "you"]) await meet(parts.store, who);
});
afterEach(async () => {
  await parts.store.close();
  rmSync(folder, { recursive: true });
});

const say = async (who: string, ...inputs: readonly (string | Input)[]) => {
  for (const said of inputs) {
    const input = typeof said === "string" ? { text: said } : said;
    await converse(parts, "web", { id: `said ${++updates}`, address: who, input });
  }
};
/** The enterprise of `me` is one that `you` may join by the code. */
const invite = async () => {
  const invited = { codeHash: hashOfCode(code), scope: null, expiresAt: "2027-06-02T01:00:00.000Z" };
  await parts.store.commit(turn(await meet(parts.store, "me"), `invitation ${++updates}`, { invited }));
};
const runJobs = async () => {
  const claim = { owner: "loop", kinds: [replanKind], now: now.toISOString(), until: "2028-01-01T00:00:00.000Z" };
  const jobs = await parts.store.queue.claim({ ...claim, limit: 10 });
  for (const job of jobs) await replanning(parts)(job, new AbortController().signal);
  return jobs.length;
};
const planned = async (who: string) =>
  (await parts.store.dates.planned(`account of ${who}`)).map(({ reminder }) => `${reminder.key} at ${reminder.at}`);

const qinghai = ["我已是示范平台", "同意", "青海", "2026年5月18日"];

test("who joins an enterprise is reminded of its dates, and not any more once it is shut out", async () => {
  await say("me", ...qinghai);
  await invite();
  await say("you", `绑定 ${code}`, "同意");
  expect(await planned("you")).toEqual([]);
  expect(await runJobs()).toBe(1);
  expect(await planned("you")).toEqual(await planned("me"));
  expect(await planned("you")).not.toEqual([]);
  await say("me", { choice: "unlink:account of you" });
  expect(await planned("you")).toEqual([]);
  expect(await planned("me")).not.toEqual([]);
});

test("what one brings along its new colleagues are reminded of, too, each at its own hour", async () => {
  await say("you", ...qinghai);
  await say("me", "提醒设置", "同意", "提醒设置", "换个钟点", "18点");
  await invite();
  await say("you", `绑定 ${code}`);
  await runJobs();
  const mine = await planned("me");
  expect(mine).toEqual((await planned("you")).map((one) => one.replace("T09:00", "T18:00")));
  expect(mine[0]).toMatch(/ at 2027-06-\d\dT18:00$/);
});

test("a colleague's reminders move with the application that somebody else opens", async () => {
  await say("me", "我的日期", "同意");
  await invite();
  await say("you", `绑定 ${code}`, "同意");
  now = new Date("2027-06-01T02:00:00.000Z");
  await say("me", { choice: "back" }, { choice: "henan/apply" });
  expect(await planned("you")).toEqual(await planned("me"));
  expect(await planned("you")).toHaveLength(1);
});

test("plans of an enterprise are those that its turns have made", async () => {
  await say("me", ...qinghai);
  const before = await planned("me");
  const plans = await plansForEnterprise(parts.store, parts.served, "body of me", now);
  expect(plans.map(({ account, subject }) => [account, subject])).toEqual([
    ["account of me", "title/qinghai/province"],
  ]);
  await parts.store.dates.plan(plans, now.toISOString());
  expect(await planned("me")).toEqual(before);
});
