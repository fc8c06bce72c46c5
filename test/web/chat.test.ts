import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, open } from "./client.ts";

let server: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  server = await open();
});
afterAll(() => server.stop());

/** A browser that has opened the page. */
async function visitor(): Promise<Client> {
  const client = server.client();
  await client.page();
  return client;
}

const count = (text: string, part: string) => text.split(part).length - 1;
const CHINESE = /^[\p{Script=Han}\p{P}\p{N}\sA-Za-z]+。$/u;
const PAGE = { accept: "text/html,application/xhtml+xml" };

describe("arriving", () => {
  test("the bot speaks first, once, and the cookie is out of reach for scripts", async () => {
    const client = server.client();
    const answer = await client.fetch("/");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("set-cookie")).toMatch(/^chat=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
    const page = await answer.text();
    expect(page).toContain('<html lang="zh-CN">');
    expect(count(page, "您想做什么？")).toBe(1);
    expect(count(await client.page(), "您想做什么？")).toBe(1);
  });

  test("the house sees the hash of the cookie only", async () => {
    const client = await visitor();
    const token = client.cookies.get("chat") ?? "";
    expect(server.house.addresses).toContain(createHash("sha256").update(token).digest("hex"));
    expect([...server.house.addresses].join()).not.toContain(token);
  });

  test("a cookie that we did not make begins anew", async () => {
    const client = server.client();
    client.cookies.set("chat", "x");
    await client.page();
    expect(client.cookies.get("chat")).toMatch(/^[\w-]{43}$/);
  });

  test("nothing from elsewhere, no frame, no script in the page", async () => {
    const { headers } = await server.client().fetch("/");
    expect(headers.get("content-security-policy")).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cache-control")).toBe("no-store");
  });

  test("all that the page needs comes from the server", async () => {
    const client = await visitor();
    const paths = [...(await client.page()).matchAll(/(?:src|href)="(\/[^"]*\.(?:js|css|svg)[^"]*)"/g)].map(
      ([, path]) => path,
    );
    expect(paths).toHaveLength(4);
    for (const path of paths) expect((await client.fetch(path ?? "")).status, path).toBe(200);
  });

  test("/healthz", async () => {
    expect(await (await server.client().fetch("/healthz")).text()).toBe("ok");
  });
});

describe("saying", () => {
  test("text appears as typed, and never as HTML", async () => {
    const client = await visitor();
    expect((await client.say('第一行\r\n<img src=x onerror=alert(1)> & "引号"')).status).toBe(204);
    const page = await client.page();
    expect(page).toContain("第一行\n&lt;img src=x onerror=alert(1)&gt; &amp; &quot;引号&quot;</p>");
    expect(page).not.toContain("<img src=x");
    expect(page).toContain("已填 1/58");
  });

  test("the same id again changes nothing", async () => {
    const client = await visitor();
    const again = () => client.post("/say", { id: "3f1c", text: "只说一次" });
    const answers = await Promise.all([again(), again(), again()]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect(count(await client.page(), ">只说一次</p>")).toBe(1);
  });

  test("a turn that failed lands with the same id", async () => {
    const client = await visitor();
    server.house.failTurns(1);
    const failed = await client.post("/say", { id: "retry", text: "再来" });
    expect(failed.status).toBe(500);
    expect(await failed.text()).toMatch(CHINESE);
    expect((await client.post("/say", { id: "retry", text: "再来" })).status).toBe(204);
    expect(count(await client.page(), ">再来</p>")).toBe(1);
  });

  test("a choice shows its label, and older choices cannot be pressed", async () => {
    const client = await visitor();
    expect((await client.post("/say", { choice: "zhejiang/apply" })).status).toBe(204);
    const page = await client.page();
    expect(page).toMatch(/class="message person".*?<p class="bubble">浙江省：申请认定<\/p>/s);
    expect([...page.matchAll(/<fieldset[^>]*>/g)].map(([tag]) => tag.includes("disabled"))).toEqual([true, false]);
  });

  test("what asks nothing keeps its choices beside those of the question under it", async () => {
    const client = await visitor();
    const [address = ""] = [...server.house.addresses].slice(-1);
    await server.house.notify(address, "请于3月23日前报送");
    const page = await client.page();
    expect([...page.matchAll(/<fieldset[^>]*>/g)].map(([tag]) => tag.includes("disabled"))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("a choice that arrives twice is no error, although it is not offered any more", async () => {
    const client = await visitor();
    await client.post("/say", { id: "c1", choice: "zhejiang/apply" });
    expect((await client.post("/say", { id: "c1", choice: "zhejiang/apply" })).status).toBe(204);
  });

  test("web addresses in the bot's text are links", async () => {
    const client = await visitor();
    await client.post("/say", { choice: "zhejiang/apply" });
    await client.post("/say", { choice: "no" });
    await client.say("见 https://example.com/a");
    const page = await client.page();
    const address = "https://www.miit.gov.cn/zwgk/zcwj/art_3a1.html";
    expect(page).toContain(`<a href="${address}" target="_blank" rel="noopener noreferrer">${address}</a>。`);
    expect(page).toContain(">见 https://example.com/a</p>");
  });

  test("empty text is let be", async () => {
    const client = await visitor();
    const before = await client.page();
    expect((await client.say(" \n ")).status).toBe(204);
    expect(count(await client.page(), "data-seq")).toBe(count(before, "data-seq"));
  });

  test("100,000 characters are taken, one more is told why not", async () => {
    const client = await visitor();
    expect((await client.say("长".repeat(100_000))).status).toBe(204);
    const refused = await client.say("长".repeat(100_001));
    expect(refused.status).toBe(413);
    expect(await refused.text()).toContain("10 万字");
  });

  test("only the last messages are shown at first, and more on request", async () => {
    const client = await visitor();
    for (let n = 1; n <= 25; n++) await client.say(`第${n}句`);
    const page = await client.page();
    expect(count(page, "data-seq")).toBe(60);
    expect(page).toContain('href="/?last=300"');
    expect(count(await client.page("/?last=300"), "data-seq")).toBe(77);
  });
});

describe("what is not a message", () => {
  const form = (body: string) => ({
    method: "POST",
    body,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  test.each<[string, RequestInit]>([
    ["no id", form("text=x")],
    ["an id of other signs", form("id=a%20b&text=x")],
    ["nothing said", form("id=a")],
    ["an empty choice", form("id=a&choice=")],
    ["two at once", form("id=a&text=x&choice=yes")],
    ["a choice nobody offered", form("id=a&choice=rm")],
    ["a file as text", form("id=a&file=x")],
    ["JSON", { method: "POST", body: '{"id":"a","text":"x"}', headers: { "content-type": "application/json" } }],
    ["no type", { method: "POST", body: new Uint8Array([1, 2]) }],
    [
      "half a form",
      { method: "POST", body: "--x\r\nContent-Disp", headers: { "content-type": "multipart/form-data; boundary=x" } },
    ],
    ["no boundary", { method: "POST", body: "id=a", headers: { "content-type": "multipart/form-data" } }],
  ])("%s", async (_name, init) => {
    const client = await visitor();
    const before = server.house.answered.length;
    const answer = await client.fetch("/say", init);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(CHINESE);
    expect(server.house.answered).toHaveLength(before);
  });

  test("from nobody", async () => {
    const answer = await server.client().say("你好");
    expect(answer.status).toBe(401);
    expect(await answer.text()).toMatch(CHINESE);
  });
});

describe("from other sites", () => {
  test.each([
    [{ origin: "https://evil.example" }, 403],
    [{ origin: "null" }, 403],
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ "sec-fetch-site": "same-site" }, 403],
    [{ "sec-fetch-site": "cross-site", origin: "OWN" }, 403],
    [{ origin: "OWN" }, 204],
    [{ "sec-fetch-site": "same-origin", origin: "OWN" }, 204],
    // A proxy may rewrite the host; the browser's own word stands.
    [{ "sec-fetch-site": "same-origin", origin: "https://chat.example" }, 204],
  ])("%j → %i", async (given, status) => {
    const client = await visitor();
    const headers = { ...given, ...("origin" in given && given.origin === "OWN" && { origin: server.base }) };
    expect((await client.post("/say", { text: "你好" }, headers as Record<string, string>)).status).toBe(status);
  });

  test("nor may they make or use a code", async () => {
    const client = await visitor();
    const headers = { "sec-fetch-site": "cross-site" };
    expect((await client.post("/resume-code", {}, headers)).status).toBe(403);
    expect((await client.post("/resume", { code: "X" }, headers)).status).toBe(403);
  });
});

describe("without scripts", () => {
  test("a message leads back to the conversation", async () => {
    const client = await visitor();
    const id = /name="id" value="([^"]+)"/.exec(await client.page())?.[1] ?? "";
    const answer = await client.post("/say", { id, text: "没有脚本" }, PAGE);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/");
    expect(await client.page()).toContain(">没有脚本</p>");
  });

  test("a refusal shows under the conversation", async () => {
    const client = await visitor();
    const answer = await client.post("/say", { file: new File(["x"], "病毒.exe") }, PAGE);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("您想做什么？");
    expect(page).toMatch(/class="message page".*不能接收程序文件/s);
  });

  test("what was not found is said in Chinese", async () => {
    const answer = await server.client().fetch("/nowhere", { headers: PAGE });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("没有找到");
  });
});
