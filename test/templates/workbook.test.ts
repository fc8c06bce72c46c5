import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, type WorkBook, type WorkSheet } from "@e965/xlsx";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { sampleAnswers } from "../../flows/sample.ts";
import type { AnyProcedure, Row, TableField } from "../../rules/define.ts";
import { loadJurisdictions, type Served, servedBy } from "../../rules/index.ts";
import { plain } from "../../rules/values/index.ts";
import { legal } from "../../templates/text.ts";
import { toWorkbook } from "../../templates/workbook.ts";
import type { WrongCell } from "../../templates/workbook-sheet.ts";

const cite = { document: "某办法", article: "附件1", text: "名单" };
const PLACES = Array.from({ length: 40 }, (_, at) => `第${at + 1}个服务地点`);
const fields = {
  staff: {
    kind: "table",
    label: "人员/职称：一览表",
    rowName: "人员",
    minRows: 12,
    cite,
    columns: {
      name: { kind: "text", label: "姓名", ask: "他叫什么？", example: "张三" },
      joinedOn: { kind: "date", label: "入职日期", example: "2019年6月1日" },
      pay: { kind: "money", unit: "万元", label: "年薪", example: "12万" },
      units: { kind: "count", unit: "台（套）", label: "设备", example: "2", optional: true },
      share: { kind: "percent", label: "占比（%）", example: "60%" },
      phone: { kind: "phone", label: "电话", example: "13800138000" },
      isFullTime: { kind: "yesNo", label: "是否全职" },
      education: { kind: "text", label: "学历", suggest: ["大专", "本科"] },
      quoted: {
        kind: "choice",
        label: "逗号",
        choices: [
          { id: "a", label: "甲,乙" },
          { id: "b", label: "丙" },
        ],
      },
      places: { kind: "choice", label: "地点", choices: PLACES.map((label) => ({ id: label, label })) },
      fields: {
        kind: "choices",
        label: "专长",
        choices: [
          { id: "law", label: "法律" },
          { id: "finance", label: "融资" },
        ],
      },
    },
  },
  served: {
    kind: "table",
    label: "人员/职称：一览表",
    rowName: "企业",
    cite,
    columns: {
      first: { kind: "count", unit: "家", label: "新增数", ask: "上半年新增多少家？", example: "3" },
      second: { kind: "count", unit: "家", label: "新增数", ask: "下半年新增多少家？", example: "5" },
    },
  },
} as const satisfies Record<string, TableField>;
const procedure = {
  code: "apply",
  title: "申报",
  fields,
  sections: [],
  criteria: [],
  binding: [],
  afterwards: [],
} as unknown as AnyProcedure;

interface Handed {
  readonly rows?: readonly Row[];
  readonly wrong?: readonly WrongCell[];
}
const written = async ({ rows = [], wrong = [] }: Handed = {}) =>
  (
    await toWorkbook(
      procedure,
      [
        { id: "staff", rows, wrong },
        { id: "served", rows: [], wrong: [] },
      ],
      "表格",
    )
  ).bytes;
const opened = async (bytes: Uint8Array) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  return book;
};
const pageOf = (book: WorkBook, at: number): WorkSheet => book.Sheets[book.SheetNames[at] as string] as WorkSheet;
/** The text of a cell as a person sees it; columns and rows count from 0. */
const shownIn = (page: WorkSheet, row: number, column: number): string | undefined =>
  page[`${String.fromCharCode(65 + column)}${row + 1}`]?.w;

const tablesOf = ({ fields }: AnyProcedure) =>
  Object.entries(fields).flatMap(([id, field]) => (field.kind === "table" ? [{ id, table: field }] : []));
const served = servedBy(await loadJurisdictions()).filter((one) => tablesOf(one.procedure).length > 0);

describe.each(served)("the workbook of $id", (one: Served) => {
  const tables = tablesOf(one.procedure);
  const typed = one.jurisdiction.samples[one.procedure.code] ?? {};
  const { answers } = sampleAnswers(one.procedure, typed, "2026-11-21");
  const rowsOf = (id: string) => (answers[id] ?? []) as readonly Row[];
  const handed = tables.map(({ id }) => ({ id, rows: rowsOf(id), wrong: [] }));

  test("holds a sheet for each table with its labels, an example and its rows, text for text", async () => {
    const book = read((await toWorkbook(one.procedure, handed, "表格")).bytes, { type: "array" });
    expect(book.SheetNames).toEqual(["填写说明", ...tables.map(({ table }) => table.label)]);
    for (const [at, { id, table }] of tables.entries()) {
      const page = pageOf(book, at + 1);
      for (const [column, [key, kind]] of Object.entries(table.columns).entries()) {
        expect(bare(shownIn(page, 0, column) ?? ""), `${id}.${key}`).toBe(bare(kind.label));
        expect(shownIn(page, 1, column), `an example of ${id}.${key}`).toBeTruthy();
        for (const [row, cells] of rowsOf(id).entries()) {
          const value = cells[key] ?? null;
          expect(shownIn(page, 2 + row, column) ?? "").toBe(value === null ? "" : plain(kind, value));
        }
      }
      expect(shownIn(page, 1, 0)).toMatch(/^示例：./);
      expect(shownIn(page, 2 + rowsOf(id).length, 0)).toBeUndefined();
    }
  });
});
/** A heading without its unit and what is said under it. */
const bare = (heading: string) => heading.split("\n", 1)[0]?.replace(/（[^（）]*）$|〔.*〕$/, "");

describe("a table to fill in", () => {
  test("its headings have units, those of one label are told apart, names of sheets too", async () => {
    const book = read(await written(), { type: "array" });
    expect(book.SheetNames).toEqual(["填写说明", "人员 职称：一览表", "人员 职称：一览表 (2)", "选项"]);
    expect(book.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 0, 0, 1]);
    const row = (at: number) =>
      Object.keys(fields.staff.columns).map((_, column) => shownIn(pageOf(book, 1), at, column));
    const units = ["年薪（万元）", "设备〔台（套）〕", "占比（%）"];
    expect(row(0)).toEqual(["姓名", "入职日期", ...units, "电话", "是否全职", "学历", "逗号", "地点", "专长"]);
    expect(row(1).slice(0, 7)).toEqual(["示例：张三", "2019年6月1日", "12", "2", "60", "13800138000", "是"]);
    expect([0, 1].map((column) => shownIn(pageOf(book, 2), 0, column))).toEqual([
      "新增数（家）\n〔上半年新增多少家？〕",
      "新增数（家）\n〔下半年新增多少家？〕",
    ]);
  });

  test("cells say what to type and offer what there is to choose, down to row 5000", async () => {
    const bytes = await written();
    expect(bytes.length).toBeLessThan(20_000);
    const [, page, , lists] = (await opened(bytes)).worksheets;
    const guards = ["A", "C", "E", "G", "H", "I", "J", "K"].map(
      (letter) => page?.getCell(`${letter}5000`).dataValidation,
    );
    expect(guards.map((guard) => guard?.type)).toEqual([
      "any",
      "decimal",
      "decimal",
      "list",
      "list",
      "list",
      "list",
      "any",
    ]);
    expect(guards[0]).toMatchObject({ promptTitle: "姓名", prompt: "他叫什么？ 例如：张三" });
    expect(guards[1]).toMatchObject({ errorStyle: "warning", prompt: "填数字，单位是万元。 例如：12" });
    expect(guards[3]).toMatchObject({ formulae: ['"是,否"'], showErrorMessage: true });
    expect(guards[4]).toMatchObject({ formulae: ['"大专,本科"'] });
    expect(guards[4]?.showErrorMessage).toBeFalsy();
    expect(guards[5]?.formulae).toEqual(["'选项'!$A$1:$A$2"]);
    expect(guards[6]?.formulae).toEqual(["'选项'!$A$3:$A$42"]);
    expect(lists?.getColumn(1).values.slice(1)).toEqual(["甲,乙", "丙", ...PLACES]);
    expect(guards[7]?.prompt).toContain("可填：法律、融资。");
    expect(page?.getCell("A5001").dataValidation).toBeUndefined();
  });

  test("what is typed as a day or a number of a phone stays what was typed; the headings stay in sight", async () => {
    const [, page] = (await opened(await written())).worksheets;
    expect(["A", "B", "C", "F"].map((letter) => page?.getColumn(letter).numFmt)).toEqual(["@", "@", undefined, "@"]);
    expect(page?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(page?.getCell("A1")).toMatchObject({ font: { bold: true }, fill: { fgColor: { argb: "FFFCE4D6" } } });
    expect(page?.getCell("D1")).toMatchObject({ fill: { fgColor: { argb: "FFEDEDED" } } });
    expect(page?.getCell("D1").font.bold).toBeFalsy();
  });

  test("what looks like a formula is a text, what a person typed wrong is red and says why", async () => {
    const wrong = [
      { row: 0, column: "phone", text: "=1+1", why: "不像电话号码。" },
      { row: 1, column: "pay", text: "@很多", why: "要一个数。" },
    ];
    const bytes = await written({ rows: [{ name: "-张\u0007三", phone: null }, { name: "+李四" }], wrong });
    const book = await opened(bytes);
    const [guide, page] = book.worksheets;
    for (const [cell, value] of Object.entries({ A3: "-张三", A4: "+李四", F3: "=1+1", C4: "@很多" }))
      expect(page?.getCell(cell)).toMatchObject({ value, type: ExcelJS.ValueType.String, numFmt: "@" });
    expect(page?.getCell("F3").note).toBe("不像电话号码。");
    expect(page?.getCell("F3").fill).toMatchObject({ fgColor: { argb: "FFFFC7CE" } });
    const told = guide?.getColumn(1).values.join("\n");
    expect(told).toContain("有 2 个格子没有看懂");
    expect(told).toContain("“人员 职称：一览表”第 3 行，电话“=1+1”：不像电话号码。");
    const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith(".xml"));
    expect(parts.map(([, part]) => strFromU8(part)).join("")).not.toMatch(/<f[ >]/);
  });

  test("of many wrong cells ten are told, with the total", async () => {
    const wrong = Array.from({ length: 13 }, (_, row) => ({ row, column: "pay", text: "很多", why: "要一个数。" }));
    const told = (await opened(await written({ wrong }))).worksheets[0]?.getColumn(1).values.join("\n") ?? "";
    expect(told).toContain("有 13 个格子没有看懂");
    expect(told.match(/要一个数/g)).toHaveLength(10);
    expect(told).toContain("还有 3 个");
  });

  test("a whole page in a cell is quoted in brief and makes no row too high", async () => {
    const text = "很长".repeat(5000);
    const [guide, page] = (await opened(await written({ wrong: [{ row: 0, column: "name", text, why: "太长。" }] })))
      .worksheets;
    expect(guide?.getCell("A3").value).toBe(`“人员 职称：一览表”第 3 行，姓名“${text.slice(0, 30)}…”：太长。`);
    expect(page?.getRow(3).height).toBe(400);
  });

  test("says how many rows are needed and how many are there", async () => {
    const [guide] = (await opened(await written({ rows: [{ name: "张三" }] }))).worksheets;
    const lines = guide?.getSheetValues().map((line) => (Array.isArray(line) ? line.slice(1).join("|") : ""));
    expect(lines?.slice(-2)).toEqual([
      "人员 职称：一览表|人员|最少 12 行|1 行",
      "人员 职称：一览表 (2)|企业|不限|0 行",
    ]);
  });

  test("the same input gives the same bytes; a table that is not asked is refused", async () => {
    const rows = [{ name: "张三", pay: "12.5" }];
    expect(Buffer.compare(await written({ rows }), await written({ rows }))).toBe(0);
    await expect(toWorkbook(procedure, [{ id: "nothing", rows: [], wrong: [] }], "表格")).rejects.toThrow("nothing");
  });

  test("any text and any number comes back as it was", async () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.constantFrom("_x0041_", "\t=1", "'a", " a "));
    const number = fc.oneof(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
      fc.tuple(fc.integer(), fc.integer({ min: 1, max: 999_999 })).map(([whole, part]) => `${whole}.${part}1`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ name: text, pay: number }), { maxLength: 8 }), async (rows) => {
        const page = pageOf(read(await written({ rows }), { type: "array" }), 1);
        for (const [at, { name, pay }] of rows.entries()) {
          expect(shownIn(page, 2 + at, 0) ?? "").toBe(legal(name));
          expect(shownIn(page, 2 + at, 2)).toBe(pay);
        }
      }),
      { numRuns: 30 },
    );
  });
});

const isInstalled = spawnSync("soffice", ["-v"]).error === undefined;
if (!isInstalled) console.warn("Workbooks are not opened in LibreOffice: soffice is not installed.");

test.skipIf(!isInstalled && !process.env.REQUIRE_SYSTEM)("LibreOffice opens it", { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "workbook-"));
  try {
    const wrong = [{ row: 0, column: "phone", text: "=1+1", why: "不像电话号码。" }];
    writeFileSync(join(folder, "book.xlsx"), await written({ rows: [{ name: "张三", pay: "12.50" }], wrong }));
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const allSheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    const options = [profile, "--headless", "--convert-to", allSheets, "--outdir", folder];
    execFileSync("soffice", [...options, join(folder, "book.xlsx")], { stdio: "pipe" });
    const csv = readdirSync(folder).find((name) => name.endsWith("人员 职称：一览表.csv"));
    const lines = readFileSync(join(folder, csv ?? ""), "utf8").split("\n");
    expect(lines[2]).toMatch(/^张三,,12.50?,,,=1\+1/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
