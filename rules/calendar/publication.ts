import type { Day } from "../define.ts";
import type { Served } from "../index.ts";
import type { Due } from "./due.ts";
import { addWorkdays } from "./workdays.ts";

/**
 * The last day of the publication (公示) that began on a day, which itself does not count: until then objections are taken.
 * Null where the procedure publishes nothing for a counted time.
 */
export const publicationEnd = (served: Served, beganOn: Day): Due | null => {
  if (!served.procedure.publication) return null;
  const { workdays, cite } = served.procedure.publication;
  const { on, provisional } = addWorkdays(beganOn, workdays);
  return {
    id: idOf(served),
    label: `对公示名单有异议的，向主管部门提出（公示${workdays}个工作日，到这天为止；没有异议的才会认定）`,
    owedBy: "applicant",
    on,
    at: null,
    lastWorkday: null,
    provisional,
    unconfirmed: false,
    cite,
  };
};

export const isPublication = (served: Served, due: Due): boolean => due.id === idOf(served);

const idOf = ({ id }: Served): string => `${id}/publication`;
