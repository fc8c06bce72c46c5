import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median, print, quantile, short } from "./figures.ts";

/** All documents and the binder .zip of the complete Zhejiang application, and the memory that a process takes for it. */
export const measureDocuments = (): void => {
  const child = fileURLToPath(new URL("documents-child.ts", import.meta.url));
  const { before, loading, first, times, peak } = JSON.parse(
    execFileSync(process.execPath, ["--import", "tsx", child], { encoding: "utf8" }),
  ) as Measured;
  const { documents, bytes } = first;
  print({
    name: "documents/all, warm",
    value: short(median(times)),
    unit: "ms",
    of: times.length,
    p95: short(quantile(times, 0.95)),
    documents,
    zipKB: Math.round(bytes / 1024),
    goal: 300,
  });
  print({
    name: "documents/all, the first time in a process",
    value: short(loading + first.time),
    unit: "ms",
    of: 1,
    loading: short(loading),
    making: short(first.time),
  });
  print({
    name: "documents/peak memory, made once",
    value: short(first.peak),
    unit: "MB",
    before: short(before.peak),
    madeAgainAndAgain: short(peak),
    goal: 200,
  });
};

interface Measured {
  /** Peak memory once the program and its rules are loaded. */
  readonly before: { readonly peak: number };
  /** What it takes to load the libraries that write documents. */
  readonly loading: number;
  readonly first: { readonly time: number; readonly documents: number; readonly bytes: number; readonly peak: number };
  readonly times: readonly number[];
  readonly peak: number;
}
