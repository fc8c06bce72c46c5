import { strFromU8, strToU8, zipSync } from "fflate";
import { searchable } from "./bytes.ts";
import { chineseFormats } from "./formats.ts";
import { limits } from "./limits.ts";
import { child, elements, readXml, refuseEntities } from "./xml.ts";
import { type Entry, packedBytes, unpack } from "./zip.ts";

/** An .xlsx made ready for the library that reads its cells. */
export interface Prepared {
  /** Only what holds cells, not compressed, so that the library unpacks nothing by itself. */
  readonly bytes: Uint8Array;
  /** By the sheet's name the hidden rows, from 0: the library tells them only together with every empty styled cell. */
  readonly hidden: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Throws `Unusable` where the parts are larger than the limits or not what they are declared to be. */
export const prepareXlsx = (bytes: Uint8Array, entries: readonly Entry[]): Prepared => {
  const parts: Record<string, Uint8Array> = {};
  let left: number = limits.excelBytes;
  for (const entry of entries) {
    if (!holdsCells.test(entry.name)) continue;
    const part = unpack(packedBytes(bytes, entry), entry, left);
    refuseEntities(part);
    left -= part.length;
    parts[entry.name] = /\/styles\.xml$/i.test(entry.name) ? withChineseFormats(part) : part;
  }
  return { hidden: hiddenRowsOf(parts), bytes: zipSync(parts, { level: 0 }) };
};

const holdsCells =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[^/]+\.(?:xml|rels)|xl\/(?:worksheets|theme)\/[^/]+\.xml)$/i;

/** Formats that the file defines itself come later and win. */
const withChineseFormats = (styles: Uint8Array): Uint8Array => {
  const text = strFromU8(styles);
  const added = chineseFormats
    .map(([id, format]) => `<numFmt numFmtId="${id}" formatCode="${format.replaceAll('"', "&quot;")}"/>`)
    .join("");
  const opened = text.replace(/<numFmts\b[^>]*[^/>]>|<numFmts>/, (start) => start + added);
  if (opened !== text) return strToU8(opened);
  return strToU8(text.replace(/<styleSheet\b[^>]*>/, (start) => `${start}<numFmts>${added}</numFmts>`));
};

const hiddenRowsOf = (parts: Readonly<Record<string, Uint8Array>>): Prepared["hidden"] => {
  const [book, relations] = [parts["xl/workbook.xml"], parts["xl/_rels/workbook.xml.rels"]];
  if (!book || !relations) return new Map();
  const targets = new Map(
    elements(elements(readXml(relations))[0]?.children ?? []).map((one) => [
      one.attribute("Id"),
      one.attribute("Target")?.replace(/^(\/?xl\/)?/, "xl/") ?? "",
    ]),
  );
  const sheets = elements(child(elements(readXml(book))[0] ?? null, "sheets")?.children ?? []);
  return new Map(
    sheets.map((sheet) => [
      sheet.attribute("name") ?? "",
      hiddenRows(parts[targets.get(sheet.attribute("r:id")) ?? ""] ?? new Uint8Array()),
    ]),
  );
};

const hiddenRows = (sheet: Uint8Array): ReadonlySet<number> => {
  const text = searchable(sheet);
  if (!text.includes(" hidden=")) return new Set();
  const rows = text.toString("latin1").matchAll(/<row\b[^>]*\shidden="(?:1|true)"[^>]*>/g);
  return new Set(Array.from(rows, ([row]) => Number(/\sr="(\d+)"/.exec(row)?.[1]) - 1));
};
