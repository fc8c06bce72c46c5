import { describe, expect, test } from "vitest";
import { tally } from "../../flows/desk/tally.ts";
import { Phone } from "./phone.ts";

const on = "2027-03-15";
/** A phone that is asked for the applicant's name. */
const asked = (): Phone => new Phone(on).press("zhejiang/apply").press("agree");
const files = [{ hash: "f".repeat(64), name: "通知.docx", size: 10 }];

describe("a notice", () => {
  test("is said between, its files after it, and the open question is asked again once", () => {
    const phone = asked();
    const { question, conversation } = phone;
    phone.notify("请于3月23日前报送", files);
    expect(phone.replies.map(({ text }) => text)).toEqual([
      "【通知】浙江省杭州市（王处长）\n请于3月23日前报送\n\n看过请回复：已阅",
      "通知.docx",
      question.text,
    ]);
    expect(phone.replies.map(({ choices, ask }) => [choices.map(({ label }) => label), ask !== null])).toEqual([
      [["已阅"], false],
      [[], false],
      [question.choices.map(({ label }) => label), true],
    ]);
    expect(phone.conversation).toEqual(conversation);
    expect(phone.press("yes").text).toContain("已记下");
  });

  test.each(["已阅", "已读", "收到", "已收到。"])("%s is about the last unread notice, wherever one is", (word) => {
    for (const phone of [asked(), new Phone(on).press("dates").press("agree"), asked().say("暂停")]) {
      phone.notify("一").notify("二");
      const { question, conversation } = phone;
      const [first] = phone.inbox.unread;
      phone.say(word);
      expect(phone.inbox.unread).toEqual([first]);
      expect(phone.text).toContain("记下您看过这份通知了");
      expect(phone.question.text).toContain(question.text);
      expect(phone.ask).toEqual(question.ask);
      expect(phone.conversation).toEqual(conversation);
    }
  });

  test("the choice is its own notice's, and may be pressed again", () => {
    const phone = asked().notify("一").notify("二");
    const [first = "", second] = phone.inbox.unread;
    phone.press(`read:${first}`).press(`read:${first}`);
    expect(phone.inbox.unread).toEqual([second]);
    expect(phone.ask.refused).toBe(false);
  });

  test("where none is unread the word is an answer like any other", () => {
    const phone = asked();
    expect(phone.say("收到").ask.refused).toBe(true);
    expect(phone.text).not.toContain("通知");
    expect(asked().notify("一").say("已阅").say("收到").ask.refused).toBe(true);
  });
});

describe("退订", () => {
  test("turns notices off and says what is told nevertheless, and how to undo it", () => {
    for (const phone of [asked().notify("一"), asked().say("暂停")]) {
      phone.say("退订");
      expect(phone.preference.wantsNotices).toBe(false);
      expect(phone.text).toMatch(/不能全部退订，仍会提醒您.*恢复通知/);
      phone.say("恢复通知");
      expect(phone.preference.wantsNotices).toBe(true);
    }
  });

  test("is an answer where no notice ever came and a question is open", () => {
    expect(asked().say("退订").ask.refused).toBe(true);
  });
});

test.each([
  [{}, "还没有收件的单位。"],
  [{ queued: 3 }, "等待中 3 家。"],
  [
    { sent: 5, read: 3, unvisited: 2, blocked: 1, failed: 2, unknown: 1, skipped: 1, sending: 1, queued: 4 },
    "已送达 8 家（其中已阅 3，2 家要等下次打开网页才看到），对方拉黑 1 家，发送失败 2 家，不确定 1 家，已跳过 1 家，正在发送 1 家，等待中 4 家。",
  ],
])("%j is told as %s", (counts, text) => expect(tally(counts)).toBe(text));
