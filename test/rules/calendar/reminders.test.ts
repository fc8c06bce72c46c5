import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Due } from "../../../rules/calendar/due.ts";
import { LEADS, moved, remindersFor, settle } from "../../../rules/calendar/reminders.ts";
import { cite } from "../../../rules/jurisdictions/taiyuan/citations.ts";
import { addDays, daysBetween } from "../../../rules/values/day.ts";

const due = (on: string, at: string | null = null): Due => ({
  ...{ id: "taiyuan/2027-city/county-paper", label: "上报全部材料", owedBy: "county", on, at, lastWorkday: null },
  ...{ provisional: true, unconfirmed: false, cite: cite["一 5"] },
});
const plan = (one: Due, now: string, leads = LEADS, hour = 9) => remindersFor(one, { leads, hour, now });
const told = (...args: Parameters<typeof plan>) =>
  plan(...args).map(({ lead, at, isLate }) => `${lead}: ${at}${isLate ? " late" : ""}`);

describe("reminders of 23 March", () => {
  test("with two months' notice: all six, at the polite hour", () => {
    expect(told(due("2027-03-23"), "2027-01-20T10:00")).toEqual([
      "30: 2027-02-21T09:00",
      "14: 2027-03-09T09:00",
      "7: 2027-03-16T09:00",
      "3: 2027-03-20T09:00",
      "1: 2027-03-22T09:00",
      "0: 2027-03-23T09:00",
    ]);
  });

  test.each<[string, string, string[]]>([
    [
      "a notice of 15 March still gives three and the day itself",
      "2027-03-15T16:00",
      ["7: 2027-03-16T09:00", "3: 2027-03-20T09:00", "1: 2027-03-22T09:00", "0: 2027-03-23T09:00"],
    ],
    [
      "a minute before the third day's hour",
      "2027-03-20T08:59",
      ["3: 2027-03-20T09:00", "1: 2027-03-22T09:00", "0: 2027-03-23T09:00"],
    ],
    [
      "once it is over it is made up for at once",
      "2027-03-20T09:00",
      ["3: 2027-03-20T09:00 late", "1: 2027-03-22T09:00", "0: 2027-03-23T09:00"],
    ],
    [
      "in the evening not before the next morning",
      "2027-03-20T20:01",
      ["3: 2027-03-21T09:00 late", "1: 2027-03-22T09:00", "0: 2027-03-23T09:00"],
    ],
    ["never twice on one day", "2027-03-21T21:00", ["1: 2027-03-22T09:00", "0: 2027-03-23T09:00"]],
    ["on the last day at once", "2027-03-23T14:20", ["0: 2027-03-23T14:20 late"]],
    ["too late to be polite", "2027-03-23T20:01", []],
    ["over", "2027-03-24T09:00", []],
  ])("short notice: %s", (_, now, expected) => {
    expect(told(due("2027-03-23"), now)).toEqual(expected);
  });

  test.each<[string, string | null, number, string[]]>([
    ["at the person's own hour", null, 20, ["1: 2027-03-22T20:00", "0: 2027-03-23T20:00"]],
    ["earlier where the office closes before it", "17:00", 18, ["1: 2027-03-22T18:00", "0: 2027-03-23T09:00"]],
    ["not on the day itself where it is due before nine", "09:00", 9, ["1: 2027-03-22T09:00"]],
    ["24:00 is the end of the day", "24:00", 20, ["1: 2027-03-22T20:00", "0: 2027-03-23T20:00"]],
  ])("%s", (_, at, hour, expected) => {
    expect(told(due("2027-03-23", at), "2027-01-01T09:00", [0, 1, 1], hour)).toEqual(expected);
  });

  test("none for who wants none; a guessed date is told once, a month ahead", () => {
    const guess = { ...due("2027-03-23"), unconfirmed: true };
    expect(told(due("2027-03-23"), "2027-01-01T09:00", [])).toEqual([]);
    expect(told(guess, "2027-01-01T09:00", [])).toEqual([]);
    expect(told(guess, "2027-01-01T09:00")).toEqual(["30: 2027-02-21T09:00"]);
  });

  test.each([
    ["eight o'clock", LEADS, 8],
    ["nine in the evening", LEADS, 21],
    ["half an hour", LEADS, 9.5],
    ["a lead after the day", [-1], 9],
    ["half a day", [0.5], 9],
  ])("%s is refused", (_, leads, hour) => {
    expect(() => remindersFor(due("2027-03-23"), { leads, hour, now: "2027-01-01T09:00" })).toThrow(RangeError);
  });

  const minutes = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 1439 })).map(([day, minute]) => {
    const [hour, rest] = [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, "0"));
    return `${addDays("2027-02-15", day)}T${hour}:${rest}`;
  });

  test("polite, in order, one a day, before the end, with keys of their own", () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 9, max: 20 }), fc.subarray([...LEADS]), (now, hour, leads) => {
        const rows = plan(due("2027-03-23", "17:00"), now, leads, hour);
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        expect(new Set(rows.map(({ at }) => at.slice(0, 10))).size).toBe(rows.length);
        expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted());
        for (const { at, lead } of rows) {
          expect(at >= now && at < "2027-03-23T17:00").toBe(true);
          expect(at.slice(11) >= "09:00" && at.slice(11) <= "20:00").toBe(true);
          expect(daysBetween(at.slice(0, 10), "2027-03-23")).toBeLessThanOrEqual(lead);
        }
      }),
    );
  });

  test("planned again later it plans nothing that was not planned before", () => {
    fc.assert(
      fc.property(minutes, minutes, (one, other) => {
        const [early, late] = [one, other].toSorted() as [string, string];
        const known = new Set(plan(due("2027-03-23"), "2027-01-01T09:00").map(({ key }) => key));
        for (const now of [early, late]) {
          for (const { key } of plan(due("2027-03-23"), now)) expect(known).toContain(key);
        }
      }),
    );
  });
});

describe("after downtime", () => {
  const rows = plan(due("2027-03-23"), "2027-01-01T09:00");
  const leadOf = (key: string) => Number(key.split("|")[2]);
  test.each<[string, string, number | null, boolean, number[]]>([
    ["nothing was due", "2027-02-21T08:59", null, false, []],
    ["on time", "2027-02-21T09:00", 30, false, []],
    ["an hour late is not late", "2027-02-21T10:00", 30, false, []],
    ["a day late is", "2027-02-22T10:00", 30, true, []],
    ["two missed are told once", "2027-03-10T10:00", 14, true, [30]],
    ["not in the night", "2027-03-10T23:00", null, false, [30]],
    ["on the last day", "2027-03-23T19:00", 0, false, [30, 14, 7, 3, 1]],
  ])("%s", (_, now, lead, isLate, dropped) => {
    const { fire, drop, isMissed } = settle(rows, now);
    expect({ lead: fire?.lead ?? null, isLate: fire?.isLate ?? false }).toEqual({ lead, isLate });
    expect(drop.map(leadOf)).toEqual(dropped);
    expect(isMissed).toBe(false);
  });

  test("once the day is over nothing is sent and the date counts as missed", () => {
    const { fire, drop, isMissed } = settle(rows, "2027-03-24T00:00");
    expect({ fire, isMissed, dropped: drop.length }).toEqual({ fire: null, isMissed: true, dropped: 6 });
    expect(settle([], "2027-03-24T00:00").isMissed).toBe(false);
  });

  test("one planned for the last polite hour is sent within it", () => {
    const late = plan(due("2027-03-23"), "2027-01-01T09:00", [1], 20);
    expect(settle(late, "2027-03-22T20:01").fire?.lead).toBe(1);
    expect(settle(late, "2027-03-22T21:00").fire).toBeNull();
    expect(settle(late, "2027-03-23T09:00").fire).toMatchObject({ lead: 1, isLate: true });
  });
});

describe("a date that moves", () => {
  const now = "2027-03-15T12:00";
  const unsent = plan(due("2027-03-23"), now);
  const leadsOf = (rows: ReturnType<typeof moved>) => [rows.go.length, rows.come.length];

  test("takes all unsent reminders along", () => {
    const { go, come } = moved(unsent, plan(due("2027-03-30"), now));
    expect(go).toEqual(unsent.map(({ key }) => key));
    expect(come.map(({ at }) => at.slice(0, 10))).toEqual([
      "2027-03-16",
      "2027-03-23",
      "2027-03-27",
      "2027-03-29",
      "2027-03-30",
    ]);
  });

  test("and nothing moves where nothing changed", () => {
    expect(leadsOf(moved(unsent, plan(due("2027-03-23"), now)))).toEqual([0, 0]);
  });

  test("another hour rewrites the same keys", () => {
    const { go, come } = moved(unsent, plan(due("2027-03-23"), now, LEADS, 10));
    expect(come.map(({ key }) => key)).toEqual(go);
  });

  test("fewer leads only go", () => {
    expect(leadsOf(moved(unsent, plan(due("2027-03-23"), now, [7, 3, 1])))).toEqual([1, 0]);
  });
});
