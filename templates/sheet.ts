import ExcelJS from "exceljs";
import type { Form } from "./blocks.ts";
import { dated } from "./docx.ts";
import type { Paper } from "./form.ts";
import { textWidth } from "./page.ts";
import { CHARACTER, cellText, FONT, heightOf, sheetName } from "./sheet-cells.ts";
import { type SheetRow, type SheetTable, sheetsOf } from "./sheet-rows.ts";

/** A form's lists as the bytes of a .xlsx, a worksheet for each; the same paper gives the same bytes. */
export const toXlsx = async (form: Form, paper: Paper): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  const mark = markOf(paper);
  for (const [at, sheet] of sheetsOf(form, textWidth(form), paper).entries()) {
    const page = book.addWorksheet(pageName(sheet.name, at), {
      pageSetup: {
        paperSize: 9, // A4
        orientation: form.isLandscape ? "landscape" : "portrait",
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        horizontalCentered: true,
        margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.7, header: 0.4, footer: 0.4 },
      },
      // & begins a code there.
      headerFooter: { ...(mark && { oddHeader: `&C${mark}` }), oddFooter: "&C第 &P 页 共 &N 页" },
    });
    write(page, mark ? [{ text: mark, as: "mark" }, ...sheet.rows] : sheet.rows, sheet.table);
  }
  return dated(new Uint8Array(await book.xlsx.writeBuffer()), paper.facts.on);
};

const YELLOW = "FFFFFF00";
const SIZE = { mark: 16, title: 16, heading: 12, text: 11 } as const;

const write = (page: ExcelJS.Worksheet, rows: readonly (SheetRow | "table")[], table: SheetTable | null): void => {
  const widths = table?.widths ?? [170];
  widths.forEach((width, at) => {
    page.getColumn(at + 1).width = Math.max(5, width / CHARACTER);
  });
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let next = 1;
  for (const row of rows) {
    if (row === "table") {
      if (table) next = writeTable(page, table, next);
      continue;
    }
    const cell = page.getCell(next, 1);
    cell.value = cellText(row.text);
    cell.numFmt = "@";
    cell.font = { name: FONT, size: SIZE[row.as], bold: row.as !== "text", ...(row.as === "mark" && { color: GREY }) };
    const isCentred = row.as === "title" || row.as === "mark";
    cell.alignment = { horizontal: isCentred ? "center" : "left", vertical: "middle", wrapText: true };
    page.getRow(next).height = heightOf(row.text, whole) * (SIZE[row.as] / SIZE.text);
    if (widths.length > 1) page.mergeCells(next, 1, next, widths.length);
    next++;
  }
};

const GREY = { argb: "FFA6A6A6" };

/** Writes the table from that row on; gives the row after it. */
const writeTable = (page: ExcelJS.Worksheet, { rows, widths, heads }: SheetTable, from: number): number => {
  for (const [at, cells] of rows.entries()) {
    let height = 0;
    for (const { text, first, last, rows: deep, align, isBold, isMissing, isNumber } of cells) {
      const cell = page.getCell(from + at, first + 1);
      cell.value = isNumber ? Number(text) : cellText(text);
      cell.numFmt = isNumber ? "General" : "@";
      cell.font = { name: FONT, size: SIZE.text, bold: isBold };
      cell.alignment = { horizontal: align, vertical: "middle", wrapText: true };
      if (isMissing) cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: YELLOW } };
      const width = widths.slice(first, last + 1).reduce((sum, one) => sum + one, 0);
      height = Math.max(height, heightOf(text, width) / deep);
      if (last > first || deep > 1) page.mergeCells(from + at, first + 1, from + at + deep - 1, last + 1);
    }
    const row = page.getRow(from + at);
    row.height = height;
    for (let column = 1; column <= widths.length; column++) row.getCell(column).border = BORDER;
  }
  if (heads > 0) {
    page.views = [{ state: "frozen", xSplit: 0, ySplit: from + heads - 1 }];
    page.pageSetup.printTitlesRow = `${from}:${from + heads - 1}`;
  }
  return from + rows.length;
};

const thin = { style: "thin" } as const;
const BORDER = { top: thin, bottom: thin, left: thin, right: thin };

const pageName = (name: string, at: number): string =>
  at === 0 ? sheetName(name, 28) || "表" : `${sheetName(name, 26)} ${at + 1}`;

const markOf = ({ isSample, isDraft }: Paper): string =>
  [...(isSample ? ["示例（虚构数据）"] : []), ...(isDraft ? ["草稿"] : [])].join("　");
