import { setMaxListeners } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Manners } from "../../bot/channel.ts";
import { beijingMinute } from "../../bot/clock.ts";
import { sendingBroadcasts } from "../../bot/jobs/broadcasts.ts";
import { until } from "../contracts/until.ts";
import { effect, invite, register, work } from "../store/departments.ts";
import { turn } from "../store/turns.ts";
import { opened, scripted, visited } from "./scripted.ts";

const folders: string[] = [];
const closes: (() => Promise<void>)[] = [];
let now = new Date("2027-03-02T09:30:00+08:00");
const lines: string[] = [];
let heard: (line: string) => void = () => {};
beforeEach(() => {
  now = new Date("2027-03-02T09:30:00+08:00");
  lines.length = 0;
  heard = () => {};
});
afterEach(async () => {
  for (const close of closes.splice(0)) await close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A house with two messengers, and a notice to these accounts that is being sent. */
const begin = async (people: readonly { channel?: string; address: string; of?: string }[], to = people.length) => {
  const folder = mkdtempSync(join(tmpdir(), "broadcasts-"));
  folders.push(folder);
  const print = (line: string): void => {
    lines.push(`${beijingMinute(now).slice(5)} ${line}`);
    heard(line);
  };
  const slow: Partial<Manners> = { noticesPerDay: 3 };
  const channels = [
    scripted(print),
    scripted(print, { name: "other" }),
    scripted(print, { name: "slow", manners: slow }),
    visited,
  ];
  const house = await opened(folder, () => now, print, channels);
  closes.push(house.close);
  const { store } = house.parts;
  await invite(store, "wang");
  await register(store, "wang", "wang");
  const accounts: string[] = [];
  for (const { channel = "messenger", address } of people) {
    const fresh = {
      accountId: `${channel} ${address}`,
      enterpriseId: `of ${channel} ${address}`,
      at: now.toISOString(),
    };
    accounts.push((await store.account(channel, address, fresh)).id);
  }
  for (const { channel = "messenger", address, of } of people) if (of) await link(store, `${channel} ${address}`, of);
  await work(store, "wang", { drafts: [{ id: "n", text: "请于3月23日前报送", files: [], audience: {} }] });
  await work(store, "wang", { starts: { notice: "n", accounts: accounts.slice(0, to) } });
  const handler = sendingBroadcasts(house.parts, house.running, (line) => void lines.push(line));
  const run = (signal = new AbortController().signal) => {
    setMaxListeners(0, signal);
    return handler({ key: "k", kind: "broadcast", payload: { notice: "n" }, owner: "me", tries: 1 }, signal);
  };
  const outcomes = async () =>
    (await store.notices.deliveries("n")).map(({ account, state, reason }) =>
      [account, state, ...(reason ? [reason] : [])].join(" · "),
    );
  return { store, run, outcomes, told: () => lines.filter((line) => line.includes("【通知】")), ...house };
};

/** The account joins the enterprise of that name, by a code. */
const link = async (store: Awaited<ReturnType<typeof opened>>["parts"]["store"], id: string, of: string) => {
  const account = (await store.accountById(id))!;
  const host = (await store.find("messenger", of))!;
  const expiresAt = "2028-01-01T00:00:00.000Z";
  await store.commit(turn(host, `invite ${id}`, { invited: { codeHash: id, scope: null, expiresAt } }));
  await store.commit(turn(account, `join ${id}`, { joins: { codeHash: id } }));
};

const move = (store: Parameters<typeof work>[0], to: "paused" | "sending" | "stopped") =>
  work(store, "wang", { moves: { notice: "n", to } });

test("each is told the notice with its sender, and asked again what was open", async () => {
  const { run, store, outcomes } = await begin([{ address: "a" }, { address: "b" }]);
  expect(await run()).toBeUndefined();
  expect(lines.toSorted()).toEqual([
    "03-02T09:30 a 【通知】杭州市（王处长）",
    "03-02T09:30 a 请选择：",
    "03-02T09:30 b 【通知】杭州市（王处长）",
    "03-02T09:30 b 请选择：",
  ]);
  expect(await outcomes()).toEqual(["messenger a · sent", "messenger b · sent"]);
  expect(await store.notices.find("n")).toMatchObject({ state: "done" });
});

test("how it ended is written down with the messenger's reason, and nothing is sent again at the next start", async () => {
  const { run, store, outcomes } = await begin([
    { address: "blocked" },
    { address: "refused" },
    { address: "uncertain" },
  ]);
  await run();
  expect(await outcomes()).toEqual([
    "messenger blocked · blocked · blocked by the person",
    "messenger refused · failed · too long",
    "messenger uncertain · unknown · no answer in time",
  ]);
  expect(await store.undelivered("messenger")).toEqual([]);
  expect(await store.blocked("messenger")).toEqual([]);
  expect(await store.outcomes("2000")).toEqual([]);
});

describe("another channel of the enterprise", () => {
  const both = (address: string) => [{ address }, { channel: "other", address: `${address} too`, of: address }];

  test.each([
    [
      "blocked",
      ["messenger blocked · blocked · blocked by the person", "other blocked too · blocked · blocked by the person"],
    ],
    ["uncertain", ["messenger uncertain · unknown · no answer in time"]],
    ["person", ["messenger person · sent"]],
  ])("%s", async (address, ended) => {
    const { run, outcomes } = await begin(both(address), 1);
    await run();
    expect(await outcomes()).toEqual(ended);
  });

  test("gets the notice once where the first has blocked the bot, unless it wants none", async () => {
    const people = ["1", "2"].flatMap((n) => [
      { address: `blocked ${n}` },
      { channel: "other", address: `second ${n}`, of: `blocked ${n}` },
      { channel: "slow", address: `third ${n}`, of: `blocked ${n}` },
    ]);
    const { run, store, outcomes } = await begin(
      [people[0]!, people[3]!, ...people.filter(({ channel }) => channel)],
      2,
    );
    const preference = { hour: 9, leads: [], wantsNotices: false };
    await effect(store, (await store.accountById("other second 2"))!, { preference });
    await effect(store, (await store.accountById("slow third 2"))!, { preference });
    await effect(store, (await store.accountById("other second 1"))!, {});
    await run();
    expect(await outcomes()).toEqual([
      "messenger blocked 1 · blocked · blocked by the person",
      "messenger blocked 2 · blocked · blocked by the person",
      "other second 1 · sent",
    ]);
  });
});

describe("held midway", () => {
  const people = Array.from({ length: 100 }, (_, n) => ({ address: `p${String(n).padStart(3, "0")}` }));

  test.each(["paused", "stopped"] as const)("%s takes effect within what is under way", async (to) => {
    const { run, store, told } = await begin(people);
    let moved: Promise<unknown> | undefined;
    heard = (line) => {
      if (line.startsWith("p0") && !moved) moved = move(store, to);
    };
    const goOn = await run();
    await moved;
    const few = told().length;
    expect(few).toBeLessThanOrEqual(64);
    const { sent, queued, skipped } = await store.notices.counts("n");
    expect(sent).toBe(few);
    if (to === "stopped") {
      expect({ skipped, queued }).toEqual({ skipped: 100 - few, queued: undefined });
      expect(await run()).toBeUndefined();
      return;
    }
    expect({ queued, goOn }).toEqual({ queued: 100 - few, goOn: { at: "2027-03-02T01:31:00.000Z" } });
    await move(store, "sending");
    expect(await run()).toBeUndefined();
    expect(new Set(told()).size).toBe(100);
    expect(told()).toHaveLength(100);
    expect(await store.notices.counts("n")).toEqual({ sent: 100 });
  });

  test("the bot that ends leaves the others queued, none of them uncertain", async () => {
    const { run, store, told } = await begin(people);
    const stopping = new AbortController();
    heard = () => stopping.abort();
    expect(await run(stopping.signal)).toEqual({ at: now.toISOString() });
    const { sent, queued } = await store.notices.counts("n");
    expect([sent, queued]).toEqual([told().length, 100 - told().length]);
    expect(await run()).toBeUndefined();
    expect(await store.notices.counts("n")).toEqual({ sent: 100 });
  });
});

test("who is not to be reached for now holds up neither the others nor the end of the bot", async () => {
  const { run, started, outcomes } = await begin([{ address: "a" }, { address: "offline" }]);
  const stopping = new AbortController();
  const sending = run(stopping.signal);
  await until(() => lines.length >= 3, "all but the one");
  stopping.abort();
  await started.get("messenger")?.stop();
  expect(await sending).toEqual({ at: now.toISOString() });
  expect(await outcomes()).toEqual(["messenger a · sent", "messenger offline · failed · the bot stops"]);
});

test("on the web it waits for the next visit, and that is said", async () => {
  const { run, store, outcomes } = await begin([
    { channel: "web", address: "a" },
    { channel: "web", address: "b" },
  ]);
  await run();
  expect(await outcomes()).toEqual(["web a · sent · 等对方下次打开网页", "web b · sent · 等对方下次打开网页"]);
  expect(await store.notices.counts("n")).toEqual({ sent: 2, unvisited: 2 });
  await effect(store, (await store.accountById("web a"))!, { reads: ["n"] });
  expect(await store.notices.counts("n")).toEqual({ sent: 1, read: 1, unvisited: 1 });
});

test("at night it waits for the morning", async () => {
  now = new Date("2027-03-02T20:30:00+08:00");
  const { run, told } = await begin([{ address: "a" }]);
  const goOn = await run();
  expect(goOn).toEqual({ at: new Date("2027-03-03T09:00:00+08:00").toISOString() });
  expect(told()).toEqual([]);
});

test("a day's budget is spread over the day, and what is left goes on the next one", async () => {
  const people = Array.from({ length: 5 }, (_, n) => ({ channel: "slow", address: `p${n}` }));
  const { run, told } = await begin(people);
  for (let goOn = await run(); goOn; goOn = await run()) now = new Date(goOn.at);
  expect(told().map((line) => line.slice(0, 14))).toEqual([
    "03-02T09:30 p0",
    "03-02T13:10 p1",
    "03-02T16:50 p2",
    "03-03T09:00 p3",
    "03-03T12:40 p4",
  ]);
});

test("what waits for a channel that does not run keeps the notice open", async () => {
  const { run, store } = await begin([{ address: "a" }, { channel: "terminal", address: "b" }]);
  expect(await run()).toMatchObject({ at: expect.any(String) });
  expect(await store.notices.counts("n")).toEqual({ sent: 1, queued: 1 });
});
