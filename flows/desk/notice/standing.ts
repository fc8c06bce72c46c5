import { openRound } from "../../../rules/calendar.ts";
import type { Day } from "../../../rules/define.ts";
import { factsOf } from "../../../rules/facts.ts";
import type { Served } from "../../../rules/index.ts";
import { blanks, isBlank } from "../../../rules/plan.ts";
import type { ReachedApplication } from "../reach.ts";
import type { Lack, Standing } from "./audience.ts";

/** How far an application is. Done in an earlier round, nothing is done for the one that is open. */
export const standingOf = ({ marks, round }: ReachedApplication, served: Served, on: Day): Standing => {
  if (isOver({ marks, round }, served, on)) return "none";
  if (marks.declared !== undefined) return "done";
  return marks.status?.startsWith("已填 0/") ? "none" : "open";
};

/** It was for an earlier round than the one that is open now. */
export const isOver = (
  { marks, round }: Pick<ReachedApplication, "marks" | "round">,
  { jurisdiction, procedure }: Served,
  on: Day,
): boolean => {
  const open = openRound(jurisdiction.rounds, procedure.code, on);
  return marks.declared !== undefined && open !== null && round !== open.id;
};

/** Is it asked for in this application, and not answered or skipped? `given` has the fields behind it. */
export const isLacking = ({ given }: ReachedApplication, served: Served, lack: Lack, on: Day): boolean => {
  const facts = factsOf(served.procedure, given, on);
  return lack.at.some(({ procedure, field, section }) => {
    if (procedure !== served.id) return false;
    if (field) return facts.relevant(field) === true && isBlank(facts, field);
    const fields = served.procedure.sections.find(({ id }) => id === section)?.fields ?? [];
    return blanks(facts).some((id) => fields.includes(id));
  });
};
