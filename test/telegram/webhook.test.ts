import { createServer } from "node:net";
import { expect, test } from "vitest";
import { TestHouse } from "../contracts/house.ts";
import { openStandin, run, until } from "./rig.ts";

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
};

/** The channel with a webhook on loopback. */
const runHooked = async (options: { house?: TestHouse; url?: string; port?: number } = {}) => {
  const port = options.port ?? (await freePort());
  const url = options.url ?? `http://127.0.0.1:${port}/telegram`;
  const webhook = { url, port, checkSeconds: 0.05 };
  const running = await run(await openStandin(), { ...(options.house && { house: options.house }), webhook });
  return { ...running, url };
};

test("updates come to the webhook, and are confirmed when their turn is committed", async () => {
  const { standin, house } = await runHooked();
  standin.user(7).says("你好");
  await standin.user(7).hears("你好");
  await until(() => standin.world.updates.pending.length === 0, "the confirmation");
  expect(house.texts).toEqual(["你好"]);
  expect(standin.called("getUpdates")).toEqual([]);
});

test("a turn that fails is brought again by Telegram, and answered once", async () => {
  const house = new TestHouse();
  let failures = 2;
  house.before = async () => {
    if (failures-- > 0) throw new Error("bot.db: disk full");
  };
  const { standin, log } = await runHooked({ house });
  standin.user(7).says("一");
  standin.user(7).says("二");
  await standin.user(7).hears("二");
  expect(house.texts).toEqual(["一", "二"]);
  expect(log.filter((line) => /disk full.*brings it again/.test(line))).toHaveLength(2);
});

test.each([
  ["a wrong secret", { "x-telegram-bot-api-secret-token": "guess" }],
  ["none", {}],
])("a call with %s is refused and logged", async (_, headers) => {
  const { standin, house, log, url } = await runHooked();
  await until(() => standin.webhook.hook !== null, "the webhook");
  const body = JSON.stringify({
    update_id: 1,
    message: { message_id: 1, chat: { id: 7, type: "private" }, text: "x" },
  });
  const answer = await fetch(url, { method: "POST", headers, body });
  expect(answer.status).toBe(401);
  expect(house.heard).toEqual([]);
  expect(log).toEqual(["telegram: a webhook call without the right secret came from 127.0.0.1"]);
});

test("what is no update is refused", async () => {
  const { standin, url } = await runHooked();
  await until(() => standin.webhook.hook !== null, "the webhook");
  const headers = { "x-telegram-bot-api-secret-token": standin.webhook.hook!.secret! };
  expect((await fetch(url, { method: "POST", headers, body: "{" })).status).toBe(400);
  expect((await fetch(url, { method: "POST", headers, body: `"${"x".repeat(2 ** 20)}"` })).status).toBe(400);
  expect((await fetch(url, { headers })).status).toBe(405);
});

test("an address that Telegram cannot reach is told to the operator", async () => {
  const { standin, log } = await runHooked({ url: `http://127.0.0.1:${await freePort()}/` });
  await until(() => standin.webhook.hook !== null, "the webhook");
  standin.user(7).says("有人吗");
  await until(() => log.length > 0, "the line");
  expect(log[0]).toBe("telegram: TELEGRAM_WEBHOOK_URL is not reached (Connection refused): check it; trying on");
});

test("an address that Telegram does not take is told to the operator", async () => {
  const { log } = await runHooked({ url: "https://unresolvable.example/" });
  await until(() => log.length > 0, "the line");
  expect(log[0]).toMatch(/does not take TELEGRAM_WEBHOOK_URL \(400 .*Failed to resolve host/);
});

test("a port in use is told to the operator", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as { port: number };
  const { log } = await runHooked({ port });
  await until(() => log.length > 0, "the line");
  expect(log).toEqual([
    `telegram: cannot listen on 127.0.0.1:${port} (EADDRINUSE): set TELEGRAM_WEBHOOK_PORT to another port`,
  ]);
  other.close();
});
