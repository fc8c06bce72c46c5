import type { Content } from "../../rules/content.ts";
import type { ReceivedFile } from "../../rules/define.ts";
import { endingOf } from "../file-name.ts";
import type { Files } from "../files.ts";
import { readArchive } from "./archive.ts";
import { limits } from "./limits.ts";
import { memoryOf } from "./memory.ts";
import { openReader } from "./reader.ts";
import { unusable, why } from "./unusable.ts";

/** Reads what people send. */
export interface Intake {
  /**
   * What the kept file holds. Never rejects for anything a file can contain: that is `unusable`, with a Chinese reason
   * that says what to send instead. What was read lately is remembered by its hash and the ending of its name.
   */
  read(file: ReceivedFile): Promise<Content>;
  close(): Promise<void>;
}

export const openIntake = (files: Files): Intake => {
  const reader = openReader();
  const memory = memoryOf<Content>(limits.rememberedLetters, (content) => JSON.stringify(content).length);

  return {
    async read({ hash, name }) {
      const key = `${hash}.${endingOf(name)}`;
      const known = memory.recall(key);
      if (known) return known;
      const bytes = await files.read(hash);
      if (!bytes) return unusable(why.notKept);
      const told = await reader.look({ name, bytes, packed: null });
      // Not remembered: on an idle machine it may be read.
      if (!told) return unusable(why.tooSlow);
      const { found } = told;
      const content = found.kind === "archive" ? await readArchive(bytes, found.entries, files, reader) : found;
      memory.remember(key, content);
      return content;
    },
    close: () => reader.close(),
  };
};
