import type { apply } from "../../../rules/jurisdictions/henan/apply.ts";
import type { figures } from "../../../rules/jurisdictions/henan/figures.ts";
import type { recommend } from "../../../rules/jurisdictions/henan/recommend.ts";
import type { summarise } from "../../../rules/jurisdictions/henan/summarise.ts";
import type { verify } from "../../../rules/jurisdictions/henan/verify.ts";

/** The fields that each procedure's forms speak of. */
export type ApplyFields = typeof apply.fields;
export type VerifyFields = typeof verify.fields;
export type RecommendFields = typeof recommend.fields;
export type SummariseFields = typeof summarise.fields;
/** Those of 注3, which the applicant states and the department verifies. */
export type Figures = typeof figures;
