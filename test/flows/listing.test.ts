import { describe, expect, test } from "vitest";
import type { Content } from "../../rules/content.ts";
import { Phone } from "./phone.ts";

const sheets = (name: string, ...cells: readonly string[][]): Content => ({
  kind: "sheets",
  sheets: [{ name, cells }],
});
const texts = ({ question }: Phone) => question.text;

/** A Zhejiang application whose eligibility check was skipped: at its first question. */
const applied = (): Phone => {
  const phone = new Phone("2021-05-12").press("zhejiang/apply").press("agree");
  while (phone.ask.step === "field" && /【申报条件】/.test(phone.question.text)) phone.press("skip");
  return phone.press("yes");
};
const at = (words: string, phone = applied()): Phone => phone.say(`修改 ${words}`);

describe("several answers in one message", () => {
  const several = "注册日期：2019年3月5日，法人代表：张三，注册资本500万";

  test("are shown as one list and kept together", () => {
    const phone = applied().say(several);
    expect(phone.ask.step).toBe("match");
    expect(texts(phone)).toMatch(/1\. 注册日期：2019年3月5日\n2\. 法人代表：张三\n3\. 注册资本：500 万元/);
    phone.press("yes");
    expect(phone.given).toMatchObject({
      registeredOn: "2019-03-05",
      legalRepresentative: "张三",
      registeredCapital: "500",
    });
    expect(phone.text).toContain("已记下 3 项");
  });

  test("are corrected by their number, dropped, or not kept at all", () => {
    const phone = applied().say(several).say("3 改成600万").say("2 不要");
    expect(texts(phone)).toMatch(/2\. 法人代表：不记\n3\. 注册资本：600 万元/);
    phone.say("对");
    expect(phone.given).toMatchObject({ registeredOn: "2019-03-05", registeredCapital: "600" });
    expect(phone.given).not.toHaveProperty("legalRepresentative");
    const before = { ...phone.given };
    expect(phone.say("法人代表：李四，注册资本：700万").press("no").given).toEqual(before);
  });

  test("one that is not understood is named and asked on its own; the others are kept", () => {
    const phone = applied().say("注册资本：很多，法人代表：张三");
    expect(texts(phone)).toMatch(/注册资本：“很多”没有记下/);
    expect(phone.press("yes").given).not.toHaveProperty("registeredCapital");
    expect(phone.given.legalRepresentative).toBe("张三");
  });

  test("what was answered before is said beside what would replace it", () => {
    const phone = at("法人代表").say("王五");
    expect(texts(phone.say("法人代表：张三，注册资本：500万"))).toContain("法人代表：张三（原来是 王五）");
  });

  test("the open question is answered along with others", () => {
    const phone = at("注册资本").say("500万，法人代表：张三");
    expect(phone.press("yes").given).toMatchObject({ registeredCapital: "500", legalRepresentative: "张三" });
  });

  test("a text that looks like several may be one answer after all", () => {
    const phone = at("申请单位名称").say("杭州法人代表：张三有限公司，注册资本：500万");
    if (phone.ask.step === "match") phone.press("whole");
    expect(phone.given.applicantName).toMatch(/^杭州/);
  });

  test("a plain address with commas is one answer", () => {
    const phone = at("注册地址").say("杭州市西湖区文三路100号，3幢2单元501室");
    expect(phone.given.registeredAddress).toBe("杭州市西湖区文三路100号，3幢2单元501室");
  });
});

describe("a table", () => {
  const investors = "杭州甲公司\t国有\t50%\n乙投资\t民营\t30%\n张三\t自然人\t10%\n李四\t自然人\t10%";

  test("is pasted, looked over and finished with one yes", () => {
    const phone = at("主要投资方").say(investors);
    expect(phone.ask.step).toBe("match");
    phone.press("yes");
    expect(phone.given.investors).toEqual([
      { name: "杭州甲公司", nature: "国有", share: "50" },
      { name: "乙投资", nature: "民营", share: "30" },
      { name: "张三", nature: "自然人", share: "10" },
      { name: "李四", nature: "自然人", share: "10" },
    ]);
    expect(phone.ask.field).not.toBe("investors");
  });

  test("only the cells that were not understood are asked again", () => {
    const phone = at("主要投资方").say(investors.replace("30%", "三成多吧").replace("10%", "？？")).press("yes");
    expect(phone.ask).toMatchObject({ step: "cell", field: "investors", column: "share", row: 2 });
    expect(texts(phone)).toContain("您写的是“三成多吧”");
    phone.say("30%");
    expect(phone.ask).toMatchObject({ column: "share", row: 3 });
    phone.say("10");
    expect((phone.given.investors as { share: string }[]).map(({ share }) => share)).toEqual(["50", "30", "10", "10"]);
    expect(phone.text).toContain("✓ 主要投资方：4 行");
  });

  test("a cell with one likely meaning needs only a yes", () => {
    const phone = at("主要投资方").say(investors.replace("30%", "三成多吧")).press("yes");
    expect(phone.question.choices[0]).toEqual({ id: "meant1", label: "是，30%" });
    expect(phone.press("meant1").given.investors).toMatchObject([{}, { share: "30" }, {}, {}]);
  });

  test("after a pause the broken cells are still the ones asked", () => {
    const phone = at("主要投资方").say(investors.replace("30%", "三成多吧")).press("yes").say("暂停").press("resume");
    while (phone.ask.field !== "investors") phone.press("skip");
    expect(phone.ask).toMatchObject({ step: "cell", column: "share", row: 2 });
    expect(texts(phone)).toContain("三成多吧");
  });

  test("the rest of the broken cells may stay blank", () => {
    const phone = at("主要投资方")
      .say(investors.replace("30%", "？").replace("10%", "？？"))
      .press("yes")
      .say("都留空");
    expect(phone.given.investors).toMatchObject([{ share: "50" }, { share: null }, { share: null }, { share: "10" }]);
  });

  test("comes from the person's own sheet, with other headings in another order", () => {
    const cells = [
      ["出资比例", "股东名称", "企业性质"],
      ["60%", "杭州甲公司", "国有"],
      ["40%", "乙投资", "民营"],
    ];
    const phone = at("主要投资方").send("股东.xlsx", sheets("Sheet1", ...cells));
    expect(phone.ask.step).toBe("match");
    expect(texts(phone)).toContain("股东.xlsx");
    phone.press("yes");
    expect(phone.given.investors).toEqual([
      { name: "杭州甲公司", nature: "国有", share: "60" },
      { name: "乙投资", nature: "民营", share: "40" },
    ]);
  });

  test("a column that was matched wrongly is said to be another", () => {
    const cells = [
      ["甲", "乙", "比例"],
      ["国有", "杭州甲公司", "60%"],
      ["民营", "乙投资", "40%"],
    ];
    const phone = at("主要投资方").send("股东.xlsx", sheets("Sheet1", ...cells));
    phone.say("A列是性质").say("B列是主要投资方名称").press("yes");
    expect(phone.given.investors).toEqual([
      { name: "杭州甲公司", nature: "国有", share: "60" },
      { name: "乙投资", nature: "民营", share: "40" },
    ]);
  });

  test("sent again it replaces the rows or adds to them, as said", () => {
    const phone = at("主要投资方").say(investors).press("yes");
    const more = sheets("主要投资方", ["主要投资方名称", "性质", "投资比例"], ["丁公司", "民营", "5%"]);
    const added = at("主要投资方", phone.clone()).send("再加.xlsx", more);
    expect(added.question.choices.map(({ id }) => id)).toEqual(["yes", "add", "no"]);
    expect(added.press("add").given.investors).toHaveLength(5);
    expect(at("主要投资方", phone).send("再加.xlsx", more).press("yes").given.investors).toHaveLength(1);
  });

  test("is handed out as a workbook with a sheet for each open table, broken cells marked", () => {
    const phone = at("主要投资方").press("rows");
    expect(phone.workbook?.tables.map(({ id }) => id)).toEqual([
      "investors",
      "operation",
      "mainServices",
      "equipment",
      "roster",
    ]);
    phone.say(investors.replace("30%", "三成多吧").replace("10%", "？")).press("yes").press("rows");
    expect(phone.workbook?.tables[0]?.wrong).toMatchObject([
      { row: 1, column: "share", text: "三成多吧" },
      { row: 2, column: "share", text: "？" },
    ]);
  });

  test("a row is copied, and its first cell is asked", () => {
    const phone = at("主要投资方").press("row").say("甲公司").say("民营").say("50%").say("复制上一行");
    expect(phone.ask).toMatchObject({ step: "cell", column: "name", row: 2 });
    phone.say("乙公司").say("第2行投资比例改成30%").press("done");
    expect(phone.given.investors).toEqual([
      { name: "甲公司", nature: "民营", share: "50" },
      { name: "乙公司", nature: "民营", share: "30" },
    ]);
  });

  test("同上 takes the cell above", () => {
    const phone = at("主要投资方").press("row").say("甲公司").say("民营").say("50%").say("乙公司").say("同上");
    expect(phone.given.investors).toMatchObject([{}, { name: "乙公司", nature: "民营" }]);
  });

  test("several sheets fill several tables with one yes", () => {
    const content: Content = {
      kind: "sheets",
      sheets: [
        {
          name: "主要投资方",
          cells: [
            ["主要投资方名称", "性质", "投资比例"],
            ["甲", "国有", "100%"],
          ],
        },
        {
          name: "主要服务产品",
          cells: [
            ["主要服务产品", "服务规模（家、人/次）", "服务收入占年营业收入"],
            ["培训", "300人次", "40%"],
          ],
        },
      ],
    };
    const phone = applied().send("全部.xlsx", content).press("yes");
    expect(phone.given).toMatchObject({
      investors: [{ name: "甲" }],
      mainServices: [{ product: "培训", revenueShare: "40" }],
    });
  });
});

describe("last year's document", () => {
  const document: Content = {
    kind: "document",
    passages: [],
    typed: {
      applicantName: "杭州启航企业服务有限公司",
      registeredOn: "2016年3月5日",
      registeredCapital: "500万元",
      investors: [{ name: "甲", nature: "国有", share: "100%" }],
      history: "我们成立于2016年。\n一直做服务。",
    },
  };

  test("is read back as one list", () => {
    const phone = applied().send("去年的申请书.docx", document);
    expect(texts(phone)).toMatch(/读到 5 项/);
    phone.press("yes");
    expect(phone.given).toMatchObject({
      applicantName: "杭州启航企业服务有限公司",
      registeredOn: "2016-03-05",
      investors: [{ name: "甲", nature: "国有", share: "100" }],
      history: "我们成立于2016年。\n一直做服务。",
    });
  });

  test("sent a second time it has nothing new", () => {
    const phone = applied().send("去年的申请书.docx", document).press("yes").send("去年的申请书.docx", document);
    expect(phone.text).toMatch(/没有读到新的内容|是哪一项材料/);
  });
});

describe("files", () => {
  test("a photo anywhere is asked about, the likeliest material first", () => {
    const phone = at("法人代表").send("营业执照.jpg", { kind: "picture", type: "jpeg" });
    expect(phone.ask.step).toBe("match");
    expect(phone.question.choices[0]?.label).toContain("营业执照");
    phone.press(phone.question.choices[0]!.id);
    expect(phone.given.licence).toMatchObject({ received: true, files: [{ name: "营业执照.jpg" }] });
    expect(phone.ask.field).toBe("legalRepresentative");
  });

  test("photos that come one after another go to one material together", () => {
    const photo = { kind: "picture", type: "jpeg" } as const;
    const phone = at("法人代表").send("1.jpg", photo).send("2.jpg", photo);
    phone.press("material:proofs");
    expect(phone.given.proofs).toMatchObject({ files: [{ name: "1.jpg" }, { name: "2.jpg" }] });
  });

  test("at its own question a file is taken at once, and taken back by its number", () => {
    const phone = at("审计报告").send("审计.pdf").send("附注.pdf").say("删除第1个");
    expect(phone.given.auditReport).toMatchObject({ files: [{ name: "附注.pdf" }] });
    expect(phone.say("删除第1个").given).not.toHaveProperty("auditReport");
  });

  test("what cannot be used is said to be so, and nothing is kept", () => {
    const phone = at("审计报告").send("坏.pdf", { kind: "unusable", why: "“坏.pdf”有密码，请去掉密码再发。" });
    expect(phone.text).toContain("有密码");
    expect(phone.ask.refused).toBe(true);
    expect(phone.given).not.toHaveProperty("auditReport");
  });

  test("all materials are ready at a word", () => {
    const phone = at("审计报告").say("材料都备好了");
    for (const id of ["auditReport", "licence", "proofs"]) expect(phone.given[id]).toMatchObject({ received: true });
  });
});
