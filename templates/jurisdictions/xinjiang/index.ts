import { report } from "./application-report.ts";
import { opinion } from "./opinion.ts";
import { promise, promiseOfLicence, promiseOfQualifications } from "./promise.ts";
import { yearlyReport } from "./yearly-report.ts";
import { inspection, summary, summaryTable } from "./yearly-summary.ts";

/** The forms by procedure and by the ids that its binding names. */
export default {
  apply: { report, promise, promiseOfLicence, promiseOfQualifications },
  report: { report: yearlyReport },
  recommend: { opinion },
  summarise: { summary, summaryTable, inspection },
};
