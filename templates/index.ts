export { bind } from "./binder.ts";
export { toCallList, type Unreached } from "./call-list.ts";
export type { Document, Paper } from "./form.ts";
export { toIcs } from "./ics.ts";
export { toWorkbook } from "./workbook.ts";
