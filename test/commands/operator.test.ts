import { expect, test } from "vitest";
import { type MessengerState, startOperatorPage } from "../../bot/operator-page.ts";
import { freshPath, start } from "./command.ts";

const states = { 微信: { lines: ["请用手机微信扫下面的码"], code: "▄▄<&" } } satisfies Record<string, MessengerState>;

test("the operator's page shows the code to scan, to this machine alone", async () => {
  const server = await startOperatorPage(0, () => states);
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const page = await fetch(`http://127.0.0.1:${port}/`);
  expect(page.status).toBe(200);
  expect(page.headers.get("cache-control")).toBe("no-store");
  const html = await page.text();
  expect(html).toContain("▄▄&#60;&#38;");
  expect(html).toContain("请用手机微信扫下面的码");
  expect((await fetch(`http://127.0.0.1:${port}/else`)).status).toBe(404);
  // Another site's name that was made to lead here.
  const { request } = await import("node:http");
  const status = await new Promise<number | undefined>((answered) => {
    request({ port, host: "127.0.0.1", headers: { host: "evil.example" } }, ({ statusCode }) =>
      answered(statusCode),
    ).end();
  });
  expect(status).toBe(404);
  server.close();
});

test("a puppet that is not installed is told in one line, and the web chat goes on", async () => {
  const child = start("main", [], { PORT: "0", DATA_DIR: freshPath(), WECHATY_PUPPET: "wechaty-puppet-nowhere" });
  let said = "";
  const address = await new Promise<string>((found) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        const [, at] = /The bot is at (\S+)/.exec(said) ?? [];
        if (at) found(at);
      });
  });
  expect(said).toMatch(/^微信: WECHATY_PUPPET is "wechaty-puppet-nowhere", which is not installed: run npm install/m);
  expect(said).not.toMatch(/^\s+at /m);
  expect((await fetch(address)).status).toBe(200);
  child.kill();
});
