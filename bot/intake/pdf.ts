import { searchable } from "./bytes.ts";
import { sendAgain, Unusable, why } from "./unusable.ts";

const broken = sendAgain("这个 PDF");
const tail = 4096;
const longestTrailer = 4096;

/**
 * Throws `Unusable` where a PDF is truncated or has a password. Nothing is unpacked: the end says where the
 * table of objects is, and what stands there says whether it is encrypted.
 */
export const checkPdf = (bytes: Uint8Array): void => {
  const text = searchable(bytes);
  const end = text.subarray(-tail).toString("latin1");
  const pointers = [...end.matchAll(/startxref\s+(\d+)\s+%%EOF/g)];
  const at = Number(pointers.at(-1)?.[1]);
  if (!(at < bytes.length)) throw new Unusable(broken);
  const table = text.indexOf("<<", at);
  const first = text.indexOf("trailer", at);
  const start = /^\s*xref/.test(text.toString("latin1", at, at + 20)) ? first : table;
  if (start < 0) throw new Unusable(broken);
  const trailer = text.toString("latin1", start, start + longestTrailer).split(/stream|startxref/, 1)[0] ?? "";
  if (/\/Encrypt\b/.test(trailer)) throw new Unusable(why.locked("这个 PDF "));
};
