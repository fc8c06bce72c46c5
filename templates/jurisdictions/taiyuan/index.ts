import { data } from "./data.ts";
import { ownSummary } from "./own-summary.ts";
import { recommendation } from "./recommendation.ts";
import { recommendationFilled } from "./recommendation-filled.ts";
import { report } from "./report.ts";
import { summary } from "./summary.ts";
import { toFetch } from "./to-fetch.ts";

/** The forms by procedure and by the ids that its binding names. */
export default {
  apply: { recommendation, report },
  provincial: { toFetch, summary: ownSummary, data },
  recommend: { recommendation: recommendationFilled },
  summarise: { summary },
};
