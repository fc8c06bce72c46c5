import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";

export type SqliteConnection = Awaited<ReturnType<PrismaBetterSqlite3["connect"]>>;

/** Waiting comes first: the settings after it may have to wait for another process. */
const waiting = "PRAGMA busy_timeout = 5000";

/**
 * WAL with FULL: a committed turn survives a power cut. Both are per connection: a file in WAL mode opens as NORMAL.
 * secure_delete: what a person has deleted is overwritten, not only unlinked.
 */
const settings = `${waiting};
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA secure_delete = ON;`;

/** Prisma's adapter for one SQLite file; every connection it makes has our settings. */
export class SqliteConnections extends PrismaBetterSqlite3 {
  override async connect(): Promise<SqliteConnection> {
    return this.#connectWith(settings);
  }

  /** For migrations: foreign keys are off, and a file that turns out not to be ours stays as it was. */
  connectForMigration(): Promise<SqliteConnection> {
    return this.#connectWith(`${waiting}; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF;`);
  }

  async #connectWith(script: string): Promise<SqliteConnection> {
    const connection = await super.connect();
    try {
      await connection.executeScript(script);
    } catch (error) {
      await connection.dispose();
      throw error;
    }
    return connection;
  }
}
