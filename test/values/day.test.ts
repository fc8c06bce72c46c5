import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addYears,
  compare,
  dayOf,
  daysBetween,
  daysInMonth,
  isDay,
  lastDayOfMonth,
  partsOf,
  showDay,
} from "../../rules/values/day.ts";

const days = fc
  .record({ year: fc.integer({ min: 1900, max: 2100 }), month: fc.integer({ min: 1, max: 12 }), nth: fc.nat(30) })
  .map(({ year, month, nth }) => dayOf(year, month, (nth % daysInMonth(year, month)) + 1));

describe("isDay", () => {
  test.each(["2019-03-05", "2020-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("%s is", (text) =>
    expect(isDay(text)).toBe(true),
  );
  test.each([
    "2019-02-29",
    "1900-02-29",
    "2019-04-31",
    "2019-13-01",
    "2019-00-10",
    "2019-1-1",
    "0000-01-01",
    "2019-03-05T00:00",
    "",
  ])("%j is not", (text) => expect(isDay(text)).toBe(false));
});

test.each([
  ["2020-02-29", 1, "2021-02-28"],
  ["2020-02-29", 4, "2024-02-29"],
  ["2021-02-28", 3, "2024-02-28"],
  ["2020-02-29", -1, "2019-02-28"],
  ["2021-05-16", 2, "2023-05-16"],
])("%s and %i years: %s", (day, n, later) => expect(addYears(day, n)).toBe(later));

test.each([
  ["2021-12-31", 1, "2022-01-01"],
  ["2020-02-28", 1, "2020-02-29"],
  ["2021-06-10", 30, "2021-07-10"],
  ["2021-01-01", -1, "2020-12-31"],
  ["1969-12-31", 1, "1970-01-01"],
  ["0099-12-31", 1, "0100-01-01"],
])("%s and %i days: %s", (day, n, later) => {
  expect(addDays(day, n)).toBe(later);
  expect(daysBetween(day, later)).toBe(n);
});

test.each([
  ["2021-02-01", "2021-02-28"],
  ["2024-02-10", "2024-02-29"],
  ["2021-04-30", "2021-04-30"],
  ["2021-12-01", "2021-12-31"],
])("the month of %s ends on %s", (day, last) => expect(lastDayOfMonth(day)).toBe(last));

test("a day is shown as in a document", () => expect(showDay("2021-05-16")).toBe("2021年5月16日"));
test("what is no day is an error", () => expect(() => partsOf("2021-02-30")).toThrow(RangeError));
test("beyond the calendar is an error", () => expect(() => addYears("9999-01-01", 1)).toThrow(RangeError));

test("adding and counting agree, and the order is the calendar's", () =>
  fc.assert(
    fc.property(days, days, (a, b) => {
      const between = daysBetween(a, b);
      expect(addDays(a, between)).toBe(b);
      expect(Math.sign(compare(b, a))).toBe(Math.sign(between));
    }),
  ));
