import { endingOf } from "../file-name.ts";
import { searchable } from "./bytes.ts";
import { readCsv } from "./csv.ts";
import { limits } from "./limits.ts";
import type { Single } from "./look.ts";
import { decode, looksLikeText } from "./text.ts";
import { sendAgain, Unusable, why } from "./unusable.ts";

/** The rows of a .csv or the lines of a .txt. Throws `Unusable` for whatever else is written in text. */
export const readText = (bytes: Uint8Array, name: string): Single => {
  const ending = endingOf(name);
  const isTable = tables.has(ending);
  const isText = isTable || texts.has(ending);
  // First, for looking through all of it costs memory.
  if (isText && bytes.length > (isTable ? limits.csvBytes : limits.textBytes)) throw new Unusable(why.tooLarge);
  if (!looksLikeText(bytes)) throw new Unusable(why.unknown);
  refuseCode(bytes, ending);
  if (!isText) throw new Unusable(why.unknown);
  const text = decode(bytes);
  if (text === null) throw new Unusable(sendAgain("这个文件"));
  if (text.trim() === "") throw new Unusable(why.empty);
  if (isTable) return { kind: "sheets", sheets: [{ name: name.replace(/\.[^.]*$/, ""), cells: readCsv(text) }] };
  const lines = text.split("\n").map((line) => line.trim());
  return {
    kind: "document",
    passages: lines.filter(Boolean).map((paragraph) => ({ paragraph, level: null })),
    typed: {},
  };
};

const tables = new Set(["csv", "tsv"]);
const texts = new Set(["txt", "text", "md", ""]);

const refuseCode = (bytes: Uint8Array, ending: string): void => {
  const start = searchable(bytes.subarray(0, 1000))
    .toString("latin1")
    .replace(/^[\xEF\xBB\xBF\xFE\xFF]+|\0/g, "");
  if (start.startsWith("#!")) throw new Unusable(why.program);
  if (/^\s*(<[!?a-z]|MIME-Version:)/i.test(start))
    throw new Unusable(/^(xls|xlsx|et)$/.test(ending) ? why.webPageAsSheet : why.webPage);
};
