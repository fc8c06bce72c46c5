import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Prisma, PrismaClient } from "../../prisma/generated/client.ts";
import type { Dialect } from "./dialect.ts";
import { codeOf, reasonOf } from "./failure.ts";
import { lineOf } from "./in-line.ts";
import { migrate } from "./migrate.ts";
import { type Store, StoreFailure } from "./port.ts";
import { prismaStore } from "./prisma-store.ts";
import { SqliteConnections } from "./sqlite-connections.ts";

const migrations = fileURLToPath(new URL("../../prisma/migrations/sqlite", import.meta.url));

const dialect: Dialect = {
  jsonObject: Prisma.sql`json_group_object`,
  // Rows are overwritten by secure_delete; their older pages would stay in the write-ahead log.
  scrub: (prisma) => prisma.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`,
};

/**
 * Opens the store in an SQLite file, makes the file when there is none and brings it to this program's version.
 * Rejects with a `StoreFailure` that says in one line what the operator can do.
 */
export const openStore = async (options: { readonly file: string }): Promise<Store> => {
  const file = resolve(options.file);
  const inLine = lineOf(file);
  try {
    const prisma = await inLine(() => openDatabase(file));
    return prismaStore(prisma, inLine, dialect);
  } catch (error) {
    throw new StoreFailure(`Cannot use the database ${file}: ${adviceOn(error)}`, { cause: error });
  }
};

const openDatabase = async (file: string): Promise<PrismaClient> => {
  // What people answer is nobody else's business on this machine.
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const connections = new SqliteConnections({ url: file });
  const connection = await connections.connectForMigration();
  try {
    await migrate(connection, migrations);
  } finally {
    await connection.dispose();
  }
  const prisma = new PrismaClient({ adapter: connections, errorFormat: "minimal" });
  await prisma.$connect();
  return prisma;
};

const advice: readonly (readonly [RegExp, string])[] = [
  [/NOTADB|CORRUPT/, "it is not an SQLite database, or damaged. Move it away or restore a backup."],
  [/BUSY|LOCKED/, "another process has been writing to it for 5 seconds. Stop that process and start again."],
  [/FULL|ENOSPC/, "the disk is full. Make room and start again."],
  [
    /READONLY|CANTOPEN|EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EISDIR/,
    "it cannot be written. Give this user the right to write the file and its folder, or set DATA_DIR to another folder.",
  ],
];

const adviceOn = (error: unknown): string => {
  if (error instanceof StoreFailure) return error.message;
  return advice.find(([code]) => code.test(codeOf(error)))?.[1] ?? reasonOf(error);
};
