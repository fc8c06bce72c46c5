import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Files by the hash of their content, under one folder. */
export interface Files {
  /** Keeps the bytes durably and returns their SHA-256 in hex. */
  keep(bytes: Uint8Array): Promise<string>;
  /** The bytes, or null where no such file is kept. */
  read(hash: string): Promise<Uint8Array | null>;
  path(hash: string): string;
}

export const filesIn = (folder: string): Files => {
  const path = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error(`not a file's hash: ${hash.slice(0, 80)}`);
    return join(folder, hash.slice(0, 2), hash);
  };
  return {
    path,
    async keep(bytes) {
      const hash = createHash("sha256").update(bytes).digest("hex");
      const target = path(hash);
      await mkdir(dirname(target), { recursive: true });
      // Written beside and renamed: a crash leaves no half file under a whole one's hash.
      const half = `${target}.${randomUUID()}`;
      const file = await open(half, "wx");
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, target);
      return hash;
    },
    read: (hash) =>
      readFile(path(hash)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      }),
  };
};
