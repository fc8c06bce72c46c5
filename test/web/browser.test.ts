import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { webChannel } from "../../bot/channels/web/index.ts";
import { launchChromium, skipsBrowser } from "../system/chromium.ts";
import { open } from "./client.ts";
import { smallHouse } from "./house.ts";

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };

describe.skipIf(skipsBrowser)("in a browser", () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    browser = await launchChromium();
    server = await open();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** A page of somebody new, and what its console complained about. */
  async function visit(options: BrowserContextOptions, base = server.base) {
    const context = await browser.newContext(options);
    const complaints: string[] = [];
    context.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    context.on("weberror", (error) => complaints.push(String(error.error())));
    const page = await context.newPage();
    await page.goto(base);
    return { context, page, complaints };
  }

  test("a whole conversation on a phone", async () => {
    const { context, page, complaints } = await visit(PHONE);
    await waitFor(page, "您想做什么？");
    expect(await isTooWide(page)).toBe(false);
    await shoot(page, "1-arrived");

    await page.getByRole("button", { name: "浙江省：申请认定" }).tap();
    await waitFor(page, "单位成立满三年了吗？");
    expect(await texts(page, ".person .bubble")).toEqual(["浙江省：申请认定"]);
    expect(await page.locator(".choices button").first().isDisabled()).toBe(true);
    expect(await heights(page, ".choices:enabled button")).toSatisfy((all: number[]) => all.every((one) => one >= 44));
    await expect(page.getByText("已填 1/58").isVisible()).resolves.toBe(true);

    const [address = ""] = [...server.house.addresses].slice(-1);
    await server.house.notify(address, "请于3月23日前报送");
    await waitFor(page, "请于3月23日前报送");
    expect(await texts(page, ".choices:enabled button")).toEqual(["已阅", "是", "否"]);
    await shoot(page, "1-notice");

    await page.getByLabel("输入消息").fill("杭州某某服务中心\n第二行");
    await page.getByRole("button", { name: "发送" }).tap();
    await waitFor(page, "已记下：杭州某某服务中心");
    await shoot(page, "2-typed");

    const upload = { name: "审计报告（2025）.pdf", mimeType: "application/pdf", buffer: Buffer.from("pdf") };
    await page.getByLabel("上传文件").setInputFiles(upload);
    await waitFor(page, "收到文件“审计报告（2025）.pdf”。");
    await page.locator(".choices:enabled button", { hasText: "否" }).tap();
    await waitFor(page, "现在继续填写吗？");
    await shoot(page, "3-long-answer");
    const isOnTop = "document.querySelectorAll('.person')[3].getBoundingClientRect().top < 160";
    expect(await page.evaluate(isOnTop), "a long answer is read from its beginning").toBe(true);
    await page.getByRole("button", { name: "往下看" }).tap();
    await page.locator(".down").waitFor({ state: "hidden" });
    await shoot(page, "4-end");

    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "申报书（草稿）.docx" }).tap();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("申报书（草稿）.docx");
    expect(readFileSync(await download.path(), "utf8")).toBe("docx");

    const second = await context.newPage();
    await second.goto(server.base);
    const all = await texts(page, ".bubble");
    expect(await texts(second, ".bubble")).toEqual(all);
    await second.getByLabel("输入消息").fill("从第二个页面说的");
    await second.getByRole("button", { name: "发送" }).tap();
    for (const tab of [page, second]) await waitFor(tab, "已记下：从第二个页面说的");
    expect(await texts(page, ".bubble")).toEqual(await texts(second, ".bubble"));

    await page.reload();
    expect(await texts(page, ".bubble")).toEqual(await texts(second, ".bubble"));
    expect(await isTooWide(page)).toBe(false);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("what is said without a network goes out later, once and in order", async () => {
    const { context, page } = await visit(PHONE);
    await context.setOffline(true);
    for (const text of ["第一句", "第二句"]) {
      await page.getByLabel("输入消息").fill(text);
      await page.getByRole("button", { name: "发送" }).tap();
    }
    await page.getByText("未发送，正在重试…").waitFor();
    await waitFor(page, "网络已断开，正在重新连接…");
    await shoot(page, "5-offline");
    await context.setOffline(false);
    await waitFor(page, "已记下：第二句");
    await page.locator(".connection").waitFor({ state: "hidden" });
    const expected = [
      "第一句",
      "已记下：第一句",
      "下一个问题：从业人员多少人？",
      "第二句",
      "已记下：第二句",
      "下一个问题：从业人员多少人？",
    ];
    expect((await texts(page, ".bubble")).slice(2)).toEqual(expected);
    await page.reload();
    expect((await texts(page, ".bubble")).slice(2)).toEqual(expected);
    await context.close();
  });

  test("a message whose answer got lost is not said twice", async () => {
    const { context, page } = await visit(PHONE);
    let lost = 0;
    await page.route("**/say", async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      await route.abort("connectionreset");
    });
    await page.getByLabel("输入消息").fill("只说一次");
    await page.getByRole("button", { name: "发送" }).tap();
    await waitFor(page, "已记下：只说一次");
    await page.waitForTimeout(1500);
    expect(await page.getByText("只说一次", { exact: true }).count()).toBe(1);
    expect(await page.locator(".sending").count()).toBe(0);
    await context.close();
  });

  test("what was typed or not yet sent outlives a reload", async () => {
    const { context, page } = await visit(PHONE);
    await page.route("**/say", (route) => route.abort());
    await page.getByRole("button", { name: "浙江省：申请认定" }).tap();
    await page.getByText("未发送，正在重试…").waitFor();
    await page.getByLabel("输入消息").fill("写了一半");
    await page.unroute("**/say");
    await page.reload();
    await waitFor(page, "单位成立满三年了吗？");
    expect(await texts(page, ".person .bubble")).toEqual(["浙江省：申请认定"]);
    expect(await page.getByLabel("输入消息").inputValue()).toBe("写了一半");
    await context.close();
  });

  test("a page outlives a restart of the server", async () => {
    const channel = webChannel({ port: 0, host: "127.0.0.1" });
    const house = smallHouse(channel);
    await channel.start(house);
    const base = channel.address();
    const { context, page } = await visit(PHONE, base);
    await channel.stop();
    await page.getByLabel("输入消息").fill("服务器不在时说的");
    await page.getByRole("button", { name: "发送" }).tap();
    await page.getByText("未发送，正在重试…").waitFor();
    const again = webChannel({ port: Number(new URL(base).port), host: "127.0.0.1" });
    const [address = ""] = house.addresses;
    await again.start(house);
    await page.getByText("服务器不在时说的", { exact: true }).waitFor();
    await page.locator("[data-update][data-seq]").waitFor();
    house.deliverBy(again);
    await house.remind(address, "提醒您一下");
    await waitFor(page, "提醒您一下");
    expect(await page.getByText("服务器不在时说的", { exact: true }).count()).toBe(1);
    await context.close();
    await again.stop();
  });

  test("a refusal is told, and the buttons come back", async () => {
    const { context, page } = await visit(PHONE);
    await page.getByLabel("上传文件").setInputFiles({ name: "安装.exe", mimeType: "", buffer: Buffer.from("MZ") });
    await waitFor(page, "不能接收程序文件，请发送 Word、Excel、PDF 或图片。");
    const tooLarge = { name: "太大.zip", mimeType: "", buffer: Buffer.alloc(20 * 1024 * 1024 + 1) };
    await page.getByLabel("上传文件").setInputFiles(tooLarge);
    await page.getByText("这个文件太大了").waitFor();
    await page.evaluate("document.querySelector('.choices button').value = 'unknown'");
    await page.locator(".choices button").first().tap();
    await page.getByText("没有这个选项").waitFor();
    expect(await page.locator(".choices button").first().isEnabled()).toBe(true);
    await shoot(page, "6-refused");
    await context.close();
  });

  test("the menu, and a resume code that opens the conversation elsewhere", async () => {
    const { context, page, complaints } = await visit(PHONE);
    await page.getByText("菜单").tap();
    await shoot(page, "7-menu");
    await page.getByRole("button", { name: "进度" }).tap();
    await waitFor(page, "已记下：进度");
    await page.getByText("菜单").tap();
    await page.getByRole("link", { name: "保存恢复码" }).tap();
    await page.getByRole("button", { name: "生成恢复码" }).tap();
    const code = await page.locator("[data-copy]").innerText();
    expect(await isTooWide(page)).toBe(false);
    await shoot(page, "8-code");
    await page.getByRole("link", { name: "返回对话" }).tap();
    await waitFor(page, "已记下：进度");

    const other = await visit(DESKTOP);
    await other.page.getByText("菜单").click();
    await other.page.getByRole("link", { name: "输入恢复码" }).click();
    await other.page.getByLabel("恢复码").fill(code.toLowerCase());
    await shoot(other.page, "9-resume-1280");
    await other.page.getByRole("button", { name: "继续填写" }).click();
    await waitFor(other.page, "已记下：进度");
    expect([...complaints, ...other.complaints]).toEqual([]);
    await context.close();
    await other.context.close();
  });

  test("at a desk: Enter sends, Shift+Enter and composing do not", async () => {
    const { context, page, complaints } = await visit(DESKTOP);
    const field = page.getByLabel("输入消息");
    await field.pressSequentially("第一行");
    await page.keyboard.press("Shift+Enter");
    await field.pressSequentially("第二行");
    await field.dispatchEvent("keydown", { key: "Enter", isComposing: true });
    expect(await field.inputValue()).toBe("第一行\n第二行");
    await page.keyboard.press("Enter");
    await waitFor(page, "已记下：第一行");
    expect(await texts(page, ".person .bubble")).toEqual(["第一行\n第二行"]);
    expect(await page.evaluate("document.activeElement.name")).toBe("text");

    await field.fill(Array.from({ length: 9 }, (_, n) => `第 ${n} 行`).join("\n"));
    const [height = 0] = await heights(page, "textarea");
    expect(height).toBeGreaterThan(120);
    expect(height).toBeLessThan(170);
    await field.fill("<b>粗</b> & <script>alert(1)</script>");
    await page.keyboard.press("Enter");
    await waitFor(page, "已记下：<b>粗</b> & <script>alert(1)</script>");
    expect(await page.locator(".bubble b, .log script").count()).toBe(0);
    await page.getByRole("button", { name: "浙江省：申请认定" }).waitFor();
    await shoot(page, "10-desk-1280");
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("somebody who reads further up stays there", async () => {
    const { context, page } = await visit(PHONE);
    for (let n = 0; n < 12; n++) {
      await page.getByLabel("输入消息").fill(`第${n}句`);
      await page.getByRole("button", { name: "发送" }).tap();
      await waitFor(page, `已记下：第${n}句`);
    }
    await page.evaluate("document.querySelectorAll('.message')[4].scrollIntoView()");
    const top = (): Promise<number> =>
      page.evaluate("document.querySelectorAll('.message')[4].getBoundingClientRect().top");
    const before = await top();
    const cookie = (await context.cookies())[0]?.value ?? "";
    const elsewhere = server.client();
    elsewhere.cookies.set("chat", cookie);
    await elsewhere.say("从别处说的");
    await page.getByText("已记下：从别处说的").waitFor({ state: "attached" });
    expect(Math.abs((await top()) - before)).toBeLessThan(3);
    await context.close();
  });

  test("without scripts it works all the same", async () => {
    const { context, page } = await visit({ ...PHONE, javaScriptEnabled: false });
    await page.getByRole("button", { name: "浙江省：申请认定" }).tap();
    await waitFor(page, "单位成立满三年了吗？");
    await page.getByLabel("输入消息").fill("没有脚本");
    await page.getByRole("button", { name: "发送" }).tap();
    await waitFor(page, "已记下：没有脚本");
    await page.getByLabel("上传文件").setInputFiles({ name: "名单.xlsx", mimeType: "", buffer: Buffer.from("x") });
    await page.getByRole("button", { name: "发送" }).tap();
    await waitFor(page, "还有其他文件吗？");
    await page.getByText("菜单").tap();
    await page.getByRole("button", { name: "进度" }).tap();
    await waitFor(page, "已记下：进度");
    expect(await texts(page, ".person .bubble")).toEqual(["浙江省：申请认定", "没有脚本", "进度"]);
    await context.close();
  });

  test("in the dark", async () => {
    const { context, page } = await visit({ ...PHONE, colorScheme: "dark" });
    await page.getByRole("button", { name: "浙江省：申请认定" }).tap();
    await waitFor(page, "单位成立满三年了吗？");
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(17, 17, 17)");
    await shoot(page, "11-dark");
    await context.close();
  });
});

/** Waits until the text is there, in view or not. */
async function waitFor(page: Page, text: string): Promise<void> {
  await page.getByText(text).last().waitFor({ state: "attached" });
}

function texts(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).allInnerTexts();
}

async function heights(page: Page, selector: string): Promise<number[]> {
  const boxes = await Promise.all((await page.locator(selector).all()).map((one) => one.boundingBox()));
  return boxes.map((box) => box?.height ?? 0);
}

function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate("document.scrollingElement.scrollWidth > 390");
}

/** A picture to look at: `WEB_SHOTS=/tmp/web-shots npx vitest run test/web/browser.test.ts`. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.WEB_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}
