import { strToU8, zipSync } from "fflate";
import { PDFDocument } from "pdf-lib";
import { expect, test } from "vitest";
import { look } from "../../bot/intake/look.ts";
import {
  docxOf,
  gbk,
  jpeg,
  officeParts,
  oleOf,
  png,
  rawZip,
  sheetOf,
  utf16,
  xlsOf,
  xlsxOf,
  xlsxParts,
} from "./made.ts";

const pdf = await (async () => {
  const made = await PDFDocument.create();
  made.addPage();
  return {
    withTable: await made.save({ useObjectStreams: false }),
    withStreams: await made.save({ useObjectStreams: true }),
  };
})();

const locked = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(bytes)
      .toString("latin1")
      .replace(/\/Root /g, "/Encrypt 9 0 R /Root "),
    "latin1",
  );
const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length >> 1);
const box = (brand: string): Uint8Array => strToU8(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1${brand}`);
const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));
const wordFlags = (flags: number): Uint8Array => Uint8Array.from({ length: 5000 }, (_, at) => (at === 11 ? flags : 1));

test.each<[name: string, bytes: Uint8Array, kind: string]>([
  ["名单.xlsx", xlsxOf(sheetOf("")), "sheets"],
  ["名单.xls", xlsOf([["甲"]]), "sheets"],
  ["名单.xls", xlsxOf(sheetOf("")), "sheets"],
  ["名单.csv", strToU8("名称,人数"), "sheets"],
  ["报告.docx", docxOf("<w:p/>"), "document"],
  ["报告", docxOf("<w:p/>"), "document"],
  ["说明.txt", strToU8("甲"), "document"],
  ["执照.jpg", jpeg, "jpeg"],
  ["执照.PNG", png, "png"],
  ["其实是照片.docx", jpeg, "jpeg"],
  ["执照.heic", box("heic"), "HEIC 照片"],
  ["执照.webp", ascii("RIFF\x10\0\0\0WEBPVP8 \0\0\0\0"), "WebP 图片"],
  ["执照.gif", ascii("GIF89a\x01\0\x01\0\0\0\0;"), "GIF 图片"],
  ["执照.tif", ascii("II*\0\x08\0\0\0\0\0"), "TIFF 图片"],
  ["执照.bmp", ascii(`BM${"\0".repeat(60)}`), "BMP 图片"],
  ["执照.pdf", pdf.withTable, "PDF"],
  ["执照.pdf", pdf.withStreams, "PDF"],
  ["报告.doc", oleOf({ WordDocument: wordFlags(0) }), "旧版 Word"],
  ["报告.wps", oleOf({ WordDocument: wordFlags(0) }), "WPS 文字"],
  ["名单.et", xlsOf([["甲"]]), "WPS 表格"],
  ["演示.ppt", oleOf({ "PowerPoint Document": wordFlags(0) }), "旧版 PowerPoint"],
  ["演示.pptx", zipSync(officeParts("ppt/presentation.xml", { "ppt/presentation.xml": "<p/>" })), "PowerPoint 文稿"],
  ["名单.xlsb", zipSync(officeParts("xl/workbook.bin", { "xl/workbook.bin": "x" })), "Excel 二进制工作簿"],
  ["证书.ofd", zipSync({ "OFD.xml": strToU8("<ofd/>") }), "OFD 版式文件"],
  [
    "报告.odt",
    zipSync({ mimetype: strToU8("application/vnd.oasis"), "META-INF/manifest.xml": strToU8("<m/>") }),
    "OpenDocument 文件",
  ],
  ["报告.rtf", ascii("{\\rtf1 a}"), "RTF 文档"],
  ["材料.zip", zipSync({ "a.txt": strToU8("甲") }), "archive"],
])("%s is taken as what it is: %#", async (name, bytes, kind) => {
  const found = await look(bytes, name);
  const told = found.kind === "picture" ? found.type : found.kind === "opaque" ? found.what : found.kind;
  expect(told, JSON.stringify(found)).toBe(kind);
});

const macro = "这个文件带有宏，为安全起见不收。请另存为不带宏的 .docx 或 .xlsx 再发。";
const program = "这是程序或脚本文件，为安全起见不收。请发照片、PDF、Word、Excel 或 zip。";
const page = "这是网页文件，不收。请另存为 PDF、.docx 或 .xlsx 再发。";
const unknown = "认不出这种文件。请发照片、PDF、Word、Excel 或 zip。";
const archive = "这种压缩包打不开。请改成 zip，或直接发里面的文件。";
const broken = /打不开，可能没有传完整，或文件已损坏。请在电脑或手机上确认能打开，再发一次。$/;

test.each<[name: string, bytes: Uint8Array, why: string | RegExp]>([
  ["空.docx", new Uint8Array(), "这是空文件，没有内容。请检查后重新发送。"],
  ["空.txt", strToU8(" \n"), "这是空文件，没有内容。请检查后重新发送。"],
  ["半个.docx", half(docxOf("<w:p/>")), broken],
  ["半个.xlsx", half(xlsxOf(sheetOf(""))), broken],
  ["半个.xls", half(xlsOf([["甲".repeat(9000)]])), broken],
  ["半个.pdf", half(pdf.withTable), broken],
  ["半个.jpg", half(jpeg), broken],
  ["半个.png", half(png), broken],
  ["没有正文.docx", docxOf("", { "word/document.xml": "<w:document/>" }), broken],
  ["没有表.xlsx", zipSync({ ...xlsxParts(""), "xl/workbook.xml": strToU8("<workbook>") }), /./],
  ["有密码.pdf", locked(pdf.withTable), "这个 PDF 有密码，打不开。请去掉密码再发。"],
  ["有密码.pdf", locked(pdf.withStreams), "这个 PDF 有密码，打不开。请去掉密码再发。"],
  ["有密码.docx", oleOf({ EncryptedPackage: wordFlags(0), EncryptionInfo: wordFlags(0) }), /^这个文件有密码/],
  ["有密码.doc", oleOf({ WordDocument: wordFlags(1) }), /^这个 Word 文件有密码/],
  ["有密码.zip", rawZip([{ name: "a.txt", data: strToU8("甲"), flags: 1 }]), /^这个压缩包有密码/],
  ["宏.xlsm", xlsxOf(sheetOf("")), macro],
  ["宏.docx", docxOf("<w:p/>", { "word/vbaProject.bin": "x" }), macro],
  ["宏.xls", oleOf({ Workbook: wordFlags(0), "_VBA_PROJECT_CUR/PROJECT": wordFlags(0) }), macro],
  ["程序.exe", ascii("MZ\x90\0"), program],
  ["照片.jpg", ascii(`MZ\x90\0${"\0".repeat(200)}`), program],
  ["照片.jpg.exe", jpeg, program],
  ["脚本.txt", strToU8("#!/bin/sh\nrm"), program],
  ["脚本.bat", strToU8("del"), program],
  ["安装.apk", zipSync({ "AndroidManifest.xml": strToU8("x") }), program],
  ["网页.html", strToU8("<p>"), page],
  ["网页.txt", strToU8("\uFEFF<!DOCTYPE html>"), page],
  ["网页.doc", strToU8("<html><body>"), page],
  ["图.svg", strToU8("<svg/>"), page],
  ["图.png", strToU8('<!DOCTYPE svg [<!ENTITY a "ha">]><svg/>'), page],
  ["名单.xls", strToU8("<html><table>"), "这个表格其实是网页格式。请用 Excel 或 WPS 打开，另存为 .xlsx 再发。"],
  ["名单.xls", strToU8('<?xml version="1.0"?><Workbook/>'), /另存为 \.xlsx 再发。$/],
  ["材料.rar", ascii("Rar!\x1a\x07\x01\0"), archive],
  ["材料.7z", ascii("7z\xbc\xaf\x27\x1c"), archive],
  ["录音.mp3", ascii("ID3\x03\0\0\0\0\0\0"), unknown],
  ["乱.bin", Uint8Array.of(0, 1, 2, 3), unknown],
  ["数据.json", strToU8("{}"), unknown],
  ["别的.msg", oleOf({ __properties: wordFlags(0) }), unknown],
])("%s cannot be used: %#", async (name, bytes, why) => {
  expect(await look(bytes, name)).toEqual({
    kind: "unusable",
    why: why instanceof RegExp ? expect.stringMatching(why) : why,
  });
});

test.each<[what: string, bytes: Uint8Array]>([
  ["UTF-8", strToU8("名称,人数\r\n甲公司,20\r\n")],
  ["UTF-8 with its mark", strToU8("\uFEFF名称,人数\n甲公司,20")],
  ["GBK", gbk("名称,人数\n甲公司,20\n")],
  ["UTF-16", utf16("名称\t人数\n甲公司\t20")],
  ["UTF-16 the other way round", utf16("名称\t人数\n甲公司\t20", "be")],
  ["quotes", strToU8('"名称",人数\n"甲公司","20"\n')],
  ["semicolons", strToU8("名称;人数\n甲公司;20\n\n\n")],
])("a .csv in %s", async (_, bytes) => {
  expect(await look(bytes, "名单.csv")).toEqual({
    kind: "sheets",
    sheets: [
      {
        name: "名单",
        cells: [
          ["名称", "人数"],
          ["甲公司", "20"],
        ],
      },
    ],
  });
});

test.each<[text: string, cells: readonly (readonly string[])[]]>([
  ['a,"b ""c"", d"', [["a", 'b "c", d']]],
  ['"两\n行",b', [["两\n行", "b"]]],
  ['a,"没有结束\nb', [["a", '"没有结束'], ["b"]]],
  ["007,1e3,=1+1,2026-1-1", [["007", "1e3", "=1+1", "2026-1-1"]]],
  ["a,,b\n,,\n,c", [["a", "", "b"], [], ["", "c"]]],
])("a .csv with %j", async (text, cells) => {
  expect(await look(strToU8(text), "a.csv")).toEqual({ kind: "sheets", sheets: [{ name: "a", cells }] });
});

test("a .txt reads line by line", async () => {
  expect(await look(gbk("名单\r\n\r\n甲公司\n"), "说明.txt")).toEqual({
    kind: "document",
    passages: [
      { paragraph: "名单", level: null },
      { paragraph: "甲公司", level: null },
    ],
    typed: {},
  });
});
