import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { callListOf } from "../../bot/call-list.ts";
import type { Outcome } from "../../bot/store/notice-port.ts";
import { toCallList } from "../../templates/index.ts";
import { openedForEach } from "../jobs/opened.ts";
import { invite, register, work } from "../store/departments.ts";
import { at, changed, meet, opened, turn } from "../store/turns.ts";

const { store } = openedForEach();
const clock = () => new Date("2027-03-05T09:00:00+08:00");

/** The texts of the list, row by row, without the title. */
const rowsOf = async (bytes: Uint8Array): Promise<readonly (readonly string[])[]> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row, at) => {
    if (at > 1) rows.push(Array.from({ length: 9 }, (_, column) => row.getCell(column + 1).text));
  });
  return rows;
};

/** Somebody with an application, whom a notice has this outcome for. */
const applicant = async (name: string, answers: Readonly<Record<string, string>> | null) => {
  const account = await meet(store(), name);
  if (answers)
    await store().commit(turn(account, "u", { opened: [opened(name)], changed: [changed(name, 0, answers)] }));
  return account.id;
};

test("whom to call: those that were not reached, with what they said of themselves, and why in words", async () => {
  await invite(store(), "wang");
  await register(store(), "wang", "wang");
  const full = {
    applicantName: "杭州启航中小企业服务有限公司",
    contactPerson: "李四",
    contactPhone: "0571-88886666",
    mobile: "013800138000",
    registeredAddress: "=杭州市西湖区文三路100号",
  };
  const ended: readonly (readonly [string, typeof full | null, Outcome["state"], string | undefined])[] = [
    ["a", full, "blocked", "403 Forbidden: bot was blocked by the user"],
    ["b", { ...full, applicantName: "乙公司" }, "failed", "413 Request Entity Too Large"],
    ["c", null, "unknown", undefined],
    ["d", full, "sent", undefined],
    ["e", full, "read", undefined],
  ];
  const accounts = await Promise.all(ended.map(([name, answers]) => applicant(name, answers)));
  const queued = await applicant("f", { ...full, applicantName: "丙公司" });
  await work(store(), "wang", { drafts: [{ id: "n", text: "请于3月23日前\n报送", files: [], audience: {} }] });
  await work(store(), "wang", { starts: { notice: "n", accounts: [...accounts, queued] } });
  expect(await callListOf({ store: store(), clock }, "n")).toBeNull();
  await store().notices.claim("n", accounts, at);
  for (const [index, [, , state, reason]] of ended.entries())
    await store().notices.settle({ notice: "n", account: accounts[index]!, state, at, ...(reason && { reason }) });
  await work(store(), "wang", { moves: { notice: "n", to: "stopped" } });

  const list = await callListOf({ store: store(), clock }, "n");
  expect(list?.name).toBe("未送达名单.xlsx");
  const phones = "013800138000\n0571-88886666";
  expect(await rowsOf(list!.bytes)).toEqual([
    ["序号", "单位", "联系人", "电话", "所在地", "渠道", "结果", "原因", "电话联系情况"],
    ["1", full.applicantName, "李四", phones, full.registeredAddress, "网页", "对方拉黑", "对方拉黑或删除了助手", ""],
    ["2", "乙公司", "李四", phones, full.registeredAddress, "网页", "发送失败", "内容太长或附件太大", ""],
    ["3", "（还没填单位名称）", "", "", "", "网页", "不确定", "发出后没有回音，可能收到，也可能没有", ""],
    ["4", "丙公司", "李四", phones, full.registeredAddress, "网页", "已跳过", "通知停发时还没轮到", ""],
  ]);
});

test("the same list has the same bytes, whatever stands in it", async () => {
  const one = {
    name: "a\u0000\u2028b",
    person: "=1+1",
    phone: "1",
    place: "",
    channel: "",
    outcome: "",
    reason: "x".repeat(40_000),
  };
  const [first, second] = [
    await toCallList("通知", [one], "2027-03-05"),
    await toCallList("通知", [one], "2027-03-05"),
  ];
  expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
});
