import type { apply } from "../../../rules/jurisdictions/zhejiang/apply.ts";

/** The fields that the forms of 申报 speak of. */
export type ApplyFields = typeof apply.fields;
