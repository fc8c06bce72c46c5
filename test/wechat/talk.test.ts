import { describe, expect, test } from "vitest";
import { types } from "wechaty";
import { RefusedFile } from "../../bot/channel.ts";
import { notFetched, notKept, notTaken, writePrivately } from "../../bot/channels/wechat/sentences.ts";
import { told } from "../contracts/house.ts";
import { run } from "./rig.ts";
import { boxOf, until } from "./world.ts";

const bytes = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0xff]);

describe("messages", () => {
  test.each(["清单.xlsx", "说明.docx", "章程.pdf", "执照.jpg"])("a file of any kind: %s", async (name) => {
    const { world, house } = await run();
    world.says("a", boxOf(name, bytes));
    await until(() => house.heard.length > 0, "the file");
    expect(house.heard).toMatchObject([{ address: "a", input: { file: { name, size: bytes.length } } }]);
  });

  test("what WeChat says itself is of no kind and holds no file: it is no message", async () => {
    const { world, house } = await run();
    world.gives("a", { type: types.Message.Unknown });
    world.says("a", "你好");
    await until(() => house.heard.length > 0, "the text");
    expect(house.texts).toEqual(["你好"]);
    await until(() => world.texts("a").length > 0, "the answer");
    expect(world.texts("a")).toHaveLength(1);
  });

  test("a picture that does not come is asked for again", async () => {
    const { world } = await run();
    world.gives("a", { type: types.Message.Image });
    await until(() => world.texts("a").includes(notFetched), "the sentence");
  });

  test("a file that is refused is answered with the house's words", async () => {
    const { world, house } = await run();
    house.keepFile = () => Promise.reject(new RefusedFile("“清单.docx”是空文件，请检查后重新发送。"));
    world.says("a", boxOf("清单.docx", bytes));
    await until(() => world.texts("a").includes("“清单.docx”是空文件，请检查后重新发送。"), "the sentence");
  });

  test("what could not be processed is asked for again, and told the operator", async () => {
    const { world, house, log } = await run();
    house.before = () => Promise.reject(new Error("the disk is full"));
    world.says("a", "250万元");
    await until(() => world.texts("a").includes(notKept), "the sentence");
    expect(log.at(-1)).toContain("the disk is full");
    expect(log.join()).not.toContain("250");
  });

  test("a voice message is told to be typed", async () => {
    const { world, house } = await run();
    world.gives("a", { type: types.Message.Audio });
    await until(() => world.texts("a").includes(notTaken.Audio!), "the sentence");
    expect(house.heard).toEqual([]);
  });

  test("what the bot itself says starts no turn", async () => {
    const { world, house } = await run();
    world.account.say("我自己在手机上说的").to(world.contact("a"));
    world.says("a", "你好");
    await until(() => house.heard.length > 0, "the text");
    expect(house.texts).toEqual(["你好"]);
  });

  test("one person's slow file holds up nobody else", async () => {
    const { world, house } = await run();
    let give = (): void => {};
    const waiting = new Promise<void>((resolve) => {
      give = resolve;
    });
    const fetch = world.mocker.puppet.messageFile.bind(world.mocker.puppet);
    world.mocker.puppet.messageFile = async (id) => {
      await waiting;
      return fetch(id);
    };
    world.says("a", boxOf("大.pdf", bytes));
    world.says("a", "发完了");
    world.says("b", "你好");
    await until(() => house.heard.length > 0, "the other's text");
    expect(house.texts).toEqual(["你好"]);
    give();
    await until(() => house.heard.length === 3, "the file and what was said after it");
    expect(house.heard.map(({ input }) => Object.keys(input)[0])).toEqual(["text", "file", "text"]);
  });
});

describe("in a room", () => {
  test("only a mention is answered, with how to write privately, once for each", async () => {
    const { world, house } = await run();
    const room = world.room("9@chatroom", "a", "b");
    const [a, b] = [world.contact("a"), world.contact("b")];
    a.say("大家好").to(room);
    a.say("@申报助手 怎么申报", [world.account]).to(room);
    await until(() => world.texts("9@chatroom").length === 1, "the invitation");
    a.say("@申报助手 在吗", [world.account]).to(room);
    b.say("@a 你问了吗", [a]).to(room);
    b.say("@申报助手 我也想问", [world.account]).to(room);
    await until(() => world.texts("9@chatroom").length === 2, "the invitation of the other");
    world.says("a", "你好");
    await until(() => world.texts("a").length > 0, "the private answer");
    expect(world.texts("9@chatroom")).toEqual([writePrivately, writePrivately]);
    expect(house.texts).toEqual(["你好"]);
  });
});

describe("friend requests", () => {
  const request = async (options: { acceptsFriends?: boolean } = {}) => {
    const running = await run(options);
    const { mocker } = running.world;
    running.world.contact("a");
    const accepted: string[] = [];
    mocker.puppet.friendshipRawPayload = async (id) => ({
      id,
      contactId: "a",
      hello: "我是启航公司的",
      type: types.Friendship.Receive,
      ticket: "t",
    });
    mocker.puppet.friendshipAccept = async (id) => void accepted.push(id);
    mocker.puppet.emit("friendship", { friendshipId: "f1" });
    return { ...running, accepted };
  };

  test("are accepted, and the person is greeted", async () => {
    const { house, accepted, world } = await request();
    await until(() => house.heard.length > 0, "the greeting");
    expect(accepted).toEqual(["f1"]);
    expect(house.heard).toEqual([{ id: "f1", address: "a", input: { arrived: true } }]);
    await until(() => world.texts("a").length > 0, "the greeting");
  });

  test("wait for the operator where that is wished", async () => {
    const { house, accepted, world } = await request({ acceptsFriends: false });
    world.says("b", "你好");
    await until(() => house.heard.length > 0, "another's text");
    expect(accepted).toEqual([]);
    expect(house.texts).toEqual(["你好"]);
  });
});

test("a file that is too large goes as a sentence", async () => {
  const { world, house, channel } = await run();
  const { hash } = await house.keepFile(new Uint8Array(20 * 1024 * 1024 + 1), "全部.zip");
  world.contact("a");
  expect(await channel.send("a", told("全部.zip", { file: { hash, name: "全部.zip" } }), 1)).toEqual({
    status: "sent",
  });
  expect(world.texts("a")).toEqual(["文件“全部.zip”太大，在微信里发不了。请用网页版下载，或联系主管部门。"]);
});

test("who is not there in this login is not written to", async () => {
  const { channel } = await run();
  expect(await channel.send("gone", told("一"), 1)).toMatchObject({ status: "failed", final: "blocked" });
});
