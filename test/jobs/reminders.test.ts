import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { beijingMinute } from "../../bot/clock.ts";
import { queueReminders, remindersKind, type Told, tellingReminders } from "../../bot/jobs/reminders.ts";
import type { Preference } from "../../bot/store/dates-port.ts";
import type { Due } from "../../rules/calendar/due.ts";
import { LEADS, remindersFor } from "../../rules/calendar/reminders.ts";
import { due } from "../store/departments.ts";
import { meet } from "../store/turns.ts";
import { openedForEach } from "./opened.ts";

const { store } = openedForEach();
const usual: Preference = { hour: 9, leads: LEADS, wantsNotices: true };
const beijing = (minute: string): Date => new Date(`${minute}:00+08:00`);

beforeEach(async () => {
  for (const who of ["me", "you"]) await meet(store(), who);
});

const plan = (dues: readonly Due[], now = "2027-01-01T09:00", { who = "me", wishes = usual, subject = "a" } = {}) =>
  store().dates.plan(
    [
      {
        account: `account of ${who}`,
        subject,
        dues: dues.map((due) => ({ due, reminders: remindersFor(due, { ...wishes, now }) })),
      },
    ],
    beijing(now).toISOString(),
  );

/** How a telling reads: `2027-03-22T09:00 me: paper|2027-03-23|1 late`. */
const line = (now: string, account: string, { reminder, isMissed }: Told) =>
  `${now} ${account.replace("account of ", "")}: ${reminder.key}${reminder.isLate ? " late" : ""}${isMissed ? " missed" : ""}`;

/** What the loop does at that minute, with all jobs that are due then; gives what is told. */
const tellAt = async (now: string, deliver?: (told: readonly Told[]) => Promise<void>): Promise<string[]> => {
  const { dates, queue } = store();
  const clock = () => beijing(now);
  const lines: string[] = [];
  await queueReminders(dates, clock());
  const handler = tellingReminders(dates, clock, async (account, told) => {
    await deliver?.(told);
    lines.push(...told.map((one) => line(now, account, one)));
  });
  const instant = clock().toISOString();
  const claim = { owner: "loop", kinds: [remindersKind], now: instant, until: instant, limit: 100 };
  for (const job of await queue.claim(claim)) {
    await handler(job, new AbortController().signal);
    await queue.complete(job, instant);
  }
  return lines;
};
const tellAll = async (minutes: readonly string[]) => {
  const told: string[] = [];
  for (const minute of minutes) told.push(...(await tellAt(minute)));
  return told;
};
const days = (from: string, count: number, hour = "09:00") =>
  Array.from({ length: count }, (_, n) =>
    beijingMinute(new Date(beijing(`${from}T${hour}`).getTime() + n * 86_400_000)),
  );

test("a date is told 30, 14, 7, 3, 1 days before and on the day, at nine", async () => {
  await plan([due("paper", "2027-12-09")]);
  const told = await tellAll(days("2027-11-01", 60).flatMap((nine) => [nine.replace("09:00", "08:59"), nine]));
  expect(told).toEqual([
    "2027-11-09T09:00 me: paper|2027-12-09|30",
    "2027-11-25T09:00 me: paper|2027-12-09|14",
    "2027-12-02T09:00 me: paper|2027-12-09|7",
    "2027-12-06T09:00 me: paper|2027-12-09|3",
    "2027-12-08T09:00 me: paper|2027-12-09|1",
    "2027-12-09T09:00 me: paper|2027-12-09|0",
  ]);
});

test("a notice of 15 March for 23 March gives four", async () => {
  await plan([due("paper", "2027-03-23")], "2027-03-15T16:30");
  expect(await tellAll(days("2027-03-15", 10, "16:31"))).toEqual([
    "2027-03-16T16:31 me: paper|2027-03-23|7",
    "2027-03-20T16:31 me: paper|2027-03-23|3",
    "2027-03-22T16:31 me: paper|2027-03-23|1",
    "2027-03-23T16:31 me: paper|2027-03-23|0",
  ]);
});

test("each account is told at its own hour, all its dates of that time at once", async () => {
  await plan([due("paper", "2027-03-23"), due("online", "2027-03-23")]);
  await plan([due("paper", "2027-03-23")], undefined, { who: "you", wishes: { ...usual, hour: 18, leads: [1] } });
  const calls: number[] = [];
  const told = [
    ...(await tellAt("2027-03-22T09:00", async ({ length }) => void calls.push(length))),
    ...(await tellAt("2027-03-22T18:00", async ({ length }) => void calls.push(length))),
  ];
  expect(told).toEqual([
    "2027-03-22T09:00 me: online|2027-03-23|1",
    "2027-03-22T09:00 me: paper|2027-03-23|1",
    "2027-03-22T18:00 you: paper|2027-03-23|1",
  ]);
  expect(calls).toEqual([2, 1]);
});

test("who has waited longest is told first", async () => {
  await plan([due("paper", "2027-03-23")], undefined, { wishes: { ...usual, hour: 10, leads: [1] } });
  await plan([due("paper", "2027-03-23")], undefined, { who: "you", wishes: { ...usual, hour: 9, leads: [1] } });
  expect(await tellAt("2027-03-22T12:00")).toEqual([
    "2027-03-22T12:00 you: paper|2027-03-23|1",
    "2027-03-22T12:00 me: paper|2027-03-23|1",
  ]);
});

describe("after downtime across 16 March, nine o'clock", () => {
  test.each([
    ["1 second", "2027-03-16T09:00", ["paper|2027-03-23|7"]],
    ["an hour", "2027-03-16T10:00", ["paper|2027-03-23|7"]],
    ["till the evening", "2027-03-16T20:30", []],
    ["over night", "2027-03-17T06:00", []],
    ["a day", "2027-03-17T09:30", ["paper|2027-03-23|7 late"]],
    ["5 days", "2027-03-21T09:00", ["paper|2027-03-23|3 late"]],
    ["7 days, on the day itself", "2027-03-23T10:00", ["paper|2027-03-23|0"]],
    ["8 days", "2027-03-24T09:00", ["paper|2027-03-23|0 missed"]],
    ["a year", "2028-03-16T09:00", ["paper|2027-03-23|0 missed"]],
    ["8 days, at night", "2027-03-24T03:00", []],
  ])("of %s it is told once, or waits for the morning", async (_, back, told) => {
    await plan([due("paper", "2027-03-23")], "2027-03-15T08:00", { wishes: { ...usual, leads: [7, 3, 1, 0] } });
    expect(await tellAll([back, back])).toEqual(told.map((one) => `${back} me: ${one}`));
  });

  test("what waited for the morning is told then, late", async () => {
    await plan([due("paper", "2027-03-23")], "2027-03-15T08:00");
    expect(await tellAll(["2027-03-16T20:30", "2027-03-17T08:59", "2027-03-17T09:00", "2027-03-17T09:01"])).toEqual([
      "2027-03-17T09:00 me: paper|2027-03-23|7 late",
    ]);
  });
});

test("a telling that fails is told again, nothing else is", async () => {
  await plan([due("paper", "2027-03-23")]);
  await expect(tellAt("2027-03-22T09:00", () => Promise.reject(new Error("no network")))).rejects.toThrow("no network");
  expect(await tellAll(["2027-03-22T09:05", "2027-03-22T09:06"])).toEqual(["2027-03-22T09:05 me: paper|2027-03-23|1"]);
});

test("what a job could not tell till night waits for the morning", async () => {
  await plan([due("paper", "2027-03-23")]);
  await queueReminders(store().dates, beijing("2027-03-20T20:00"));
  expect(await tellAll(["2027-03-20T23:00", "2027-03-21T08:00", "2027-03-21T09:00"])).toEqual([
    "2027-03-21T09:00 me: paper|2027-03-23|3 late",
  ]);
});

test("a date that moved, or is done, is not told as it was", async () => {
  await plan([due("paper", "2027-03-23")]);
  await plan([due("paper", "2027-03-30")], "2027-03-10T09:00");
  expect(await tellAt("2027-03-16T09:00")).toEqual(["2027-03-16T09:00 me: paper|2027-03-30|14"]);
  await plan([], "2027-03-17T09:00");
  expect(await tellAll(days("2027-03-17", 20))).toEqual([]);
});

test("whatever the loop's clock does, nothing is told twice and nothing stays unsaid", async () => {
  const wide = fc.integer({ min: -26 * 60, max: 10 * 24 * 60 });
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(wide, { maxLength: 25 }), async (jumps) => {
      const subject = `run-${++runs}`;
      const on = "2027-03-23";
      await plan([due(subject, on)], "2027-02-01T09:00", { subject });
      let now = beijing("2027-02-20T08:00").getTime();
      const told: string[] = [];
      for (const jump of jumps) {
        now += jump * 60_000;
        told.push(...(await tellAt(beijingMinute(new Date(now)))));
        // Planning again in between changes nothing.
        await plan([due(subject, on)], beijingMinute(new Date(now)), { subject });
      }
      told.push(...(await tellAt("2030-01-01T09:00")));
      const keys = told.map((one) => one.split(" ")[2]);
      expect(new Set(keys).size).toBe(keys.length);
      expect(told.length).toBeGreaterThan(0);
      expect(await store().dates.planned("account of me")).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
