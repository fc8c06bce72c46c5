import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Store } from "../../bot/store/port.ts";
import { openStore } from "../../bot/store/sqlite.ts";
import { expectNothingLost } from "./nothing-lost.ts";
import { meet } from "./turns.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "store-"));
  file = join(folder, "bot.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (script: string, ...args: string[]): ChildProcess => {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return spawn(process.execPath, ["--import", "tsx", path, ...args], { stdio: ["ignore", "pipe", "inherit"] });
};

/** Runs the script in as many processes as there are lists of arguments; each also gets the moment to begin at. */
const runTogether = async (script: string, ...lists: readonly (readonly string[])[]) => {
  const moment = String(Date.now() + 2500);
  const children = lists.map((list) => run(script, ...list, moment));
  return Promise.all(children.map((child) => once(child, "exit").then(([code]) => code)));
};

test("processes that start together on a new file all get in", async () => {
  expect(await runTogether("opening-child.ts", [folder], [folder], [folder], [folder])).toEqual([0, 0, 0, 0]);
});

test("two processes that do 200 turns each on one file lose none, and none fails", async () => {
  expect(await runTogether("crowd-child.ts", [file, "left"], [file, "right"])).toEqual([0, 0]);
  const store = await openStore({ file });
  await expectNothingLost(store, ["left", "right"]);
  await store.close();
});

test("what was said to be committed survives kill -9, and no turn is half there", async () => {
  const printed: number[] = [];
  for (let kill = 0; kill < 6; kill++) {
    const child = run("counting-child.ts", file);
    const exit = once(child, "exit");
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    const closed = once(lines, "close");
    lines.on("line", (line) => printed.push(Number(line)));
    await once(lines, "line");
    await sleep(Math.random() * 150);
    child.kill("SIGKILL");
    expect(await exit).toEqual([null, "SIGKILL"]);
    await closed;
    const store = await openStore({ file });
    await expectWholeTurns(store, printed);
    await store.close();
  }
  expect(printed.length).toBeGreaterThan(20);
});

const expectWholeTurns = async (store: Store, printed: readonly number[]) => {
  const account = await meet(store, "counter");
  const count = account.version;
  const numbers = Array.from({ length: count }, (_, n) => n);
  // The turn that was committed when the kill came may not have been printed any more.
  expect(numbers).toEqual(expect.arrayContaining([...printed]));
  expect(account.conversation).toEqual({ n: count - 1 });
  expect((await store.applications(account.enterpriseId)).map(({ version }) => version)).toEqual([count]);
  expect(await store.answers("count")).toEqual(Object.fromEntries(numbers.map((n) => [`n${n}`, n])));
  const said = await store.said(account.id, 0, 3 * count + 1);
  expect(said.map(({ input, reply }) => (input && "text" in input ? input.text : reply?.text))).toEqual(
    numbers.flatMap((n) => [`${n}`, `${n} a`, `${n} b`]),
  );
};
