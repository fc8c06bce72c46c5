export { bind } from "./binder.ts";
export type { Document, Paper } from "./form.ts";
export { toWorkbook } from "./workbook.ts";
