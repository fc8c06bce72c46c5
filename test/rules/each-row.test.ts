import { describe, expect, test } from "vitest";
import { all, atLeast, everyRow, figuresFrom, lacks } from "../../rules/condition.ts";
import { decide } from "../../rules/decide.ts";
import type { Compute, Field, Procedure, Row } from "../../rules/define.ts";
import { compute, factsOf } from "../../rules/facts.ts";

const cite = { document: "某办法", article: "第一条", text: "……" };
const bodies: Field = {
  kind: "table",
  label: "单位",
  rowName: "单位",
  cite,
  columns: {
    name: { kind: "text", label: "名称" },
    staff: { kind: "count", unit: "人", label: "人数" },
  },
};
const procedure = { code: "any", fields: { bodies }, criteria: [] } as unknown as Procedure;
const facts = (rows: readonly Row[]) => factsOf(procedure, { bodies: rows }, "2022-06-01");
const enough = atLeast("staff", figuresFrom("2021-01-01")(15, "人"));

describe("a condition on every row", () => {
  const rule = everyRow("bodies", all(lacks("name", "示范"), enough));

  test("is met where each row meets it, and names the rows that do not", () => {
    expect(decide(rule, facts([{ name: "甲", staff: 15 }])).status).toBe("met");
    const rows = [
      { name: "甲", staff: 20 },
      { name: "乙示范", staff: 15 },
      { name: "丙", staff: 14 },
    ];
    expect(decide(rule, facts(rows))).toMatchObject({
      status: "notMet",
      cure: "第 2 行 名称里去掉“示范”；第 3 行 人数：还差 1 人",
    });
  });

  test("is undecided where a cell that decides is blank", () => {
    expect(decide(rule, facts([{ name: "甲", staff: null }]))).toMatchObject({
      status: "undecided",
      missing: ["bodies"],
    });
  });
});

test("rows that meet a condition are counted, and no rows give no count", () => {
  const how: Compute = { op: "rowsThat", table: "bodies", when: enough };
  expect(compute(facts([{ staff: 15 }, { staff: 14 }, { staff: 16 }]), how)).toBe(2);
  expect(compute(facts([{ staff: 14 }]), how)).toBe(0);
  expect(compute(facts([]), how)).toBeUndefined();
});
