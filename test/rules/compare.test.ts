import { describe, expect, test } from "vitest";
import { sampleAnswers } from "../../flows/sample.ts";
import { carriedOver, compare } from "../../rules/compare.ts";
import { atLeast, figuresFrom, inAreas, is, yes } from "../../rules/condition.ts";
import type { Answers, AnyProcedure, Criterion, Field, Jurisdiction } from "../../rules/define.ts";
import { type Served, servedBy } from "../../rules/index.ts";
import { apply } from "../../rules/jurisdictions/zhejiang/apply.ts";
import zhejiang from "../../rules/jurisdictions/zhejiang/index.ts";

const on = "2022-06-01";
const from = figuresFrom("2021-01-01");
const cite = { document: "某办法", article: "第一条", text: "……" };
const prefecture: Field = {
  kind: "choice",
  label: "所在地州",
  cite,
  choices: [
    { id: "south", label: "南部" },
    { id: "deepSouth", label: "最南部" },
    { id: "north", label: "北部" },
  ],
};
const fields: Record<string, Field> = {
  staff: { kind: "count", unit: "人", label: "从业人数", cite },
  totalAssets: { kind: "money", unit: "万元", label: "资产总额", cite },
  isLocal: { kind: "yesNo", label: "在本区登记", cite },
  prefecture,
};
const criterion = (id: string, when: Criterion["when"], more: Partial<Criterion> = {}): Criterion => ({
  id,
  label: id,
  severity: "blocking",
  cite,
  reading: "source",
  when,
  ...more,
});
const south = inAreas(from(250, "万元"), "prefecture", ["south", "deepSouth"], 150);
const criteria = [
  criterion("staff", atLeast("staff", from(20, "人"))),
  criterion("totalAssets", atLeast("totalAssets", south)),
  criterion("place", yes("isLocal"), { isPlace: true }),
];
const procedure = {
  code: "apply",
  title: "申报",
  fields,
  sections: [],
  criteria,
  binding: [],
  afterwards: [],
} as unknown as AnyProcedure;
const serve = (change: object = {}): Served =>
  servedBy([{ ...zhejiang, code: "elsewhere", procedures: [{ ...procedure, ...change }] } as Jurisdiction])[0]!;
const compared = (answers: Answers, change: object = {}) => compare([serve(change)], () => answers, on);
const areas = { areas: { field: "prefecture", options: [{ id: "south", label: "南部" }] } };

describe("figures and place are told apart", () => {
  test.each<[string, Answers, string, string]>([
    ["figures met, place not", { staff: 20, totalAssets: "250", isLocal: false }, "met", "notMet"],
    ["figures met, place open", { staff: 20, totalAssets: "250" }, "met", "undecided"],
    ["both met", { staff: 20, totalAssets: "250", isLocal: true }, "met", "met"],
    ["one figure missed, another open", { staff: 19, isLocal: true }, "notMet", "met"],
    ["one figure open", { staff: 20, isLocal: true }, "undecided", "met"],
  ])("%s", (_, answers, figures, place) => {
    expect(compared(answers)).toMatchObject([{ figures, place, area: null }]);
  });

  test("what is missed has its distance, what is open its label", () => {
    const [standing] = compared({ staff: 19 });
    expect(standing?.missed).toMatchObject([{ criterion: "staff", distance: "1", unit: "人" }]);
    expect(standing?.open.map(({ label }) => label)).toEqual(["totalAssets"]);
  });

  test("a source that asks nothing of the place leaves it open", () => {
    expect(compared({ staff: 20 }, { criteria: criteria.slice(0, 1) })).toMatchObject([
      { figures: "met", place: "undecided" },
    ]);
  });

  test("what is not blocking does not count, and a department's procedure is not compared", () => {
    const warnings = criteria.map((one) => ({ ...one, severity: "warning" as const }));
    expect(compared({ staff: 1 }, { criteria: [...warnings, criteria[1]] })).toMatchObject([{ missed: [] }]);
    expect(compared({}, { criteria: warnings })).toEqual([]);
    expect(compared({}, { role: "department" })).toEqual([]);
  });
});

describe("special areas", () => {
  test("are compared beside the rest of the jurisdiction", () => {
    expect(compared({ staff: 20, totalAssets: "200", isLocal: true }, areas)).toMatchObject([
      { area: null, figures: "notMet", missed: [{ criterion: "totalAssets", distance: "50" }] },
      { area: { label: "南部" }, figures: "met" },
    ]);
  });
  test("are not guessed where the applicant has said where it is", () => {
    expect(compared({ staff: 20, totalAssets: "200", isLocal: true, prefecture: "deepSouth" }, areas)).toMatchObject([
      { area: null, figures: "met" },
    ]);
  });
  test("have no rest where one of them is ordinary", () => {
    const options = [...areas.areas.options, { id: "north", label: "其他" }];
    expect(compared({ staff: 20 }, { areas: { ...areas.areas, options } }).map(({ area }) => area?.id)).toEqual([
      "south",
      "north",
    ]);
  });
  test("have no rest where every answer is special", () => {
    const everywhere = criterion("north", is("prefecture", "north"));
    const standings = compared({ staff: 20 }, { ...areas, criteria: [...criteria, everywhere] });
    expect(standings.map(({ area }) => area?.id)).toEqual(["south"]);
  });
});

describe("answers are carried over where the same is asked", () => {
  const own: Record<string, Field> = {
    ...fields,
    operation: {
      kind: "table",
      label: "年度",
      rowName: "年度",
      cite,
      columns: {
        year: { kind: "year", label: "年度" },
        revenue: { kind: "money", unit: "万元", label: "收入" },
        remark: { kind: "text", label: "备注" },
      },
    },
  };
  const rows = [{ year: 2020, revenue: "10", remark: "无" }, { year: 2021 }];
  const carried = (answers: Answers, there: Record<string, object | undefined>) =>
    carriedOver(answers, { ...procedure, fields: own }, {
      ...procedure,
      fields: { ...own, ...there },
    } as AnyProcedure);
  const two = prefecture.kind === "choice" ? prefecture.choices.slice(0, 2) : [];

  test.each<[string, Answers, Record<string, object | undefined>, Answers]>([
    ["the same kind", { staff: 3 }, { staff: { ...own.staff, label: "人数", unit: "名" } }, { staff: 3 }],
    ["another kind", { staff: 3 }, { staff: { ...own.staff, kind: "percent" } }, {}],
    ["an id that is not there", { staff: 3 }, { staff: undefined }, {}],
    ["another unit of money", { totalAssets: "5" }, { totalAssets: { ...own.totalAssets, unit: "亿元" } }, {}],
    ["a skipped answer", { staff: null }, {}, {}],
    [
      "the same options in another order",
      { prefecture: "south" },
      { prefecture: { ...prefecture, choices: [...two, { id: "north", label: "北" }].reverse() } },
      { prefecture: "south" },
    ],
    ["other options", { prefecture: "south" }, { prefecture: { ...prefecture, choices: two } }, {}],
    ["a table", { operation: rows }, {}, { operation: rows }],
    [
      "a table with fewer columns",
      { operation: rows },
      { operation: { ...own.operation, columns: { year: { kind: "year", label: "年" } } } },
      { operation: [{ year: 2020 }, { year: 2021 }] },
    ],
    [
      "a table with more columns",
      { operation: rows },
      { operation: { ...own.operation, columns: { served: { kind: "count", unit: "户", label: "户" } } } },
      {},
    ],
    ["a table for a number", { operation: rows }, { operation: own.staff }, {}],
  ])("%s", (_, answers, there, expected) => {
    expect(carried(answers, there)).toEqual(expected);
  });
});

test("five jurisdictions are compared within a millisecond", () => {
  const { answers } = sampleAnswers(apply, zhejiang.samples.apply!, on);
  const five = Array.from({ length: 5 }, (_, at) => servedBy([{ ...zhejiang, code: `copy${at}` }])).flat();
  const run = () => compare(five, ({ procedure: to }) => carriedOver(answers as Answers, apply, to), on);
  for (let at = 0; at < 200; at++) run();
  const times = Array.from({ length: 101 }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  // Twice the promise: other processes share the machine.
  expect(times.toSorted((a, b) => a - b)[50]).toBeLessThan(2);
});
