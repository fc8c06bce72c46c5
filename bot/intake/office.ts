import { endingOf } from "../file-name.ts";
import { searchable } from "./bytes.ts";
import { limits } from "./limits.ts";
import { sendAgain, Unusable, why } from "./unusable.ts";
import { elements, readXml } from "./xml.ts";
import { type Entry, packedBytes, unpack } from "./zip.ts";

/** What a zip is, by what is in it. `part` is the main part of an Office file. */
export type Packaged =
  | { readonly kind: "docx" | "xlsx"; readonly part: string }
  | { readonly kind: "opaque"; readonly what: string }
  | { readonly kind: "archive" };

/** Throws `Unusable` for a package with macros or programs. */
export const packagedAs = (bytes: Uint8Array, entries: readonly Entry[], name: string): Packaged => {
  const has = (pattern: RegExp): boolean => entries.some((entry) => pattern.test(entry.name));
  if (has(/^(AndroidManifest\.xml|META-INF\/MANIFEST\.MF)$/)) throw new Unusable(why.program);
  if (has(/^OFD\.xml$/i)) return { kind: "opaque", what: "OFD 版式文件" };
  if (has(/^mimetype$/) && has(/^META-INF\/manifest\.xml$/)) return { kind: "opaque", what: "OpenDocument 文件" };
  if (!has(/^\[Content_Types\]\.xml$/i)) return { kind: "archive" };
  if (has(/(^|\/)vbaProject\.bin$|\/macrosheets\//i) || isMacroType(bytes, entries) || macroEndings.has(endingOf(name)))
    throw new Unusable(why.macro);
  const part = mainPart(bytes, entries);
  if (part?.startsWith("word/")) return { kind: "docx", part };
  if (part?.startsWith("xl/")) return part.endsWith(".xml") ? { kind: "xlsx", part } : excelBinary;
  if (part?.startsWith("ppt/")) return { kind: "opaque", what: "PowerPoint 文稿" };
  if (part?.startsWith("visio/")) return { kind: "opaque", what: "Visio 图" };
  throw new Unusable(sendAgain("这个文件"));
};

const macroEndings = new Set(["docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "ppsm"]);
const excelBinary: Packaged = { kind: "opaque", what: "Excel 二进制工作簿" };

/** The bytes of one part of an Office file; null where it has none of that name. */
export const partOf = (bytes: Uint8Array, entries: readonly Entry[], name: string): Uint8Array | null => {
  const entry = entries.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return entry ? unpack(packedBytes(bytes, entry), entry, limits.wordBytes) : null;
};

const isMacroType = (bytes: Uint8Array, entries: readonly Entry[]): boolean => {
  const types = partOf(bytes, entries, "[Content_Types].xml");
  return types !== null && /macroEnabled\w*\.main\+xml/.test(searchable(types).toString("latin1"));
};

/** Where the package says that its document begins: mostly `word/document.xml`. */
const mainPart = (bytes: Uint8Array, entries: readonly Entry[]): string | null => {
  const relations = partOf(bytes, entries, "_rels/.rels");
  const root = relations && elements(readXml(relations))[0];
  const document = elements(root?.children ?? []).find((one) =>
    one.attribute("Type")?.endsWith("/relationships/officeDocument"),
  );
  const target = document?.attribute("Target")?.replace(/^\//, "") ?? null;
  return entries.some((one) => one.name === target) ? target : null;
};
