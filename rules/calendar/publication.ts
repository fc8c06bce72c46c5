import type { Day } from "../define.ts";
import type { Served } from "../index.ts";
import type { Due } from "./due.ts";
import { addWorkdays } from "./workdays.ts";

/**
 * The last day of the publication (公示) that began on a day, which itself does not count: until then objections are taken.
 * Null where the procedure publishes nothing for a counted time.
 */
export const publicationEnd = ({ id, procedure }: Served, beganOn: Day): Due | null => {
  if (!procedure.publication) return null;
  const { workdays, cite } = procedure.publication;
  const { on, provisional } = addWorkdays(beganOn, workdays);
  return {
    ...{
      id: `${id}/publication`,
      owedBy: "applicant",
      on,
      at: null,
      lastWorkday: null,
      provisional,
      unconfirmed: false,
    },
    label: `公示期满（${workdays}个工作日），有异议的要在这以前提出；公示没有异议的才会认定`,
    cite,
  };
};
