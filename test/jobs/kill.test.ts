import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { SqliteConnections } from "../../bot/store/sqlite-connections.ts";
import { openedForEach } from "./opened.ts";

const { store, file } = openedForEach();
const child = fileURLToPath(new URL("kill-child.ts", import.meta.url));
const kills = 8;
/** More than a lease, so that the next process finds what the killed one had claimed. */
const aheadMs = 61_000;

const begin = (offset: number): ChildProcess =>
  spawn(process.execPath, ["--import", "tsx", child, file(), String(offset)], { stdio: ["ignore", "pipe", "inherit"] });

test("processes that are killed at random moments lose no job and run no completed one again", async () => {
  const all = Array.from({ length: 4000 }, (_, n) => `job-${n}`);
  await store().queue.add(
    all.map((key) => ({ key, kind: "print", payload: {}, dueAt: new Date(Date.now() - 1000).toISOString() })),
  );
  const lines: string[] = [];
  const direct = await new SqliteConnections({ url: file() }).connect();
  const open = async () => {
    const sql = `SELECT COUNT(*) FROM "Job" WHERE "doneAt" IS NULL`;
    return Number((await direct.queryRaw({ sql, args: [], argTypes: [] })).rows[0]?.[0]);
  };
  for (let run = 0; run <= kills; run++) {
    const process = begin(run * aheadMs);
    const exit = once(process, "exit");
    const output = createInterface({ input: process.stdout as NodeJS.ReadableStream });
    const closed = once(output, "close");
    output.on("line", (line) => lines.push(line));
    await once(output, "line");
    if (run < kills) await sleep(Math.random() * 200);
    else while ((await open()) > 0) await sleep(50);
    process.kill("SIGKILL");
    expect(await exit).toEqual([null, "SIGKILL"]);
    await closed;
  }
  await direct.dispose();
  const ran = new Map<string, number>();
  const done = new Set<string>();
  for (const [what, key = ""] of lines.map((line) => line.split(" "))) {
    if (what === "ran") {
      expect(done, `${key} is run again`).not.toContain(key);
      ran.set(key, (ran.get(key) ?? 0) + 1);
    } else {
      expect(what).toBe("completed");
      done.add(key);
    }
  }
  expect([...ran.keys()].toSorted()).toEqual(all.toSorted());
  // Only what was running at a kill is run twice.
  expect([...ran.values()].reduce((sum, times) => sum + times - 1, 0)).toBeLessThanOrEqual(kills * 8);
});
