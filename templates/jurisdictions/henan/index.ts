import { dataSheet } from "./data-sheet.ts";
import { recommendation } from "./recommendation.ts";
import { record } from "./record.ts";
import { servedList } from "./served-list.ts";
import { statement } from "./statement.ts";
import { summary } from "./summary.ts";

/** The forms by procedure and by the ids that its binding names. */
export default {
  apply: { dataSheet, servedList },
  verify: { statement, record },
  recommend: { recommendation },
  summarise: { summary },
};
