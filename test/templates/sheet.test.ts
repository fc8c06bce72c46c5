import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { AnyProcedure, Field } from "../../rules/define.ts";
import { factsOf } from "../../rules/facts.ts";
import type { Form } from "../../templates/blocks.ts";
import type { Paper } from "../../templates/form.ts";
import { toXlsx } from "../../templates/sheet.ts";
import { complete, paperOf } from "./body.ts";

const cite = { document: "某办法", article: "附件1", text: "汇总表" };
const platforms: Field = {
  kind: "table",
  label: "平台",
  rowName: "平台",
  cite,
  columns: {
    name: { kind: "text", label: "平台名称" },
    phone: { kind: "phone", label: "电话" },
    staff: { kind: "count", unit: "人", label: "人数" },
    revenue: { kind: "money", unit: "万元", label: "收入" },
    opinion: {
      kind: "choice",
      label: "满意度",
      choices: [
        { id: "satisfied", label: "满意" },
        { id: "dissatisfied", label: "不满意" },
      ],
    },
  },
};
const form: Form = {
  title: "推荐汇总表",
  isLandscape: true,
  alsoSheet: true,
  blocks: [
    { block: "attachment", text: "附件1" },
    { block: "title", text: "推荐汇总表" },
    {
      block: "grid",
      isOpen: true,
      rows: [{ cells: [{ of: ["填报单位：", { answer: "office" }] }, { of: ["单位：万元"], width: 40 }] }],
    },
    {
      block: "list",
      table: "platforms",
      least: 4,
      columns: [
        { column: "name" },
        { column: "phone", width: 40 },
        { column: "staff", width: 20, group: "规模" },
        { column: "revenue", width: 30, group: "规模" },
        { column: "opinion", ticked: "satisfied", width: 20, group: "满意度" },
        { column: "opinion", ticked: "dissatisfied", width: 20, group: "满意度" },
      ],
      total: { label: "合计", columns: ["staff", "revenue"] },
    },
    { block: "note", of: ["注：按推荐顺序填写。"] },
    { block: "signing", lines: [["填报单位（盖章）"]] },
  ],
};
const procedure = {
  code: "summarise",
  title: "汇总",
  fields: { office: { kind: "text", label: "填报单位", cite }, platforms },
  sections: [],
  criteria: [],
  binding: [],
  afterwards: [],
} as unknown as AnyProcedure;
const rows = [
  { name: "=1+1", phone: "0571-88886666", staff: 20, revenue: "1200.5", opinion: "satisfied" },
  { name: "+86 公司\u0007", phone: "13800138000", staff: 31, revenue: "-3", opinion: "dissatisfied" },
  { name: "@SUM(A1)_x0041_", phone: "13800138001", staff: 0, revenue: "0.000001", opinion: "satisfied" },
];
const paper = (more: Partial<Paper> = {}): Paper => ({
  ...paperOf(complete),
  procedure,
  facts: factsOf(procedure, { office: "-某市经信局", platforms: rows }, "2022-06-01"),
  ...more,
});
const opened = async (bytes: Uint8Array): Promise<ExcelJS.Worksheet> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  expect(book.worksheets).toHaveLength(1);
  return book.worksheets[0]!;
};
const unzipped = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
const valuesIn = (sheet: ExcelJS.Worksheet, row: number) =>
  Array.from({ length: 7 }, (_, at) => sheet.getCell(row, at + 1).value);

describe("a form as a spreadsheet", () => {
  test("has its words, its head in two rows, its rows, its total and its notes", async () => {
    const sheet = await opened(await toXlsx(form, paper()));
    const lines = [1, 2, 3, 4, 5, 6, 9, 10, 11, 12].map((row) => valuesIn(sheet, row));
    expect(lines).toEqual([
      Array(7).fill("附件1"),
      Array(7).fill("推荐汇总表"),
      Array(7).fill("填报单位：-某市经信局　　单位：万元"),
      ["序号", "平台名称", "电话", "规模", "规模", "满意度", "满意度"],
      ["序号", "平台名称", "电话", "人数", "收入", "满意", "不满意"],
      [1, "=1+1", "0571-88886666", 20, 1200.5, "√", ""],
      ["", "", "", "", "", "", ""],
      ["合计", "合计", "合计", 51, 1197.500001, "", ""],
      Array(7).fill("注：按推荐顺序填写。"),
      Array(7).fill("填报单位（盖章）"),
    ]);
    expect((sheet.model as unknown as { merges: string[] }).merges).toEqual(
      expect.arrayContaining(["A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:G4", "A10:C10", "A11:G11"]),
    );
  });

  test("what looks like a formula stays a text, control characters go", async () => {
    const sheet = await opened(await toXlsx(form, paper()));
    for (const [row, text] of [
      [6, "=1+1"],
      [7, "+86 公司"],
    ] as const) {
      const cell = sheet.getCell(row, 2);
      expect(cell).toMatchObject({ value: text, type: ExcelJS.ValueType.String, numFmt: "@" });
    }
    const [, strings] = Object.entries(unzipped(await toXlsx(form, paper()))).find(([name]) => /sharedStr/.test(name))!;
    expect(strings).toContain("@SUM(A1)_x005F_x0041_");
    expect(Object.values(unzipped(await toXlsx(form, paper()))).join("")).not.toContain("<f>");
  });

  test("numbers are numbers where none of their digits would be lost", async () => {
    const sheet = await opened(await toXlsx(form, paper()));
    expect(valuesIn(sheet, 7).slice(3, 5)).toEqual([31, -3]);
    expect(valuesIn(sheet, 8).slice(3, 5)).toEqual([0, 0.000001]);
    const long = { ...rows[0]!, revenue: "12345678901234567.123456" };
    const facts = factsOf(procedure, { platforms: [long] }, "2022-06-01");
    expect((await opened(await toXlsx(form, paper({ facts })))).getCell(6, 5).value).toBe("12345678901234567.123456");
  });

  test("prints on A4 across, its head on every page", async () => {
    const { pageSetup, views } = await opened(await toXlsx(form, paper()));
    expect(pageSetup).toMatchObject({ orientation: "landscape", paperSize: 9, fitToWidth: 1, fitToHeight: 0 });
    expect(pageSetup.printTitlesRow).toBe("4:5");
    expect(views[0]).toMatchObject({ state: "frozen", ySplit: 5 });
  });

  test("column widths follow the form's", async () => {
    const sheet = await opened(await toXlsx(form, paper()));
    expect([3, 4, 5].map((column) => sheet.getColumn(column).width)).toEqual([20, 10, 15]);
  });

  test("a draft and a sample say so, and blanks are marked", async () => {
    const facts = factsOf(procedure, { platforms: [{ ...rows[0]!, name: null }] }, "2022-06-01");
    const sheet = await opened(await toXlsx(form, paper({ isDraft: true, isSample: true, facts })));
    expect(sheet.getCell(1, 1).value).toBe("示例（虚构数据）　草稿");
    expect(sheet.headerFooter.oddHeader).toContain("草稿");
    expect(sheet.getCell(7, 2)).toMatchObject({ value: "【待填】", fill: { fgColor: { argb: "FFFFFF00" } } });
  });

  test("the same paper gives the same bytes, dated to its day", async () => {
    const [one, other] = [await toXlsx(form, paper()), await toXlsx(form, paper())];
    expect(Buffer.compare(one, other)).toBe(0);
    expect(unzipped(one)["docProps/core.xml"]).toContain("2022-06-01T00:00:00Z");
  });

  test("two lists are two worksheets, each with its heading", async () => {
    const list = form.blocks[3]!;
    const two: Form = {
      ...form,
      blocks: [
        { block: "title", text: "甲" },
        list,
        { block: "note", of: ["注甲"] },
        { block: "title", text: "乙" },
        list,
      ],
    };
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await toXlsx(two, paper())).buffer as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(["推荐汇总表", "推荐汇总表 2"]);
    expect(book.worksheets.map((sheet) => sheet.getCell(1, 1).value)).toEqual(["甲", "乙"]);
  });
});

const isInstalled = spawnSync("soffice", ["-v"]).error === undefined;
if (!isInstalled) console.warn("Spreadsheets are not opened in LibreOffice: soffice is not installed.");

test.skipIf(!isInstalled && !process.env.REQUIRE_SYSTEM)("LibreOffice opens it", { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "sheet-"));
  try {
    writeFileSync(join(folder, "form.xlsx"), await toXlsx(form, paper()));
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1";
    execFileSync(
      "soffice",
      [profile, "--headless", "--convert-to", filter, "--outdir", folder, join(folder, "form.xlsx")],
      {
        stdio: "pipe",
      },
    );
    const csv = readFileSync(join(folder, "form.csv"), "utf8");
    expect(csv).toContain('1,"=1+1","0571-88886666",20,1200.5,"√",');
    expect(csv).toContain('"合计",,,51,1197.500001,,');
    expect(csv).toContain("@SUM(A1)_x0041_");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
