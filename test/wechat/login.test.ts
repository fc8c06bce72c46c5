import { describe, expect, test } from "vitest";
import { types } from "wechaty";
import { TestHouse } from "../contracts/house.ts";
import { channelOn, later, run, startOn } from "./rig.ts";
import { until, World } from "./world.ts";

const begin = async () => {
  const world = new World();
  const running = await startOn(world, new TestHouse());
  later(running.stop);
  await until(() => world.mocker.puppet.state.active() === true, "the puppet");
  return { world, ...running };
};

describe("login", () => {
  test("a code to scan, scanned, confirmed, logged in, alive, out and in again", async () => {
    const { world, channel, log } = await begin();
    expect(channel.status()).toMatchObject({ state: "waiting", qrText: null });

    const { Waiting, Scanned, Confirmed } = types.ScanStatus;
    world.mocker.scan("https://login.weixin.qq.com/l/abc", Waiting);
    world.mocker.scan("https://login.weixin.qq.com/l/abc", Waiting);
    expect(channel.status()).toMatchObject({ state: "scanning", qrText: "https://login.weixin.qq.com/l/abc" });
    expect(log).toHaveLength(1);
    expect(log[0]).toMatch(/扫码登录.*scan this code.*\n[▄█▀ \n]{400,}/);

    world.mocker.scan("https://login.weixin.qq.com/l/abc", Scanned);
    world.mocker.scan("", Confirmed);
    expect(channel.status()).toMatchObject({ state: "scanning", qrText: null });

    await world.logIn();
    await until(() => channel.status().state === "loggedIn", "the login");
    expect(channel.status()).toMatchObject({ name: "申报助手", qrText: null, lastHeartbeat: null });

    world.mocker.puppet.emit("heartbeat", { data: "1" });
    world.mocker.puppet.emit("heartbeat", { data: "2" });
    expect(channel.status().lastHeartbeat).toMatch(/^\d{4}-/);

    await world.logOut("kicked");
    await until(() => channel.status().state === "loggedOut", "the logout");
    await world.logIn();
    await until(() => channel.status().state === "loggedIn", "the login");
    expect(log.slice(1).map((line) => line.replace(/.* · /, ""))).toEqual([
      "wechat: scanned, now confirm on the phone",
      "wechat: confirmed, logging in",
      "wechat: logged in as 申报助手",
      "wechat: alive",
      "wechat: 申报助手 was logged out (kicked)",
      "wechat: logged in as 申报助手",
    ]);
  });

  test("a login that is cancelled on the phone waits for the next code", async () => {
    const { world, channel, log } = await begin();
    world.mocker.scan("https://login.weixin.qq.com/l/abc");
    world.mocker.scan("", types.ScanStatus.Cancel);
    expect(channel.status()).toMatchObject({ state: "waiting", qrText: null });
    expect(log.at(-1)).toContain("取消");
  });
});

describe("a puppet that stops", () => {
  test("is started again, and messages come", async () => {
    const { world, house, channel, log } = await run();
    const { puppet } = world.mocker;
    let refusals = 1;
    const start = puppet.onStart.bind(puppet);
    puppet.onStart = async () => {
      if (refusals-- > 0) throw new Error("no network");
      await start();
    };
    await puppet.stop();
    await until(() => log.some((line) => line.includes("no network")), "the failure");
    expect(channel.status().state).toBe("failed");
    await until(() => puppet.state.active() === true, "the puppet");
    await world.logIn();
    world.says("a", "你好");
    await until(() => house.heard.length > 0, "the text");
  });

  test("the same trouble is told once", async () => {
    const { world, log } = await run();
    for (let at = 0; at < 3; at++) world.mocker.puppet.emit("error", { gerror: "Error: the socket hung up" });
    world.mocker.puppet.emit("error", { gerror: "Error: something else" });
    await until(() => log.some((line) => line.includes("something else")), "the second trouble");
    expect(log.filter((line) => line.includes("hung up"))).toHaveLength(1);
  });
});

describe("a puppet that is not there is one line for the operator", () => {
  test.each([
    [
      "wechaty-puppet-nowhere",
      /"wechaty-puppet-nowhere", which is not installed: run npm install wechaty-puppet-nowhere$/,
    ],
    ["@nobody/wechaty-puppet-nowhere", /run npm install @nobody\/wechaty-puppet-nowhere$/],
    ["wechat4u", /"wechat4u": set it to a puppet's package, e\.g\. WECHATY_PUPPET=wechaty-puppet-service$/],
    ["../etc/wechaty-puppet-mock", /set it to a puppet's package/],
  ])("%s", async (puppet, line) => {
    const { channel } = channelOn(new World(), { puppet });
    const refusal = await channel.start(new TestHouse()).catch((error: Error) => error.message);
    expect(refusal).toMatch(line);
    expect(refusal).not.toContain("\n");
    await channel.stop();
  });

  test("one that lacks its token", async () => {
    const { channel } = channelOn(new World(), { puppet: "wechaty-puppet-service", puppetOptions: {} });
    await expect(channel.start(new TestHouse())).rejects.toThrow(
      /^wechaty-puppet-service does not begin \(.*TOKEN not found\): check its token and settings/,
    );
    await channel.stop();
  });
});
