import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { Store } from "../../bot/store/port.ts";
import { openStore } from "../../bot/store/sqlite.ts";

/** A new file for each test; `store()` is open on it, `reopen` opens another beside it. */
export const openedForEach = () => {
  let folder: string;
  let stores: Store[];
  const reopen = async (): Promise<Store> => {
    const store = await openStore({ file: join(folder, "bot.db") });
    stores.push(store);
    return store;
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "jobs-"));
    stores = [];
    await reopen();
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    rmSync(folder, { recursive: true });
  });
  return { store: () => stores[0] as Store, reopen, file: () => join(folder, "bot.db") };
};
