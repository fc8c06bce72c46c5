import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { telegramChannel } from "../../bot/channels/telegram/index.ts";
import { clockAt } from "../../bot/clock.ts";
import type { Parts } from "../../bot/converse.ts";
import { startChannel } from "../../bot/house.ts";
import { openParts } from "../../bot/open.ts";
import type { TelegramStandin } from "../standins/telegram/index.ts";
import { openStandin, unlimited, until } from "./rig.ts";

const now = "2027-03-01T01:00:00.000Z";

let folder: string;
let parts: Parts;
let standin: TelegramStandin;
let stop: () => Promise<void>;

const start = async (): Promise<void> => {
  const channel = telegramChannel({ token: standin.token, root: standin.root, sendSeconds: 0.2, log: () => {} });
  ({ stop } = await startChannel(parts, unlimited(channel), () => {}));
};
const outcomes = () => parts.store.outcomes(now);
const untilArrived = () => until(async () => (await parts.store.undelivered("telegram")).length === 0, "the marks", 30);
const textsAt = (id: number): readonly string[] => standin.user(id).heard.map(({ text }) => text ?? "");

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "outcomes-"));
  parts = await openParts(folder, clockAt("2027-03-01T09:00"));
  standin = await openStandin();
  await start();
});
afterEach(async () => {
  await stop();
  await parts.store.close();
  rmSync(folder, { recursive: true });
});

test("a reply accepted without an answer, time after time, is unknown; the next start sends it once more", async () => {
  standin.fail("sendMessage", { silence: true }, { times: 4 });
  standin.user(7).says("/start");
  await until(async () => (await outcomes()).length > 0, "the outcome", 40);
  expect(await outcomes()).toEqual([
    {
      seq: expect.any(Number),
      channel: "telegram",
      address: "7",
      status: "unknown",
      reason: "no answer in time",
      at: now,
    },
  ]);
  expect(textsAt(7)).toHaveLength(4);

  await stop();
  await start();
  await untilArrived();
  expect(new Set(textsAt(7)).size).toBe(1);
  expect(textsAt(7)).toHaveLength(5);
  expect(await outcomes()).toEqual([]);
});

test("who blocked the bot is not written to, at the next start neither; when they write, they get it all in order", async () => {
  const user = standin.user(7);
  user.says("/start");
  await user.hears("请选择");
  await untilArrived();
  const before = user.heard.length;
  user.says("有哪些条件？");
  user.blocks();
  await until(async () => (await outcomes()).length > 0, "the outcome");
  const failed = await outcomes();
  expect(failed).toMatchObject([{ address: "7", status: "failed", reason: expect.stringContaining("403"), at: now }]);

  await stop();
  const calls = standin.called("sendMessage").length;
  await start();
  standin.user(8).says("/start");
  await standin.user(8).hears("请选择");
  expect(
    standin
      .called("sendMessage")
      .slice(calls)
      .filter(({ chat_id }) => String(chat_id) === "7"),
  ).toEqual([]);
  expect(await outcomes()).toEqual(failed);

  user.says("我回来了");
  await until(() => user.heard.length > before + 1, "both answers");
  await untilArrived();
  expect(await outcomes()).toEqual([]);
  const account = await parts.store.find("telegram", "7");
  const said = await parts.store.said(account?.id ?? "", 0, 100);
  const expected = said.flatMap(({ reply }) => reply?.text.split("\n")[0] ?? []);
  expect(textsAt(7).map((text) => text.split("\n")[0])).toEqual(expected);
});
