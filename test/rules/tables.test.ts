import { describe, expect, test } from "vitest";
import {
  ascending,
  atLeast,
  by,
  type Condition,
  eachRow,
  figuresFrom,
  given,
  growth,
  inAreas,
  lacks,
  lengthAtLeast,
  rowsAtLeast,
  yes,
} from "../../rules/condition.ts";
import { decide } from "../../rules/decide.ts";
import type { Answers, Compute, Criterion, Field, Procedure } from "../../rules/define.ts";
import { compute, factsOf } from "../../rules/facts.ts";
import { judge } from "../../rules/judge.ts";

const cite = { document: "某办法", article: "第一条", text: "……" };
const field = (kind: object, label: string) => ({ ...kind, label, cite }) as Field;
const fields: Record<string, Field> = {
  name: field({ kind: "text" }, "名称"),
  story: field({ kind: "longText" }, "说明"),
  since: field({ kind: "date" }, "登记日期"),
  staff: field({ kind: "count", unit: "人" }, "人数"),
  assets: field({ kind: "money", unit: "万元" }, "资产"),
  open: field({ kind: "yesNo" }, "开放"),
  area: field({ kind: "choice", choices: ["south", "deepSouth", "north"].map((id) => ({ id, label: id })) }, "地区"),
  hidden: field({ kind: "text", when: { op: "yes", field: "open" } }, "附加"),
  years: field(
    {
      kind: "table",
      rowName: "年度",
      columns: {
        year: { kind: "year", label: "年度" },
        revenue: { kind: "money", unit: "万元", label: "收入" },
        service: { kind: "money", unit: "万元", label: "服务收入" },
      },
    },
    "经营",
  ),
  roster: field(
    {
      kind: "table",
      rowName: "人员",
      columns: { education: { kind: "text", label: "学历" }, title: { kind: "text", label: "职称" } },
    },
    "名单",
  ),
  served: field(
    { kind: "table", rowName: "企业", columns: { degree: { kind: "choice", label: "满意度", choices: [] } } },
    "企业",
  ),
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
const factsFor = (answers: Answers, criteria: readonly Criterion[] = []) =>
  factsOf({ ...procedure, criteria }, answers, "2022-06-01");
const on = (condition: Condition, answers: Answers) => decide(condition, factsFor(answers));
const years = (...rows: readonly (readonly [number, (string | undefined)?, (string | undefined)?])[]) => ({
  years: rows.map(([year, revenue = null, service = null]) => ({ year, revenue, service })),
});

describe("growth between the two latest years", () => {
  const tenth = growth("growth>=", "years", "revenue", "year", from(10, "%"));
  const any = growth("growth>", "years", "revenue", "year", from(0, "%"));
  test.each([
    ["on the figure", tenth, years([2020, "100"], [2021, "110"]), "met", "10"],
    ["a hair below, cut and not rounded", tenth, years([2020, "100"], [2021, "109.999"]), "notMet", "9.99"],
    ["rows in another order", tenth, years([2021, "110"], [2019, "500"], [2020, "100"]), "met", "10"],
    ["a fall is negative", tenth, years([2020, "100"], [2021, "90"]), "notMet", "-10"],
    ["more than nothing", any, years([2020, "100"], [2021, "100"]), "notMet", "0"],
    ["more than nothing, by little", any, years([2020, "100"], [2021, "100.01"]), "met", "0.01"],
  ] as const)("%s", (_, condition, answers, status, value) => {
    expect(on(condition, answers)).toMatchObject({ status, value, unit: "%" });
  });
  test.each([
    ["one year", years([2021, "100"])],
    ["a year without its figure", years([2020], [2021, "100"])],
    ["from nothing", years([2020, "0"], [2021, "100"])],
    ["no table", {}],
  ])("%s: undecided", (_, answers) => {
    expect(on(tenth, answers)).toEqual({ status: "undecided", missing: ["years"] });
  });
  test("what is missed is told with both years", () => {
    expect(on(tenth, years([2020, "100"], [2021, "105"]))).toMatchObject({
      distance: "5",
      cure: "“收入”最近一年 105，上一年 100",
    });
  });
});

describe("rows", () => {
  const within = eachRow("years", "service", "revenue");
  const rising = ascending("years", "year");
  const three = rowsAtLeast("years", from(3, "行"));
  test.each([
    ["each row, equal", within, years([2020, "5", "5"]), "met"],
    ["each row, more", within, years([2020, "5", "4"], [2021, "5", "6"]), "notMet"],
    ["each row, a blank cell says nothing", within, years([2020, undefined, "9"]), "met"],
    ["each row, no table", within, {}, "undecided"],
    ["rising", rising, years([2019], [2020], [2022]), "met"],
    ["the same twice does not rise", rising, years([2020], [2020]), "notMet"],
    ["falling", rising, years([2021], [2020]), "notMet"],
    ["one row rises", rising, years([2021]), "met"],
    ["enough rows", three, years([1], [2], [3]), "met"],
    ["a row short", three, years([1], [2]), "notMet"],
    ["rows, unanswered", three, {}, "undecided"],
  ] as const)("%s", (_, condition, answers, expected) => {
    expect(on(condition, answers).status).toBe(expected);
  });
  test("a wrong row is named with both figures", () => {
    expect(on(within, years([2020, "5", "4"], [2021, "5", "6"])).cure).toBe("请核对“服务收入”：第 2 行 6（比较 5）");
    expect(on(rising, years([2021], [2020])).cure).toBe("请核对“年度”：第 2 行 2020（上一行 2021）");
  });
  test("rows that are short have their distance", () => {
    expect(on(three, years([1]))).toMatchObject({ value: "1", figure: "3", distance: "2", unit: "行" });
  });
});

describe("texts and days", () => {
  test.each([
    ["long enough, spaces not counted", lengthAtLeast("story", from(4, "字")), { story: "甲 乙\n丙丁" }, "met"],
    ["too short", lengthAtLeast("story", from(4, "字")), { story: "甲 乙 丙" }, "notMet"],
    ["a character beyond the basic plane is one", lengthAtLeast("story", from(2, "字")), { story: "𠮷" }, "notMet"],
    ["lacks the word", lacks("name", "担保"), { name: "某服务公司" }, "met"],
    ["has the word", lacks("name", "担保"), { name: "某担保公司" }, "notMet"],
    ["on the day", by("since", "2020-12-31"), { since: "2020-12-31" }, "met"],
    ["a day late", by("since", "2020-12-31"), { since: "2021-01-01" }, "notMet"],
    ["given", given("name"), { name: "某" }, "met"],
    ["skipped", given("name"), { name: null }, "undecided"],
    ["not asked", given("hidden"), { open: false, hidden: "某" }, "notMet"],
  ] as const)("%s", (_, condition, answers, expected) => {
    expect(on(condition, answers).status).toBe(expected);
  });
});

describe("figures in special areas", () => {
  const figure = atLeast("assets", inAreas(from(250, "万元"), "area", ["south", "deepSouth"], 150));
  test.each([
    ["south", "met", "150"],
    ["deepSouth", "met", "150"],
    ["north", "notMet", "250"],
  ])("%s", (area, status, value) => {
    expect(on(figure, { assets: "200", area })).toMatchObject({ status, figure: value });
  });
  test("where the area is open, it is asked for only if it decides", () => {
    expect(on(figure, { assets: "200" })).toEqual({ status: "undecided", missing: ["area"] });
    expect(on(figure, { assets: "100" }).status).toBe("notMet");
    expect(on(figure, { assets: "250" }).status).toBe("met");
  });
});

const criterion: Criterion = {
  id: "staff",
  label: "人数",
  severity: "blocking",
  cite,
  reading: "source",
  when: atLeast("staff", from(20, "人")),
};

describe("a relaxation", () => {
  const relaxed = { when: yes("open"), severity: "warning", cite, remark: "适当放宽" } as const;
  const judged = (answers: Answers) => judge(factsFor(answers, [{ ...criterion, relaxed }]))[0];
  test("makes what is missed weigh less where it holds, and says so as our reading", () => {
    expect(judged({ staff: 19, open: true })).toMatchObject({
      status: "notMet",
      severity: "warning",
      remark: "适当放宽",
      reading: "ours",
    });
  });
  test.each<[string, Answers]>([
    ["elsewhere", { staff: 19, open: false }],
    ["while it is open", { staff: 19 }],
    ["where nothing is missed", { staff: 20, open: true }],
  ])("%s nothing is relaxed", (_, answers) => {
    expect(judged(answers)).toMatchObject({ severity: "blocking", reading: "source" });
    expect(judged(answers)).not.toHaveProperty("remark");
  });
});

describe("an open wording", () => {
  const otherwise = [{ as: "两项都要", when: atLeast("staff", from(30, "人")) }];
  const judged = (staff: number) => judge(factsFor({ staff }, [{ ...criterion, as: "一项就够", otherwise }]))[0];
  test.each([
    [30, "met"],
    [19, "notMet"],
  ])("%i: the readings agree", (staff, status) => {
    expect(judged(staff)).toMatchObject({ status });
    expect(judged(staff)).not.toHaveProperty("readings");
  });
  test("nothing is decided where they differ, and both are told", () => {
    expect(judged(25)).toMatchObject({
      status: "undecided",
      readings: [
        { as: "一项就够", status: "met", figure: "20" },
        { as: "两项都要", status: "notMet", figure: "30", distance: "5" },
      ],
    });
  });
});

describe("facts that follow from tables", () => {
  const count = (match: "all" | "any"): Compute => ({
    op: "rowsWhere",
    table: "roster",
    match,
    cells: [
      { column: "education", grade: "college" },
      { column: "title", grade: "middleTitle" },
    ],
  });
  const roster = (...rows: readonly (readonly [string, string | null])[]) => ({
    roster: rows.map(([education, title]) => ({ education, title })),
  });
  test.each([
    ["both", count("all"), roster(["本科", "工程师"], ["本科", "无"], ["高中", "工程师"]), 1],
    ["either", count("any"), roster(["本科", "工程师"], ["本科", "无"], ["高中", "无"]), 2],
    ["a blank cell is no title", count("all"), roster(["本科", null]), 0],
    ["either, where one already tells", count("any"), roster(["本科", "待评"]), 1],
    ["both, where words do not tell", count("all"), roster(["本科", "待评"]), undefined],
    ["nobody", count("all"), { roster: [] }, undefined],
    ["no table", count("all"), {}, undefined],
  ] as const)("professionals, %s", (_, how, answers, expected) => {
    expect(compute(factsFor(answers as Answers), how)).toBe(expected);
  });

  const share: Compute = { op: "shareOfRows", table: "served", column: "degree", is: ["satisfied", "fairly"] };
  const degrees = (...all: readonly (string | null)[]) => ({ served: all.map((degree) => ({ degree })) });
  test.each([
    ["of all rows", degrees("satisfied", "fairly", "not"), "66.66"],
    ["a blank cell does not count", degrees("satisfied", null), "100"],
    ["none", degrees("not"), "0"],
    ["no cell", degrees(null), undefined],
    ["no table", {}, undefined],
  ])("satisfaction: %s", (_, answers, expected) => {
    expect(compute(factsFor(answers), share)).toBe(expected);
  });
});
