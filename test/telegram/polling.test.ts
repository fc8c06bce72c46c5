import { describe, expect, test } from "vitest";
import { asking, TestHouse } from "../contracts/house.ts";
import { openStandin, run, until } from "./rig.ts";

/** A promise that a test settles when it likes. */
const gate = () => {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
};

describe("an update is confirmed only after its turn", () => {
  test("killed between turn and confirmation: it comes again, and is answered once", async () => {
    const standin = await openStandin();
    const first = await run(standin);
    const user = standin.user(7);
    await until(() => standin.world.updates.isPolled, "the poll");
    // From now on nothing is confirmed, as when the process is gone.
    standin.fail("getUpdates", { drop: "before" }, { times: 1000 });
    user.says("答案");
    await user.hears("答案");
    await first.channel.stop();
    expect(standin.world.updates.pending).toHaveLength(1);
    standin.heal();
    const second = await run(standin, { house: first.house });
    await until(() => standin.world.updates.pending.length === 0, "the confirmation");
    expect(second.house.texts).toEqual(["答案"]);
    expect(user.heard).toHaveLength(1);
  });

  test("a turn that is not committed holds the offset, and no other chat", async () => {
    const house = new TestHouse();
    const { opened, open } = gate();
    house.before = ({ address }) => (address === "7" ? opened : Promise.resolve());
    const { standin } = await run(await openStandin(), { house });
    standin.user(7).says("慢");
    for (let at = 1; at <= 5; at++) {
      standin.user(8).says(`快${at}`);
      await standin.user(8).hears(`快${at}`);
    }
    expect(standin.world.updates.pending).toHaveLength(6);
    open();
    await standin.user(7).hears("慢");
    await until(() => standin.world.updates.pending.length === 0, "the confirmation");
    expect(house.texts).toEqual(["快1", "快2", "快3", "快4", "快5", "慢"]);
  });

  test("a stop confirms what is committed, and leaves the rest", async () => {
    const { standin, channel, house } = await run(await openStandin());
    standin.user(7).says("完成");
    await standin.user(7).hears("完成");
    await channel.stop();
    expect(standin.world.updates.pending).toHaveLength(0);
    standin.user(7).says("停了以后");
    expect(house.texts).toEqual(["完成"]);
    expect(standin.world.updates.pending).toHaveLength(1);
  });

  test("a stop while a turn is under way waits for it", async () => {
    const house = new TestHouse();
    const { opened, open } = gate();
    let isBusy = false;
    house.before = () => {
      isBusy = true;
      return opened;
    };
    const { standin, channel } = await run(await openStandin(), { house });
    standin.user(7).says("进行中");
    await until(() => isBusy, "the turn");
    const stopped = channel.stop();
    open();
    await stopped;
    expect(house.texts).toEqual(["进行中"]);
    expect(standin.world.updates.pending).toHaveLength(0);
  });

  test("a turn that fails is tried again, in order", async () => {
    const house = new TestHouse();
    let failures = 1;
    house.before = async () => {
      if (failures-- > 0) throw new Error("bot.db: disk full");
    };
    const { standin, log } = await run(await openStandin(), { house });
    standin.user(7).says("一");
    standin.user(7).says("二");
    await standin.user(7).hears("二");
    expect(house.texts).toEqual(["一", "二"]);
    expect(log[0]).toMatch(/telegram: a message was not taken \(Error: bot\.db: disk full\)/);
  });
});

test("many chats at once: none lost, none mixed up, each in its order", async () => {
  const house = new TestHouse();
  house.before = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
  house.answers = ({ input }) => ("text" in input ? [asking(`收到 ${input.text}`)] : []);
  const { standin } = await run(await openStandin(), { house });
  const chats = Array.from({ length: 40 }, (_, at) => at + 1);
  const turns = Array.from({ length: 8 }, (_, at) => at + 1);
  for (const turn of turns) for (const chat of chats) standin.user(chat).says(`${chat}-${turn}`);
  await until(() => house.heard.length === chats.length * turns.length, "all turns", 30);
  for (const chat of chats) {
    await until(() => standin.user(chat).heard.length === turns.length, `the replies of chat ${chat}`);
    expect(standin.user(chat).heard.map(({ text }) => text)).toEqual(turns.map((turn) => `收到 ${chat}-${turn}`));
  }
  await until(() => standin.world.updates.pending.length === 0, "the confirmation");
});

describe("one line for the operator", () => {
  test("a wrong token", async () => {
    const { standin, log } = await run(await openStandin(), { token: "4242:AAF-another_token_altogether_x" });
    await until(() => log.length > 0, "the line");
    expect(log).toEqual([
      "telegram: Telegram does not know this token (401 Unauthorized): set TELEGRAM_BOT_TOKEN to the one that @BotFather gave",
    ]);
    expect(standin.called("getUpdates")).toEqual([]);
  });

  test("a token that is none", async () => {
    const { log } = await run(await openStandin(), { token: "secret" });
    await until(() => log.length > 0, "the line");
    expect(log[0]).toMatch(/does not know this token \(404 Not Found\)/);
  });

  test("no network: told once, without the token, and it heals", async () => {
    const standin = await openStandin();
    standin.fail("getMe", { drop: "before" }, { times: 2 });
    const { log } = await run(standin);
    standin.user(7).says("在吗");
    await standin.user(7).hears("在吗");
    expect(log).toEqual([
      `telegram: cannot reach ${standin.root} (ECONNRESET): check the network; trying on`,
      "telegram: it works again",
    ]);
  });

  test("nobody listens there", async () => {
    const gone = await openStandin();
    await gone.close();
    const { log, channel } = await run(gone);
    await until(() => log.length > 0, "the line");
    expect(log).toEqual([`telegram: cannot reach ${gone.root} (ECONNREFUSED): check the network; trying on`]);
    await channel.stop();
  });

  test("a second poller", async () => {
    const standin = await openStandin();
    const first = await run(standin);
    await until(() => standin.world.updates.isPolled, "the first poll");
    const second = await run(standin);
    await until(() => first.log.length + second.log.length > 0, "the line");
    expect([...first.log, ...second.log][0]).toMatch(/another program uses the same token \(409 .*stop it/);
  });

  test("a flood of polls is paused as asked", async () => {
    const standin = await openStandin();
    standin.fail("getUpdates", { status: 429, retryAfter: 1, description: "Too Many Requests: retry after 1" });
    const { log } = await run(standin);
    standin.user(7).says("在吗");
    await standin.user(7).hears("在吗");
    expect(log[0]).toMatch(/refuses getUpdates \(429/);
  });

  test("a webhook that was set before is taken away", async () => {
    const standin = await openStandin();
    standin.webhook.set({ url: "http://127.0.0.1:9/", secret: null, connections: 1 });
    await run(standin);
    standin.user(7).says("在吗");
    await standin.user(7).hears("在吗");
  });
});
