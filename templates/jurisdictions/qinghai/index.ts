import { declaration } from "./declaration.ts";
import { halfYear } from "./half-year.ts";
import { equipment, roster, servedList } from "./lists.ts";
import { opinion, renewalOpinion } from "./opinion.ts";
import { recommendation } from "./recommendation.ts";
import { renewal, threeYears } from "./renewal.ts";
import { report } from "./report.ts";
import { citySummary, ownSummary } from "./summary.ts";

/** The forms by procedure and by the ids that its binding names. */
export default {
  apply: { recommendation, report, roster, equipment, servedList, declaration },
  renew: { renewal, threeYears },
  report: { report: halfYear, summary: ownSummary },
  recommend: { opinion, renewalOpinion },
  summarise: { summary: citySummary },
};
