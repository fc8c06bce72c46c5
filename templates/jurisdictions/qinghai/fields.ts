import type { apply } from "../../../rules/jurisdictions/qinghai/apply.ts";
import type { recommend } from "../../../rules/jurisdictions/qinghai/recommend.ts";
import type { renew } from "../../../rules/jurisdictions/qinghai/renew.ts";
import type { report } from "../../../rules/jurisdictions/qinghai/report.ts";
import type { summarise } from "../../../rules/jurisdictions/qinghai/summarise.ts";

/** The fields that the forms of each procedure speak of. */
export type ApplyFields = typeof apply.fields;
export type RenewFields = typeof renew.fields;
export type ReportFields = typeof report.fields;
export type RecommendFields = typeof recommend.fields;
export type SummariseFields = typeof summarise.fields;

/** What the tables of 附件1 and 附件7 have in common. */
export type TableFields = Pick<ApplyFields, keyof ApplyFields & keyof RenewFields>;
