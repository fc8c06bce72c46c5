import { describe, expect, test } from "vitest";
import { withoutToken } from "../../bot/channels/telegram/failure.ts";
import { asking, TestHouse } from "../contracts/house.ts";
import type { Fault } from "../standins/telegram/faults.ts";
import { openStandin, run, until } from "./rig.ts";

describe("how a delivery ends", () => {
  const unknown = { status: "unknown" };
  const table: [string, Fault, object][] = [
    ["too fast", { status: 429, retryAfter: 35 }, { status: "failed", retryAfterSeconds: 35 }],
    [
      "blocked",
      { status: 403, description: "Forbidden: bot was blocked by the user" },
      { status: "failed", final: "blocked" },
    ],
    [
      "no such chat",
      { status: 400, description: "Bad Request: chat not found" },
      { status: "failed", final: "blocked" },
    ],
    [
      "a bad request",
      { status: 400, description: "Bad Request: message text is empty" },
      { status: "failed", final: "refused" },
    ],
    ["a server in trouble", { status: 500 }, unknown],
    ["a gateway's page", { page: 502 }, unknown],
    ["a broken connection", { drop: "before" }, unknown],
    ["accepted, but the connection breaks", { drop: "after" }, unknown],
    ["accepted, but no answer comes", { silence: true }, unknown],
  ];
  test.each(table)("%s", async (_, fault, expected) => {
    const { standin, channel } = await run(await openStandin(), { sendSeconds: 0.3 });
    standin.user(7).says("你好");
    await standin.user(7).hears("你好");
    standin.fail("sendMessage", fault);
    const delivery = await channel.send("7", asking("问题"), 1);
    expect(delivery).toMatchObject(expected);
    expect(JSON.stringify(delivery)).not.toContain(standin.token);
  });

  test("nothing listens: it failed, and may be tried again", async () => {
    const standin = await openStandin();
    const { channel } = await run(standin);
    await standin.close();
    expect(await channel.send("7", asking("问题"), 1)).toEqual({ status: "failed", reason: "ECONNREFUSED" });
  });
});

describe("with the sender", () => {
  test("a reply that was accepted without an answer is sent again", async () => {
    const { standin, delivered } = await run(await openStandin(), { sendSeconds: 0.2 });
    standin.fail("sendMessage", { silence: true });
    standin.user(7).says("你好");
    await until(() => delivered.length === 1, "the mark");
    expect(standin.user(7).heard.map(({ text }) => text)).toHaveLength(2);
  });

  test("one chat that is told to wait holds up no other", async () => {
    const { standin, delivered } = await run(await openStandin());
    standin.fail("sendMessage", { status: 429, retryAfter: 1 }, { chat: 7 });
    standin.user(7).says("甲");
    await until(() => standin.called("sendMessage").length === 1, "the refusal");
    standin.user(8).says("乙");
    await standin.user(8).hears("乙");
    expect(standin.user(7).heard).toEqual([]);
    await standin.user(7).hears("甲");
    await until(() => delivered.length === 2, "the marks");
  });

  test("who blocked the bot is left alone until they write", async () => {
    const house = new TestHouse();
    house.answers = ({ input }) => ["一", "二"].map((part) => asking(`${part} ${JSON.stringify(input)}`));
    const { standin, log } = await run(await openStandin(), { house });
    const user = standin.user(7);
    user.says("你好");
    user.blocks();
    await until(() => log.length === 2, "both failures");
    expect(standin.called("sendMessage")).toHaveLength(1);
    expect(log[0]).toMatch(/message \d+ is not known to have arrived: 403 Forbidden: bot was blocked by the user/);
    user.says("我回来了");
    await user.hears("二");
  });

  test("a long reply arrives whole, in order, with its buttons under the end", async () => {
    const text = Array.from({ length: 900 }, (_, at) => `第${at}行：服务中小企业情况说明。`).join("\n");
    const house = new TestHouse();
    house.answers = () => [asking(text, { choices: [{ id: "yes", label: "好" }] })];
    const { standin } = await run(await openStandin(), { house });
    standin.fail("sendMessage", { status: 500 });
    standin.user(7).says("全文");
    const expected = Math.ceil(text.length / 4096);
    await until(() => standin.user(7).heard.length >= expected, "all parts");
    const heard = standin.user(7).heard;
    expect(heard.map((part) => part.text).join("\n")).toBe(text);
    expect(heard.map((part) => part.reply_markup !== undefined)).toEqual(heard.map((_, at) => at === heard.length - 1));
  });

  test("within Telegram's limits no 429 is provoked", async () => {
    const house = new TestHouse();
    house.answers = () => [asking("一"), asking("二")];
    const limits = { perSecond: 30, perChatSeconds: 1, perGroupPerMinute: 20 };
    const { standin, delivered } = await run(await openStandin({ limits }), { house, isPaced: true });
    for (let chat = 1; chat <= 40; chat++) standin.user(chat).says("你好");
    await until(() => delivered.length === 80, "all replies", 30);
    expect(standin.provoked).toBe(0);
  });
});

test.each([
  ["the token itself", "request to https://api.telegram.org/bot4242:AAF-standin_token_of_nobody/getMe failed"],
  ["another bot's", "request to https://api.telegram.org/bot1234567:ABCdefGHIjklMNOpqrSTUvwxYZ012345678/getMe failed"],
])("a log line never holds %s", (_, line) => {
  const lines: string[] = [];
  withoutToken("4242:AAF-standin_token_of_nobody", (one) => lines.push(one))(line);
  expect(lines).toEqual(["request to https://api.telegram.org/bot<token>/getMe failed"]);
});
