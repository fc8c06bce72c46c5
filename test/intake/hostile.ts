import { strToU8, zipSync } from "fflate";
import { documentOf, docxOf, officeParts, rawZip, sheetOf, xlsxOf, xlsxParts } from "./made.ts";

const MB = 1024 * 1024;
const raw = (parts: Readonly<Record<string, Uint8Array>>, declared: Readonly<Record<string, number>> = {}) =>
  rawZip(
    Object.entries(parts).map(([name, data]) => ({
      name,
      data,
      ...(declared[name] === undefined ? {} : { declared: declared[name] }),
    })),
  );
const sheetPart = "xl/worksheets/sheet1.xml";
const spaces = (count: number): string => " ".repeat(count);
const bomb = "这个文件解开后大得不正常，为安全起见不收。请重新保存后再发，或直接发照片、PDF。";
const broken = "这个文件打不开，可能没有传完整，或文件已损坏。请在电脑或手机上确认能打开，再发一次。";
const entities = "这个文件含有不安全的内容，不收。请用 Word、Excel 或 WPS 重新保存后再发。";
const tooLarge = "这个文件内容太多，读不下来。请只留要填的内容，或拆成几个文件再发。";
const tooWide = "表格超过 200 列，请只留要填的列再发。";
const laughs =
  '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';
const wide = (text: string): string => `<row r="1"><c r="A1" t="str"><v>${text}</v></c></row>`;

/** What somebody might send to take the bot down; `why` is what it is told, null where the file is harmless once read. */
export const hostile: Readonly<
  Record<string, { readonly name: string; readonly make: () => Uint8Array; readonly why: string | null }>
> = {
  "zip bomb": { name: "材料.zip", make: () => zipSync({ "0.txt": new Uint8Array(150 * MB) }, { level: 9 }), why: bomb },
  "zip bomb as .xlsx": { name: "名单.xlsx", make: () => xlsxOf(sheetOf(spaces(100 * MB))), why: bomb },
  "zip bomb as .docx": { name: "报告.docx", make: () => docxOf(spaces(100 * MB)), why: bomb },
  "a sheet declared as 2 GB": {
    name: "名单.xlsx",
    make: () => raw(xlsxParts(sheetOf("")), { [sheetPart]: 2_000_000_000 }),
    why: bomb,
  },
  "a sheet declared smaller than it is": {
    name: "名单.xlsx",
    make: () => raw(xlsxParts(sheetOf(spaces(100 * MB))), { [sheetPart]: 500 }),
    why: broken,
  },
  "a sheet declared larger than it is": {
    name: "名单.xlsx",
    make: () => raw(xlsxParts(sheetOf("")), { [sheetPart]: 5000 }),
    why: broken,
  },
  "a sheet that declares a million rows": {
    name: "名单.xlsx",
    make: () => xlsxOf(sheetOf(wide("甲"), '<dimension ref="A1:XFD1048576"/>')),
    why: null,
  },
  "a merged area of the whole sheet, a thousand times": {
    name: "名单.xlsx",
    make: () =>
      xlsxOf(sheetOf(wide("甲"), "", `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1000)}</mergeCells>`)),
    why: null,
  },
  "one long text in many cells": {
    name: "名单.xlsx",
    make: () =>
      zipSync({
        ...xlsxParts(sheetOf(`<row>${'<c t="s"><v>0</v></c>'.repeat(199)}</row>`.repeat(100))),
        "xl/sharedStrings.xml": strToU8(`<sst><si><t>${"字".repeat(30_000)}</t></si></sst>`),
        "[Content_Types].xml": strToU8(
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
        ),
      }),
    why: tooLarge,
  },
  "entities in a Word file": {
    name: "报告.docx",
    make: () => docxOf("", { "word/document.xml": laughs + documentOf("<w:p><w:r><w:t>&c;</w:t></w:r></w:p>") }),
    why: entities,
  },
  "entities in a sheet": { name: "名单.xlsx", make: () => xlsxOf(laughs + sheetOf(wide("&c;"))), why: entities },
  "nested without end": {
    name: "报告.docx",
    make: () => docxOf(`${"<w:sdt><w:sdtContent>".repeat(20_000)}`),
    why: broken,
  },
  "entries that share their bytes": {
    name: "材料.zip",
    make: () => {
      const one = Buffer.from(rawZip([{ name: "0", data: new Uint8Array(MB) }]));
      const directory = one.indexOf("PK\x01\x02", 0, "latin1");
      const entry = one.subarray(directory, one.length - 22);
      const end = Buffer.from(one.subarray(-22));
      end.writeUInt16LE(100, 10);
      return new Uint8Array(Buffer.concat([one.subarray(0, directory), ...Array(100).fill(entry), end]));
    },
    why: bomb,
  },
  "a .docx with ten thousand parts": {
    name: "报告.docx",
    make: () =>
      zipSync(
        officeParts(
          "word/document.xml",
          Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`word/${at}.xml`, ""])),
        ),
        { level: 0 },
      ),
    why: bomb,
  },
  "a text of 20 MB": { name: "说明.txt", make: () => strToU8("甲".repeat((20 * MB) / 3)), why: tooLarge },
  "a .csv of 20 MB": { name: "名单.csv", make: () => strToU8("甲".repeat((20 * MB) / 3)), why: tooLarge },
  "a .csv of commas": { name: "名单.csv", make: () => strToU8(",".repeat(5 * MB)), why: null },
  "a .csv of commas and one word": { name: "名单.csv", make: () => strToU8(`${",".repeat(4 * MB)}甲`), why: tooWide },
  "a .csv of line ends": { name: "名单.csv", make: () => strToU8(`甲${"\n".repeat(4 * MB)}`), why: null },
  "a .csv of quotes": { name: "名单.csv", make: () => strToU8(',"a'.repeat(MB)), why: tooWide },
  "a sheet of a million numbers": {
    name: "名单.xlsx",
    make: () =>
      xlsxOf(
        sheetOf(
          Array.from(
            { length: 10_000 },
            (_, row) => `<row>${Array.from({ length: 100 }, (_, at) => `<c><v>${row * at}</v></c>`).join("")}</row>`,
          ).join(""),
        ),
      ),
    why: tooLarge,
  },
  "a macro": {
    name: "报告.docx",
    make: () => docxOf("", { "word/vbaProject.bin": "x" }),
    why: "这个文件带有宏，为安全起见不收。请另存为不带宏的 .docx 或 .xlsx 再发。",
  },
};
