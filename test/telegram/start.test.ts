import { expect, test } from "vitest";
import { contents, expectMistake, freshPath, run, start } from "../commands/command.ts";
import { openStandin, until } from "./rig.ts";

const token = "4242:AAF-another_token_altogether_x";

test.each([
  ["TELEGRAM_WEBHOOK_URL", "bot.example.cn", /TELEGRAM_WEBHOOK_URL is "bot\.example\.cn".*https:/],
  ["TELEGRAM_WEBHOOK_PORT", "many", /TELEGRAM_WEBHOOK_PORT is "many".*TELEGRAM_WEBHOOK_PORT=\d+/],
  ["TELEGRAM_API_ROOT", "localhost", /TELEGRAM_API_ROOT is "localhost"/],
])("%s=%s is told, and nothing is written", async (name, value, says) => {
  const dataDir = freshPath();
  const webhook = { TELEGRAM_WEBHOOK_URL: "https://bot.example.cn/telegram" };
  const env = { PORT: "0", DATA_DIR: dataDir, TELEGRAM_BOT_TOKEN: token, ...webhook, [name]: value };
  expectMistake(await run("main", [], { env, seconds: 12 }), says);
  expect(contents(dataDir)).toEqual([]);
});

test("with a wrong token the web chat goes on, and the token is in no line", async () => {
  const standin = await openStandin();
  const env = { PORT: "0", DATA_DIR: freshPath(), TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: standin.root };
  const child = start("main", [], env);
  let printed = "";
  let log = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    log += text;
  });
  await until(() => log.includes("\n") && printed.includes("\n"), "both lines", 30);
  expect(log).toMatch(
    /^telegram: Telegram does not know this token \(401 Unauthorized\): set TELEGRAM_BOT_TOKEN .*\n$/,
  );
  expect(log).not.toContain(token);
  const [, address = ""] = /(http:\S+)/.exec(printed) ?? [];
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  child.kill("SIGTERM");
  expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
});
