import { Document, Packer, Paragraph } from "docx";
import ExcelJS from "exceljs";
import { hostile } from "../intake/hostile.ts";
import { type Apart, readApart } from "../intake/reading.ts";
import { median, print, short } from "./figures.ts";

/** Files that people send, and some that nobody should: read by a fresh process, its worker already started. */
export const measureIntake = async (): Promise<void> => {
  const often = 3;
  measure("5,000 rows × 12 columns .xlsx", "名单.xlsx", await workbook(5000), often, { time: 2000, extra: 200 });
  measure("60 rows × 12 columns .xlsx", "名单.xlsx", await workbook(60), often, {});
  measure("20 pages .docx", "报告.docx", await report(20), often, {});
  for (const [what, { name, make }] of Object.entries(hostile))
    measure(`hostile, ${what}`, name, make(), 1, { time: 1000, extra: 100 });
};

interface Goals {
  readonly time?: number;
  readonly extra?: number;
}

const measure = (what: string, name: string, bytes: Uint8Array, runs: number, goals: Goals): void => {
  const measured = Array.from({ length: runs }, () => readApart([{ name, bytes }]));
  const of = (pick: (one: Apart) => number): number => short(median(measured.map(pick)));
  print({
    name: `intake/${what}`,
    value: of(({ readings }) => readings[0]?.time ?? Number.NaN),
    unit: "ms",
    of: runs,
    workerStart: of(({ first }) => first),
    ...(goals.time === undefined ? {} : { goal: goals.time }),
  });
  print({
    name: `intake/${what}, memory on top`,
    value: of(({ extra }) => extra),
    unit: "MB",
    of: runs,
    ...(goals.extra === undefined ? {} : { goal: goals.extra }),
  });
};

const workbook = async (rows: number): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("服务企业");
  sheet.addRow(Array.from({ length: 12 }, (_, at) => `第${at + 1}列`));
  for (let row = 1; row <= rows; row++) {
    const texts = Array.from({ length: 8 }, (_, at) => `浙江第${row}号企业有限公司${at}`);
    sheet.addRow([...texts, row, row / 7, new Date(Date.UTC(2026, 0, 1 + (row % 300))), 13_800_000_000 + row]);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
};

/** About 700 characters a page. */
const report = async (pages: number): Promise<Uint8Array> => {
  const children = Array.from(
    { length: pages * 7 },
    (_, at) => new Paragraph(`第${at}段，`.padEnd(100, "服务中小企业")),
  );
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
};
