import ExcelJS from "exceljs";
import fc from "fast-check";
import { strFromU8, strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { cellText } from "../../bot/intake/cell.ts";
import { look } from "../../bot/intake/look.ts";
import { sheetOf, xlsOf, xlsxOf, xlsxParts } from "./made.ts";

const sheetsOf = async (bytes: Uint8Array, name = "名单.xlsx") => {
  const found = await look(bytes, name);
  if (found.kind !== "sheets") throw new Error(JSON.stringify(found));
  return found.sheets;
};

const written = async (fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) => {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet("名单"), book);
  return sheetsOf(new Uint8Array(await book.xlsx.writeBuffer()));
};

const utc = (...parts: readonly [number, number, number, number?, number?]): Date => new Date(Date.UTC(...parts));

test.each<[what: string, value: unknown, format: string, text: string]>([
  ["a text", "甲公司", "General", "甲公司"],
  ["a text of digits", "00123", "@", "00123"],
  ["a text that begins like a formula stays text", "=cmd|'/c calc'!A1", "General", "=cmd|'/c calc'!A1"],
  ["a text on two lines", " 甲\r\n乙 ", "General", "甲\n乙"],
  ["rich text", { richText: [{ text: "甲" }, { text: "公司" }] }, "General", "甲公司"],
  ["a link", { text: "网址", hyperlink: "https://example.com" }, "General", "网址"],
  ["a whole number", 20, "General", "20"],
  ["a number with thousands", 1234567, "#,##0", "1234567"],
  ["the noise of floating point", 0.1 + 0.2, "General", "0.3"],
  ["a small number", 1e-7, "General", "0.0000001"],
  ["a negative number", -12.5, "0.00", "-12.5"],
  ["a phone that Excel shows with an exponent", 13_800_138_000, "General", "13800138000"],
  ["a long code that Excel shows with an exponent", 913_301_001_234_567_000, "General", "913301001234567000"],
  ["a code with zeros in front", 30_024, "000000", "030024"],
  ["a number with its unit in the format", 500.6, '0"万元"', "500.6万元"],
  ["a scaled number is not given a wrong unit", 12_345_678, '0.0,"千元"', "12345678"],
  ["a percentage", 0.8, "0%", "80%"],
  ["a percentage that the format rounds", 0.8123, "0%", "81.23%"],
  ["a percent sign as a word", 80, '0"%"', "80%"],
  ["a day", utc(2026, 2, 5), "yyyy-mm-dd", "2026-03-05"],
  ["a day in Chinese", utc(2026, 2, 5), '[$-804]yyyy"年"m"月"d"日";@', "2026-03-05"],
  ["a day as Excel writes it by itself", utc(2026, 2, 5), "m/d/yy", "2026-03-05"],
  ["a month", utc(2026, 2, 1), 'yyyy"年"m"月"', "2026-03"],
  ["a year", utc(2026, 0, 1), "yyyy", "2026"],
  ["a day with a time", utc(2026, 2, 5, 14, 30), "yyyy-mm-dd hh:mm", "2026-03-05 14:30"],
  ["a time", 0.5, "h:mm", "12:00"],
  ["hours on end", 1.5, "[h]:mm", "36:00"],
  ["true", true, "General", "是"],
  ["false", false, "General", "否"],
  ["an error", { error: "#REF!" }, "General", ""],
  ["a formula", { formula: "1+1", result: 2 }, "General", "2"],
  ["a formula that gives text", { formula: 'A1&"司"', result: "公司" }, "General", "公司"],
])("%s: %j as %s", async (_, value, format, text) => {
  const [sheet] = await written((made) => {
    made.getCell("A1").value = value as ExcelJS.CellValue;
    made.getCell("A1").numFmt = format;
    made.getCell("B1").value = "end";
  });
  expect(sheet?.cells).toEqual([[text, "end"]]);
});

test("a day is the same day in every time zone", async () => {
  const zone = process.env.TZ;
  try {
    for (const other of ["Asia/Shanghai", "America/Los_Angeles", "UTC"]) {
      process.env.TZ = other;
      const [sheet] = await written((made) => {
        made.getCell("A1").value = utc(2026, 0, 1);
        made.getCell("A1").numFmt = "yyyy-mm-dd";
      });
      expect(sheet?.cells, other).toEqual([["2026-01-01"]]);
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test("every day of a workbook reads as that day, also where days are counted from 1904", () => {
  fc.assert(
    fc.property(fc.date({ min: utc(1904, 2, 1), max: utc(2100, 11, 31), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      const serial = Math.floor(date.getTime() / 86_400_000) + 25_569;
      expect(cellText({ t: "n", v: serial, z: "yyyy-mm-dd" }, { date1904: false })).toBe(day);
      expect(cellText({ t: "n", v: serial - 1462, z: "yyyy-mm-dd" }, { date1904: true })).toBe(day);
    }),
  );
});

test("a number is written as a person would: no exponent, the same number again", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), (value) => {
      const text = cellText({ t: "n", v: value, z: "General" }, { date1904: false });
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(text)).toBe(Number(value.toPrecision(15)));
    }),
  );
});

test("hidden rows, hidden sheets and empty ends are left out; empty rows between stay", async () => {
  const sheets = await written((sheet, book) => {
    sheet.addRow(["名称", "人数", ""]);
    sheet.addRow(["看不见"]).hidden = true;
    sheet.addRow([]);
    sheet.addRow(["甲"]);
    sheet.getCell("H40").border = { top: { style: "thin" } };
    book.addWorksheet("藏", { state: "hidden" }).addRow(["秘密"]);
    book.addWorksheet("空");
  });
  expect(sheets).toEqual([
    { name: "名单", cells: [["名称", "人数"], [], ["甲"]] },
    { name: "空", cells: [] },
  ]);
});

test("days are counted from 1904 where the workbook says so", async () => {
  const [sheet] = await written((made, book) => {
    book.properties.date1904 = true;
    made.getCell("A1").value = utc(2026, 2, 5);
    made.getCell("A1").numFmt = "yyyy-mm-dd";
  });
  expect(sheet?.cells).toEqual([["2026-03-05"]]);
});

test.each([
  [31, "2026-03-05"],
  [57, "2026-03"],
  [58, "2026-03-05"],
  [14, "2026-03-05"],
  [9, "4608600%"],
  [0, "46086"],
])("number format %i, which a Chinese Excel has by itself, reads as %s", async (id, text) => {
  const parts = xlsxParts(sheetOf('<row r="1"><c r="A1" s="1"><v>46086</v></c></row>'));
  const styles = `<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs></styleSheet>`;
  const types = strFromU8(parts["[Content_Types].xml"]!).replace(
    "</Types>",
    '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
  );
  const [sheet] = await sheetsOf(
    zipSync({ ...parts, "xl/styles.xml": strToU8(styles), "[Content_Types].xml": strToU8(types) }),
  );
  expect(sheet?.cells).toEqual([[text]]);
});

test("a merged cell stands at its first place", async () => {
  const merged = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>';
  const cell = (at: string, text: string): string => `<c r="${at}" t="str"><v>${text}</v></c>`;
  const rows = `<row r="1">${cell("A1", "甲")}${cell("B1", "藏")}${cell("C1", "乙")}</row><row r="2">${cell("B2", "藏")}${cell("C2", "丙")}</row>`;
  const [sheet] = await sheetsOf(xlsxOf(sheetOf(rows, "", merged)));
  expect(sheet?.cells).toEqual([
    ["甲", "", "乙"],
    ["", "", "丙"],
  ]);
});

test("an .xls reads like an .xlsx", async () => {
  const rows = [
    ["名称", "人数", "占比"],
    ["甲公司", 20, true],
  ];
  expect(await sheetsOf(xlsOf(rows), "名单.xls")).toEqual([
    {
      name: "名单",
      cells: [
        ["名称", "人数", "占比"],
        ["甲公司", "20", "是"],
      ],
    },
  ]);
});

const rowsOf = (count: number): string =>
  Array.from({ length: count }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`).join("");

test.each([
  ["20,000 rows are read", rowsOf(20_000), null],
  ["one more is not", rowsOf(20_001), "表格超过 20000 行，请拆成几个文件再发。"],
  [
    "nor is one far below",
    '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
    "表格超过 20000 行，请拆成几个文件再发。",
  ],
  ["200 columns are read", '<row r="1"><c r="GR1"><v>1</v></c></row>', null],
  ["one more is not", '<row r="1"><c r="GS1"><v>1</v></c></row>', "表格超过 200 列，请只留要填的列再发。"],
  ["empty rows far below do not count", `${rowsOf(3)}<row r="900000"><c r="A900000" s="1"/></row>`, null],
])("%s", async (_, rows, why) => {
  const found = await look(xlsxOf(sheetOf(rows)), "名单.xlsx");
  if (why === null) expect(found.kind).toBe("sheets");
  else expect(found).toEqual({ kind: "unusable", why });
});
