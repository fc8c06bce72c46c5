import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { telegramChannel } from "../../bot/channels/telegram/index.ts";
import { clockAt } from "../../bot/clock.ts";
import type { Parts } from "../../bot/converse.ts";
import { type Started, startChannel } from "../../bot/house.ts";
import { openParts } from "../../bot/open.ts";
import { sendNotice } from "../jobs/send-notice.ts";
import type { TelegramStandin } from "../standins/telegram/index.ts";
import { openStandin, unlimited, until } from "./rig.ts";

let folder: string;
let parts: Parts;
let standin: TelegramStandin;
let started: Started;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "telegram-notice-"));
  parts = await openParts(folder, clockAt("2027-03-02T09:00"));
  standin = await openStandin();
  const channel = telegramChannel({ token: standin.token, root: standin.root, sendSeconds: 0.5, log: () => {} });
  started = await startChannel(parts, unlimited(channel), () => {});
});
afterEach(async () => {
  await started.stop();
  await parts.store.close();
  rmSync(folder, { recursive: true });
});

const accountOf = async (id: number) => (await parts.store.find("telegram", String(id)))!.id;
const send = async (ids: readonly number[], files: Parameters<typeof sendNotice>[3]["files"] = []) =>
  sendNotice(parts, new Map([["telegram", started.turns]]), await Promise.all(ids.map(accountOf)), {
    text: "请于3月23日前报送",
    files,
  });
/** In the middle of an application. */
const fillingIn = async (id: number) => {
  const user = standin.user(id);
  user.says("/start");
  await user.hears("请选择");
  user.presses("新申请：浙江省");
  await user.hears("请先看一下");
  user.presses("同意");
  await until(() => user.heard.at(-1)?.text?.includes("？") ?? false, "the first question");
  return user;
};

test("somebody in the middle of a question gets the notice, its file, and the question once more; its button is heard", async () => {
  const user = await fillingIn(7);
  const question = user.heard.at(-1)!;
  const before = user.heard.length;
  const hash = await parts.files.keep(new Uint8Array([0x50, 0x4b]));
  expect(await send([7], [{ hash, name: "通知.docx", size: 2 }])).toMatchObject([{ state: "sent", reason: null }]);
  const [notice, file, again, ...more] = user.heard.slice(before);
  expect(notice?.text).toBe("【通知】浙江省杭州市（王处长）\n请于3月23日前报送\n\n看过请回复：已阅");
  expect(notice?.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toEqual(["已阅"]);
  expect(file?.document?.file_name).toBe("通知.docx");
  expect(again?.text).toBe(question.text);
  expect(more).toEqual([]);

  user.presses("已阅", notice);
  await user.hears("记下您看过这份通知了");
  expect(await parts.store.notices.counts("n")).toEqual({ read: 1 });
  user.presses("是");
  await user.hears("已记下");
});

test("who has blocked the bot is told apart, and gets nothing later by itself", async () => {
  const user = await fillingIn(8);
  user.blocks();
  expect(await send([8])).toMatchObject([{ state: "blocked", reason: expect.stringContaining("403") }]);
  user.says("我回来了");
  await until(() => user.heard.at(-1)?.text?.includes("？") ?? false, "the question");
  expect(user.heard.filter(({ text }) => text?.includes("【通知】"))).toEqual([]);
});

test("what was accepted without an answer is unknown, and not sent again at the next start", async () => {
  const user = await fillingIn(9);
  standin.fail("sendMessage", { silence: true }, { times: 1 });
  expect(await send([9])).toMatchObject([{ state: "unknown", reason: "no answer in time" }]);
  expect(await parts.store.undelivered("telegram")).toEqual([]);
  expect(user.heard.filter(({ text }) => text?.includes("【通知】")).length).toBeLessThanOrEqual(1);
});
