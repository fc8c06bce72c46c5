import { describe, expect, test } from "vitest";
import { closesOn, dueDates, hasLapsed, lastRound, openRound } from "../../rules/calendar.ts";
import type { Duty, Round } from "../../rules/define.ts";
import { cite } from "../../rules/jurisdictions/zhejiang/citations.ts";
import zhejiang from "../../rules/jurisdictions/zhejiang/index.ts";

const duty = (every: Duty["every"]): Duty => ({ id: "any", label: "任意", owedBy: "applicant", every, cite: cite.二 });

describe("duties fall due", () => {
  test.each([
    ["15 December", { month: 12, day: 15 }, "2026-01-01", "2027-12-31", ["2026-12-15", "2027-12-15"]],
    ["the end of August", { month: 8, day: "end" }, "2026-01-01", "2026-12-31", ["2026-08-31"]],
    ["the end of February", { month: 2, day: "end" }, "2027-01-01", "2028-12-31", ["2027-02-28", "2028-02-29"]],
    [
      "on the first and last day asked",
      { month: 7, day: 20 },
      "2026-07-20",
      "2027-07-20",
      ["2026-07-20", "2027-07-20"],
    ],
    ["not outside", { month: 7, day: 20 }, "2026-07-21", "2027-07-19", []],
  ] as const)("%s", (_, every, from, to, days) => {
    expect(dueDates(duty(every), from, to)).toEqual(days);
  });

  test("three years after recognition, and again", () => {
    const validity = duty({ years: 3 });
    expect(dueDates(validity, "2021-01-01", "2028-01-01", "2021-06-01")).toEqual(["2024-06-01", "2027-06-01"]);
    expect(dueDates(validity, "2021-01-01", "2028-01-01", "2024-02-29")).toEqual(["2027-02-28"]);
    expect(dueDates(validity, "2021-01-01", "2028-01-01")).toEqual([]);
  });
});

describe("rounds", () => {
  const { rounds } = zhejiang;
  test.each([
    ["2021-05-09", null, null],
    ["2021-05-10", "zhejiang/2021", null],
    ["2021-05-16", "zhejiang/2021", null],
    ["2021-05-17", null, "zhejiang/2021"],
  ])("on %s open: %s, over: %s", (on, open, over) => {
    expect(openRound(rounds, "apply", on)?.id ?? null).toBe(open);
    expect(lastRound(rounds, "apply", on)?.id ?? null).toBe(over);
  });

  test("one with only the departments' dates closes with the last of them", () => {
    const dates = rounds[0]!.dates.filter(({ role }) => role !== "applicant");
    expect(closesOn({ ...rounds[0]!, dates } as Round)).toBe("2021-05-21");
  });

  test("a source holds until the end of its last day", () => {
    expect([hasLapsed(zhejiang.source, "2021-12-31"), hasLapsed(zhejiang.source, "2022-01-01")]).toEqual([false, true]);
    expect(hasLapsed({ ...zhejiang.source, lapsesOn: null }, "2099-01-01")).toBe(false);
  });
});
