import { describe, expect, test } from "vitest";
import { planReminders } from "../../flows/dates/plan.ts";
import { subjectsOf } from "../../flows/dates/subjects.ts";
import { LEADS } from "../../rules/calendar/reminders.ts";
import { Phone } from "./phone.ts";

/** Somebody with a Henan application of one answer, its dates of last year told. */
const applicant = () => new Phone("2027-10-20").press("henan/apply").press("agree").say("暂停");
const holder = (said = "2026年5月18日") =>
  new Phone("2027-06-01").say("我已是示范平台").press("agree").say("青海").say(said).say("跳过");

describe("continuing", () => {
  test.each(["我的日期", "提醒设置", "我的资料", "我的申请", "我已是示范平台"])("继续 works at %s", (place) => {
    expect(applicant().say(place).say("继续").text).toContain("接着填：河南省");
  });

  test("without an application it says what to do, and the dates stay", () => {
    const phone = holder().say("继续");
    expect(phone.text).toContain("还没有可以继续的申请");
    expect(phone.text).toContain("我的日期");
  });
});

describe("what is told when its time comes", () => {
  const reminded = (phone: Phone) => phone.ahead.map(({ isTold: _, ...one }) => one).slice(0, 1);

  test("nothing at all of what was done meanwhile", () => {
    const phone = applicant();
    const reminders = reminded(phone);
    const [id, kept] = [...phone.kept][0]!;
    phone.kept.set(id, { ...kept, marks: { ...kept.marks, declared: "2027-11-01" } });
    expect(phone.turn({ reminders }).replies).toEqual([]);
    expect(phone.turn({ arrived: true }).ask.step).toBe("menu");
  });

  test("a date that went by is told with what can still be done", () => {
    const phone = holder();
    const [first] = reminded(phone);
    phone.on = "2027-08-02";
    const missed = phone.turn({ reminders: [{ ...first!, isMissed: true }] });
    expect(missed.text).toContain("2027年7月20日的期限已经过了");
    expect(missed.text).toContain("请尽快补报");
  });

  test("a guess that went by is not told once the real date is known", () => {
    const phone = applicant();
    const guess = reminded(phone).map((one) => ({ ...one, isMissed: true }));
    phone.on = "2027-12-15";
    expect(phone.clone().turn({ reminders: guess }).text).toContain("今年是哪天截止");
    const [henan] = phone.served.filter(({ id }) => id === "henan/apply");
    const last = henan!.jurisdiction.rounds.at(-1)!;
    const dates = last.dates.map((date) => ({ ...date, by: "2027-12-30" }));
    const round = { ...last, id: "henan/2027", procedure: "apply", year: 2027, opensOn: "2027-12-01", dates };
    const jurisdiction = { ...henan!.jurisdiction, rounds: [round] };
    Object.assign(phone, { served: [{ ...henan!, jurisdiction }] });
    expect(phone.turn({ reminders: guess }).replies).toEqual([]);
  });
});

test("at short notice who is here has read it, and who is not is told at once", () => {
  const title = {
    jurisdiction: "qinghai",
    level: "province",
    recognisedOn: "2026-05-18",
    statedOn: "2027-07-18",
    place: null,
  };
  const subjects = subjectsOf([], { recognitions: [title], done: [] }, new Phone().served);
  const usual = { hour: 9, leads: LEADS, wantsNotices: true };
  const preferences = new Map([
    ["me", usual],
    ["you", usual],
  ]);
  const moment = { on: "2027-07-18", minute: "2027-07-18T10:30", present: "me" };
  const [mine, yours] = planReminders(subjects, preferences, moment).map(({ dues }) => dues[0]!);
  const said = (reminders: readonly { lead: number; at: string; isLate: boolean }[] = []) =>
    reminders.map(({ lead, at, isLate }) => `${lead} at ${at}${isLate ? " late" : ""}`);
  const ahead = ["1 at 2027-07-19T09:00", "0 at 2027-07-20T09:00"];
  const late = "3 at 2027-07-18T10:30 late";
  expect([said(mine!.reminders), said(mine!.told)]).toEqual([ahead, [late]]);
  expect([said(yours!.reminders), said(yours!.told)]).toEqual([[late, ...ahead], []]);
});

describe("what was handed in", () => {
  const july = "2027年7月20日 把半年的运营情况";
  /** Reminded of 20 July, at home among the menus. */
  const reminded = () => holder().say("返回").arrive("2027-07-13");
  const left = (phone: Phone) => phone.ahead.map(({ reminder }) => reminder.due.on);

  test.each(["已报送", "已经报送了", "报过了。", "交了"])(
    "“%s” answers the reminder: no more of it, and it is listed",
    (said) => {
      const phone = reminded();
      expect(phone.replies[0]!.text).toContain("回复“已报送”");
      expect(left(phone)).toContain("2027-07-20");
      phone.say(said);
      expect(phone.text).toContain(`记下了，已报送：${july}`);
      expect(phone.text).toContain("✓ 已报送：2027年7月20日前");
      expect(left(phone)).not.toContain("2027-07-20");
      expect(left(phone)).toContain("2027-08-31");
    },
  );

  test.each(["报送", "我要报送", "已"])("“%s” does not say so", (said) => {
    expect(reminded().say(said).titles.done).toEqual([]);
  });

  test("it is taken back, and reminded of again", () => {
    const phone = reminded();
    const before = left(phone);
    phone.say("已报送").press("unhanded");
    expect(phone.question.choices.map(({ label }) => label)).toEqual([expect.stringContaining(july), "返回"]);
    phone.say("1");
    expect(phone.text).toContain("改回没有报送");
    expect(phone.titles.done).toEqual([]);
    expect(left(phone)).toEqual(before);
  });

  test("where several may be meant it is asked which; any of the year may be chosen", () => {
    const phone = holder().say("返回").arrive("2027-08-10");
    phone.say("已报送");
    expect(phone.question.text).toContain("哪一项已经报送了");
    phone.say("半年度总结报告");
    expect(phone.titles.done).toEqual([
      { subject: "title/qinghai/province", dueId: "qinghai/halfYearReport/2027", doneOn: "2027-08-10" },
    ]);
    expect(phone.say("已报送").titles.done.map(({ dueId }) => dueId)).toContain("qinghai/rowForHalfYear/2027");
  });

  test("in an interview it answers the reminder, and the question stays", () => {
    const phone = holder().say("返回").press("zhejiang/apply").arrive("2027-07-13");
    const question = phone.question;
    phone.say("已报送");
    expect(phone.replies.map(({ text }) => text).join("")).toContain(`记下了，已报送：${july}`);
    expect(phone.question.ask).toEqual(question.ask);
    expect(left(phone)).not.toContain("2027-07-20");
  });

  test("in an interview 交了 is an answer", () => {
    const phone = holder().say("返回").press("zhejiang/apply").arrive("2027-07-13");
    expect(phone.say("交了").titles.done).toEqual([]);
  });

  test("who holds no title is told what to do", () => {
    const phone = applicant().say("已报送");
    expect(phone.ask.refused).toBe(true);
    expect(phone.text).toContain("没有等着报送的事");
  });

  test("nobody is told of it by a job that was on its way", () => {
    const phone = reminded();
    const [next] = phone.ahead;
    phone.say("已报送");
    expect(phone.turn({ reminders: [next!] }).replies).toEqual([]);
  });
});

describe("titles among what is kept", () => {
  test("are listed and deleted one by one, with their reminders", () => {
    const phone = holder()
      .say("我已是示范平台")
      .say("浙江")
      .say("2026年3月1日")
      .say("杭州市西湖区")
      .say("返回")
      .say("我的资料");
    expect(phone.text).toContain(
      "青海省 省级示范平台：2026年5月18日认定\n浙江省 省级示范平台：2026年3月1日认定，在杭州市西湖区",
    );
    phone.say("删除称号：青海省 省级示范平台");
    expect(phone.text).toContain("已删除青海省 省级示范平台和它的提醒");
    expect(phone.question.text).toContain("浙江省 省级示范平台");
    expect(phone.question.text).not.toMatch(/青海省 省级示范平台：/);
    expect(new Set([...phone.reminders.values()].map(({ subject }) => subject))).toEqual(
      new Set(["title/zhejiang/province"]),
    );
  });

  test("who holds only a title can delete everything", () => {
    const phone = holder().say("返回").say("我的资料").say("删除全部资料").say("确定删除");
    expect([phone.titles.recognitions, phone.reminders.size, phone.consentedOn]).toEqual([[], 0, null]);
  });

  test("a delegate sees none of them", () => {
    const owner = applicant();
    const [application] = [...owner.kept.keys()];
    const helper = owner.colleague({ application: application!, sections: ["place"] });
    expect(helper.say("我填的内容").text).not.toContain("称号");
  });
});

test("whoever holds one of 太原's two titles is told that one's end alone", () => {
  const stated = (title: string) =>
    new Phone("2026-01-10").say("我已是示范平台").press("agree").say(title).say("2025年6月1日").say("小店区").text;
  expect(stated("太原市 市级")).toContain("市级示范平台认定有效期3年");
  expect(stated("太原市 市级")).not.toContain("省级示范平台认定有效期");
  expect(stated("山西省")).toMatch(
    /【山西省 省级示范平台（太原市推荐）】\n.*2028年6月1日.*省级示范平台每次认定有效期三年/,
  );
  expect(stated("山西省")).not.toContain("市级示范平台认定");
});

describe("where the holder of a title is", () => {
  const stated = (jurisdiction: string) =>
    new Phone("2026-06-02").say("我已是示范平台").press("agree").say(jurisdiction).say("2026年6月1日");

  test.each([
    ["青海", "西宁", "西宁市"],
    ["青海", "西宁市城中区", "西宁市城中区"],
    ["浙江", "杭州市西湖区", "杭州市西湖区"],
    ["太原市 市级", "小店区", "太原市小店区"],
    ["新疆", "喀什地区喀什市", "喀什地区喀什市"],
  ])("%s, %s: %s", (jurisdiction, said, place) => {
    const phone = stated(jurisdiction).say(said);
    expect(phone.titles.recognitions).toMatchObject([{ recognisedOn: "2026-06-01", place }]);
    expect(phone.text).toContain(`记下了：在${place}。`);
  });

  test.each([
    ["青海", "杭州市"],
    ["青海", "不知道"],
    ["浙江", "市中心那边吧？"],
    ["浙江", "12345"],
  ])("%s, %s is not understood; the title is kept all the same", (jurisdiction, said) => {
    const phone = stated(jurisdiction).say(said);
    expect(phone.ask.refused).toBe(true);
    expect(phone.text).toContain("回复“跳过”");
    expect(phone.titles.recognitions).toMatchObject([{ recognisedOn: "2026-06-01", place: null }]);
  });

  test.each(["跳过", "返回", "我的日期"])("%s leaves it open", (said) => {
    const phone = stated("青海").say(said);
    expect(phone.titles.recognitions).toMatchObject([{ place: null }]);
    expect(phone.question.text).toContain("我的日期");
  });
});

test("under a title's reminder stands the application with which it is done, no other", () => {
  const phone = new Phone("2028-01-10").press("taiyuan/provincial").press("agree").say("暂停");
  phone.say("我已是示范平台").say("太原市 市级").say("2025年6月1日").say("跳过").say("返回");
  const end = phone.ahead.find(({ reminder }) => reminder.due.on === "2028-06-01")!;
  phone.on = "2028-05-02";
  phone.turn({ reminders: [end] });
  expect(phone.text).toContain("然后选“太原市 市级中小企业公共服务示范平台认定申报”");
  expect(phone.text).not.toContain("您的申请已填");
});
