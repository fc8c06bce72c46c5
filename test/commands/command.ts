import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";

/** What a command left behind. */
export interface Ended {
  /** Null where a signal or the time limit ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  readonly seconds?: number;
}

/** The commands of bot/ as a person starts them, but without npm around them. */
export const start = (script: string, args: readonly string[] = [], env: Options["env"] = {}) => {
  const child = spawn(process.execPath, ["--import", "tsx", `bot/${script}.ts`, ...args], {
    env: { ...process.env, ...env },
  });
  started.push(child);
  return child;
};

// None outlives a test that failed.
const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
});

/** Runs a command to its end; one that does not come to an end is killed and has no exit code. */
export const run = async (script: string, args: readonly string[] = [], options: Options = {}): Promise<Ended> => {
  const leave = await enter();
  const child = start(script, args, options.env);
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
    });
  }
  const limit = setTimeout(() => child.kill("SIGKILL"), (options.seconds ?? 60) * 1000);
  // A command that ends without reading its input closes the pipe under us.
  child.stdin.on("error", () => {}).end(options.input);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearTimeout(limit);
  leave();
  return { code, ...texts };
};

/** A mistake of the operator's: told in one line without a stack, nothing on stdout, and the command fails. */
export const expectMistake = ({ code, stdout, stderr }: Ended, says: RegExp): void => {
  expect(stderr).toMatch(says);
  expect(stderr.trimEnd().split("\n"), stderr).toHaveLength(1);
  expect(stdout).toBe("");
  expect(code).toBe(1);
};

// Two at a time: this machine has two processors, and others use them, too.
const places = 2;
let taken = 0;
const waiting: (() => void)[] = [];

const enter = async (): Promise<() => void> => {
  if (taken === places) await new Promise<void>((go) => waiting.push(go));
  else taken++;
  return () => {
    const next = waiting.shift();
    if (next) next();
    else taken--;
  };
};

const folder = mkdtempSync(join(tmpdir(), "commands-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let fresh = 0;

/** A path that does not exist yet, in a folder that goes when the file's tests are over. */
export const freshPath = (): string => join(folder, String(++fresh));

/** Every file below with its content's hash: equal before and after means that nothing was written. */
export const contents = (path: string): readonly string[] => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [createHash("sha256").update(readFileSync(path)).digest("hex")];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => [name, ...contents(join(path, name))]);
};

/** The fixtures as a person types them. */
export type Typed = Record<string, string | Record<string, string>[]>;
export const fixture = (name: "complete" | "three-misses"): Typed =>
  JSON.parse(readFileSync(`test/fixtures/zhejiang-${name}.json`, "utf8"));

/** The same answers with at most so many rows in each table, for tests that need not be long. */
export const shortened = (typed: Typed, rows: number): Typed =>
  Object.fromEntries(Object.entries(typed).map(([id, value]) => [id, value.slice(0, rows + bare(value))])) as Typed;

const bare = (value: Typed[string]): number => (typeof value === "string" ? Number.POSITIVE_INFINITY : 0);
