import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, open } from "./client.ts";

let server: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  server = await open();
});
afterAll(() => server.stop());

async function visitor(): Promise<Client> {
  const client = server.client();
  await client.page();
  return client;
}

/** Sends a file and gives the link under which it is shown. */
async function upload(client: Client, name: string, content: string): Promise<string> {
  expect((await client.post("/say", { file: new File([content], name) })).status).toBe(204);
  return [...(await client.page()).matchAll(/class="file" href="([^"]+)"/g)].at(-1)?.[1] ?? "";
}

test.each([
  ["申报书（草稿）.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["全部材料.zip", "application/zip"],
  ["人员名单.XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["审计报告 '2025'*.pdf", "application/pdf"],
  ["门头.png", "image/png"],
  ["合影.jpg", "image/jpeg"],
  ["answers.json", "application/json"],
  ["网页.html", "application/octet-stream"],
])("%s comes back as it was, under its name", async (name, type) => {
  const client = await visitor();
  const answer = await client.fetch(await upload(client, name, "内容"));
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe("内容");
  expect(answer.headers.get("content-type")).toBe(type);
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  const disposition = answer.headers.get("content-disposition") ?? "";
  expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w%.~-]+$/);
  expect(decodeURIComponent(disposition.split("''")[1] ?? "")).toBe(name);
});

test.each([
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\王\\名单.xlsx", "名单.xlsx"],
  ["名\u202Excod.单\u0007.docx", "名xcod.单.docx"],
  ["..", "文件"],
  [`${"长".repeat(300)}.docx`, `${"长".repeat(115)}.docx`],
])("%j is kept as %s", async (name, kept) => {
  const client = await visitor();
  await upload(client, name, name);
  expect(await client.page()).toContain(`<span class="file-name">${kept}</span>`);
});

test("a file belongs to its conversation", async () => {
  const [mine, other] = [await visitor(), await visitor()];
  const path = await upload(mine, "名单.xlsx", "秘密");
  expect((await other.fetch(path)).status).toBe(404);
  expect((await server.client().fetch(path)).status).toBe(401);
  expect((await mine.fetch(path.replace(/[^/]+$/, "x"))).status, "the name is only for looks").toBe(200);
});

test.each(["/files/..%2F..%2Fetc/passwd", "/files/%2e%2e/x", "/files/abc/..%2f..%2fpackage.json", "/files/0/%00"])(
  "%s is not found",
  async (path) => {
    const answer = await (await visitor()).fetch(path, { headers: { accept: "text/html" } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("没有找到");
  },
);

test("a file the house does not take is told why", async () => {
  const client = await visitor();
  const answer = await client.post("/say", { file: new File(["MZ"], "安装.exe") });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("不能接收程序文件");
});

test("20 MB are taken, more is not", async () => {
  const client = await visitor();
  const size = 20 * 1024 * 1024;
  expect((await client.post("/say", { file: new File([new Uint8Array(size)], "大.zip") })).status).toBe(204);
  for (const more of [size + 1, 2 * size]) {
    const answer = await client.post("/say", { file: new File([new Uint8Array(more)], "太大.zip") });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toMatch(/20 MB.*。/);
  }
});

test("what never ends is cut off without being held", async () => {
  const client = await visitor();
  const chunk = new Uint8Array(1024 * 1024);
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      sent += 1;
      controller.enqueue(chunk);
    },
  });
  const before = process.memoryUsage().arrayBuffers;
  const answer = await client
    .fetch("/say", {
      method: "POST",
      body,
      duplex: "half",
      headers: { "content-type": "multipart/form-data; boundary=x" },
    })
    .catch(() => null);
  expect(answer?.status ?? 413).toBe(413);
  expect(sent).toBeLessThan(1000);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200 * 1024 * 1024);
});
