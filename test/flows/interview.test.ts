import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { Interviewee } from "../../bot/interviewee.ts";
import type { TypedAnswers } from "../../rules/define.ts";
import { loadJurisdictions } from "../../rules/index.ts";
import { Phone } from "./phone.ts";

const [zhejiang] = (await loadJurisdictions()).filter(({ code }) => code === "zhejiang");
const procedure = zhejiang!.procedures[0]!;
const complete = JSON.parse(
  readFileSync(join(import.meta.dirname, "../fixtures/zhejiang-complete.json"), "utf8"),
) as TypedAnswers;

const started = (on?: string): Phone => new Phone(on).press("zhejiang/apply").press("agree");

/** Answers from the fixture until the step or field is asked. */
const until = (phone: Phone, stop: (ask: Phone["ask"]) => boolean, answers: TypedAnswers = complete): Phone => {
  const person = new Interviewee(procedure, answers);
  while (!stop(phone.ask)) {
    const input = person.answer(phone.question);
    if (!input) throw new Error(`stuck at ${JSON.stringify(phone.ask)}`);
    phone.turn(input);
  }
  return phone;
};
const at = (field: string) => (ask: Phone["ask"]) => ask.field === field;
const step = (name: string) => (ask: Phone["ask"]) => ask.step === name;

describe("the lobby", () => {
  test("greets, and says what it can do", () => {
    const phone = new Phone();
    expect(phone.text).toContain("您好");
    const ids = phone.question.choices.map(({ id }) => id);
    for (const id of ["zhejiang/apply", "sample", "help"]) expect(ids).toContain(id);
    expect(phone.say("你好").text).toContain("您好");
  });

  test("asks for consent before the first personal field, once", () => {
    const phone = new Phone().press("zhejiang/apply");
    expect(phone.ask.step).toBe("consent");
    expect(phone.kept.size).toBe(0);
    phone.press("no");
    expect(phone.ask.step).toBe("menu");
    expect(phone.kept.size).toBe(0);
    phone.press("zhejiang/apply").say("同意");
    expect(phone.ask).toMatchObject({ step: "field", field: "isLegalPerson" });
    phone.say("暂停").press("zhejiang/apply");
    expect(phone.ask.step).toBe("field");
    expect(phone.kept.size).toBe(2);
  });

  test("a choice may be typed as its number, full width too, its label or its beginning", () => {
    const { choices } = new Phone().question;
    const number = choices.findIndex(({ id }) => id === "zhejiang/apply") + 1;
    const wide = String.fromCharCode(..."0123456789".split("").map((_, at) => 0xff10 + at));
    const inFull = String(number).replace(/\d/g, (digit) => wide[Number(digit)]!);
    for (const text of [String(number), inFull, "浙江", choices[number - 1]!.label])
      expect(new Phone().say(text).ask.step).toBe("consent");
    expect(new Phone().say("新申请").say("浙江").ask.step).toBe("consent");
    expect(new Phone().say("乱写的").ask).toMatchObject({ step: "menu", refused: true });
  });

  test("the sample hands over all documents at once, without consent or questions", () => {
    const phone = new Phone().press("sample").press("zhejiang/apply");
    expect(phone.documents).toEqual([{ application: "application-1", isDraft: false }]);
    expect(phone.ask.step).toBe("menu");
    expect(phone.text).toContain("虚构");
    expect(phone.question.choices.some(({ id }) => id === "resume")).toBe(false);
  });

  test("my facts lists what is kept and deletes it on request", () => {
    const phone = until(started(), at("staff")).say("暂停").press("facts");
    expect(phone.text).toContain("860 万元");
    phone.press("forget").press("no");
    expect(phone.kept.size).toBe(1);
    phone.press("forget").press("yes");
    expect(phone.kept.size).toBe(0);
    expect(phone.consentedOn).toBeNull();
    expect(phone.press("zhejiang/apply").ask.step).toBe("consent");
  });
});

describe("rounds", () => {
  test("with none open it says so at once and shows the last one's dates as past", () => {
    const phone = started("2026-11-20");
    expect(phone.text).toContain("目前没有开放的申报批次");
    expect(phone.text).toContain("2021年5月16日前（已过）");
    expect(phone.text).toContain("依据文件（浙经信企服〔2021〕73号）已于2021年12月31日到期");
  });

  test("within the round its dates are told and the application belongs to it", () => {
    const phone = started("2021-05-16");
    expect(phone.text).toContain("正在进行");
    expect(phone.kept.get("application-1")?.round).toBe("zhejiang/2021");
    expect(started("2021-05-17").kept.get("application-1")?.round).toBeNull();
  });

  test("an application prepared before is bound when the round opens", () => {
    const phone = started("2021-05-09").say("是");
    expect(phone.kept.get("application-1")?.round).toBeNull();
    phone.on = "2021-05-10";
    phone.say("是");
    expect(phone.text).toContain("已对应到新开放的批次");
    expect(phone.kept.get("application-1")?.round).toBe("zhejiang/2021");
    expect(phone.say("是").text).not.toContain("已对应到新开放的批次");
  });
});

describe("side questions are answered and the same question comes once more", () => {
  let phone: Phone;
  beforeEach(() => {
    phone = until(started(), at("staff"));
  });
  test.each([
    ["为什么问这个", "一（一）3"],
    ["依据是什么", "浙经信企服〔2021〕73号"],
    ["举个例子", "22"],
    ["进度", "已完成 5/"],
    ["查看", "860 万元"],
    ["条件", "资产总额"],
    ["截止什么时候", "2021年5月16日"],
    ["帮助", "返回"],
    ["修改 不存在的项目", "没有找到"],
  ])("%s", (text, answer) => {
    const { question } = phone;
    phone.say(text);
    expect(phone.text).toContain(answer);
    expect(phone.text.split("平台现在有多少从业人员？")).toHaveLength(2);
    expect(phone.ask).toEqual(question.ask);
    expect(phone.question.choices).toEqual(question.choices);
    expect(phone.say("22").given.staff).toBe(22);
  });

  test("a draft is handed over and the question stays", () => {
    expect(phone.say("生成草稿").documents).toEqual([{ application: "application-1", isDraft: true }]);
    expect(phone.ask.field).toBe("staff");
  });

  test("coming back asks the open question again", () => {
    expect(phone.turn({ arrived: true }).ask).toMatchObject({ field: "staff", refused: false });
  });
});

describe("answers", () => {
  test("are read back with what they decide, the distance and the article", () => {
    const phone = until(started(), at("staff")).say("１８人");
    expect(phone.text).toContain("已记下 从业人数：18 人");
    expect(phone.text).toMatch(/✗ 要求不低于 20 人，差 2 人〔一（一）3〕/);
  });

  test("that are ambiguous are asked, and the chosen reading counts", () => {
    const phone = until(started(), at("satisfaction")).say("0.8");
    expect(phone.ask).toMatchObject({ step: "doubt", field: "satisfaction" });
    expect(phone.question.choices).toHaveLength(3);
    expect(phone.say("80%").given.satisfaction).toBe("80");
    phone.say("修改 用户满意度").say("0.8").press("no");
    expect(phone.ask).toMatchObject({ step: "field", field: "satisfaction" });
    expect(phone.say("0.8").say("1").given.satisfaction).toBe("0.8");
  });

  test("that are wrong are refused with an example, and more help comes after the third", () => {
    const phone = until(started(), at("registeredOn")).say("去年春天");
    expect(phone.ask).toMatchObject({ field: "registeredOn", refused: true });
    expect(phone.text).toContain("例如");
    phone.say("19年3月5日").say("2019年2月30日");
    expect(phone.text).toContain("跳过");
    expect(phone.given.registeredOn).toBeUndefined();
  });

  test("several choices are ticked one by one, or typed together", () => {
    const phone = until(started(), at("focusGroups")).press("park").press("giant");
    expect(phone.ask.field).toBe("focusGroups");
    expect(phone.question.choices.map(({ label }) => label)).toContain("☑ 小微工业园入园企业");
    expect(phone.press("park").press("champion").press("done").given.focusGroups).toEqual(["champion", "giant"]);
    expect(phone.say("返回").say("1、3").given.focusGroups).toEqual(["park", "champion"]);
  });

  test("skipped ones are blank until the review, where they are asked again", () => {
    const phone = until(started(), at("contactPhone")).say("跳过");
    expect(phone.given.contactPhone).toBeNull();
    const { contactPhone: _, ...rest } = complete;
    until(phone, step("review"), rest);
    expect(phone.text).toContain("联系电话");
    expect(phone.press("blanks").ask.field).toBe("contactPhone");
    expect(phone.say("0571-88880001").ask.step).toBe("review");
  });
});

describe("返回 and 修改", () => {
  test("back goes to the question before, and again to the one before that", () => {
    const phone = until(started(), at("staff")).say("返回");
    expect(phone.ask.field).toBe("fixedPremises");
    expect(phone.say("上一步").ask.field).toBe("totalAssets");
    expect(phone.text).toContain("现在填的是：860 万元");
    expect(phone.press("keep").ask.field).toBe("staff");
    expect(started().say("返回").text).toContain("已经是第一题了");
  });

  test("修改 takes a number or words, lists several that fit, and returns to where it was", () => {
    const phone = until(started(), at("investors"));
    expect(phone.say("修改 邮政编码").ask.field).toBe("postcode");
    expect(phone.say("310000").ask.field).toBe("investors");
    expect(phone.given.postcode).toBe("310000");
    expect(phone.say("修改 1").ask.field).toBe("applicantName");
    phone.say("保持不变");
    expect(phone.say("修改 联系").text).toMatch(/修改 \d+（联系人）\n修改 \d+（联系电话）/);
  });

  test("from the review it comes back to the review", () => {
    const phone = until(started(), step("review")).say("修改 传真");
    expect(phone.ask).toMatchObject({ step: "field", field: "fax" });
    expect(phone.say("0571-88889999").ask.step).toBe("review");
  });

  test("a text that begins like a command is a text", () => {
    const phone = until(started(), at("unitNature")).say("修改后的股份合作制");
    expect(phone.given.unitNature).toBe("修改后的股份合作制");
  });
});

describe("changing an answer re-opens exactly what depends on it", () => {
  test("a function more opens its questions, one less closes them and keeps the answers", () => {
    const phone = until(started(), step("review")).say("修改 服务功能").say("1、3、4");
    expect(phone.ask.field).toBe("startupEvents");
    expect(phone.say("9").ask.step).toBe("review");
    phone.say("修改 服务功能").say("1、4");
    expect(phone.ask.step).toBe("review");
    expect(phone.given.startupEvents).toBe(9);
    expect(phone.say("查看").text).not.toContain("创业项目洽谈");
  });

  test("the verdict is shown again when it changes", () => {
    const phone = until(started(), step("review")).say("修改 从业人数").say("19");
    expect(phone.ask.step).toBe("verdict");
    expect(phone.text).toContain("差 1 人");
    expect(phone.press("yes").ask.step).toBe("review");
    expect(phone.say("修改 传真").say("跳过").ask.step).toBe("review");
  });

  test("a confirmed declaration is asked again", () => {
    const phone = until(started(), step("menu"));
    expect([...phone.kept.values()].at(-1)?.marks.declared).toBe("2026-11-20");
    phone.press("resume").say("修改 传真").say("0571-88887777");
    expect([...phone.kept.values()].at(-1)?.marks.declared).toBeUndefined();
    expect(phone.ask.step).toBe("review");
  });
});

describe("tables", () => {
  test("row by row, with the row read back and 完成 offered", () => {
    const phone = until(started(), at("investors"));
    expect(phone.ask).toMatchObject({ step: "table", kind: "table" });
    phone.press("row");
    expect(phone.ask).toMatchObject({ step: "cell", row: 1, column: "name", label: "主要投资方名称" });
    phone.say("甲公司").say("民营企业").say("六成");
    expect(phone.ask).toMatchObject({ step: "cell", row: 2, column: "name" });
    expect(phone.text).toContain("甲公司｜民营企业｜60%");
    phone.press("done");
    expect(phone.given.investors).toEqual([{ name: "甲公司", nature: "民营企业", share: "60" }]);
    expect(phone.ask.field).toBe("facilitiesValue");
  });

  test("a row that is not complete cannot be finished, but deleted", () => {
    const phone = until(started(), at("investors")).press("row").say("甲公司").say("民营企业").say("60%").say("乙公司");
    expect(phone.say("完成").text).toContain("第 2 行还差：性质、投资比例");
    expect(phone.ask).toMatchObject({ row: 2, column: "nature", refused: true });
    expect(phone.say("删除第2行").given.investors).toHaveLength(1);
    expect(phone.say("完成").ask.field).toBe("facilitiesValue");
  });

  test("back goes cell by cell and returns to the row in progress", () => {
    const phone = until(started(), at("investors")).press("row").say("甲公司").say("民营企业");
    expect(phone.say("返回").ask).toMatchObject({ row: 1, column: "nature" });
    expect(phone.say("返回").ask).toMatchObject({ row: 1, column: "name" });
    expect(phone.say("丙公司").ask).toMatchObject({ row: 1, column: "share" });
    expect(phone.say("返回").say("返回").say("返回").ask.step).toBe("table");
  });

  test("a row is changed later, cell by cell", () => {
    const phone = until(started(), step("review")).say("修改 主要投资方");
    expect(phone.ask.step).toBe("table");
    phone.say("修改第2行");
    expect(phone.ask).toMatchObject({ row: 2, column: "name" });
    phone.say("保持不变").say("集体企业").say("保持不变");
    expect(phone.ask.step).toBe("table");
    expect(phone.text).toContain("杭州西湖科技发展有限公司｜集体企业｜30%");
    expect(phone.press("done").ask.step).toBe("review");
    expect(phone.say("修改 主要投资方").say("修改第9行").text).toContain("没有第 9 行");
  });

  test("an ambiguous cell is asked, and lands in its cell", () => {
    const phone = until(started(), at("investors")).press("row").say("甲公司").say("民营企业").say("0.6");
    expect(phone.ask).toMatchObject({ step: "doubt", row: 1, column: "share" });
    expect(phone.say("60%").given.investors).toEqual([{ name: "甲公司", nature: "民营企业", share: "60" }]);
    expect(phone.ask).toMatchObject({ step: "cell", row: 2 });
  });

  test("what a table gives governs over what was said, and the difference is shown", () => {
    const phone = until(started(), step("review"), { ...complete, servedEnterprises: "130" });
    expect(phone.text).toContain("前面回答 130 家");
    expect(phone.text).toContain("算出 110 家");
  });
});

describe("texts and materials", () => {
  test("several messages become one section until 完成", () => {
    const phone = until(started(), at("history")).say("第一段。").say("第二段。");
    expect(phone.ask).toMatchObject({ step: "text", field: "history" });
    expect(phone.text).toContain("已有 9 字");
    expect(phone.say("完成").given.history).toBe("第一段。\n第二段。");
    expect(phone.ask.field).toBe("region");
  });

  test("a section can be written anew", () => {
    const phone = until(started(), at("history")).say("写错了。").press("rewrite").say("写对了。").say("完成");
    expect(phone.given.history).toBe("写对了。");
  });

  test("a material is received as files, or said to be in hand, or not there yet", () => {
    const phone = until(started(), at("auditReport")).send("审计报告.pdf");
    expect(phone.text).toContain("收到：审计报告.pdf");
    expect(phone.press("done").ask.field).toBe("licence");
    expect(phone.say("准备好了").given.licence).toEqual({ received: true, files: [] });
    expect(phone.say("还没有").given.proofs).toBeNull();
    expect(phone.ask.step).toBe("review");
  });

  test("a file at another question is not lost silently", () => {
    expect(until(started(), at("staff")).send("照片.jpg").text).toContain("照片.jpg");
  });
});

describe("what was answered once", () => {
  let phone: Phone;
  beforeEach(() => {
    phone = until(started("2025-05-12"), step("menu"));
    phone.on = "2026-11-20";
    phone.press("zhejiang/apply");
  });

  test("is offered again, item by item, with the day it was given", () => {
    expect(phone.text).toContain("2025年5月12日填过：是。仍然属实吗？");
    expect(phone.given.isLegalPerson).toBeUndefined();
    expect(phone.press("same").given.isLegalPerson).toBe(true);
    phone.say("是");
    expect(phone.say("仍然属实").given.registeredOn).toBe("2014-06-18");
  });

  test("figures are said to be of that day, and may be given anew", () => {
    phone.press("same").press("same").press("same");
    expect(phone.text).toContain("860 万元。仍然属实吗？（这是当时的数，请核对后再确认。）");
    expect(phone.say("900万").given.totalAssets).toBe("900");
  });

  test("a table's rows are taken over and stay open for changes", () => {
    until(phone, at("investors"));
    expect(phone.text).toContain("3 行。仍然属实吗？");
    phone.press("same");
    expect(phone.ask.step).toBe("table");
    expect(phone.text).toContain("杭州西湖科技发展有限公司｜国有企业｜30%");
    expect(phone.say("完成").ask.field).toBe("facilitiesValue");
  });

  test("is not offered where there is nothing, nor twice", () => {
    expect(
      phone
        .press("same")
        .say("返回")
        .question.choices.map(({ id }) => id),
    ).not.toContain("same");
    expect(started().say("仍然属实").ask.refused).toBe(true);
  });
});

describe("the end", () => {
  test("declaration → all documents, then what to do now", () => {
    const phone = until(started("2021-05-12"), step("declaration"));
    expect(phone.text).toContain("本单位知悉并保证");
    phone.press("agree");
    expect(phone.documents).toEqual([{ application: "application-1", isDraft: false }]);
    for (const said of [
      "打印",
      "盖公章",
      "法定代表人本人签字",
      "一式三份",
      "杭州市环城北路296号",
      "浙江政府服务网",
      "2021年5月16日",
    ])
      expect(phone.text).toContain(said);
    expect(phone.ask.step).toBe("menu");
  });

  test("a body that misses criteria is told and goes on to a marked draft", () => {
    const misses = { ...complete, staff: "18", professionals: "10" };
    const phone = until(started(), step("verdict"), misses);
    expect(phone.text).toContain("有 2 项申报条件不符合");
    until(phone.press("yes"), step("menu"), misses);
    expect(phone.documents).toEqual([{ application: "application-1", isDraft: true }]);
    expect(phone.text).toContain("草稿");
  });

  test("暂停 keeps everything and 继续 asks the same question", () => {
    const phone = until(started(), at("mobile")).say("暂停");
    expect(phone.ask.step).toBe("menu");
    phone.on = "2027-08-01";
    expect(phone.press("resume").ask.field).toBe("mobile");
  });

  test("重新开始 is confirmed first", () => {
    const phone = until(started(), at("staff")).say("重新开始");
    expect(phone.press("no").ask.field).toBe("staff");
    phone.say("重新开始").press("yes");
    expect(phone.given).toEqual({});
    expect(phone.ask.field).toBe("isLegalPerson");
  });
});
