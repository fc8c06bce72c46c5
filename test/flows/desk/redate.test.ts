import { describe, expect, test } from "vitest";
import { Phone } from "../phone.ts";
import { clearNotice, contactAt } from "./contact.ts";
import { reachedBy } from "./reached.ts";

const on = "2027-11-15";

/** A contact of a department in which the round is open, and an enterprise that was told its dates. */
const withRound = (): Phone => {
  const applicant = new Phone(on).press("henan/apply").press("agree");
  const phone = contactAt(on);
  phone.reached = [reachedBy(applicant, "a")];
  return phone.say(clearNotice).say("全部正确").say("确认开启").say("以后再说");
};

describe("the dates of an open round are changed", () => {
  test("all its rounds get a new version, and the act says what was and what is", () => {
    const phone = withRound().say("改期").say("1").say("2 改成 11月30日").say("改好了");
    expect(phone.text).toContain("申报单位网上填报由2027年11月25日（星期四）前改为2027年11月30日（星期二）前");
    expect(phone.text).toContain("1 份原来告知的日期变了");
    expect(phone.work).toBeNull();
    phone.say("确认修改");
    expect(phone.work?.rounds?.map(({ round, version }) => [round.id, version])).toEqual(
      ["apply", "verify", "recommend", "summarise"].map((code) => [`henan/2027/${code}`, 2]),
    );
    expect(phone.work?.acts).toMatchObject([
      {
        act: "redate-round",
        detail: {
          ...{ round: "henan/2027", version: 2 },
          before: { dates: [{ on: "2027-11-25" }, { on: "2027-12-09" }] },
          after: { dates: [{ on: "2027-11-30" }, { on: "2027-12-09" }] },
        },
      },
    ]);
    expect(new Set(phone.ahead.map(({ reminder }) => reminder.due.on))).toEqual(new Set(["2027-11-30"]));
  });

  test("a date that nobody touched keeps the notice's words", () => {
    const phone = withRound().say("改期").say("1").say("2 改成 11月30日").say("改好了").say("确认修改");
    const dates = phone.work!.rounds![0]!.round.dates;
    expect(dates.map(({ cite }) => cite.article)).toEqual(["部门说明", "通知原文"]);
  });

  test("what another contact confirmed meanwhile is shown first", () => {
    const mine = withRound().say("改期").say("1").say("2 改成 11月30日").say("改好了");
    const theirs = mine.clone().say("返回修改").say("返回").say("3 改成 12月10日").say("改好了").say("确认修改");
    mine.rounds = theirs.rounds;
    mine.say("确认修改");
    expect(mine.text).toContain("另一位联系人刚刚改动过");
    expect(mine.text).toContain("2027年12月10日");
    expect(mine.work).toBeNull();
    mine.say("改好了").say("确认修改");
    const [first] = mine.work!.rounds!;
    expect(first).toMatchObject({ version: 3, round: { dates: [{ by: "2027-11-30" }, { by: "2027-12-10" }] } });
  });

  test("who opens the same year at once sees the other's first", () => {
    const mine = contactAt(on).say(clearNotice).say("全部正确");
    mine.rounds = withRound().rounds;
    mine.say("确认开启");
    expect(mine.text).toContain("已经开过一轮了");
    expect(mine.work).toBeNull();
  });

  test("nothing to change is said, and a year without rounds too", () => {
    expect(withRound().say("改期").say("1").say("改好了").text).toContain("日期还没有改动");
    expect(contactAt(on).say("改期").text).toContain("没有日期可改");
  });

  test("a notice of it is drafted", () => {
    const phone = withRound().say("改期").say("1").say("2 改成 11月30日17:30").say("改好了").say("确认修改");
    expect(JSON.stringify(phone.conversation?.desk)).toContain(
      "申报单位网上填报由2027年11月25日（星期四）前改为2027年11月30日（星期二）17:30前。其他要求不变，请按新日期办理。",
    );
  });
});

describe("how far the enterprises are", () => {
  const enterprise = (name: string, place: string, status: string, declared = false) => {
    const reached = reachedBy(new Phone(on).press("henan/apply").press("agree"), name);
    const [application] = reached.applications;
    const marks = { status, ...(declared && { declared: "yes" }) };
    return { ...reached, applications: [{ ...application!, marks, given: place ? { applicantsPlace: place } : {} }] };
  };

  const phoneFor = (area: string | null): Phone => {
    const phone = contactAt(on, { area, level: area ? "city" : "province" });
    const places = phone.served.find(({ id }) => id === "henan/apply")!.procedure.places as string;
    phone.reached = [
      enterprise("a", "zhengzhou", "已填 0/25"),
      enterprise("b", "zhengzhou", "已填 3/25"),
      enterprise("c", "luoyang", "文件已生成", true),
      enterprise("d", "", "已填 0/25"),
      {
        ...enterprise("e", "luoyang", "已填 9/25"),
        recognitions: [
          { jurisdiction: "henan", level: "province", recognisedOn: "2026-01-01", statedOn: on, place: null },
        ],
      },
    ].map((one) => ({
      ...one,
      applications: one.applications.map((application) => ({
        ...application,
        given: Object.fromEntries(Object.values(application.given).map((place) => [places, place])),
      })),
    }));
    return phone.say("各单位进度");
  };

  test("is told by place to who acts for all", () => {
    expect(phoneFor(null).question.text.split("\n")).toEqual([
      "河南省的进度（按申请份数）：未开始 2，填写中 2，已生成文件 1，有效期内的示范平台 1 家",
      "· 洛阳市：填写中 1，已生成文件 1，有效期内的示范平台 1 家",
      "· 郑州市：未开始 1，填写中 1",
      "· 没填所在地：未开始 1",
    ]);
  });

  test("and of its own area alone to a city's", () => {
    const phone = phoneFor("郑州市");
    expect(phone.question.text).toContain("郑州市的进度（按申请份数）：未开始 1，填写中 1");
    expect(phone.question.text).not.toContain("洛阳");
    expect(phone.say("返回").question.text).toContain("请选择要办的事");
  });
});
