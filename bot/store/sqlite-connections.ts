import { setTimeout as sleep } from "node:timers/promises";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { codeOf } from "./failure.ts";

export type SqliteConnection = Awaited<ReturnType<PrismaBetterSqlite3["connect"]>>;

/** How long a statement waits for another process's transaction, in milliseconds. */
const patience = 5000;
const waiting = `PRAGMA busy_timeout = ${patience}`;

/**
 * WAL with FULL: a committed turn survives a power cut. FULL is per connection: a file in WAL mode opens as NORMAL.
 * secure_delete: what a person has deleted is overwritten, not only unlinked.
 */
const settings = `${waiting};
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA secure_delete = ON;`;

/** Prisma's adapter for one SQLite file; every connection it makes has our settings. */
export class SqliteConnections extends PrismaBetterSqlite3 {
  override connect(): Promise<SqliteConnection> {
    return this.#connectWith(settings);
  }

  /** For migrations: foreign keys are off, and a file that turns out not to be ours stays as it was. */
  connectForMigration(): Promise<SqliteConnection> {
    return this.#connectWith(`${waiting}; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF;`);
  }

  async #connectWith(script: string): Promise<SqliteConnection> {
    const connection = await super.connect();
    try {
      await patiently(() => connection.executeScript(script));
    } catch (error) {
      await connection.dispose();
      throw error;
    }
    return connection;
  }
}

/** The change of a new file to WAL mode fails at once, whatever busy_timeout says, when two processes start together. */
const patiently = async (work: () => Promise<void>): Promise<void> => {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (codeOf(error) !== "SQLITE_BUSY" || Date.now() > deadline) throw error;
      await sleep(10);
    }
  }
};
