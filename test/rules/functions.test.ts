import { expect, test } from "vitest";
import { atLeast, figuresFrom, yes } from "../../rules/condition.ts";
import type { Answers, Procedure } from "../../rules/define.ts";
import { factsOf } from "../../rules/facts.ts";
import { judge } from "../../rules/judge.ts";

const cite = { document: "办法", article: "第六条", text: "至少一项" };
const five = figuresFrom("2020-01-01")(5, "次");
const functions: NonNullable<Procedure["functions"]> = {
  claimed: "functions",
  label: "至少一项",
  cite,
  atLeastOneOf: [{ id: "startup", label: "创业服务", cite, when: atLeast("events", five) }],
};
const relaxed = { when: yes("remote"), severity: "warning", cite, remark: "可适度放宽" } as const;

const judged = (own: Partial<typeof functions>, answers: Answers) => {
  const procedure: Procedure = {
    code: "apply",
    title: "申报",
    fields: {
      functions: { kind: "choices", label: "功能", choices: [{ id: "startup", label: "创业服务" }], cite },
      events: { kind: "count", unit: "次", label: "活动", cite },
      remote: { kind: "yesNo", label: "青南、环湖", cite },
    },
    sections: [],
    criteria: [],
    functions: { ...functions, ...own },
    binding: [],
    declaration: { title: "", text: "", cite },
    afterwards: [],
  };
  return judge(factsOf(procedure, { functions: ["startup"], events: 4, ...answers }, "2026-01-01"))[0];
};

test("no function met is blocking", () => {
  expect(judged({}, {})).toMatchObject({ status: "notMet", severity: "blocking", reading: "source" });
});
test("in a special area it weighs less, and the remark says why", () => {
  const expected = { status: "notMet", severity: "warning", reading: "ours", remark: "可适度放宽" };
  expect(judged({ relaxed }, { remote: true })).toMatchObject(expected);
  expect(judged({ relaxed }, { remote: false })).toMatchObject({ severity: "blocking" });
});
test("a procedure may weigh it otherwise", () => {
  const weight = { severity: "warning", remark: "办法没有写明" } as const;
  expect(judged({ weight }, {})).toMatchObject({ severity: "warning", reading: "ours", remark: "办法没有写明" });
});
