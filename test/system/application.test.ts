import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Interviewee } from "../../bot/interviewee.ts";
import type { TypedAnswers } from "../../rules/define.ts";
import { apply } from "../../rules/jurisdictions/zhejiang/apply.ts";
import { launchChromium, skipsBrowser } from "./chromium.ts";

const root = join(import.meta.dirname, "../..");

/** The complete body, with two rows of each long table: every kind of question, fewer times. */
const answers = Object.fromEntries(
  Object.entries(
    JSON.parse(readFileSync(join(root, "test/fixtures/zhejiang-complete.json"), "utf8")) as TypedAnswers,
  ).map(([id, answer]) => [id, typeof answer === "string" ? answer : answer.slice(0, 2)]),
);

/** `npm start` on a free port, as an operator would; gives its address. */
const startBot = (dataDir: string): Promise<{ bot: ChildProcess; address: string }> =>
  new Promise((resolve, reject) => {
    const bot = spawn("npm", ["start", "--silent"], {
      cwd: root,
      env: { ...process.env, DATA_DIR: dataDir, PORT: "0" },
      detached: true,
    });
    bot.once("exit", (code) => reject(new Error(`npm start ended with ${code}`)));
    bot.stdout.on("data", (data: Buffer) => {
      const address = /http:\S+/.exec(String(data))?.[0];
      if (address) resolve({ bot, address });
    });
  });

describe.skipIf(skipsBrowser)("a whole application on a phone of 390 px", () => {
  let browser: Browser;
  let bot: ChildProcess;
  let address: string;
  const dataDir = mkdtempSync(join(tmpdir(), "application-"));
  beforeAll(async () => {
    browser = await launchChromium();
    ({ bot, address } = await startBot(dataDir));
  });
  afterAll(async () => {
    await browser?.close();
    if (bot?.pid) process.kill(-bot.pid, "SIGTERM");
    rmSync(dataDir, { recursive: true, force: true });
  });

  test("from 你好 to the zip, clicking and typing", { timeout: 180_000 }, async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(address);
    const person = new Interviewee(apply, answers);
    await type(page, "你好");
    await click(page, "zhejiang/apply");
    let asked = 0;
    for (let question = await lastQuestion(page); ; question = await lastQuestion(page)) {
      const input = person.answer(question);
      if (!input) break;
      // SHOTS=docs/chat-390.png takes the README's picture anew.
      if (process.env.SHOTS && question.ask.field === "professionals")
        await page.screenshot({ path: process.env.SHOTS });
      if ("choice" in input) await click(page, input.choice);
      else if ("text" in input) await type(page, input.text);
      asked++;
    }
    expect(person.troubles).toEqual([]);
    expect(asked).toBeGreaterThan(100);

    const downloading = page.waitForEvent("download");
    await page.locator("a.file", { hasText: ".zip" }).last().click();
    const zip = unzipSync(readFileSync(await (await downloading).path()));
    const names = Object.keys(zip);
    for (const form of ["目录", "附件1", "附件2", "附件3", "附件4", "附件5"])
      expect(
        names.some((name) => name.includes(form) && name.endsWith(".docx")),
        `${form} in ${names}`,
      ).toBe(true);
    const report = names.find((name) => name.includes("附件2"))!;
    expect(new TextDecoder().decode(unzipSync(zip[report]!)["word/document.xml"])).toContain(
      "杭州启航中小企业服务有限公司",
    );
    // The overview for the applicant's own keeping is in the zip alone.
    expect(await page.locator("a.file", { hasText: ".docx" }).count()).toBe(
      names.filter((name) => name.endsWith(".docx") && !name.startsWith("附 ")).length,
    );

    expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(390);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

const openQuestion = ".message[data-ask]";

const lastQuestion = async (page: Page) => {
  const message = page.locator(openQuestion).last();
  const ask = JSON.parse((await message.getAttribute("data-ask")) ?? "null");
  const ids = await message
    .locator("button[name=choice]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("value")));
  const text = (await message.locator(".bubble").first().textContent()) ?? "";
  return { text, ask, choices: ids.map((id) => ({ id: id ?? "", label: "" })), file: null, progress: null };
};

/** Does something, and waits until the bot has asked again. */
const answered = async (page: Page, act: () => Promise<void>): Promise<void> => {
  const before = await page.locator(openQuestion).last().getAttribute("data-seq");
  await act();
  await expect
    .poll(() => page.locator(openQuestion).last().getAttribute("data-seq"), { timeout: 10_000, interval: 10 })
    .not.toBe(before);
};

const type = (page: Page, text: string): Promise<void> =>
  answered(page, async () => {
    await page.getByLabel("输入消息").fill(text);
    await page.getByRole("button", { name: "发送" }).click();
  });

const click = (page: Page, id: string): Promise<void> =>
  answered(page, () => page.locator(openQuestion).last().locator(`button[value="${id}"]`).click());
