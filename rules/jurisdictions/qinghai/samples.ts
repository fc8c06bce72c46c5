import type { TypedAnswers } from "../../define.ts";
import { application } from "./sample-application.ts";
import { renewal } from "./sample-renewal.ts";
import { halfYear } from "./sample-report.ts";

/** A fictitious body that meets everything, for each of the applicant's procedures. */
export const samples: Readonly<Record<string, TypedAnswers>> = {
  apply: application,
  renew: renewal,
  report: halfYear,
};
