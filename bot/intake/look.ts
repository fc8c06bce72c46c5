import { fileTypeFromBuffer } from "file-type";
import type { Content } from "../../rules/content.ts";
import { endingOf } from "../file-name.ts";
import { searchable } from "./bytes.ts";
import { readDocx } from "./docx.ts";
import { archives, keptOnly, programs, webPages } from "./endings.ts";
import { packagedAs } from "./office.ts";
import { oldKind } from "./ole.ts";
import { checkPdf } from "./pdf.ts";
import { checkPicture } from "./picture.ts";
import { readText } from "./plain.ts";
import { readXls, readXlsx } from "./sheets.ts";
import { utf16Of } from "./text.ts";
import { sendAgain, Unusable, unusable, why } from "./unusable.ts";
import { type Entry, entriesOf } from "./zip.ts";

/** What a file that is no archive holds. */
export type Single = Exclude<Content, { readonly kind: "archive" }>;

/** What a file holds, the files of an archive not looked at yet. */
export type Found = Single | { readonly kind: "archive"; readonly entries: readonly Entry[] };

/** What the bytes are, whatever their name says, and what they hold. Whatever they are, it does not throw. */
export const look = async (bytes: Uint8Array, name: string): Promise<Found> => {
  try {
    return await found(bytes, name);
  } catch (error) {
    return unusable(error instanceof Unusable ? error.message : sendAgain("这个文件"));
  }
};

const found = async (bytes: Uint8Array, name: string): Promise<Found> => {
  if (bytes.length === 0) throw new Unusable(why.empty);
  refuseByName(name);
  if (startsWith(bytes, "PK\x03\x04") || startsWith(bytes, "PK\x05\x06")) return packaged(bytes, name);
  if (startsWith(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
    const old = oldKind(bytes, name);
    return old.kind === "xls" ? { kind: "sheets", sheets: readXls(bytes) } : old;
  }
  if (startsWith(bytes, "%PDF-")) {
    checkPdf(bytes);
    return { kind: "opaque", what: "PDF" };
  }
  // Its mark looks like the beginning of a song.
  if (utf16Of(bytes)) return readText(bytes, name);
  const type = (await fileTypeFromBuffer(bytes.subarray(0, head)))?.ext ?? "";
  if (type === "jpg" || type === "png" || type === "apng") {
    const picture = type === "jpg" ? "jpeg" : "png";
    checkPicture(bytes, picture);
    return { kind: "picture", type: picture };
  }
  const what = keptOnly[type];
  if (what) return { kind: "opaque", what };
  if (archives.has(type)) throw new Unusable(why.otherArchive);
  if (programs.has(type)) throw new Unusable(why.program);
  if (type === "" || type === "xml") return readText(bytes, name);
  throw new Unusable(why.unknown);
};

const head = 4100;

const startsWith = (bytes: Uint8Array, mark: string): boolean =>
  searchable(bytes.subarray(0, mark.length)).equals(Buffer.from(mark, "latin1"));

const packaged = (bytes: Uint8Array, name: string): Found => {
  const entries = entriesOf(bytes);
  const whole = packagedAs(bytes, entries, name);
  switch (whole.kind) {
    case "xlsx":
      return { kind: "sheets", sheets: readXlsx(bytes, entries) };
    case "docx":
      return { kind: "document", passages: readDocx(bytes), typed: {} };
    case "archive":
      return { kind: "archive", entries };
    default:
      return whole;
  }
};

const refuseByName = (name: string): void => {
  const ending = endingOf(name);
  if (programs.has(ending)) throw new Unusable(why.program);
  if (webPages.has(ending)) throw new Unusable(why.webPage);
  if (archives.has(ending)) throw new Unusable(why.otherArchive);
};
