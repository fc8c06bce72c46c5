import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { SqliteConnections } from "../../bot/store/sqlite-connections.ts";
import { inFolder, median, print, quantile, short } from "./figures.ts";

const repetitions = 300;

/**
 * What lies under a turn's commit: 4 KiB that the disk is made to keep, and 4 KiB upserted and committed by the store's
 * own driver and settings (WAL, synchronous=FULL) without Prisma. Both in turn.
 */
export const measureStoreFloor = (): Promise<void> =>
  inFolder(async (folder) => {
    const file = openSync(join(folder, "plain"), "w");
    const connection = await new SqliteConnections({ url: join(folder, "raw.db") }).connect();
    await connection.executeScript("CREATE TABLE kept (id TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)");
    const sync: number[] = [];
    const upsert: number[] = [];
    for (let at = 0; at < repetitions; at++) {
      const value = randomBytes(2048).toString("hex");
      let before = performance.now();
      writeSync(file, value);
      fsyncSync(file);
      sync.push(performance.now() - before);
      before = performance.now();
      await connection.executeRaw({
        sql: "INSERT INTO kept VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value",
        args: [`${at % 100}`, value],
        argTypes: [text, text],
      });
      upsert.push(performance.now() - before);
    }
    closeSync(file);
    await connection.dispose();
    for (const [name, times] of [
      ["disk/write+fsync 4 KiB", sync],
      ["disk/upsert 4 KiB without Prisma", upsert],
    ] as const) {
      const [value, p95] = [median(times), quantile(times, 0.95)].map((time) => short(time * 1000));
      print({ name, value: value!, unit: "µs", of: times.length, p95 });
    }
  });

const text = { scalarType: "string", arity: "scalar" } as const;
