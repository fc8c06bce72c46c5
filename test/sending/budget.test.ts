import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Manners } from "../../bot/channel.ts";
import { beijingMinute } from "../../bot/clock.ts";
import { estimate, nextNoticeAt } from "../../bot/sending/budget.ts";

const beijing = (minute: string): Date => new Date(`${minute}:00+08:00`);
const mannersOf = (all: Manners["limits"]["all"], noticesPerDay?: number): Manners => ({
  limits: { all, chat: [], group: [] },
  ...(noticesPerDay !== undefined && { noticesPerDay }),
  isGroup: () => false,
  parts: () => 1,
});
const manners = new Map([
  ["telegram", mannersOf([{ count: 30, seconds: 1 }])],
  ["wechat", mannersOf([{ count: 20, seconds: 60 }], 110)],
  ["web", undefined],
]);

describe("the next notice", () => {
  const none = { count: 0, last: null };
  test.each([
    ["at once by day", undefined, none, "2027-03-02T09:30", "2027-03-02T09:30"],
    ["at nine before it", undefined, none, "2027-03-02T07:30", "2027-03-02T09:00"],
    ["tomorrow in the evening", undefined, none, "2027-03-02T20:01", "2027-03-03T09:00"],
    [
      "6 minutes after the last of 110 a day",
      110,
      { count: 1, last: "2027-03-02T09:30" },
      "2027-03-02T09:31",
      "2027-03-02T09:36",
    ],
    [
      "at once where the last is longer ago",
      110,
      { count: 1, last: "2027-03-02T09:30" },
      "2027-03-02T11:00",
      "2027-03-02T11:00",
    ],
    [
      "tomorrow when the budget is used up",
      110,
      { count: 110, last: "2027-03-02T15:00" },
      "2027-03-02T15:00",
      "2027-03-03T09:00",
    ],
    [
      "tomorrow where the spread goes beyond the evening",
      2,
      { count: 1, last: "2027-03-02T16:00" },
      "2027-03-02T16:01",
      "2027-03-03T09:00",
    ],
  ])("goes %s", (_, perDay, { count, last }, now, at) => {
    const taken = { count, last: last && beijing(last).toISOString() };
    expect(beijingMinute(nextNoticeAt(perDay, taken, beijing(now)))).toBe(at);
  });
});

describe("an estimate", () => {
  const of = (channel: string, count: number, now: string, used = 0) =>
    estimate({ [channel]: count }, { [channel]: used }, manners, beijing(now))[0];

  test.each([
    ["Telegram takes 900 a minute", of("telegram", 10_000, "2027-03-02T09:00"), [null, 10_000, 12, 1]],
    ["late in the evening the rest goes tomorrow", of("telegram", 10_000, "2027-03-02T19:55"), [null, 4500, 12, 2]],
    ["at night all goes tomorrow", of("telegram", 10, "2027-03-02T22:00"), [null, 0, 1, 1]],
    ["WeChat takes one in 6 minutes", of("wechat", 300, "2027-03-02T09:00"), [110, 110, 1800, 3]],
    ["less of it where some of the budget is used", of("wechat", 300, "2027-03-02T14:30", 100), [10, 10, 1800, 4]],
    ["or the day is nearly over", of("wechat", 300, "2027-03-02T19:00"), [110, 10, 1800, 4]],
    ["the web takes all at once", of("web", 500, "2027-03-02T09:00"), [null, 500, 0, 1]],
    ["nobody takes nothing", of("wechat", 0, "2027-03-02T09:00"), [110, 0, 0, 1]],
  ])("%s", (_, estimated, expected) => {
    const { leftToday, today, minutes, days } = estimated!;
    expect([leftToday, today, minutes, days]).toEqual(expected);
  });

  test("is of whole numbers that hold together, whatever is asked", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("telegram", "wechat", "web"),
        fc.nat(100_000),
        fc.nat(200),
        fc.integer({ min: 0, max: 24 * 60 - 1 }),
        (channel, count, used, minute) => {
          const now = new Date(beijing("2027-03-02T00:00").getTime() + minute * 60_000);
          const [one] = estimate({ [channel]: count }, { [channel]: used }, manners, now);
          expect(one!.today).toBeGreaterThanOrEqual(0);
          expect(one!.today).toBeLessThanOrEqual(Math.min(count, one!.leftToday ?? count));
          expect(Number.isInteger(one!.days) && one!.days >= 1 && one!.minutes >= 0).toBe(true);
          if (one!.today < count && one!.today > 0) expect(one!.days).toBeGreaterThan(1);
        },
      ),
    );
  });
});
