import { expect, test } from "vitest";
import { inFolder, openBot } from "./rig.ts";
import { until, World } from "./world.ts";

/** Somebody who types and waits for the answer. */
const person = (world: World, id: string) => {
  const hears = async (words: RegExp | string, from = 0): Promise<string> => {
    const found = () =>
      world
        .texts(id)
        .slice(from)
        .find((text) => text.match(words));
    await until(() => found() !== undefined, `${words} for ${id}; it got ${world.texts(id).slice(from).join("｜")}`);
    return found()!;
  };
  return {
    hears,
    asks: (text: string, words: RegExp | string): Promise<string> => {
      const from = world.arrivedAt(id).length;
      world.says(id, text);
      return hears(words, from);
    },
  };
};

/** The number before a choice. */
const numberOf = (label: string, text: string): string => new RegExp(`^(\\d+)\\. .*${label}`, "m").exec(text)![1]!;
const fullWidth = (number: string): string => number.replace(/\d/g, (digit) => "０１２３４５６７８９"[Number(digit)]!);

test("a choice by its number, full-width or not, by its label and by the label's beginning", async () => {
  const world = new World();
  const { log } = await openBot(inFolder(), world);
  await world.logIn();
  const { asks } = person(world, "a");
  const menu = await asks("你好", "请选择");
  const consent = await asks(fullWidth(numberOf("浙江省", menu)), "请先看一下");
  expect(consent).toMatch(/\n1\. 同意，开始填写\n2\. 不同意$/);
  await asks("同意", /（0\/\d+）\n1\. 是\n2\. 否/);
  await asks("1", /（1\/\d+）/);
  const again = await asks("暂停", "已暂停");
  await asks(numberOf("帮助", again), "我能做这些事");
  await asks("继续", /（1\/\d+）/);
  expect(log.filter((line) => !line.includes("logged in"))).toEqual([]);
});

test("the sample's documents come as files, then the menu", async () => {
  const world = new World();
  await openBot(inFolder(), world);
  await world.logIn();
  const { asks, hears } = person(world, "a");
  await asks("你好", "请选择");
  const which = await asks("看示例", "看哪一个");
  await asks(numberOf("浙江省", which), "示例");
  await until(() => world.arrivedAt("a").some(({ file }) => file?.name.endsWith(".zip")), "the folder of all");
  await hears("请选择", world.arrivedAt("a").length - 1);
  const documents = world.arrivedAt("a").flatMap(({ file }) => file ?? []);
  expect(documents.length).toBeGreaterThan(2);
  for (const { bytes } of documents) expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe("PK");
});

test("who has another id after a new login is new, whatever the name, until the code is sent", async () => {
  const world = new World();
  await openBot(inFolder(), world);
  await world.logIn();
  world.contact("before", { name: "王芳" });
  const before = person(world, "before");
  const menu = await before.asks("你好", "请选择");
  await before.asks(numberOf("浙江省", menu), "请先看一下");
  await before.asks("同意", /（0\//);
  await before.asks("1", /（1\//);
  await before.asks("暂停", "已暂停");
  await before.asks("换手机", "同一份申请");
  const invitation = await before.asks("我换一个手机", "绑定 ");
  const [code = ""] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(invitation) ?? [];

  await world.logOut();
  await world.logIn();
  world.contact("after", { name: "王芳" });
  const after = person(world, "after");
  expect(await after.asks("你好", "请选择")).not.toContain("继续");
  await after.asks(`绑定 ${code}`, "请先看一下");
  await after.asks("同意", "绑定好了");
  await after.asks("继续", /（1\//);
});

test("what was committed while nobody was logged in comes after the login, once", async () => {
  const folder = inFolder();
  const world = new World();
  const first = await openBot(folder, world);
  await world.logIn();
  let isRefused = false;
  world.mocker.puppet.messageSendText = async () => {
    isRefused = true;
    throw new Error("14 UNAVAILABLE: no connection");
  };
  world.says("a", "你好");
  await until(() => isRefused, "the refusal");
  await first.stop();
  expect(world.texts("a")).toEqual([]);

  world.renew();
  await openBot(folder, world);
  world.contact("a");
  await world.logIn();
  const { hears, asks } = person(world, "a");
  await hears("申报助手");
  await asks("帮助", "我能做这些事");
  expect(world.texts("a").filter((text) => text.startsWith("您好！我是"))).toHaveLength(1);
}, 30_000);
