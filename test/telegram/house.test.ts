import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { telegramChannel } from "../../bot/channels/telegram/index.ts";
import { clockAt } from "../../bot/clock.ts";
import { startChannel } from "../../bot/house.ts";
import { openParts } from "../../bot/open.ts";
import type { TelegramStandin } from "../standins/telegram/index.ts";
import { openStandin, unlimited, until } from "./rig.ts";

const folder = mkdtempSync(join(tmpdir(), "telegram-"));
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The whole bot on a data folder, in Telegram. */
const openBot = async (standin: TelegramStandin) => {
  const parts = await openParts(folder, clockAt("2021-05-12"));
  const log: string[] = [];
  const channel = unlimited(
    telegramChannel({ token: standin.token, root: standin.root, log: (line) => log.push(line) }),
  );
  const { stop: stopChannel } = await startChannel(parts, channel, (line) => log.push(line));
  const stop = async () => {
    await stopChannel();
    await parts.store.close();
  };
  stops.push(stop);
  return {
    parts,
    log,
    stop: async () => {
      stops.splice(stops.indexOf(stop), 1);
      await stop();
    },
  };
};

test("the sample's documents, an answer, a stale button, a correction, and a restart between", async () => {
  const standin = await openStandin();
  const bot = await openBot(standin);
  const user = standin.user(7);

  user.says("/start");
  const menu = await user.hears("申报助手");
  user.presses("看示例");
  await user.hears("看哪一个");
  user.presses("浙江省");
  await user.hears(".zip");
  await user.hears(".docx");
  await user.hears("请选择");

  user.presses("帮助", menu);
  await user.hears("这个选项现在用不上");

  user.presses("新申请：浙江省");
  await user.hears("请先看一下");
  user.presses("同意");
  await user.hears("先用十几个问题");
  await until(() => user.heard.at(-1)?.text?.includes("？") ?? false, "the first question");
  await bot.stop();

  user.says("/progress");
  await openBot(standin);
  await user.hears("已完成 0/58 项");
  expect(bot.log).toEqual([]);
  await until(() => standin.world.updates.pending.length === 0, "the confirmation");
});

test("a reply that was committed but not sent goes first after a restart", async () => {
  const standin = await openStandin();
  const first = await openBot(standin);
  const user = standin.user(8);
  standin.fail("sendMessage", { status: 429, retryAfter: 3600 }, { chat: 8 });
  user.says("你好");
  await until(() => standin.called("sendMessage").length > 0, "the refusal");
  await first.stop();
  expect(user.heard).toEqual([]);

  const second = await openBot(standin);
  await user.hears("申报助手");
  await until(() => standin.world.updates.pending.length === 0, "the confirmation");
  await second.stop();
  await openBot(standin);
  user.says("/help");
  await user.hears("我能做这些事");
  expect(user.heard.filter(({ text }) => text?.includes("我是中小企业公共服务示范平台申报助手"))).toHaveLength(1);
});
