import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** How a process of its own read some files. */
export interface Apart {
  readonly readings: readonly { readonly kind: string; readonly why: string | null; readonly time: number }[];
  /** Milliseconds from nothing to a small text read: the worker's start. */
  readonly first: number;
  /** The most memory in MB on top of what the process held with its worker started. */
  readonly extra: number;
}

const child = fileURLToPath(new URL("reading-child.ts", import.meta.url));

/** Reads files one after another in a fresh process, where memory can be told. */
export const readApart = (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Apart => {
  const folder = mkdtempSync(join(tmpdir(), "reading-"));
  try {
    for (const [at, { name, bytes }] of files.entries())
      writeFileSync(join(folder, `${String(at).padStart(3, "0")}${name}`), bytes);
    const stdout = execFileSync(process.execPath, ["--import", "tsx", child, folder], { encoding: "utf8" });
    return JSON.parse(stdout) as Apart;
  } finally {
    rmSync(folder, { recursive: true });
  }
};
