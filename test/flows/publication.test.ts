import { expect, test } from "vitest";
import { Phone } from "./phone.ts";

/** Somebody whose application's documents are made, on the day given. */
const applicant = (procedure: string, on: string): Phone => {
  const phone = new Phone(on);
  phone.consentedOn = on;
  const kept = { id: "a", procedure, round: null, rules: "1", sample: false, updatedOn: on };
  phone.kept.set("a", { ...kept, marks: { declared: on, title: "甲公司", status: "已生成文件" } });
  phone.answers.set("a", {});
  return phone.say("我的日期");
};

const labels = (phone: Phone) => phone.question.choices.map(({ label }) => label);

test("the end of a publication is counted in working days, listed and told before, 青海 第十一条", () => {
  const phone = applicant("qinghai/apply", "2026-06-02");
  phone.press("published:a");
  expect(phone.question.text).toContain("公示是从哪一天开始的");
  phone.say("6月1日");
  expect(phone.text).toContain("记下了：2026年6月1日开始公示");
  expect(phone.question.text).toContain("2026年6月10日（星期三）前：对公示名单有异议的，向主管部门提出（公示7个工作日");
  expect(phone.ahead.map(({ reminder }) => reminder.at)).toEqual([
    "2026-06-03T09:00",
    "2026-06-07T09:00",
    "2026-06-09T09:00",
    "2026-06-10T09:00",
  ]);
  phone.arrive("2026-06-03");
  expect(phone.text).toContain("还有 7 天");
  expect(phone.text).not.toContain("接着填");
});

test.each([
  ["2026年6月", "请写到日"],
  ["6月9日", "还没有到"],
  ["下个月吧", "例如"],
])("%s is no day of it: %s", (said, why) => {
  const phone = applicant("qinghai/apply", "2026-06-02").press("published:a").say(said);
  expect(phone.text).toContain(why);
  expect(phone.ask.refused).toBe(true);
  expect(phone.say("返回").question.text).toContain("已经是示范平台的");
});

test("it is asked only where the measures count it, and once the documents are made", () => {
  expect(labels(applicant("zhejiang/apply", "2026-06-02")).join()).not.toContain("公示");
  expect(labels(applicant("xinjiang/apply", "2026-06-02")).join()).toContain("名单公示了");
});

test("one that was over before it was told of is not listed", () => {
  const phone = applicant("qinghai/apply", "2026-07-02").press("published:a").say("2026年6月1日");
  expect(phone.question.text).not.toContain("公示7个工作日");
  expect(phone.ahead).toEqual([]);
});
