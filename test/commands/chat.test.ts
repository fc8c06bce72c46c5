import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { clockAt } from "../../bot/clock.ts";
import { converse } from "../../bot/converse.ts";
import { Interviewee } from "../../bot/interviewee.ts";
import { openParts } from "../../bot/open.ts";
import { loadJurisdictions, servedBy } from "../../rules/index.ts";
import { sendNotice } from "../jobs/send-notice.ts";
import { contents, expectMistake, fixture, freshPath, run, start } from "./command.ts";
import { type Ask, heard, type Message, Talker } from "./talker.ts";

const served = servedBy(await loadJurisdictions()).find(({ id }) => id === "zhejiang/apply")!;
const now = "2021-05-12T09:00";

/** Runs `chat --json` on lines given beforehand; gives its messages up to each idle. */
const talk = async (dataDir: string, args: readonly string[], lines: readonly string[]): Promise<Message[][]> => {
  const ended = await run("chat", ["--json", ...args], { env: { DATA_DIR: dataDir }, input: lines.join("\n") });
  expect(ended.code, ended.stderr).toBe(0);
  const turns: Message[][] = [[]];
  for (const line of ended.stdout.trimEnd().split("\n")) {
    if (line === '{"idle":true}') turns.push([]);
    else turns.at(-1)!.push(JSON.parse(line));
  }
  expect(turns.pop()).toEqual([]);
  return turns;
};

const texts = (turn: readonly Message[] | undefined): string => (turn ?? []).map(({ text }) => text).join("\n");
const json = JSON.stringify;

test.concurrent("a whole application; whatever is not an answer, the same question comes once more", async () => {
  const dataDir = freshPath();
  const chat = new Talker({ dataDir, now });
  const person = new Interviewee(served.procedure, fixture("complete"));
  const seen = new Set<string>();

  /** Sends what no question takes, and expects the question again, marked as refused. */
  const bother = async (ask: Ask): Promise<void> => {
    const garbage = Buffer.from(
      [...Array(32).keys(), ...Array(128).keys()].map((byte) => (byte === 10 ? 255 : byte ^ 128)),
    );
    const nonsense: (object | string | Buffer)[] = [
      { choice: "no-such-choice" },
      { file: "/nowhere/audit.pdf" },
      "你好",
      '{"text":"你好"',
      '{"text":1}',
      '{"text":"a","choice":"b"}',
      '["text"]',
      garbage,
      "x".repeat(100_000),
    ];
    for (const input of nonsense) {
      const { question } = await chat.say(input);
      expect({ input: String(json(input)).slice(0, 40), ask: question.ask }).toEqual({
        input: String(json(input)).slice(0, 40),
        ask: { ...ask, refused: true },
      });
    }
    // An empty line is no input: the next answer is to the next line.
    chat.write("");
    chat.write("   ");
  };

  let { question } = await chat.turn();
  expect(question.ask).toMatchObject({ step: "menu", refused: false });
  ({ question } = await chat.say({ choice: "zhejiang/apply" }));
  const files: string[] = [];
  let turns = 1;
  for (let input = person.answer(heard(question)); input; input = person.answer(heard(question))) {
    const { step, field } = question.ask;
    if (!seen.has(step)) await bother(question.ask);
    seen.add(step);
    if (field === "satisfaction" && step === "field") {
      const { question: doubt } = await chat.say({ text: "0.8" });
      expect(doubt.ask).toMatchObject({ step: "doubt", field, refused: false });
      expect(doubt.choices.map(({ label }) => label).join()).toMatch(/0\.8%.*80%/);
      await bother(doubt.ask);
      expect((await chat.say({ choice: "no" })).question.ask).toMatchObject({ step, field });
      const long = await chat.say({ text: "长".repeat(100_000) });
      expect(long.question.ask).toMatchObject({ step, field, refused: true });
    }
    const turn = await chat.say(input);
    files.push(...turn.messages.flatMap(({ file }) => file ?? []));
    expect(turn.question.ask.refused, turn.question.text).toBe(false);
    ({ question } = turn);
    turns++;
  }
  expect(person.troubles).toEqual([]);
  expect([...seen].toSorted()).toEqual(
    ["cell", "consent", "declaration", "field", "file", "review", "table", "text", "verdict"].toSorted(),
  );
  expect(turns).toBeGreaterThan(300);
  expect(question.ask.step).toBe("menu");
  expect(files.filter((file) => file.endsWith(".docx"))).toHaveLength(6);
  expect(files.filter((file) => file.endsWith(".zip"))).toHaveLength(1);
  // Each .docx and .zip begins as a zip file does.
  for (const file of files) expect(readFileSync(file).subarray(0, 2).toString(), file).toBe("PK");
  expect(await chat.end()).toBe(0);
}, 300_000);

test.concurrent("the bot speaks first, and ends cleanly where there is no input", async () => {
  const turns = await talk(freshPath(), [], []);
  expect(turns).toHaveLength(1);
  expect(turns[0]!.at(-1)!.ask?.step).toBe("menu");
});

test.concurrent("one person's state survives, another person's is its own, and the clock is the one given", async () => {
  const dataDir = freshPath();
  const begin = [json({ choice: "zhejiang/apply" }), json({ choice: "agree" })];
  // The last evening of the round, all lines at once.
  const a = await talk(dataDir, ["--as", "a", "--now", "2021-05-16T23:59"], [...begin, json({ text: "是" })]);
  expect(a).toHaveLength(4);
  expect(texts(a[2])).toContain("正在进行");
  const [first, second] = [a[2]!.at(-1)!, a[3]!.at(-1)!];
  expect(first).toMatchObject({ ask: { step: "field", kind: "yesNo" }, progress: { done: 0 } });
  expect(second).toMatchObject({ ask: { step: "field" }, progress: { done: 1 } });
  expect(second.ask?.field).not.toBe(first.ask?.field);

  const b = await talk(dataDir, ["--as", "b", "--now", "2021-05-17T00:00"], begin);
  expect(b[0]!.at(-1)!.ask?.step).toBe("menu");
  expect(texts(b[0])).not.toContain("继续");
  expect(texts(b[2])).toContain("目前没有开放");
  expect(texts(b[2])).toMatch(/2021年5月16日.*已过/);
  expect(b[2]!.at(-1)).toMatchObject({ ask: { field: first.ask?.field }, progress: { done: 0 } });

  const again = await talk(dataDir, ["--as", "a", "--now", "2021-05-17T00:00"], [json({ choice: "back" })]);
  expect(again[0]!.at(-1)).toMatchObject({ ask: second.ask, progress: { done: 1 } });
  expect(again[1]!.at(-1)!.ask).toEqual(first.ask);
  expect(texts(again[1])).toContain("现在填的是：是");
});

test.concurrent("as text: numbered choices, answered by typing", async () => {
  const ended = await run("chat", ["--now", now], {
    env: { DATA_DIR: freshPath() },
    input: "浙江\n同意\n\n是\n1\n哪天\n返回\n",
  });
  expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: "" });
  expect(ended.stdout).not.toContain('{"');
  expect(ended.stdout).toMatch(/\n {2}\d+\. 新申请：浙江省/);
  expect(ended.stdout).toMatch(/\n {2}1\. 同意，开始填写\n {2}2\. 不同意/);
  expect(ended.stdout).toMatch(/机构吗？.*\n {2}1\. 是\n {2}2\. 否/);
  // 是 and 1 answered the first two; 哪天 is no day; 返回 asks the second once more.
  const questions = [...ended.stdout.matchAll(/【申报条件】([^？]+？)/g)].map(([, question]) => question);
  const [first, second, third] = questions;
  expect(new Set([first, second, third]).size).toBe(3);
  expect(questions).toEqual([first, second, third, third, second]);
});

test.concurrent("documents that were made when the command was killed come at the next start, once", async () => {
  const dataDir = freshPath();
  // A turn that is committed and never printed: what kill -9 between the two leaves behind.
  const parts = await openParts(dataDir, clockAt(now));
  for (const choice of ["sample", "zhejiang/apply"])
    await converse(parts, "terminal", { id: choice, address: "me", input: { choice } });
  await parts.store.close();

  const [turn] = await talk(dataDir, [], []);
  const files = turn!.flatMap(({ file }) => file ?? []);
  expect(files.filter((file) => file.endsWith(".zip") && existsSync(file))).toHaveLength(1);
  expect(turn!.filter(({ ask }) => ask)).toEqual([turn!.at(-1)]);
  const [next] = await talk(dataDir, [], []);
  expect(next!.flatMap(({ file }) => file ?? [])).toEqual([]);
});

test.concurrent("a department's notice that waits is told at the start, once, and 已阅 is kept", async () => {
  const dataDir = freshPath();
  await talk(dataDir, [], []);
  const parts = await openParts(dataDir, clockAt(now));
  const me = await parts.store.find("terminal", "me");
  await sendNotice(parts, new Map(), [me!.id], { text: "请于3月23日前报送" });
  await parts.store.close();

  const [turn, read] = await talk(dataDir, ["--now", "2027-03-02T07:00"], [json({ text: "已阅" })]);
  expect(turn!.map(({ text, ask }) => [text.split("\n")[0], ask !== null])).toEqual([
    ["【通知】浙江省杭州市（王处长）", false],
    ["请选择：", true],
  ]);
  expect(turn![0]!.choices).toEqual([{ id: "read:n", label: "已阅" }]);
  expect(texts(read)).toContain("记下您看过这份通知了");
  const again = await openParts(dataDir, clockAt(now));
  expect(await again.store.notices.find("n")).toMatchObject({ state: "done" });
  expect(await again.store.notices.counts("n")).toEqual({ read: 1 });
  await again.store.close();
  const [next] = await talk(dataDir, [], []);
  expect(texts(next)).not.toContain("【通知】");
});

test.concurrent("a reader that goes away ends it without a stack", async () => {
  const child = start("chat", ["--json"], { DATA_DIR: freshPath() });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const closed = new Promise((resolve) => child.once("close", resolve));
  await new Promise((resolve) => child.stdout.once("data", resolve));
  child.stdout.destroy();
  child.stdin.on("error", () => {});
  for (let line = 0; line < 3; line++) child.stdin.write('{"text":"你好"}\n');
  child.stdin.end();
  await closed;
  expect(stderr).not.toMatch(/\n {4}at |EPIPE/);
});

describe.concurrent("flags that are wrong: one line, nothing written", () => {
  test.each<[string[], RegExp]>([
    [["--as", "  "], /--as needs a name\. Usage: /],
    [["--now", "2021-02-30T09:00"], /2021-02-30T09:00.*2027-03-01T09:00/],
    [["--now", "tomorrow"], /tomorrow.*2027-03-01T09:00/],
    [["--verbose"], /--verbose.*Usage: /],
  ])("chat %j", async (args, says) => {
    const dataDir = freshPath();
    expectMistake(await run("chat", args, { env: { DATA_DIR: dataDir }, input: "" }), says);
    expect(contents(dataDir)).toEqual([]);
  });
});
