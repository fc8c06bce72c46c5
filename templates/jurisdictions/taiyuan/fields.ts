import type { apply } from "../../../rules/jurisdictions/taiyuan/apply.ts";
import type { provincial } from "../../../rules/jurisdictions/taiyuan/provincial.ts";
import type { recommend } from "../../../rules/jurisdictions/taiyuan/recommend.ts";
import type { report } from "../../../rules/jurisdictions/taiyuan/sections.ts";
import type { summarise } from "../../../rules/jurisdictions/taiyuan/summarise.ts";

/** The fields that the forms of each procedure speak of; both tracks ask those of 附件2. */
export type ReportFields = typeof report;
export type ApplyFields = typeof apply.fields;
export type ProvincialFields = typeof provincial.fields;
export type RecommendFields = typeof recommend.fields;
export type SummariseFields = typeof summarise.fields;
