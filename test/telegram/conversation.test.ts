import { describe, expect, test } from "vitest";
import { asking } from "../contracts/house.ts";
import { openStandin, run, until } from "./rig.ts";

const photo = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]);

describe("a private chat", () => {
  test("a text is a turn, its reply is sent and marked", async () => {
    const { standin, house, delivered } = await run(await openStandin());
    const user = standin.user(7);
    user.says("两百五十万");
    await user.hears('收到 {"text":"两百五十万"}');
    expect(house.heard).toMatchObject([{ address: "7", input: { text: "两百五十万" } }]);
    await until(() => delivered.length === 1, "the mark");
  });

  test("/start is an arrival, whatever its link says; commands are words; others are explained", async () => {
    const { standin, house } = await run(await openStandin());
    const user = standin.user(7);
    for (const text of ["/start", "/start yes", "/progress", "/edit 联系电话", "/help@sme_platform_bot"]) {
      user.says(text);
      await user.hears("收到");
    }
    user.says("/destroy");
    await user.hears("没有这个命令");
    expect(house.heard.map(({ input }) => input)).toEqual([
      { arrived: true },
      { arrived: true },
      { text: "进度" },
      { text: "修改 联系电话" },
      { text: "帮助" },
    ]);
  });

  test("the command menu is set, in Chinese", async () => {
    const { standin } = await run(await openStandin());
    await until(() => standin.called("setMyCommands").length > 0, "the menu");
    const [{ commands } = {}] = standin.called("setMyCommands");
    expect(commands).toContainEqual({ command: "pause", description: "暂停，下次接着填" });
  });

  test("previews are off and there is no markup", async () => {
    const { standin } = await run(await openStandin());
    standin.user(7).says("<b>*x*_");
    await standin.user(7).hears("<b>*x*_");
    expect(standin.called("sendMessage")[0]).toMatchObject({ link_preview_options: { is_disabled: true } });
    expect(standin.called("sendMessage")[0]).not.toHaveProperty("parse_mode");
  });
});

describe("buttons", () => {
  test("a press is that choice, and is answered", async () => {
    const { standin, house } = await run(await openStandin());
    const user = standin.user(7);
    user.says("问");
    await user.hears("收到");
    const query = user.presses("否");
    await user.hears('{"choice":"no"}');
    expect(house.heard.at(-1)?.input).toEqual({ choice: "no" });
    await until(() => standin.answerOf(query) === "", "the answer to the press");
  });

  test("a button of an earlier question is never an answer to the present one", async () => {
    const { standin, house } = await run(await openStandin());
    const user = standin.user(7);
    user.says("第一问");
    const first = await user.hears("第一问");
    user.says("第二问");
    await user.hears("第二问");
    user.presses("是", first);
    await user.hears("q");
    expect(house.heard.at(-1)?.input).toEqual({ choice: expect.stringMatching(/^q\d+:0$/) });
  });

  test("pressed twice, a button answers once", async () => {
    const { standin, house } = await run(await openStandin());
    const user = standin.user(7);
    user.says("问");
    const question = await user.hears("收到");
    user.presses("是", question);
    user.presses("是", question);
    await until(() => house.heard.length === 3, "both presses");
    expect(house.heard.filter(({ input }) => "choice" in input && input.choice === "yes")).toHaveLength(1);
  });

  test("what is said between leaves the question's buttons alive", async () => {
    const { standin, house } = await run(await openStandin());
    house.answers = ({ input }) =>
      "text" in input ? [asking("问", { choices: [{ id: "a", label: "甲" }] }), { ...asking("提醒"), ask: null }] : [];
    const user = standin.user(7);
    user.says("x");
    await user.hears("提醒");
    user.presses("甲");
    await until(() => house.heard.length === 2, "the press");
    expect(house.heard[1]?.input).toEqual({ choice: "a" });
  });

  test.each(["q1:99", "q999:0", "zhejiang/apply", "yes"])("data that no question has: %s", async (data) => {
    const { standin, house } = await run(await openStandin());
    const user = standin.user(7);
    user.says("问");
    user.pressesData(data, await user.hears("收到"));
    await until(() => house.heard.length === 2, "the press");
    expect(house.heard[1]?.input).toEqual({ choice: data });
  });
});

describe("files", () => {
  test("a document comes with its name; the caption follows as text", async () => {
    const { standin, house } = await run(await openStandin());
    const user = standin.user(7);
    user.sends({ name: "../执照.pdf", bytes: photo, caption: "营业执照" });
    await user.hears("营业执照");
    expect(house.heard.map(({ input }) => input)).toMatchObject([
      { file: { name: "执照.pdf", size: photo.length } },
      { text: "营业执照" },
    ]);
    expect([...house.files.values()][0]?.bytes).toEqual(photo);
  });

  test("a photo comes in its largest size; an album in its order", async () => {
    const { standin, house } = await run(await openStandin());
    const user = standin.user(7);
    const album = [1, 2, 3].map((at) => ({ name: "", bytes: new Uint8Array([...photo, at]) }));
    user.sendsAlbum(album);
    await until(() => house.heard.length === 3, "three photos");
    const names = house.heard.map(({ input }) => ("file" in input ? input.file.name : ""));
    expect(names).toEqual(
      [1, 2, 3].map((at) => expect.stringMatching(new RegExp(`^照片-\\d{4}-\\d{2}-\\d{2}-${at}\\.jpg$`))),
    );
    expect([...house.files.values()].map(({ bytes }) => bytes)).toEqual(album.map(({ bytes }) => bytes));
  });

  test.each([
    ["told by Telegram", 21 * 1024 * 1024],
    ["found out by asking", undefined],
  ])("more than 20 MB, %s", async (_, size) => {
    const { standin, house } = await run(await openStandin());
    const user = standin.user(7);
    if (size === undefined) standin.fail("getFile", { status: 400, description: "Bad Request: file is too big" });
    user.sends({ name: "年报.pdf", bytes: photo, ...(size ? { size } : {}), caption: "年报" });
    await user.hears(/“年报\.pdf”超过 20 MB.*压缩/);
    expect(house.heard).toEqual([]);
  });

  test("one that the house refuses is explained", async () => {
    const { standin } = await run(await openStandin());
    standin.user(7).sends({ name: "空.pdf", bytes: new Uint8Array() });
    await standin.user(7).hears("这个文件是空的");
  });

  test("a download that breaks is tried again", async () => {
    const { standin, house } = await run(await openStandin());
    standin.fail("download", { drop: "before" });
    standin.user(7).sends({ name: "a.pdf", bytes: photo });
    await standin.user(7).hears("a.pdf");
    expect(house.heard).toHaveLength(1);
  });

  test("documents are handed over whole, with their names", async () => {
    const { standin, house } = await run(await openStandin());
    const { hash, name } = await house.keepFile(photo, "申报书（草稿）; “1”.docx");
    house.answers = () => [{ ...asking(name), ask: null, file: { hash, name } }, asking("还要什么？")];
    const user = standin.user(7);
    user.says("草稿");
    const sent = await user.hears("申报书（草稿）； “1”.docx");
    expect(standin.world.files.bytes(sent.document!.file_id)).toEqual(photo);
    expect(sent.caption).toBeUndefined();
    await user.hears("还要什么？");
  });

  test("more than 50 MB cannot be sent, and is said", async () => {
    const { standin, house } = await run(await openStandin());
    const { hash, name } = await house.keepFile(new Uint8Array(50 * 1024 * 1024 + 1), "全部.zip");
    house.answers = () => [{ ...asking(name), file: { hash, name } }];
    standin.user(7).says("全部");
    await standin.user(7).hears(/“全部\.zip”超过 50 MB/);
  });
});

describe("what is no answer", () => {
  test.each([
    ["voice", { voice: { file_id: "x" } }, "听不了语音"],
    ["sticker", { sticker: { file_id: "x" } }, "看不懂表情"],
    ["location", { location: { latitude: 1, longitude: 2 } }, "请把地址打成文字"],
    ["video", { video: { file_id: "x" } }, "请发照片或文件"],
  ])("a %s is explained", async (_, content, says) => {
    const { standin, house } = await run(await openStandin());
    standin.user(7).gives(content);
    await standin.user(7).hears(says);
    expect(house.heard).toEqual([]);
  });

  test("again and again, it is explained once at a time, and holds up nobody", async () => {
    const { standin } = await run(await openStandin({ limits: { perChatSeconds: 1 } }), { isPaced: true });
    for (let at = 0; at < 150; at++) standin.user(7).gives({ sticker: { file_id: "x" } });
    standin.user(8).says("你好");
    await standin.user(8).hears("你好");
    await until(() => standin.world.updates.pending.length === 0, "the confirmation");
    expect(standin.user(7).heard.length).toBeLessThan(10);
    expect(standin.provoked).toBe(0);
  });

  test("a contact is its telephone number", async () => {
    const { standin, house } = await run(await openStandin());
    standin.user(7).gives({ contact: { phone_number: "+8613800138000", first_name: "张三" } });
    await standin.user(7).hears("13800138000");
    expect(house.texts).toEqual(["13800138000"]);
  });

  test("a message of the messenger's own is passed over", async () => {
    const { standin, house } = await run(await openStandin());
    const user = standin.user(7);
    user.gives({ pinned_message: {} });
    user.says("你好");
    await user.hears("你好");
    expect(house.heard).toHaveLength(1);
    expect(user.heard).toHaveLength(1);
  });
});

describe("edits", () => {
  test("of the last answer are a correction, again and again", async () => {
    const { standin, house } = await run(await openStandin());
    const user = standin.user(7);
    const message = user.says("25");
    await user.hears("25");
    user.edits(message, "250");
    await user.hears("不对，是250");
    user.edits(message, "2500");
    await user.hears("不对，是2500");
    expect(house.texts).toEqual(["25", "不对，是250", "不对，是2500"]);
  });

  test("of an earlier one point to 修改", async () => {
    const { standin, house } = await run(await openStandin());
    const user = standin.user(7);
    const message = user.says("25");
    user.says("杭州");
    await user.hears("杭州");
    user.edits(message, "250");
    await user.hears("请回复“修改”");
    expect(house.texts).toEqual(["25", "杭州"]);
  });

  test("that change nothing are passed over", async () => {
    const { standin, house } = await run(await openStandin());
    const user = standin.user(7);
    const message = user.says("https://example.cn");
    await user.hears("example");
    user.edits(message, "https://example.cn");
    user.says("下一个");
    await user.hears("下一个");
    expect(house.texts).toEqual(["https://example.cn", "下一个"]);
  });
});

describe("groups", () => {
  const invitation = /单独聊[\s\S]*https:\/\/t\.me\/sme_platform_bot\?start=group/;

  test.each([
    ["a mention", "@sme_platform_bot 我们单位有18人"],
    ["a mention in other letters", "@SME_Platform_Bot 你好"],
    ["a command with its name", "/start@sme_platform_bot"],
  ])("%s gets an invitation and no question", async (_, text) => {
    const { standin, house } = await run(await openStandin({ privacy: false }));
    const member = standin.user(7).in(standin.group(-100));
    member.says(text);
    await member.hears(invitation);
    expect(house.heard).toEqual([]);
  });

  test("a reply to the bot, too, also in privacy mode", async () => {
    const { standin, house } = await run(await openStandin());
    const member = standin.user(7).in(standin.group(-100));
    member.says("/help@sme_platform_bot");
    member.says("电话 13800138000", { to: await member.hears(invitation) });
    await member.hears(invitation);
    expect(house.heard).toEqual([]);
  });

  test.each(["我们单位有18人", "/start", "/start@other_bot", "@someone_else 你好", "邮箱 a@sme_platform_bot.cn"])(
    "%s is nobody's business of the bot",
    async (text) => {
      const { standin, house } = await run(await openStandin({ privacy: false }));
      const group = standin.group(-100);
      standin.user(7).in(group).says(text);
      standin.user(8).says("hello");
      await standin.user(8).hears("hello");
      expect(standin.chat(-100).messages).toHaveLength(1);
      expect(house.heard).toHaveLength(1);
    },
  );
});
