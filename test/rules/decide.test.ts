import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  all,
  any,
  atLeast,
  atMost,
  type Condition,
  type Figure,
  figuresFrom,
  includesAll,
  includesAny,
  is,
  not,
  notMoreThan,
  shareAtLeast,
  yearsSince,
  yes,
} from "../../rules/condition.ts";
import { decide } from "../../rules/decide.ts";
import type { Answers, Field, Procedure } from "../../rules/define.ts";
import { factsOf } from "../../rules/facts.ts";
import { judge } from "../../rules/judge.ts";

const cite = { document: "某办法", article: "第一条", text: "……" };
const fields: Record<string, Field> = {
  staff: { kind: "count", unit: "人", label: "人数", cite },
  experts: { kind: "count", unit: "人", label: "专家", cite },
  assets: { kind: "money", unit: "万元", label: "资产", cite },
  since: { kind: "date", label: "成立日期", cite },
  open: { kind: "yesNo", label: "开放", cite },
  area: {
    kind: "choice",
    label: "地区",
    cite,
    choices: [
      { id: "south", label: "南部" },
      { id: "north", label: "北部" },
    ],
  },
  offers: {
    kind: "choices",
    label: "服务",
    cite,
    choices: [
      { id: "a", label: "甲" },
      { id: "b", label: "乙" },
    ],
  },
  extra: { kind: "count", unit: "个", label: "附加", cite, when: { op: "yes", field: "open" } },
};
const procedure = {
  code: "any",
  fields,
  sections: [],
  criteria: [],
  binding: [],
  afterwards: [],
} as unknown as Procedure;

const from = figuresFrom("2021-01-01");
const on = (condition: Condition, answers: Answers, day = "2022-06-01") =>
  decide(condition, factsOf(procedure, answers, day));
const status = (condition: Condition, answers: Answers, day?: string) => on(condition, answers, day).status;

describe("figures", () => {
  test.each([
    [">= includes its figure", atLeast("assets", from(200, "万元")), "200", "met"],
    [">= below", atLeast("assets", from(200, "万元")), "199.999999", "notMet"],
    ["> excludes its figure", { op: ">", field: "assets", figure: from(200, "万元") }, "200", "notMet"],
    ["> above", { op: ">", field: "assets", figure: from(200, "万元") }, "200.000001", "met"],
    ["<= includes its figure", atMost("assets", from(200, "万元")), "200", "met"],
    ["<= above", atMost("assets", from(200, "万元")), "200.01", "notMet"],
    ["< excludes its figure", { op: "<", field: "assets", figure: from(200, "万元") }, "200", "notMet"],
  ] as const)("%s", (_, condition, assets, expected) => {
    expect(status(condition, { assets })).toBe(expected);
  });

  const byArea: Figure = {
    unit: "万元",
    values: [
      { value: "250", from: "2021-01-01" },
      { value: "150", from: "2021-01-01", where: { field: "area", is: ["south"] } },
    ],
  };
  test.each([
    ["special area", { assets: "150", area: "south" }, "met", "150"],
    ["special area, short", { assets: "149", area: "south" }, "notMet", "150"],
    ["elsewhere", { assets: "150", area: "north" }, "notMet", "250"],
    ["area open, enough for both", { assets: "250" }, "met", "250"],
    ["area open, short for both", { assets: "100" }, "notMet", "250"],
  ])("by area: %s", (_, answers, expected, figure) => {
    expect(on(atLeast("assets", byArea), answers)).toMatchObject({ status: expected, figure });
  });
  test("by area: an open area is asked for only where it matters", () => {
    expect(on(atLeast("assets", byArea), { assets: "200" })).toEqual({ status: "undecided", missing: ["area"] });
  });

  const changing: Figure = {
    unit: "人",
    values: [
      { value: "10", from: "2021-01-01" },
      { value: "20", from: "2023-01-01" },
    ],
  };
  test.each([
    ["2022-12-31", 10, "met"],
    ["2023-01-01", 10, "notMet"],
    ["2023-01-01", 20, "met"],
    ["2019-01-01", 10, "met"],
  ])("that change on a date: on %s, %i is %s", (day, staff, expected) => {
    expect(status(atLeast("staff", changing), { staff }, day)).toBe(expected);
  });
});

describe("shares are compared exactly", () => {
  const eighty = shareAtLeast("experts", "staff", from(80, "%"));
  test("19 of 24 is not 80 %, and the cure counts people", () => {
    expect(on(eighty, { experts: 19, staff: 24 })).toMatchObject({
      status: "notMet",
      value: "79.16",
      distance: "0.84",
      cure: "专家：按人数 24 人计，至少 20 人，还差 1 人",
    });
  });
  test("the value shown never reaches a figure that is missed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (staff, experts) => {
        const found = on(eighty, { staff, experts });
        expect(found.status === "met").toBe(BigInt(experts) * 100n >= BigInt(staff) * 80n);
        expect(Number(found.value) >= 80).toBe(found.status === "met");
      }),
    );
  });
  test("of nobody is undecided", () => {
    expect(on(eighty, { experts: 0, staff: 0 })).toEqual({ status: "undecided", missing: ["experts", "staff"] });
  });
});

describe("several conditions", () => {
  const two = [yes("open"), atLeast("staff", from(20, "人"))] as const;
  test.each([
    ["all met", all(...two), { open: true, staff: 20 }, "met"],
    ["all: one missed decides", all(...two), { open: false }, "notMet"],
    ["all: one open", all(...two), { open: true }, "undecided"],
    ["any: one met decides", any(...two), { staff: 20 }, "met"],
    ["any: one open", any(...two), { staff: 19 }, "undecided"],
    ["any: none", any(...two), { staff: 19, open: false }, "notMet"],
    ["not", not(yes("open")), { open: false }, "met"],
    ["is", is("area", "south"), { area: "north" }, "notMet"],
    ["all of", includesAll("offers", "a", "b"), { offers: ["a"] }, "notMet"],
    ["any of", includesAny("offers", "a", "b"), { offers: ["a"] }, "met"],
    ["any of none", includesAny("offers", "a", "b"), { offers: [] }, "notMet"],
    ["not more than, equal", notMoreThan("experts", "staff"), { experts: 3, staff: 3 }, "met"],
    ["not more than, more", notMoreThan("experts", "staff"), { experts: 4, staff: 3 }, "notMet"],
    ["a field that is not asked fails", atLeast("extra", from(1, "个")), { open: false, extra: 5 }, "notMet"],
    ["a field whose question is open", atLeast("extra", from(1, "个")), {}, "undecided"],
  ] as const)("%s", (_, condition, answers, expected) => {
    expect(status(condition as Condition, answers)).toBe(expected);
  });
  test("undecided names what is missing, each once", () => {
    expect(on(all(...two, ...two), {}).missing).toEqual(["open", "staff"]);
  });
  test("all that must be mended is named", () => {
    expect(on(all(...two), { open: false, staff: 18 }).cure).toBe("需要具备：开放；人数：还差 2 人");
  });
});

describe("years", () => {
  const two = yearsSince("since", from(2, "年"));
  test.each([
    ["2020-06-01", "met"],
    ["2020-06-02", "notMet"],
    ["2022-06-01", "notMet"],
    ["2030-01-01", "notMet"],
  ])("since %s on 2022-06-01: %s", (since, expected) => {
    expect(status(two, { since })).toBe(expected);
  });
  test("the cure is the day", () => {
    expect(on(two, { since: "2020-06-02" })).toMatchObject({
      value: "1.99",
      distance: "0.01",
      cure: "到 2022年6月2日满 2 年",
    });
  });
});

test("severity is the criterion's, and a criterion may not apply", () => {
  const criterion = { label: "人数", cite, reading: "source", when: atLeast("staff", from(20, "人")) } as const;
  const criteria = [
    { id: "one", severity: "blocking", ...criterion },
    { id: "two", severity: "warning", ...criterion },
    { id: "three", severity: "note", given: yes("open"), ...criterion },
  ] as const;
  const facts = (answers: Answers) => factsOf({ ...procedure, criteria }, answers, "2022-06-01");
  expect(judge(facts({ staff: 1, open: true })).map(({ severity }) => severity)).toEqual([
    "blocking",
    "warning",
    "note",
  ]);
  expect(judge(facts({ staff: 1, open: false })).map(({ criterion }) => criterion)).toEqual(["one", "two"]);
});
