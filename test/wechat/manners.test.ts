import { expect, test } from "vitest";
import { wechatChannel } from "../../bot/channels/wechat/index.ts";
import { Schedule } from "../../bot/sending/schedule.ts";
import { told } from "../contracts/house.ts";

const mannersOf = (dailyMessages?: number) =>
  wechatChannel({ puppet: "wechaty-puppet-mock", log: () => {}, ...(dailyMessages && { dailyMessages }) }).manners!;

/** When each message goes, in seconds, where all wait from the beginning. */
const times = (addresses: readonly string[], dailyMessages?: number) => {
  const { limits, isGroup } = mannersOf(dailyMessages);
  const schedule = new Schedule<null>(limits);
  for (const address of addresses) {
    schedule.add(null, { address, isGroup: isGroup(address), urgency: "reply", parts: 1 });
  }
  const sent: { to: string; at: number }[] = [];
  for (let now = 0; ; ) {
    const next = schedule.next(now);
    if (!next) return sent;
    if ("wakeAt" in next) now = next.wakeAt;
    else {
      sent.push({ to: next.to, at: now / 1000 });
      schedule.settle(next.to, next.send, { status: "sent" }, now);
    }
  }
};
const mostWithin = (seconds: number, all: readonly { at: number }[]): number =>
  Math.max(...all.map(({ at }) => all.filter((other) => other.at >= at && other.at < at + seconds).length));

test("in a chat, one in two seconds", () => {
  expect(times(["a", "a", "a"]).map(({ at }) => at)).toEqual([0, 2, 4]);
});

test("over all, twenty a minute", () => {
  const sent = times(Array.from({ length: 100 }, (_, at) => `person ${at}`));
  expect(sent).toHaveLength(100);
  expect(mostWithin(60, sent)).toBe(20);
});

test("over all, the daily budget: 500, or what the operator says", () => {
  const people = Array.from({ length: 120 }, (_, at) => `person ${at}`);
  expect(mostWithin(24 * 60 * 60, times(people, 50))).toBe(50);
  expect(mannersOf().limits.all).toContainEqual({ count: 500, seconds: 24 * 60 * 60 });
});

test("rooms are chats of many; a text and its document are two messages", () => {
  const { isGroup, parts } = mannersOf();
  expect([isGroup("room:9@chatroom"), isGroup("wxid_a")]).toEqual([true, false]);
  expect(parts(told("这是草稿。", { file: { hash: "a".repeat(64), name: "申报书.docx" } }))).toBe(2);
});
