import ExcelJS from "exceljs";
import type { AnyProcedure, Day } from "../rules/define.ts";
import { dated } from "./docx.ts";
import type { Document } from "./form.ts";
import { distinct, safeName } from "./names.ts";
import { cellText, sheetName } from "./sheet-cells.ts";
import { GUIDE, type NamedTable, writeGuide } from "./workbook-guide.ts";
import { type OpenTable, ROW_HEIGHT, writeTable } from "./workbook-sheet.ts";

/**
 * A workbook for the applicant to fill in: how to do it, then a worksheet for each table with what is known already; what
 * was not understood is marked. The same input gives the same bytes. `name` is the file's without its ending. Throws
 * where the procedure has no such table.
 */
export const toWorkbook = async (
  procedure: AnyProcedure,
  tables: readonly (OpenTable & { readonly id: string })[],
  name: string,
): Promise<Document> => {
  const book = new ExcelJS.Workbook();
  const named = namedTables(procedure, tables);
  writeGuide(book.addWorksheet(GUIDE, { pageSetup: PRINTED }), procedure.title, named);
  const long: string[] = [];
  for (const { name: tab, table, ...open } of named) {
    const page = book.addWorksheet(tab, {
      properties: { defaultRowHeight: ROW_HEIGHT },
      views: [{ state: "frozen", xSplit: 0, ySplit: 1 }],
      pageSetup: { ...PRINTED, orientation: "landscape", printTitlesRow: "1:1" },
    });
    writeTable(page, table, open, (options) => listFormula(options, long));
  }
  if (long.length > 0) writeLists(book.addWorksheet(LISTS, { state: "hidden" }), long);
  const bytes = dated(new Uint8Array(await book.xlsx.writeBuffer()), UNDATED);
  return { name: safeName(`${name}.xlsx`), bytes };
};

/** A workbook has no day of its own: this is the earliest a zip can say. */
const UNDATED: Day = "1980-01-01";
const PRINTED = { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const; // A4

const LISTS = "选项";
/** So that a number fits behind it in the 31 characters of a worksheet's name. */
const MOST_IN_A_NAME = 26;

const namedTables = (
  procedure: AnyProcedure,
  tables: readonly (OpenTable & { readonly id: string })[],
): readonly NamedTable[] => {
  const fields = tables.map(({ id }) => {
    const table = procedure.fields[id];
    if (table?.kind !== "table") throw new Error(`${procedure.code} has no table ${id}`);
    return table;
  });
  const [, , ...names] = distinct([
    GUIDE,
    LISTS,
    ...fields.map(({ label }) => sheetName(label, MOST_IN_A_NAME) || "表"),
  ]);
  return tables.flatMap(({ rows, wrong }, at) => {
    const [table, name] = [fields[at], names[at]];
    return table && name ? [{ name, table, rows, wrong }] : [];
  });
};

const MOST_IN_A_FORMULA = 255;

/** The formula of a drop-down's list; what does not fit into it goes under the others in `long`. */
const listFormula = (options: readonly string[], long: string[]): string => {
  const inline = options.join(",");
  if (inline.length <= MOST_IN_A_FORMULA && !options.some((option) => /[,"]/.test(option))) return `"${inline}"`;
  const first = long.length + 1;
  return `'${LISTS}'!$A$${first}:$A$${long.push(...options)}`;
};

const writeLists = (page: ExcelJS.Worksheet, long: readonly string[]): void => {
  const column = page.getColumn(1);
  column.numFmt = "@";
  column.values = long.map(cellText);
};
