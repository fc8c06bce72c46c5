import { describe, expect, test } from "vitest";
import type { Content } from "../../../rules/content.ts";
import { Phone } from "../phone.ts";
import { clearNotice, contactAt } from "./contact.ts";
import { reachedBy } from "./reached.ts";

const on = "2027-11-02";
const paste = (text: string, office = {}): Phone => contactAt(on, office).say(text);
const document = (text: string): Content => ({
  kind: "document",
  passages: text.split("\n\n").map((paragraph) => ({ paragraph, level: null })),
  typed: {},
});
const opened = (phone: Phone) => phone.work?.rounds ?? [];

/** An enterprise that began an application. */
const applicant = (name: string, procedure = "henan/apply") => {
  const phone = new Phone(on).press(procedure).press("agree");
  phone.press(phone.question.choices[0]!.id);
  return reachedBy(phone, name);
};

describe("from a pasted notice to an open round", () => {
  test("takes four messages where nothing is doubtful", () => {
    const phone = contactAt(on);
    phone.reached = [applicant("a"), applicant("b")];
    phone.log.length = 0;
    phone.say(clearNotice).say("全部正确").say("确认开启");
    expect(opened(phone).map(({ round, version }) => [round.id, version])).toEqual([
      ["henan/2027/apply", 1],
      ["henan/2027/verify", 1],
      ["henan/2027/recommend", 1],
      ["henan/2027/summarise", 1],
    ]);
    expect(phone.work?.acts).toMatchObject([{ act: "open-round", detail: { round: "henan/2027", version: 1 } }]);
    phone.say("发通知");
    expect(phone.log.filter((line) => line.startsWith("用户"))).toHaveLength(4);
  });

  test("keeps what the notice says", () => {
    const [first] = opened(paste(clearNotice).say("全部正确").say("确认开启"));
    expect(first?.round).toMatchObject({
      title: "2027年度省级中小企业公共服务示范平台申报",
      ...{ year: 2027, opensOn: "2027-11-01", copies: 2, procedure: "apply" },
      dates: [
        { role: "applicant", way: "online", by: "2027-11-25" },
        { role: "city", way: "paper", by: "2027-12-09" },
      ],
      address: { sentBy: "city", to: "省工业和信息化厅", line: "郑州市郑东新区某某路93号" },
      contacts: [{ name: "张某某", phone: "0371-65500001" }],
      cite: { document: "豫工信办企服〔2027〕58号" },
    });
  });

  test("the dry run counts, and the reminders of all whom it touches are planned with it", () => {
    const phone = contactAt(on);
    phone.reached = [applicant("a"), applicant("b"), applicant("c", "henan/apply")];
    phone.say(clearNotice).say("全部正确");
    expect(phone.text).toContain("涉及 3 家单位的 3 份申请");
    expect(phone.text).toContain("安排 15 条提醒，发给 3 个账号");
    expect(phone.reminders.size).toBe(0);
    phone.say("确认开启");
    expect(new Set(phone.ahead.map(({ subject }) => subject.split("/")[0]))).toEqual(new Set(["a", "b", "c"]));
    expect(phone.ahead.every(({ reminder }) => reminder.due.on === "2027-11-25")).toBe(true);
  });

  test("at short notice they are reminded at once, for they are not here", () => {
    const phone = contactAt("2027-11-24");
    phone.reached = [applicant("a")];
    phone.say(clearNotice).say("全部正确").say("确认开启");
    expect(phone.ahead.map(({ reminder }) => reminder.at)).toEqual(["2027-11-24T09:00", "2027-11-25T09:00"]);
  });

  test("begins in the lobby, too, and a notice that an applicant pastes there does not", () => {
    expect(contactAt(on).say("返回").say(clearNotice).ask.step).toBe("review");
    expect(new Phone(on).say(clearNotice).text).toContain("没有听懂");
  });

  test("a .docx gives the same, and is handed on as a file", () => {
    const phone = contactAt(on).press("round").send("通知.docx", document(clearNotice));
    phone.say("全部正确").say("确认开启");
    expect(opened(phone)).toHaveLength(4);
  });

  test("an applicant sees it at the next visit", () => {
    const phone = paste(clearNotice).say("全部正确").say("确认开启");
    const other = Object.assign(new Phone(on), { rounds: phone.rounds });
    other.press("henan/apply").press("agree");
    expect(other.text).toContain("2027年度省级中小企业公共服务示范平台申报正在进行");
    expect([...other.kept.values()][0]?.round).toBe("henan/2027/apply");
  });
});

describe("what cannot be taken is said, with what to do", () => {
  test.each<[string, (phone: Phone) => Phone, string]>([
    ["no date at all", (phone) => phone.say("请各单位踊跃申报示范平台"), "没有找到日期"],
    ["a word", (phone) => phone.say("好的"), "没有找到日期"],
    ["300,000 characters", (phone) => phone.say("通知".repeat(150_000)), "太长了，没有收下"],
    ["a list of dates", (phone) => phone.say("2027年3月1日前交。".repeat(100)), "不像一份通知"],
    ["a scan", (phone) => phone.send("通知.jpg", { kind: "picture", type: "jpeg" }), "图片里的字我读不出来"],
    ["a PDF", (phone) => phone.send("通知.pdf"), "PDF里的文字我读不出来"],
    ["a spreadsheet", (phone) => phone.send("名单.xlsx", { kind: "sheets", sheets: [] }), "这是表格，不是通知"],
    ["an empty file", (phone) => phone.send("空.txt", { kind: "unusable", why: "文件是空的。" }), "文件是空的"],
    ["a document without text", (phone) => phone.send("空.docx", document("")), "没有读到文字"],
    ["an archive", (phone) => phone.send("通知.zip", { kind: "archive", files: [] }), "请只发通知那一个"],
  ])("%s", (_, send, why) => {
    const phone = send(contactAt(on).press("round"));
    expect(phone.text).toContain(why);
    expect(phone.ask.refused).toBe(true);
    expect(phone.say(clearNotice).ask.step).toBe("review");
  });

  test("dates that were typed out are enough", () => {
    const phone = contactAt(on).press("round");
    phone.say("申报单位2027年11月16日前网上填报，县级主管部门11月23日前报送纸质材料");
    expect(phone.text).toContain("没有找到通知的标题");
    phone.say("关于申报2027年度省级示范平台的通知");
    expect(phone.text).toContain("从哪一天开始申报");
    phone.press("today").say("跳过").say("跳过").say("全部正确").say("确认开启");
    const [first] = opened(phone);
    expect(first?.round).toMatchObject({ opensOn: on, dates: [{ by: "2027-11-16" }, { by: "2027-11-23" }] });
    expect(first?.round).not.toHaveProperty("copies");
    expect(first?.round).not.toHaveProperty("address");
  });
});

const notice = (
  first: string,
  second = "请各省辖市主管部门于2027年12月9日前将纸质材料一式两份报送省工业和信息化厅。",
) => clearNotice.replace(/一、.*\n/, `一、${first}\n`).replace(/二、.*\n/, `二、${second}\n`);

describe("what is doubtful is asked singly", () => {
  test.each<[string, string, string, string, string]>([
    [
      "30 February",
      "申报单位请于2028年2月30日前登录平台填报。",
      "日历上没有2028年2月30日",
      "2028年2月29日",
      "2028-02-29",
    ],
    ["a weekday", "申报单位请于2027年11月25日（星期五）前登录平台填报。", "是星期四", "1", "2027-11-25"],
    ["a weekday, yes", "申报单位请于2027年11月25日（星期五）前登录平台填报。", "是星期四", "是的", "2027-11-25"],
    ["another day", "申报单位请于2027年11月25日（星期五）前登录平台填报。", "是星期四", "11月26日", "2027-11-26"],
    ["no day", "申报单位请于2027年11月底前登录平台填报。", "", "", "2027-11-30"],
  ])("%s", (_, first, why, answer, day) => {
    const phone = paste(notice(first));
    if (answer !== "") {
      expect(phone.text).toContain(why);
      expect(phone.ask.step).toBe("doubt");
      expect(phone.say("全部正确").text).toContain("还有没问清的地方");
      expect(phone.ask).toMatchObject({ step: "doubt", refused: true });
      phone.say(answer);
    }
    phone.say("全部正确").say("确认开启");
    expect(opened(phone)[0]?.round.dates).toContainEqual(expect.objectContaining({ role: "applicant", by: day }));
  });

  test("so many days, of which it is not known whose they are", () => {
    const phone = paste(notice("请于通知印发之日起10个工作日内完成填报。"));
    expect(phone.text).toContain("按天数写");
    expect(phone.say("1").text).toContain("没有写清是谁的期限");
    expect(phone.say("企业").text).toContain("没有写清怎么办理");
    phone.say("1").say("全部正确").say("确认开启");
    expect(opened(phone)[0]?.round.dates[0]).toMatchObject({ role: "applicant", way: "online", by: "2027-11-15" });
  });

  test("two days for one thing: the chosen one stands, once", () => {
    const both = "申报单位请于2027年11月25日前登录平台填报；申报单位网上填报于2027年11月28日截止。";
    const phone = paste(notice(both));
    expect(phone.text).toContain("2个不同的期限");
    phone.say("2027年11月28日").say("全部正确").say("确认开启");
    const own = opened(phone)[0]?.round.dates.filter(({ role }) => role === "applicant");
    expect(own?.map(({ by }) => by)).toEqual(["2027-11-28"]);
  });

  test("a day without its month is not taken for a part of the offered one", () => {
    const phone = paste(notice("申报单位请于2027年11月25日（星期五）前登录平台填报。")).say("5日");
    expect(phone.ask).toMatchObject({ step: "doubt", refused: true });
    expect(phone.say("11月25日").ask.step).toBe("review");
  });

  test("a year that is in the title alone", () => {
    const phone = paste(
      clearNotice
        .replace("2027年11月25日前", "3月23日前")
        .replace("2027年12月9日前", "3月30日前")
        .replace("\n2027年11月1日", ""),
    );
    expect(phone.text).toContain("只有标题里有年份");
    expect(phone.say("2028年3月23日").text).toContain("只有标题里有年份");
  });

  test("a date that is none is left out", () => {
    const phone = paste(notice("申报单位请于2027年11月25日（星期五）前登录平台填报。")).press("drop");
    expect(phone.text).toContain("通知没有写申报单位自己的截止日期");
    phone.say("由各市县定").say("全部正确");
    expect(phone.text).toContain("由各市县定");
    expect(opened(phone.say("确认开启")).map(({ round }) => round.procedure)).toEqual([
      "verify",
      "recommend",
      "summarise",
    ]);
  });

  test.each(["返回", "暂停", "帮助"])("%s while something is asked loses nothing", (word) => {
    const phone = paste(notice("申报单位请于2027年11月25日（星期五）前登录平台填报。"));
    phone.say(word);
    if (word === "返回") phone.say("接着核对刚才那份");
    expect(phone.text).toContain("是星期四");
    expect(phone.ask.step).toBe("doubt");
  });
});

describe("the list is corrected as people say it", () => {
  const list = () => paste(clearNotice);
  const dates = (phone: Phone) => {
    const { dates } = opened(phone.say("全部正确").say("确认开启"))[0]!.round;
    return dates.map(({ role, way, by, at }) => [role, way, by, ...(at ? [at] : [])].join(" "));
  };
  const own = "applicant online 2027-11-25";
  const theirs = "city paper 2027-12-09";

  test.each<[string, readonly string[]]>([
    ["5 改成 11月26日", ["applicant online 2027-11-26", theirs]],
    ["第5项改成2027年11月26日17:30", ["applicant online 2027-11-26 17:30", theirs]],
    ["5 改成 17:30", ["applicant online 2027-11-25 17:30", theirs]],
    ["6 改成 县级 12月5日 纸质", [own, "county paper 2027-12-05"]],
    ["删除 6", [own]],
    ["6不要", [own]],
    ["5 改成 11月26日，6 改成 12月10日", ["applicant online 2027-11-26", "city paper 2027-12-10"]],
    ["加一条 县级 11月30日 纸质", [own, "county paper 2027-11-30", theirs]],
    ["增加一条：市级12月1日17时前审核", [own, "city review 2027-12-01 17:00", theirs]],
    ["7 改成 3份", [own, theirs]],
  ])("%s", (said, expected) => {
    expect(dates(list().say(said))).toEqual(expected);
  });

  test.each([
    ["5 改成 2月30日", "日历上没有"],
    ["5 改成 星期五", "没有看出日期"],
    ["5 改成 2026年3月1日", "早于"],
    ["5 改成 25:00", "没有这个钟点"],
    ["5 改成 11月26日或11月27日", "不止一个日期"],
    ["40 改成 3月25日", "没有第 40 项"],
    ["删除 1", "不能去掉"],
    ["7 改成 很多", "份数请写"],
    ["加一条 县级 纸质", "要写到哪一天"],
    ["加一条", "没有看出日期"],
    ["4 改成 2027年11月28日", "早于开始申报"],
    ["随便", "没有听懂"],
    ["9", "第 9 项要怎么改"],
  ])("%s is refused, with an example", (said, why) => {
    const phone = list();
    const before = phone.question.text;
    phone.say(said);
    expect(phone.text).toContain(why);
    expect(phone.ask).toMatchObject({ step: "review", refused: true });
    expect(phone.question.text.endsWith(before)).toBe(true);
    expect(dates(phone)).toEqual([own, theirs]);
  });

  test("an added date that does not say how is asked about", () => {
    const phone = list().say("加一条 县级 11月30日");
    expect(phone.text).toContain("没有写清怎么办理");
    expect(dates(phone.say("报送纸质材料"))).toContain("county paper 2027-11-30");
  });

  test("返回 takes back the last thing that was said", () => {
    const phone = list().say("5 改成 11月26日").say("删除 6").say("返回").say("返回");
    expect(dates(phone)).toEqual([own, theirs]);
  });

  test("a second notice or a file in between is not taken for a correction", () => {
    const phone = list().say(clearNotice);
    expect(phone.text).toContain("又收到一份通知");
    expect(phone.send("别的.docx").text).toContain("请先回复“返回”");
    expect(dates(phone)).toEqual([own, theirs]);
  });
});

describe("before it is confirmed", () => {
  const steps: readonly (readonly [string, () => Phone])[] = [
    ["asked for the notice", () => contactAt(on).press("round")],
    ["a doubt", () => paste(notice("申报单位请于2027年11月25日（星期五）前登录平台填报。"))],
    ["the list", () => paste(clearNotice)],
    ["the dry run", () => paste(clearNotice).say("全部正确")],
  ];

  test.each(steps)("%s: the same question once more for who only comes back", (_, at) => {
    const phone = at();
    const { question } = phone;
    phone.turn({ arrived: true });
    expect(phone.replies).toEqual([question]);
  });

  test.each(steps)("%s: 取消 opens nothing and goes back to the desk", (_, at) => {
    const phone = at().say("取消");
    expect(opened(phone)).toEqual([]);
    expect(phone.question.text).toContain("请选择要办的事");
  });

  test("the dry run goes back to the list, and nothing but a yes confirms it", () => {
    const phone = paste(clearNotice).say("全部正确").say("嗯嗯好像可以吧");
    expect(phone.ask.refused).toBe(true);
    expect(opened(phone)).toEqual([]);
    expect(phone.say("返回修改").ask.step).toBe("review");
    expect(phone.text).toContain("请逐条核对");
  });
});

describe("where each city sets the applicants' day", () => {
  const phone = contactAt(on);
  phone.reached = [applicant("a")];
  phone.say(notice("符合条件的单位向所在地主管部门申请。")).say("由各市县定").say("全部正确");

  test("they are told the departments' day, and that theirs is earlier", () => {
    expect(phone.text).toContain("涉及 1 家单位的 1 份申请");
    phone.say("确认开启");
    expect(new Set(phone.ahead.map(({ reminder: { due } }) => `${due.owedBy} ${due.on}`))).toEqual(
      new Set(["city 2027-12-09"]),
    );
    expect(phone.ahead.every(({ reminder }) => !reminder.due.unconfirmed)).toBe(true);
  });

  test("their application is in no round, and says so", () => {
    const other = Object.assign(new Phone(on), { rounds: phone.rounds });
    other.press("henan/apply").press("agree");
    expect([...other.kept.values()][0]?.round).toBeNull();
    expect(other.text).toContain("贵单位交给当地主管部门的日期由各市县定");
    expect(other.text).toContain("2027年12月9日前");
  });
});

describe("which rounds", () => {
  test("a year that has one already is offered a change of its dates, or a second one", () => {
    const phone = paste(clearNotice).say("全部正确").say("确认开启").say("以后再说").say(clearNotice);
    expect(phone.text).toContain("2027年度已经开过一轮了");
    const other = phone.clone().say("改已开那一轮的日期");
    expect(other.text).toContain("要改哪一轮的日期");
    phone.say("另开第二轮").say("全部正确").say("确认开启");
    expect(opened(phone)[0]?.round.id).toBe("henan/2027-2/apply");
  });

  test("several procedures are asked about", () => {
    const phone = paste(clearNotice.replaceAll("河南", "青海").replaceAll("省辖市", "市州"), {
      jurisdiction: "qinghai",
    });
    while (!phone.text.includes("哪个事项")) phone.press(phone.question.choices[0]!.id);
    phone.say("1和2");
    while (!phone.text.includes("请逐条核对")) phone.say("跳过");
    expect(phone.text).toContain("事项：");
    phone.say("全部正确").say("确认开启");
    expect(opened(phone).map(({ round }) => round.procedure)).toEqual(["apply", "renew", "recommend", "summarise"]);
  });

  test("where there are no departments' procedures, theirs are the applicants' dates", () => {
    const phone = paste(notice("符合条件的单位向所在地申请。"), { jurisdiction: "zhejiang" });
    phone.say("由各市县定").say("全部正确").say("确认开启");
    expect(opened(phone).map(({ round }) => round.id)).toEqual(["zhejiang/2027/apply"]);
  });

  test.each([
    [{ level: "city", area: "郑州市" }, true],
    [{ jurisdiction: "taiyuan", level: "city", area: "太原市" }, false],
    [{}, false],
  ] as const)("%o", (office, isRefused) => {
    for (const id of ["round", "redate"]) {
      const phone = contactAt(on, office).press(id);
      expect(phone.ask.refused).toBe(isRefused);
      if (isRefused) expect(phone.text).toContain("发通知");
    }
  });
});
