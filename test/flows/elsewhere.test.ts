import { describe, expect, test } from "vitest";
import { atLeast, figuresFrom } from "../../rules/condition.ts";
import type { AnyProcedure, Jurisdiction } from "../../rules/define.ts";
import { servedBy } from "../../rules/index.ts";
import zhejiang from "../../rules/jurisdictions/zhejiang/index.ts";
import { Phone } from "./phone.ts";

const [apply] = zhejiang.procedures as readonly [AnyProcedure];
const { isLegalPerson, staff, totalAssets, registeredInZhejiang } = apply.fields;
const from = figuresFrom("2021-01-01");
const part = { severity: "blocking", cite: apply.declaration.cite, reading: "source" } as const;

/** Another province that asks three things under the same ids, and where one is under an id of its own. */
const other = {
  ...zhejiang,
  code: "other",
  name: "某省",
  procedures: [
    {
      ...apply,
      fields: { isLegalPerson, staff, totalAssets, registeredHere: { ...registeredInZhejiang, label: "在某省登记" } },
      sections: [{ id: "all", title: "全部", fields: ["isLegalPerson", "staff", "totalAssets", "registeredHere"] }],
      criteria: [
        { ...part, id: "staff", label: "从业人数", when: atLeast("staff", from(30, "人")) },
        { ...part, id: "totalAssets", label: "资产总额", when: atLeast("totalAssets", from(100, "万元")) },
        { ...part, id: "place", label: "在某省登记", isPlace: true, when: { op: "yes", field: "registeredHere" } },
      ],
      functions: undefined,
    } as unknown as AnyProcedure,
  ],
} as Jurisdiction;
const department = {
  ...other,
  code: "department",
  procedures: [{ ...other.procedures[0], role: "department" }],
} as Jurisdiction;

const started = () =>
  new Phone("2021-05-12", servedBy([zhejiang, other, department])).press("zhejiang/apply").press("agree");
const lines = (phone: Phone) => phone.text.split("\n").filter((line) => line.startsWith("· "));

describe("where else a body would pass", () => {
  test("a line for each procedure of applicants: figures with their distance, the place apart", () => {
    const phone = started().say("是").say("是").say("2015年4月20日").say("180万").say("是").say("18");
    expect(lines(phone.say("还能报哪里"))).toEqual([
      "· 浙江省 省级申报（正在填）：2 项不符合（资产总额差 20 万元、从业人数差 2 人），10 项还没判断（专业人员的比例、集聚专业服务机构、年服务中小微企业等）；地域条件符合",
      "· 某省 省级申报：1 项不符合（从业人数差 12 人）；地域条件要另外核对（在某省登记）",
    ]);
  });

  test("the place is never passed silently", () => {
    const answers = ["是", "否", "2015年4月20日", "180万", "是", "32"];
    const phone = answers.reduce((at, text) => at.say(text), started());
    const [own, there] = lines(phone.say("别处"));
    expect(own).toContain("；地域条件不符合（在浙江省注册登记）");
    expect(there).toBe("· 某省 省级申报：数字和其他条件都符合；地域条件要另外核对（在某省登记）");
  });

  test.each(["还能报哪里", "别处", "比较"])("“%s” is followed by the same question, once", (text) => {
    const phone = started();
    const { question } = phone;
    phone.say(text);
    expect(phone.question.text.endsWith(question.text)).toBe(true);
    expect({ ...phone.question, text: "" }).toEqual({ ...question, text: "" });
    expect(phone.text.split(question.text)).toHaveLength(2);
    expect(phone.given).toEqual({});
  });

  test("the verdict mentions it and offers it", () => {
    const phone = started();
    while (phone.ask.step !== "verdict") phone.press("skip");
    expect(phone.text).toContain("回复“还能报哪里”");
    const { question } = phone;
    phone.press("elsewhere");
    expect(lines(phone)).toHaveLength(2);
    expect(question.text.endsWith(phone.question.text)).toBe(true);
    expect(phone.press("yes").ask.step).toBe("field");
  });
});
