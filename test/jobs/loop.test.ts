import { afterEach, describe, expect, test } from "vitest";
import { type Handler, type Jobs, startJobs } from "../../bot/jobs/loop.ts";
import type { Store } from "../../bot/store/port.ts";
import { openedForEach } from "./opened.ts";
import { FakeTime } from "./time.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const start = "2027-03-01T01:00:00.000Z";
const { store, reopen } = openedForEach();

let stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops) await stop();
  stops = [];
});

/** A loop on the store whose jobs note when they ran, in minutes after the start. */
const running = (handlers: Record<string, Handler> = {}, more: Partial<Jobs> = {}, on: Store = store()) => {
  const time = new FakeTime(start);
  const ran: string[] = [];
  const log: string[] = [];
  const tell: Handler = async ({ key }) => {
    ran.push(`${key} ${(time.clock().getTime() - Date.parse(start)) / minute}`);
  };
  const parts = { queue: on.queue, clock: time.clock, sleep: time.sleep, log: (line: string) => log.push(line) };
  const { stop } = startJobs({ ...parts, handlers: { tell, ...handlers }, ...more });
  stops.push(stop);
  return { time, ran, log, stop };
};
const job = (key: string, afterMs = 0, kind = "tell") => ({
  ...{ key, kind, payload: {} },
  dueAt: new Date(Date.parse(start) + afterMs).toISOString(),
});

test("runs each job once, at its time", async () => {
  await store().queue.add([job("now"), job("later", 5 * minute), job("tomorrow", day)]);
  const { time, ran } = running();
  await time.pass(10 * minute);
  expect(ran).toEqual(["now 0", "later 5"]);
});

test("runs what a turn adds within seconds, and leaves kinds that it does not know", async () => {
  const { time, ran } = running();
  await time.pass(minute);
  await store().queue.add([job("new"), job("foreign", 0, "other")]);
  await time.pass(6 * second);
  expect(ran).toHaveLength(1);
});

test("a job that fails is run again, each time later, and is told in the log", async () => {
  const tries: number[] = [];
  const fails: Handler = async (claimed) => {
    tries.push((time.clock().getTime() - Date.parse(start)) / second);
    if (claimed.tries < 4) throw new Error("no network");
  };
  await store().queue.add([job("a", 0, "fails")]);
  const { time, log } = running({ fails });
  await time.pass(20 * minute);
  expect(tries).toEqual([0, 1, 3, 7]);
  expect(log).toEqual([1, 2, 3].map((n) => `Job a failed at try ${n}: no network`));
});

describe("a job that takes long", () => {
  const long: Handler = async (_, signal) => void (await time.sleep(30 * minute, signal));
  let time: FakeTime;

  test("is not run twice, and holds up nobody", async () => {
    let runs = 0;
    await store().queue.add([job("long", 0, "long"), job("short", 5 * minute)]);
    const loop = running({
      long: (claimed, signal) => {
        runs++;
        return long(claimed, signal);
      },
    });
    ({ time } = loop);
    await time.pass(40 * minute);
    expect(loop.ran).toEqual(["short 5"]);
    expect(runs).toBe(1);
  });

  test("is told when the loop stops, which waits for it and starts nothing any more", async () => {
    const ended: string[] = [];
    await store().queue.add([job("long", 0, "long"), job("short", minute)]);
    const loop = running({
      long: async (_, signal) => {
        await long(_, signal);
        ended.push(signal.aborted ? "early" : "on time");
      },
    });
    ({ time } = loop);
    await time.pass(10 * second);
    await loop.stop();
    expect(ended).toEqual(["early"]);
    await time.pass(10 * minute);
    expect(loop.ran).toEqual([]);
  });

  test("that breaks off at the stop is run at the next start at once", async () => {
    await store().queue.add([job("a", 0, "long")]);
    const loop = running({
      long: async (claimed, signal) => {
        await long(claimed, signal);
        throw new Error("half done");
      },
    });
    ({ time } = loop);
    await time.pass(10 * second);
    await loop.stop();
    const again: string[] = [];
    const next = running({
      long: async ({ key }) => {
        again.push(key);
      },
    });
    next.time.jump(10 * second);
    await next.time.pass(2 * second);
    expect(again).toEqual(["a"]);
  });
});

test("a killed process's job is run by the next one when the lease ends", async () => {
  await store().queue.add([job("a")]);
  await store().queue.claim({ owner: "killed", kinds: ["tell"], now: start, until: job("", minute).dueAt, limit: 1 });
  const { time, ran } = running();
  await time.pass(2 * minute);
  expect(ran).toEqual(["a 1"]);
});

test("a killed process's job is run soon also where the clock has gone back by a day since", async () => {
  await store().queue.add([job("a")]);
  const claim = {
    owner: "killed",
    kinds: ["tell"],
    now: job("", day).dueAt,
    until: job("", day + minute).dueAt,
    limit: 1,
  };
  await store().queue.claim(claim);
  const { time, ran } = running();
  await time.pass(2 * minute);
  expect(ran).toEqual(["a 0"]);
});

describe("a clock that jumps", () => {
  test.each([hour, -hour, day, -day, 7 * day])("by %i ms runs nothing twice and loses nothing", async (ms) => {
    const all = [0, 2, 30, 90, 26 * 60].map((minutes) => job(`${minutes}`, minutes * minute));
    const runs: string[] = [];
    await store().queue.add([...all, job("long", 0, "long")]);
    const { time, ran } = running({
      long: async ({ key }, signal) => {
        runs.push(key);
        await time.sleep(3 * minute, signal);
      },
    });
    await time.pass(minute);
    time.jump(ms);
    await time.pass(5 * minute);
    time.jump(-ms);
    await time.pass(5 * minute);
    time.jump(2 * day);
    await time.pass(minute);
    expect(ran.map((line) => line.split(" ")[0]).toSorted()).toEqual(all.map(({ key }) => key).toSorted());
    expect(runs).toEqual(["long"]);
  });
});

test("looks after the rest once a minute; what fails there is tried again and holds up no job", async () => {
  const looked: string[] = [];
  await store().queue.add([job("a", 2 * minute)]);
  const { time, ran, log } = running(
    {},
    {
      everyMinute: async (now) => {
        looked.push(now.toISOString().slice(11, 19));
        if (looked.length === 1) throw new Error("locked");
      },
    },
  );
  await time.pass(2 * minute + second);
  expect(looked).toEqual(["01:00:00", "01:00:01", "01:01:00", "01:02:00"]);
  expect(log).toEqual(["What comes every minute failed: locked"]);
  expect(ran).toEqual(["a 2"]);
});

test("two loops on one file run each of 100 jobs once", async () => {
  const all = Array.from({ length: 100 }, (_, n) => `job ${n}`);
  await store().queue.add(all.map((key) => job(key)));
  const [one, two] = [running(), running({}, {}, await reopen())];
  for (let seconds = 0; seconds < 30; seconds++) await Promise.all([one.time.pass(second), two.time.pass(second)]);
  const ran = [...one.ran, ...two.ran].map((line) => line.replace(/ \S+$/, ""));
  expect(ran.toSorted()).toEqual(all.toSorted());
});

test("a store that fails is asked less and less often, and as before once it works", async () => {
  const { queue } = store();
  let broken = true;
  const asked: number[] = [];
  const claim: Jobs["queue"]["claim"] = (given) => {
    asked.push((time.clock().getTime() - Date.parse(start)) / second);
    return broken ? Promise.reject(new Error("disk full")) : queue.claim(given);
  };
  const { time, ran, log } = running({}, { queue: { ...queue, claim } });
  await queue.add([job("a")]);
  await time.pass(20 * second);
  expect(asked).toEqual([0, 1, 3, 7, 15]);
  expect(log).toEqual(asked.map(() => "Jobs could not be claimed: disk full"));
  broken = false;
  await time.pass(12 * second);
  expect(ran).toHaveLength(1);
});
