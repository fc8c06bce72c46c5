import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** A temporary copy of parts of the tree in which folders can be planted and commands run. */
export class Tree {
  readonly path = mkdtempSync(join(tmpdir(), "tree-"));

  constructor(...parts: readonly string[]) {
    for (const part of ["package.json", "tsconfig.json", ...parts])
      cpSync(join(root, part), join(this.path, part), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(this.path, "node_modules"));
  }

  /** Runs one of the tree's scripts. */
  run(script: string, args: readonly string[] = [], input = "") {
    const tsx = join(this.path, "node_modules/.bin/tsx");
    const env = { ...process.env, DATA_DIR: join(this.path, "data") };
    return spawnSync(tsx, [script, ...args], { cwd: this.path, encoding: "utf8", input, env });
  }

  /** Runs some of the tree's test files, naming each test. */
  test(...files: readonly string[]) {
    const vitest = join(this.path, "node_modules/.bin/vitest");
    return spawnSync(vitest, ["run", "--reporter=verbose", "--root", this.path, ...files], {
      cwd: this.path,
      encoding: "utf8",
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
