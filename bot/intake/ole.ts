import { CFB } from "@e965/xlsx";
import { endingOf } from "../file-name.ts";
import { sendAgain, Unusable, why } from "./unusable.ts";

/** What an old Office file is: `xls` can be read, the rest is only kept. */
export type Old = { readonly kind: "xls" } | { readonly kind: "opaque"; readonly what: string };

/** Throws `Unusable` where it is broken, has a password or macros, or is none of an office program's. */
export const oldKind = (bytes: Uint8Array, name: string): Old => {
  const file = open(bytes);
  const has = (pattern: RegExp): boolean => file.FullPaths.some((path) => pattern.test(path));
  if (has(/\/(EncryptedPackage|EncryptedSummary)$/i)) throw new Unusable(why.locked("这个文件"));
  if (has(/\/(_VBA_PROJECT_CUR|Macros|VBA|_VBA_PROJECT)(\/|$)/i)) throw new Unusable(why.macro);
  const isWps = ["wps", "et", "dps"].includes(endingOf(name));
  if (has(/\/Workbook$/i)) return isWps ? { kind: "opaque", what: "WPS 表格" } : { kind: "xls" };
  // Its text is in a code page that the file does not reliably name.
  if (has(/\/Book$/i)) return { kind: "opaque", what: "Excel 95 表格" };
  if (has(/\/WordDocument$/i)) {
    if (isLockedWord(file)) throw new Unusable(why.locked("这个 Word 文件"));
    return { kind: "opaque", what: isWps ? "WPS 文字" : "旧版 Word" };
  }
  if (has(/\/PowerPoint Document$/i)) return { kind: "opaque", what: isWps ? "WPS 演示" : "旧版 PowerPoint" };
  throw new Unusable(why.unknown);
};

interface Compound {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content?: ArrayLike<number> }[];
}

const open = (bytes: Uint8Array): Compound => {
  try {
    return CFB.read(bytes, { type: "array" });
  } catch {
    throw new Unusable(sendAgain("这个文件"));
  }
};

/** Word says in the first of its flags whether the text is encrypted. */
const isLockedWord = ({ FullPaths, FileIndex }: Compound): boolean => {
  const text = FileIndex[FullPaths.findIndex((path) => /\/WordDocument$/i.test(path))]?.content;
  return ((text?.[11] ?? 0) & 1) !== 0;
};
