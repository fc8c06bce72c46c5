import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One measured figure: a line of the benchmark's output. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: "µs" | "ms" | "MB" | "×" | "processes";
  /** How many measurements the value is the median of. */
  readonly of?: number;
  /** What the project wants the value to be at most. */
  readonly goal?: number;
  /** Parts of the value, or its neighbours, in the same unit. */
  readonly [more: string]: unknown;
}

export const print = ({ goal, ...figure }: Figure): void => {
  const judged = goal === undefined ? {} : { goal, met: figure.value <= goal };
  process.stdout.write(`${JSON.stringify({ ...figure, ...judged })}\n`);
};

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

export const quantile = (numbers: readonly number[], share: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (found === undefined) throw new Error("nothing was measured");
  return found;
};

/** Three significant digits: more is noise. */
export const short = (value: number): number => Number(value.toPrecision(3));

/** Mean time of one call in milliseconds, over a batch that the clock can see. */
export const timeOf = (calls: number, work: () => unknown): number => {
  const before = performance.now();
  for (let call = 0; call < calls; call++) work();
  return (performance.now() - before) / calls;
};

/** Gives the work a folder of its own and removes it afterwards. */
export const inFolder = async <Result>(work: (folder: string) => Promise<Result>): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
