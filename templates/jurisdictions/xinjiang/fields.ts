import type { apply } from "../../../rules/jurisdictions/xinjiang/apply.ts";
import type { recommend } from "../../../rules/jurisdictions/xinjiang/recommend.ts";
import type { report } from "../../../rules/jurisdictions/xinjiang/report.ts";
import type { summarise } from "../../../rules/jurisdictions/xinjiang/summarise.ts";

/** The fields that each procedure's forms speak of. */
export type ApplyFields = typeof apply.fields;
export type ReportFields = typeof report.fields;
export type RecommendFields = typeof recommend.fields;
export type SummariseFields = typeof summarise.fields;
