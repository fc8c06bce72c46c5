import { spawnSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addWorkdays, lastWorkdayBefore, weekdayOf, workday } from "../../../rules/calendar/workdays.ts";
import { addDays } from "../../../rules/values/day.ts";

describe("a working day", () => {
  test.each([
    ["2026-11-20", true, "a Friday"],
    ["2026-11-21", false, "a Saturday"],
    ["2026-10-01", false, "National Day, a Thursday"],
    ["2026-10-10", true, "a Saturday made up for the holiday"],
    ["2026-02-14", true, "a Saturday before Spring Festival, made up"],
    ["2026-02-16", false, "New Year's Eve of the lunar calendar, a Monday"],
    ["2023-03-23", true, "Taiyuan's day of 2023, a Thursday"],
    ["2022-12-09", true, "Henan's day of 2022, a Friday"],
    ["2021-05-08", true, "a Saturday made up for Labour Day"],
    ["2021-01-01", false, "the first day covered"],
    ["2026-12-31", true, "the last day covered"],
  ])("%s: %s, %s", (on, isWorkday) => {
    expect(workday(on)).toEqual({ isWorkday, provisional: false });
  });

  test.each([
    ["2027-01-01", true, "a Friday, New Year by every likelihood, but not published"],
    ["2027-10-02", false, "a Saturday"],
    ["2020-12-31", true, "before the first year covered"],
  ])("%s is provisional: %s, %s", (on, isWorkday) => {
    expect(workday(on)).toEqual({ isWorkday, provisional: true });
  });

  test("what is no day is refused", () => {
    expect(() => workday("2027-02-29")).toThrow(RangeError);
    expect(() => weekdayOf("2027-02-29")).toThrow(RangeError);
  });
});

describe("counting working days", () => {
  test.each([
    ["7 from a Monday, over one weekend", "2026-06-01", 7, "2026-06-10"],
    ["the day itself does not count", "2026-06-01", 1, "2026-06-02"],
    ["over National Day and its make-up Saturday", "2026-09-30", 3, "2026-10-10"],
    ["from a Sunday", "2026-06-07", 5, "2026-06-12"],
    ["back over a weekend", "2026-06-08", -1, "2026-06-05"],
    ["none", "2026-06-06", 0, "2026-06-06"],
  ])("%s", (_, from, n, on) => {
    expect(addWorkdays(from, n)).toEqual({ on, provisional: false });
  });

  test("is provisional once a day of the way is", () => {
    expect(addWorkdays("2026-12-30", 1)).toEqual({ on: "2026-12-31", provisional: false });
    expect(addWorkdays("2026-12-31", 1)).toEqual({ on: "2027-01-01", provisional: true });
    expect(lastWorkdayBefore("2027-01-01")).toEqual({ on: "2026-12-31", provisional: true });
  });

  test.each([1.5, Number.NaN, 1001])("%s is refused", (n) => {
    expect(() => addWorkdays("2026-06-01", n)).toThrow(RangeError);
  });

  test("there and back again, in every year", () => {
    const days = fc.integer({ min: 0, max: 5000 }).map((n) => addDays("2018-01-01", n));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (day, n) => {
        const there = addWorkdays(day, n);
        expect(workday(there.on).isWorkday).toBe(true);
        expect(there.on > day).toBe(true);
        const back = addWorkdays(there.on, -n).on;
        const between = Array.from({ length: n * 4 + 40 }, (_, at) => addDays(back, at + 1));
        expect(between.filter((one) => one <= there.on && workday(one).isWorkday)).toHaveLength(n);
      }),
    );
  });
});

test("no time zone changes it", () => {
  const root = join(import.meta.dirname, "../../..");
  const workdaysIn = (TZ: string) =>
    spawnSync(process.execPath, ["--import", "tsx", "test/rules/calendar/workdays-child.ts"], {
      ...{ cwd: root, encoding: "utf8" },
      env: { ...process.env, TZ },
    }).stdout;
  const beijing = workdaysIn("Asia/Shanghai");
  expect(beijing.trim().split(" ")).toHaveLength(248);
  for (const zone of ["UTC", "America/Los_Angeles", "Pacific/Kiritimati"]) expect(workdaysIn(zone)).toBe(beijing);
});
