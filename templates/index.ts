export { bind } from "./binder.ts";
export type { Document, Paper } from "./form.ts";
