import { expect, test } from "vitest";
import { sendNotice } from "../jobs/send-notice.ts";
import { inFolder, openBot } from "./rig.ts";
import { until, World } from "./world.ts";

test("a notice in WeChat adds no numbers to those of the open question, and 已阅 is a word", async () => {
  const world = new World();
  const { parts, turns } = await openBot(inFolder(), world);
  await world.logIn();
  const says = async (text: string, answer: string): Promise<void> => {
    const from = world.arrivedAt("a").length;
    world.says("a", text);
    await until(
      () =>
        world
          .texts("a")
          .slice(from)
          .some((one) => one.includes(answer)),
      answer,
    );
  };
  await says("你好", "请选择");
  await says("新申请：浙江省", "请先看一下");
  await says("同意", "1. 是");
  const question = world.texts("a").at(-1)!;
  const before = world.texts("a").length;
  const account = (await parts.store.find("wechat", "a"))!.id;
  const text = "请于3月23日前报送";
  expect(await sendNotice(parts, new Map([["wechat", turns]]), [account], { text })).toMatchObject([{ state: "sent" }]);
  expect(world.texts("a").slice(before)).toEqual([
    "【通知】浙江省杭州市（王处长）\n请于3月23日前报送\n\n看过请回复：已阅",
    question,
  ]);
  await says("已阅", "记下您看过这份通知了");
  expect(world.texts("a").at(-1)).toContain(question);
  expect(await parts.store.notices.counts("n")).toEqual({ read: 1 });
  await says("1", "已记下");
  await says("退订", "恢复通知");
  expect(await parts.store.dates.preference(account)).toMatchObject({ wantsNotices: false });
});
