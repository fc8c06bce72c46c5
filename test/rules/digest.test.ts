import { describe, expect, test } from "vitest";
import { changesText, differences } from "../../rules/changes.ts";
import { atLeast, atMost, type Condition, figuresFrom, not } from "../../rules/condition.ts";
import type { AnyProcedure, Criterion, Field } from "../../rules/define.ts";
import { type Digest, digestOf } from "../../rules/digest.ts";
import { loadJurisdictions, servedBy } from "../../rules/index.ts";

const served = servedBy(await loadJurisdictions());
const { procedure: zhejiang } = served.find(({ id }) => id === "zhejiang/apply")!;
const from2021 = figuresFrom("2021-05-10");
const [in2021] = from2021(20, "人").values;

/** What was kept of a version is JSON. */
const kept = (procedure: AnyProcedure): Digest => JSON.parse(JSON.stringify(digestOf(procedure)));

const withField = (id: string, change: Partial<Field>): AnyProcedure => ({
  ...zhejiang,
  fields: { ...zhejiang.fields, [id]: { ...zhejiang.fields[id], ...change } as Field },
});
const without = (id: string): AnyProcedure => {
  const { [id]: _, ...fields } = zhejiang.fields;
  return { ...zhejiang, fields };
};
const withCriterion = (id: string, change: Partial<Criterion>): AnyProcedure => ({
  ...zhejiang,
  criteria: zhejiang.criteria.map((one) => (one.id === id ? { ...one, ...change } : one)),
});
const withoutCriterion = (id: string): AnyProcedure => ({
  ...zhejiang,
  criteria: zhejiang.criteria.filter((one) => one.id !== id),
});
const withFunction = (id: string, when: Condition): AnyProcedure => ({
  ...zhejiang,
  functions: {
    ...zhejiang.functions!,
    atLeastOneOf: zhejiang.functions!.atLeastOneOf.map((one) => (one.id === id ? { ...one, when } : one)),
  },
});

const told = (before: AnyProcedure, now: AnyProcedure) => changesText(differences(kept(before), now), now);

describe("what is told of a change in the rules", () => {
  test.each<[string, AnyProcedure, AnyProcedure, string]>([
    [
      "a higher figure",
      zhejiang,
      withCriterion("staff", { when: atLeast("staff", from2021(25, "人")) }),
      "从业人数：原来要求不低于 20 人，现在不低于 25 人〔一（一）3〕",
    ],
    [
      "a figure that changes on a day",
      zhejiang,
      withCriterion("staff", {
        when: atLeast("staff", { unit: "人", values: [in2021!, { from: "2027-01-01", value: "25" }] }),
      }),
      "从业人数：原来要求不低于 20 人，现在不低于 20 人，2027年1月1日起不低于 25 人〔一（一）3〕",
    ],
    [
      "a share",
      zhejiang,
      withCriterion("satisfaction", { when: atLeast("satisfaction", from2021(85, "%")) }),
      "用户满意度：原来要求不低于 80%，现在不低于 85%〔一（一）5〕",
    ],
    [
      "a limit in place of a minimum",
      zhejiang,
      withCriterion("staff", { when: atMost("staff", from2021(20, "人")) }),
      "从业人数：原来要求不低于 20 人，现在不超过 20 人〔一（一）3〕",
    ],
    [
      "a minimum in other words",
      zhejiang,
      withCriterion("staff", { when: not(atMost("staff", from2021(20, "人"))) }),
      "从业人数：原来要求不低于 20 人，现在超过 20 人〔一（一）3〕",
    ],
    [
      "one of a function's figures",
      zhejiang,
      withFunction("startup", atLeast("startupEvents", from2021(10, "次"))),
      "创业服务：原来要求不低于 8 次，现在不低于 10 次〔一（二）3〕",
    ],
    [
      "a figure where there was none",
      withCriterion("staff", { when: { op: "given", field: "staff" } }),
      zhejiang,
      "从业人数：现在不低于 20 人〔一（一）3〕",
    ],
    [
      "the weight",
      zhejiang,
      withCriterion("staff", { severity: "warning" }),
      "从业人数：要求有变，请再核对〔一（一）3〕",
    ],
    [
      "what is decided without a figure",
      zhejiang,
      withCriterion("goodName", { when: { op: "given", field: "hasGoodName" } }),
      "信誉良好，受到好评或表彰：要求有变，请再核对〔一（一）6〕",
    ],
    ["a new criterion", withoutCriterion("staff"), zhejiang, "新增要求：从业人数，不低于 20 人〔一（一）3〕"],
    [
      "a new one without a figure",
      withoutCriterion("goodName"),
      zhejiang,
      "新增要求：信誉良好，受到好评或表彰〔一（一）6〕",
    ],
    ["a criterion dropped", zhejiang, withoutCriterion("staff"), "不再要求：从业人数〔一（一）3〕"],
    ["a new field", without("fax"), zhejiang, "新增要填：传真"],
    ["a field dropped", zhejiang, without("fax"), "不再需要：传真（原来的回答仍保存着）"],
    ["another kind", zhejiang, withField("fax", { kind: "text" } as Partial<Field>), "填法有变：传真（会再问一次）"],
    ["another unit", zhejiang, withField("totalAssets", { unit: "亿元" }), "填法有变：总资产（会再问一次）"],
    [
      "other choices",
      zhejiang,
      withField("premisesNature", { choices: [{ id: "own", label: "自有" }] }),
      "填法有变：场地性质（会再问一次）",
    ],
    ["another label", zhejiang, withField("fax", { label: "传真号码" }), "填法有变：传真号码（会再问一次）"],
    [
      "another column",
      zhejiang,
      withField("investors", { columns: { name: { kind: "text", label: "名称" } } }),
      "填法有变：主要投资方（会再问一次）",
    ],
    [
      "a field asked that was computed",
      withField("fax", { computed: { op: "rows", table: "roster" } }),
      zhejiang,
      "新增要填：传真",
    ],
  ])("%s", (_, before, now, line) => expect(told(before, now)).toEqual([line]));

  test.each<[string, AnyProcedure]>([
    ["help, an example, the question's wording", withField("fax", { help: "新", example: "新", ask: "新" })],
    ["an article's number alone", withCriterion("staff", { cite: zhejiang.criteria[0]!.cite })],
    ["a remark", withCriterion("staff", { remark: "新" })],
    ["when a field is asked", withField("fax", { when: { op: "given", field: "mobile" } })],
  ])("nothing of %s", (_, now) => expect(told(zhejiang, now)).toEqual([]));

  test("areas with a figure of their own are told with it", () => {
    const areas = { field: "premisesNature", is: ["own"] };
    const figure = { unit: "人", values: [in2021!, { ...in2021!, value: "15", where: areas }] };
    const now = withCriterion("staff", { when: atLeast("staff", figure) });
    const { choices } = zhejiang.fields.premisesNature as { choices: readonly { id: string; label: string }[] };
    const own = choices.find(({ id }) => id === "own")!.label;
    expect(told(zhejiang, now)).toEqual([
      `从业人数：原来要求不低于 20 人，现在不低于 20 人，${own}不低于 15 人〔一（一）3〕`,
    ]);
  });

  test("many fields are counted, ten are named", () => {
    const lines = told({ ...zhejiang, fields: {} }, zhejiang);
    expect(lines.at(-1)).toMatch(/^新增要填：(?:[^；]+；){9}重点服务对象等 79 项$/);
  });
});

describe.each(served)("$id", ({ procedure }) => {
  test("has not changed since it was kept", () => {
    expect(differences(kept(procedure), procedure)).toEqual({
      fieldsNew: [],
      fieldsGone: [],
      fieldsChanged: [],
      criteria: [],
    });
  });

  test("is kept in little room", () => {
    expect(Buffer.byteLength(JSON.stringify(digestOf(procedure)))).toBeLessThan(12 * 1024);
  });

  test("tells its figures without a gap", () => {
    for (const [, requirement] of Object.values(digestOf(procedure).criteria))
      expect(requirement).not.toMatch(/undefined|^[，；]|[，；]$| {2}/);
  });
});
