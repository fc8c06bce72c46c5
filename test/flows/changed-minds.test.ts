import { describe, expect, test } from "vitest";
import { Phone } from "./phone.ts";

/** At a question of the Zhejiang form, its eligibility check skipped. */
const at = (words: string): Phone => {
  const phone = new Phone("2021-05-12").press("zhejiang/apply").press("agree");
  while (phone.ask.step === "field" && /【申报条件】/.test(phone.question.text)) phone.press("skip");
  return phone.press("yes").say(`修改 ${words}`);
};

describe("changed minds", () => {
  test("“不对，是…” amends the answer given last, and the open question stays", () => {
    const phone = at("从业人数").say("18");
    const { field } = phone.ask;
    phone.say("不对，是20人");
    expect(phone.given.staff).toBe(20);
    expect(phone.ask.field).toBe(field);
    expect(phone.text).toContain("已改 从业人数：20 人");
  });

  test("in a table it amends the cell given last", () => {
    const phone = at("主要投资方").press("row").say("甲公司").say("不对，是乙公司");
    expect(phone.given.investors).toEqual([{ name: "乙公司" }]);
    expect(phone.ask).toMatchObject({ column: "nature", row: 1 });
  });

  test("a row that was replaced by a list meanwhile is not amended any more", () => {
    const phone = at("主要投资方").press("row");
    for (const cell of ["甲公司", "民营企业", "60%", "乙公司", "国有企业", "40%", "丙公司"]) phone.say(cell);
    phone.send("投资方.xlsx", {
      kind: "sheets",
      sheets: [
        {
          name: "主要投资方",
          cells: [
            ["主要投资方名称", "性质"],
            ["戊公司", "民营企业"],
          ],
        },
      ],
    });
    phone.press("yes").say("不对，是丁公司");
    expect(phone.given.investors).toHaveLength(1);
    expect(phone.ask.refused).toBe(true);
    expect(phone.text).toContain("请回复“修改”");
  });

  test("an amendment that is not understood changes nothing", () => {
    const phone = at("从业人数").say("18").say("不对，是很多人");
    expect(phone.given.staff).toBe(18);
    expect(phone.ask.refused).toBe(true);
  });

  test("any answer is changed by its name", () => {
    const phone = at("从业人数").say("18").say("把从业人数改成20人");
    expect(phone.given.staff).toBe(20);
  });

  test("a doubt is answered by another text", () => {
    const phone = at("注册资本").say("大概500万");
    expect(phone.ask.step).toBe("doubt");
    expect(phone.say("不对，是600万").given.registeredCapital).toBe("600");
  });
});

describe("half-answers", () => {
  test.each([
    ["稍后", null],
    ["先放着，回头再说", null],
  ])("%s leaves the question for later", (text, value) => {
    expect(at("法人代表").say(text).given.legalRepresentative).toBe(value);
  });

  test("不知道 is no name: it is asked again, with a way on", () => {
    const phone = at("法人代表").say("不知道");
    expect(phone.given).not.toHaveProperty("legalRepresentative");
    expect(phone.text).toContain("跳过");
    expect(phone.ask).toMatchObject({ field: "legalRepresentative", refused: true });
  });

  test("没有 leaves an optional question blank", () => {
    expect(at("传真").say("没有").given.fax).toBeNull();
  });

  test("200万到300万 is asked again, with what is wrong", () => {
    const phone = at("注册资本").say("200万到300万");
    expect(phone.text).toContain("不止一个数");
    expect(phone.given).not.toHaveProperty("registeredCapital");
  });

  test("a question back is no answer, and whom to ask is said", () => {
    const phone = at("申请单位名称").say("这个要盖章吗？");
    expect(phone.given).not.toHaveProperty("applicantName");
    expect(phone.text).toMatch(/像是一个问题.*主管部门/s);
    expect(phone.ask.field).toBe("applicantName");
  });

  test("after three answers that were not taken there is an example, a way to skip and somebody to ask", () => {
    const phone = at("注册资本").say("很多").say("非常多").say("多得很");
    expect(phone.question.text).toMatch(/照这样写就可以：.*跳过.*转人工/s);
    expect(phone.say("转人工").text).toMatch(/主管部门.*\d{3,}/s);
  });
});

describe("side questions", () => {
  test("怎么算 says how figures follow from the answer, and the same question follows once", () => {
    const phone = at("服务设施、软件价值");
    const before = phone.question;
    phone.say("怎么算");
    expect(phone.text).toContain("“服务设施、软件价值” ÷ “总资产” × 100%");
    expect(phone.question.ask).toEqual(before.ask);
    expect(phone.text.split("一共值多少万元？")).toHaveLength(2);
  });

  test.each(["为什么", "什么意思", "举个例子", "还差多少", "截止什么时候", "依据是什么"])("%s", (text) => {
    const phone = at("从业人数");
    const { ask } = phone;
    expect(phone.say(text).ask).toEqual(ask);
  });
});
