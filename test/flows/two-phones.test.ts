import { describe, expect, test } from "vitest";
import { digestOf } from "../../rules/digest.ts";
import { loadJurisdictions, servedBy } from "../../rules/index.ts";
import { Phone } from "./phone.ts";

const served = servedBy(await loadJurisdictions());
const on = "2021-05-12";

/** An application of Zhejiang with a name, its owner in the menu. */
const begun = (): Phone => {
  const phone = new Phone(on).press("zhejiang/apply").press("agree");
  return phone.say("把申请单位名称改成杭州启航企业服务有限公司").say("暂停");
};

describe("a second phone", () => {
  test("joins by a code that is given out once", () => {
    const first = begun().press("links").press("whole");
    expect(first.text).toContain("绑定 ABCD-2345");
    const second = first.stranger("同事").say("绑定 abcd-2345");
    expect(second.ask.step).toBe("consent");
    expect(second.press("agree").text).toContain("绑定好了");
    expect(first.stranger("别人").say("绑定 ABCD-2345").text).toContain("已经用过");
    second.press("resume");
    expect(second.given.applicantName).toBe("杭州启航企业服务有限公司");
  });

  test.each([
    ["used", /已经用过/],
    ["expired", /过期/],
    ["unknown", /没有这个代码/],
  ] as const)("a code that is %s is said to be so", (state, why) => {
    const phone = new Phone(on);
    phone.invitations.set("ABCD2345", { state, scope: null, isOwn: false });
    phone.say("绑定 ABCD-2345");
    expect(phone.text).toMatch(why);
    expect(phone.ask.refused).toBe(true);
  });

  test("who never consented is asked before it joins", () => {
    const phone = new Phone(on);
    phone.invitations.set("ABCD2345", { state: "open", scope: null, isOwn: false });
    expect(phone.say("ABCD-2345").ask.step).toBe("consent");
    expect(phone.press("agree").text).toContain("绑定好了");
  });

  test("an answer that a colleague gave meanwhile is not overwritten without a word", () => {
    const first = begun().press("resume").say("修改 法人代表");
    const second = first.colleague(null).press("resume").say("修改 法人代表").say("张三");
    expect(second.given.legalRepresentative).toBe("张三");
    first.say("李四");
    expect(first.ask.step).toBe("doubt");
    expect(first.text).toMatch(/同事填了 张三.*李四 替换/s);
    expect(first.given.legalRepresentative).toBe("张三");
    expect(first.press("yes").given.legalRepresentative).toBe("李四");
  });

  test("the same answer twice is no conflict", () => {
    const first = begun().press("resume").say("修改 法人代表");
    first.colleague(null).press("resume").say("修改 法人代表").say("张三");
    expect(first.say("张三").ask.step).not.toBe("doubt");
  });

  test("rows that a colleague added meanwhile are told before one's own is taken", () => {
    const first = begun().press("resume").say("修改 主要投资方");
    const second = first.colleague(null).press("resume").say("修改 主要投资方");
    first.say("丙\t民营\t10%\n丁\t民营\t10%");
    second.say("甲\t国有\t60%\n乙\t民营\t30%\n戊\t民营\t10%").press("yes");
    first.press("yes");
    expect(first.text).toMatch(/同事刚才改过.*原来是 3 行/s);
    expect(first.given.investors).toHaveLength(3);
    expect(first.press("add").given.investors).toHaveLength(5);
  });
});

describe("a colleague who fills a part", () => {
  const scope = { application: "application-1", sections: ["operation"] };
  const delegated = () => {
    const owner = begun();
    const section = served.find(({ id }) => id === "zhejiang/apply")!.procedure.sections[1]!;
    const accountant = owner.colleague({ ...scope, sections: [section.id] });
    return { owner, accountant, section };
  };

  test("is invited for the sections chosen", () => {
    const { owner, section } = delegated();
    owner.press("links").press("delegate").press(section.id);
    expect(owner.invitations.get("ABCD2345")).toMatchObject({ scope: { sections: [section.id] } });
    expect(owner.text).toContain(section.title);
  });

  test("is asked those questions only, sees those answers only, and cannot hand in", () => {
    const { accountant, section } = delegated();
    accountant.press("resume");
    const asked = new Set<string>();
    while (accountant.ask.step !== "review") {
      asked.add(accountant.ask.field!);
      accountant.press("skip");
    }
    expect([...asked].filter((id) => !section.fields.includes(id))).toEqual([]);
    expect(accountant.say("查看").text).not.toContain("杭州启航");
    expect(accountant.say("修改 申请单位名称").ask.field).not.toBe("applicantName");
    expect(accountant.say("把申请单位名称改成别的公司").given.applicantName).toBe("杭州启航企业服务有限公司");
    for (const command of ["生成草稿", "重新开始", "还能报哪里", "条件"])
      expect(accountant.say(command).ask.refused).toBe(true);
    expect(accountant.turn({ choice: "yes" }).ask.step).toBe("review");
    expect(accountant.documents).toEqual([]);
  });

  test("starts nothing of its own, and may leave", () => {
    const { accountant } = delegated();
    expect(accountant.turn({ choice: "zhejiang/apply" }).ask.refused).toBe(true);
    expect(accountant.turn({ choice: "forget" }).ask.refused).toBe(true);
  });
});

describe("rules that changed since", () => {
  const apply = served.find(({ id }) => id === "zhejiang/apply")!;

  test("are told, and only what does not fit any more is asked again", () => {
    const phone = new Phone(on)
      .press("zhejiang/apply")
      .press("agree")
      .say("把单位性质改成事业单位")
      .say("把法人代表改成张三");
    phone.say("暂停");
    const { unitNature, ...rest } = apply.procedure.fields;
    const changed = {
      ...apply,
      version: "another",
      procedure: {
        ...apply.procedure,
        fields: {
          ...rest,
          unitNature: { ...unitNature, kind: "choice", choices: [{ id: "public", label: "事业单位法人" }] },
        },
      },
    };
    const later = Object.assign(phone.clone(), { served: [changed], on: "2021-11-02" });
    later.former = new Map([["application-1", digestOf(apply.procedure)]]);
    later.press("resume");
    expect(later.text).toMatch(/规则有变化.*填法有变：.*单位性质/s);
    expect(later.text).toMatch(/估计还要 \d+ 分钟/);
    expect(later.given).toMatchObject({ legalRepresentative: "张三" });
    expect(later.given).not.toHaveProperty("unitNature");
    expect(later.kept.get("application-1")!.rules).toBe("another");
  });
});
