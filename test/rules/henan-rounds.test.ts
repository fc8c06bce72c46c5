import { expect, test } from "vitest";
import { lastRound, openRound } from "../../rules/calendar.ts";
import henan from "../../rules/jurisdictions/henan/index.ts";

const isOpen = (procedure: string, on: string) => openRound(henan.rounds, procedure, on) !== null;

test.each(["verify", "recommend", "summarise"])(
  "the departments' 2022 round of %s ends with 9 December",
  (procedure) => {
    expect(["2022-11-21", "2022-11-22", "2022-12-09", "2022-12-10"].map((on) => isOpen(procedure, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(lastRound(henan.rounds, procedure, "2022-12-10")?.year).toBe(2022);
  },
);

test("applicants have no round of the province's: their day is the city's to set", () => {
  expect(["2022-11-22", "2022-12-09", "2022-12-10"].map((on) => isOpen("apply", on))).toEqual([false, false, false]);
});
