import { describe, expect, test } from "vitest";
import { everyone } from "../../../flows/desk/notice/audience.ts";
import type { SentNotice } from "../../../flows/desk/reach.ts";
import type { Phone } from "../phone.ts";
import { application, deskOf, enterprise, hangzhou, on } from "./addressees.ts";

const one = (id: string, more: Partial<SentNotice> = {}): SentNotice => ({
  ...{
    id,
    text: `通知${id}：请按时报送申报材料，不要超过截止日期`,
    files: [],
    createdOn: on,
    state: "sending",
    counts: {},
  },
  audience: { ...everyone, standings: ["open"] },
  ...more,
});

const counts = { sent: 5, read: 3, blocked: 1, failed: 1, unknown: 2, queued: 4 };

const reached = [enterprise("甲", { applications: [application({ city: "杭州市" }, { done: 3, title: "甲公司" })] })];

const at = (...notices: SentNotice[]): Phone => {
  const phone = deskOf(hangzhou, reached);
  phone.notices = notices;
  return phone.say("我发的通知");
};

const ids = ({ question }: Phone) => question.choices.map(({ id }) => id);

describe("the list", () => {
  test("is empty at first", () => expect(at().question.text).toContain("还没有发过通知"));

  test("has the newest ten, then more", () => {
    const phone = at(...Array.from({ length: 13 }, (_, nth) => one(`${nth}`)));
    expect(ids(phone)).toEqual([...Array.from({ length: 10 }, (_, nth) => `notice:${nth}`), "more", "back"]);
    expect(ids(phone.say("更早的"))).toEqual(["notice:10", "notice:11", "notice:12", "back"]);
    expect(ids(phone.say("返回"))).toContain("notice:0");
    expect(ids(phone.say("返回"))).toContain("sent");
  });

  test("leaves out drafts that were dropped", () =>
    expect(ids(at(one("a", { state: "stopped" }), one("b", { state: "stopped", counts })))).toEqual([
      "notice:b",
      "back",
    ]));

  test("tells the day, the text and the state", () =>
    expect(at(one("甲", { state: "paused" })).question.choices[0]?.label).toBe(
      "3月16日 通知甲：请按时报送申报材料……（已暂停）",
    ));
});

describe("a notice", () => {
  const open = (more: Partial<SentNotice> = {}) => at(one("a", { counts, ...more })).say("1");

  test("tells what became of it", () => {
    const { text } = open().question;
    expect(text).toContain("发给：杭州市 · 正在填");
    expect(text).toContain("已送达 8 家（其中已阅 3），对方拉黑 1 家，发送失败 1 家，不确定 2 家，等待中 4 家。");
    expect(text).toContain("“不确定”是对方可能已经收到，不再重发");
  });

  test.each<[SentNotice["state"], readonly string[]]>([
    ["draft", ["resume", "drop", "back"]],
    ["sending", ["paused", "stop", "calls", "back"]],
    ["paused", ["sending", "stop", "calls", "back"]],
    ["stopped", ["calls", "back"]],
    ["done", ["calls", "back"]],
  ])("that is %s offers %j", (state, expected) =>
    expect(ids(open({ state, counts: state === "draft" ? {} : counts }))).toEqual(expected),
  );

  test("that all got has nobody to be called", () =>
    expect(ids(open({ state: "done", counts: { sent: 3 } }))).toEqual(["back"]));

  test.each([
    ["暂停", "sending", "paused", "pause-notice"],
    ["继续发", "paused", "sending", "resume-notice"],
    ["继续", "paused", "sending", "resume-notice"],
    ["删除草稿", "draft", "stopped", "drop-notice"],
  ] as const)("%s moves it from %s to %s", (said, state, to, act) => {
    const phone = open({ state, counts: {} }).say(said);
    expect(phone.work).toMatchObject({ moves: { notice: "a", to }, acts: [{ act, detail: { notice: "a" } }] });
  });

  test("is stopped when that is said twice", () => {
    const phone = open().say("停止");
    expect(phone.work).toBeNull();
    expect(phone.question.text).toContain("还没发的 4 家就不发了");
    expect(phone.clone().say("返回").work).toBeNull();
    expect(phone.say("确定停止").work?.moves).toEqual({ notice: "a", to: "stopped" });
    expect(phone.question.text).toContain("（已停止）");
  });

  test.each([
    ["paused", "done", "已经发完了"],
    ["paused", "stopped", "已经停止了"],
    ["sending", "sending", "正在发"],
    ["stop", "done", "已经发完了"],
    ["resume", "sending", "正在发"],
  ] as const)("%s of one that is %s meanwhile is told", (choice, state, why) => {
    const phone = open({ state: "paused" });
    phone.notices = [one("a", { state, counts })];
    phone.turn({ choice });
    expect(phone.work).toBeNull();
    expect(phone.ask.refused).toBe(true);
    expect(phone.text).toContain(why);
  });

  test("that ended while it was asked whether to stop it is told, too", () => {
    const phone = open().say("停止");
    phone.notices = [one("a", { state: "done", counts })];
    phone.say("确定停止");
    expect(phone.work).toBeNull();
    expect(phone.text).toContain("已经发完了");
  });

  test("gives the list of who did not get it", () => {
    const phone = open().say("没收到的名单");
    expect(phone.log.join("\n")).toContain("〈文件：没收到的名单.xlsx〉");
    // It names people and their telephones.
    expect(phone.work?.acts).toEqual([{ act: "call-list", detail: { notice: "a" } }]);
    expect(phone.ask.refused).toBe(false);
  });

  test("that is a draft goes to its preview and is sent as it is kept", () => {
    const phone = open({ state: "draft", counts: {} }).say("发出草稿");
    expect(phone.question.text).toContain("发给：杭州市 · 正在填\n共 1 家：甲公司");
    expect(phone.work).toBeNull();
    expect(phone.say("发送").work).toMatchObject({ starts: { notice: "a", accounts: ["甲-1"] }, drafts: [] });
  });

  test("that is a draft without anybody it is for is gone on with", () => {
    const phone = open({ state: "draft", counts: {}, audience: null }).say("发出草稿");
    expect(phone.question.text).toContain("通知现在是这样");
    expect(phone.say("写好了").say("正在填").work).toMatchObject({ moves: { notice: "a", to: "stopped" } });
  });
});

describe.each([
  ["the list", () => at(one("a", { counts }))],
  ["a notice", () => at(one("a", { counts })).say("1")],
  ["whether to stop it", () => at(one("a", { counts })).say("1").say("停止")],
])("at %s", (_, start) => {
  test.each([{ arrived: true }, { text: "帮助" }] as const)("%o changes nothing", (input) => {
    const phone = start();
    const { text, choices } = phone.question;
    phone.turn(input);
    expect(phone.question.text).toContain(text);
    expect(phone.question.choices).toEqual(choices);
  });

  test("rubbish and files are refused", () => {
    expect(start().say("随便说说").ask.refused).toBe(true);
    expect(start().send("表.xlsx").text).toContain("这里不收文件");
    expect(start().press("sample").ask.refused).toBe(true);
  });

  test("退出 leads to the desk", () => expect(ids(start().say("退出"))).toContain("notice"));
});
