import { join } from "node:path";
import { inChunks } from "../../bot/store/chunks.ts";
import type { Plan } from "../../bot/store/dates-port.ts";
import type { Store } from "../../bot/store/port.ts";
import { openStore } from "../../bot/store/sqlite.ts";
import type { Day } from "../../rules/define.ts";
import { dated } from "../store/departments.ts";
import { meet } from "../store/turns.ts";
import { inFolder, median, print, quantile, short } from "./figures.ts";

const repetitions = 30;
const accounts = 1000;
const now = "2027-03-01T01:00:00.000Z";
const sizes = [10_000, 100_000] as const;

/** Finding the 1,000 reminders that are due, among 10,000 and among 100,000 planned ones; both in turn. */
export const measureReminders = (): Promise<void> =>
  inFolder(async (folder) => {
    const stages: { size: number; store: Store; times: number[] }[] = [];
    for (const size of sizes) {
      const store = await openStore({ file: join(folder, `${size}.db`) });
      await plan(store, size);
      stages.push({ size, store, times: [] });
    }
    for (let at = 0; at < repetitions; at++) {
      for (const { store, times } of stages) {
        const before = performance.now();
        const { length } = await store.dates.due(now);
        times.push(performance.now() - before);
        if (length !== accounts) throw new Error(`found ${length} reminders`);
      }
    }
    for (const { store } of stages) await store.close();
    for (const { size, times } of stages) {
      const [value, p95] = [median(times), quantile(times, 0.95)].map(short);
      print({ name: `reminders/${accounts} due among ${size}`, value: value!, unit: "ms", of: times.length, p95 });
    }
    const [few, many] = stages.map(({ times }) => median(times));
    print({ name: "reminders/100000:10000", value: short(many! / few!), unit: "×", goal: 1.5 });
  });

/** One that is due for every account, the rest in the years to come. */
const plan = async (store: Store, size: number): Promise<void> => {
  const later = Array.from({ length: size / accounts - 1 }, (_, n): Day => `${2028 + n}-03-23`);
  const dues = [dated("paper", "2027-03-02", [1]), ...later.map((on) => dated("paper", on, [1]))];
  const plans: Plan[] = [];
  for (let n = 0; n < accounts; n++) {
    const { id } = await meet(store, `person ${n}`);
    plans.push({ account: id, subject: "a", dues });
  }
  for (const some of inChunks(plans, 100)) await store.dates.plan(some, "2027-01-01T01:00:00.000Z");
};
