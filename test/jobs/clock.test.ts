import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { everyHours, holderIn, later, type Running } from "./running.ts";

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];
const folders: string[] = [];
let running: Running;

const folder = () => {
  const made = mkdtempSync(join(tmpdir(), "clock-"));
  folders.push(made);
  return made;
};
beforeEach(async () => {
  running = await holderIn(folder());
});
afterEach(async () => {
  await running.stop();
  for (const made of folders.splice(0)) rmSync(made, { recursive: true });
});

const all = ["2027-07-20|7", "2027-07-20|3", "2027-07-20|1", "2027-07-20|0"];
const plain = (told: readonly string[]) => told.map((one) => one.replace(/ .*/, ""));

describe("a clock that jumps while it runs: each reminder is told once", () => {
  const jumps = [-day, -hour, hour, day];
  const moments = ["2027-07-13T08:30", "2027-07-13T09:30"];
  test.each(
    moments.flatMap((moment) => jumps.flatMap((jump) => [false, true].map((back) => [moment, jump, back] as const))),
  )("at %s by %i ms, set right again: %s", async (moment, jump, isSetRight) => {
    for (const at of everyHours("2027-07-12T20:30", moment, 1)) await running.at(at);
    const wrong = later(moment, jump);
    const wrongEnd = later(wrong, 5 * hour);
    for (const at of everyHours(wrong, wrongEnd, 1)) await running.at(at);
    const on = isSetRight ? later(wrongEnd, -jump) : wrongEnd;
    for (const at of everyHours(on, "2027-07-22T12:30", 3)) await running.at(at);
    expect(plain(await running.told())).toEqual(all);
    expect(running.texts.filter((text) => text.startsWith("【提醒"))).toHaveLength(all.length);
  });
});

describe("a restart across 13 July, nine o'clock", () => {
  test.each([
    ["1 second", second, all],
    ["1 minute", minute, all],
    ["1 hour", hour, all],
    ["1 day", day, ["2027-07-20|7 late", ...all.slice(1)]],
    ["7 days", 7 * day, all.slice(3)],
    ["9 days", 9 * day, ["2027-07-20|0 missed"]],
  ])("of %s: nothing twice, what was missed once and marked", async (_, downtime, told) => {
    await running.at("2027-07-13T08:59");
    expect(await running.told()).toEqual([]);
    await running.stop();
    running.set(Date.parse("2027-07-13T08:59:59.500+08:00") + downtime);
    await running.start();
    await running.stop();
    await running.start();
    for (const at of everyHours(later("2027-07-13T10:00", downtime), "2027-07-24T12:00", 3)) await running.at(at);
    expect(await running.told()).toEqual(told);
    const marks = running.texts.flatMap(
      (text) => /【提醒(（补发）)?】.*?(期限已经过了)?$/m.exec(text)?.slice(1).join("") ?? [],
    );
    expect(marks).toEqual(
      told.map((one) => (one.endsWith("late") ? "（补发）" : one.endsWith("missed") ? "期限已经过了" : "")),
    );
  });
});

test("a date that went by is told as missed once, also where the person came first and changed its wishes", async () => {
  await running.at("2027-07-12T12:00");
  await running.stop();
  running.time.jump(10 * day);
  await running.open();
  await running.say("提醒设置", "照常提醒");
  await running.start();
  for (const at of everyHours("2027-07-22T13:00", "2027-07-26T12:00", 6)) await running.at(at);
  expect(await running.told()).toEqual(["2027-07-20|0 missed"]);
  const [missed = ""] = running.texts;
  expect(missed).toContain("2027年7月20日的期限已经过了");
  expect(missed).toContain("请尽快补报");
});

test("no time zone of the process changes what is told, and when", () => {
  const toldIn = (TZ: string) => {
    const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "test/jobs/clock-child.ts", folder()], {
      cwd: join(import.meta.dirname, "../.."),
      encoding: "utf8",
      env: { ...process.env, TZ },
    });
    expect(stderr).toBe("");
    return JSON.parse(stdout) as { readonly told: readonly string[]; readonly texts: readonly string[] };
  };
  const utc = toldIn("UTC");
  expect(utc.told).toEqual(["2027-07-20|7", "2027-07-20|1", "2027-07-20|0"]);
  expect(utc.texts[0]).toContain("还有 7 天");
  expect(toldIn("America/Los_Angeles")).toEqual(utc);
});
