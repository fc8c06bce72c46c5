import ExcelJS from "exceljs";
import type { Day } from "../rules/define.ts";
import { dated } from "./docx.ts";
import type { Document } from "./form.ts";
import { safeName } from "./names.ts";
import { CHARACTER, cellText, FONT, heightOf } from "./sheet-cells.ts";
import { filledWith, fills } from "./workbook-sheet.ts";

/** An enterprise that a notice did not reach, or perhaps did not: whom to call, and why. Empty where it is not known. */
export interface Unreached {
  readonly name: string;
  readonly person: string;
  readonly phone: string;
  readonly place: string;
  readonly channel: string;
  readonly outcome: string;
  readonly reason: string;
}

const columns = [
  { heading: "序号", width: 6, of: (_: Unreached, at: number) => String(at + 1) },
  { heading: "单位", width: 30, of: ({ name }: Unreached) => name },
  { heading: "联系人", width: 10, of: ({ person }: Unreached) => person },
  { heading: "电话", width: 16, of: ({ phone }: Unreached) => phone },
  { heading: "所在地", width: 26, of: ({ place }: Unreached) => place },
  { heading: "渠道", width: 12, of: ({ channel }: Unreached) => channel },
  { heading: "结果", width: 12, of: ({ outcome }: Unreached) => outcome },
  { heading: "原因", width: 30, of: ({ reason }: Unreached) => reason },
  { heading: "电话联系情况", width: 18, of: () => "" },
] as const;
/** Rows above the enterprises. */
const HEADS = 2;

/** The list to call those that a notice did not reach, to be printed; the same input gives the same bytes. */
export const toCallList = async (notice: string, unreached: readonly Unreached[], on: Day): Promise<Document> => {
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet("未送达", {
    views: [{ state: "frozen", xSplit: 2, ySplit: HEADS }],
    pageSetup: {
      paperSize: 9, // A4
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `1:${HEADS}`,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: "&C第 &P 页 共 &N 页" },
  });
  writeTitle(page, `通知未送达名单（${unreached.length} 家，截至 ${on}）\n${summary(notice)}`);
  for (const [at, { heading, width }] of columns.entries()) {
    page.getColumn(at + 1).width = width;
    writeCell(page.getCell(HEADS, at + 1), heading, { isHead: true });
  }
  for (const [at, one] of unreached.entries()) {
    const row = page.getRow(HEADS + 1 + at);
    const texts = columns.map(({ of }) => of(one, at));
    for (const [column, text] of texts.entries()) writeCell(row.getCell(column + 1), text, { isHead: false });
    row.height = Math.max(...texts.map((text, column) => heightOf(text, (columns[column]?.width ?? 10) * CHARACTER)));
  }
  return { name: safeName("未送达名单.xlsx"), bytes: dated(new Uint8Array(await book.xlsx.writeBuffer()), on) };
};

const LONGEST_SUMMARY = 60;

/** The beginning of the notice, on one line. */
const summary = (notice: string): string => {
  const plain = notice.trim().replace(/\s+/g, " ");
  return `通知：${plain.length > LONGEST_SUMMARY ? `${plain.slice(0, LONGEST_SUMMARY)}…` : plain}`;
};

const writeTitle = (page: ExcelJS.Worksheet, text: string): void => {
  page.mergeCells(1, 1, 1, columns.length);
  const cell = page.getCell(1, 1);
  cell.value = cellText(text);
  cell.numFmt = "@";
  cell.font = { name: FONT, size: 12, bold: true };
  cell.alignment = { horizontal: "left", vertical: "middle", wrapText: true };
  page.getRow(1).height = 2 * heightOf("一", 100);
};

const thin = { style: "thin" } as const;
const BORDER = { top: thin, bottom: thin, left: thin, right: thin };

/** Telephone numbers are texts, like all else here. */
const writeCell = (cell: ExcelJS.Cell, text: string, { isHead }: { isHead: boolean }): void => {
  cell.value = cellText(text);
  cell.numFmt = "@";
  cell.font = { name: FONT, size: 11, bold: isHead };
  cell.alignment = { horizontal: isHead ? "center" : "left", vertical: "middle", wrapText: true };
  cell.border = BORDER;
  if (isHead) cell.fill = filledWith(fills.optional);
};
