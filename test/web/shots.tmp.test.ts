import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { test } from "vitest";
import { webChannel } from "../../bot/channels/web/index.ts";
import { smallHouse } from "./house.ts";

test("shots", async () => {
  mkdirSync("/tmp/web-shots", { recursive: true });
  const channel = webChannel({ port: 0, host: "127.0.0.1", log: console.error });
  const house = smallHouse(channel);
  await channel.start(house);
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  for (const [width, height, scheme, js] of [
    [390, 844, "light", true],
    [390, 844, "dark", true],
    [1280, 900, "light", true],
    [390, 844, "light", false],
  ] as const) {
    const name = `${width}-${scheme}${js ? "" : "-nojs"}`;
    const page = await browser.newPage({
      viewport: { width, height },
      colorScheme: scheme,
      javaScriptEnabled: js,
      hasTouch: width < 600,
      isMobile: width < 600,
      deviceScaleFactor: width < 600 ? 2 : 1,
    });
    page.on("console", (m) => console.log(name, m.type(), m.text()));
    page.on("pageerror", (m) => console.log(name, m));
    const shot = (n: string) => page.screenshot({ path: `/tmp/web-shots/${name}-${n}.png` });
    await page.goto(channel.address());
    await shot("1-arrive");
    await page.getByRole("button", { name: "浙江省：申请认定" }).click();
    await page.waitForTimeout(300);
    await shot("2-choice");
    await page.locator(".choices:enabled button", { hasText: "否" }).click();
    await page.waitForTimeout(300);
    await shot("3-long");
    if (js) {
      await page
        .getByRole("button", { name: "看最新消息" })
        .click()
        .catch(() => console.log(name, "no down button"));
      await page.waitForTimeout(200);
      await shot("4-end");
    }
    await page.locator("textarea").fill("杭州某某中小企业服务中心有限公司\n第二行\n第三行\n第四行\n第五行\n第六行");
    await shot("5-typing");
    await page.getByRole("button", { name: "发送" }).click();
    await page.waitForTimeout(200);
    await page
      .getByLabel("上传文件")
      .setInputFiles({
        name: "2026年度财务审计报告（杭州某某中小企业服务中心有限公司）.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.alloc(820_000, 1),
      });
    if (!js) {
      await shot("6a-picked");
      await page.getByRole("button", { name: "发送" }).click();
    }
    await page.waitForTimeout(300);
    await shot("6-file");
    if (js) {
      await page.getByLabel("上传文件").setInputFiles({ name: "a.exe", mimeType: "x", buffer: Buffer.from("x") });
      await page.waitForTimeout(300);
      await page.context().setOffline(true);
      await page.locator("textarea").fill("断网时发的消息");
      await page.getByRole("button", { name: "发送" }).click();
      await page.waitForTimeout(1500);
      await shot("7-offline");
      await page.context().setOffline(false);
      await page.waitForTimeout(2500);
    }
    await page.locator("summary").click();
    await shot("8-menu");
    await page.getByRole("link", { name: "保存恢复码" }).click();
    await shot("9-code");
    await page.getByRole("button", { name: "生成恢复码" }).click();
    await shot("10-code");
    await page.goto(`${channel.address()}/resume`);
    await page.getByLabel("恢复码").fill("wrong");
    await page.getByRole("button", { name: "继续填写" }).click();
    await shot("11-resume");
    await page.context().close();
  }
  await browser.close();
  await channel.stop();
}, 120_000);
