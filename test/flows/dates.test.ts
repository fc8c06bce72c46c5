import { describe, expect, test } from "vitest";
import { planReminders } from "../../flows/dates/plan.ts";
import { subjectsOf } from "../../flows/dates/subjects.ts";
import { LEADS } from "../../rules/calendar/reminders.ts";
import { Phone } from "./phone.ts";

/** Somebody with a Henan application of one answer, its dates of last year told. */
const applicant = () => new Phone("2027-10-20").press("henan/apply").press("agree").say("暂停");
const holder = (said = "2026年5月18日") =>
  new Phone("2027-06-01").say("我已是示范平台").press("agree").say("青海").say(said);

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
    expect(phone.clone().turn({ reminders: guess }).text).toContain("期限已经过了");
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
  const title = { jurisdiction: "qinghai", level: "province", recognisedOn: "2026-05-18", statedOn: "2027-07-18" };
  const subjects = subjectsOf([], [title], new Phone().served);
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
