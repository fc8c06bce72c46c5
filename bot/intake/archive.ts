import type { Content } from "../../rules/content.ts";
import { plainName } from "../file-name.ts";
import type { Files } from "../files.ts";
import { limits } from "./limits.ts";
import type { Found } from "./look.ts";
import type { Reader } from "./reader.ts";
import { unusable, why } from "./unusable.ts";
import { type Entry, packedBytes } from "./zip.ts";

/** The files of a zip, each kept and looked at on its own, in the zip's order. */
export const readArchive = async (
  bytes: Uint8Array,
  entries: readonly Entry[],
  files: Files,
  reader: Reader,
): Promise<Content> => {
  const wanted = entries.filter(({ name }) => !isLitter(name));
  if (wanted.length === 0) return unusable(why.emptyArchive);
  if (wanted.length > limits.archivedFiles) return unusable(tooMany);
  const until = performance.now() + limits.archiveMilliseconds;
  const read: Read[] = [];
  for (const entry of wanted) {
    if (performance.now() > until) return unusable(why.tooSlow);
    read.push(await readEntry(bytes, entry, files, reader));
  }
  return { kind: "archive", files: read };
};

type Read = Extract<Content, { readonly kind: "archive" }>["files"][number];

const readEntry = async (bytes: Uint8Array, entry: Entry, files: Files, reader: Reader): Promise<Read> => {
  const name = plainName(entry.name);
  // A copy of its own: otherwise the whole zip would go to the worker with each file.
  const told = await reader.look({ name, bytes: packedBytes(bytes, entry).slice(), packed: entry });
  const whole = told?.bytes ?? new Uint8Array();
  return {
    file: { hash: await files.keep(whole), name, size: whole.length },
    content: contentOf(told?.found ?? unusable(why.tooSlow)),
  };
};

const contentOf = (found: Found): Content => (found.kind === "archive" ? unusable(why.nested) : found);

/** What macOS, Windows and Office leave beside a person's files. */
const isLitter = (name: string): boolean =>
  /(^|[\\/])(__MACOSX[\\/]|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$|~\$)/i.test(name);

const tooMany = `压缩包里超过 ${limits.archivedFiles} 个文件，请分成几个压缩包再发。`;
