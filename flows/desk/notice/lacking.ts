import type { Day } from "../../../rules/define.ts";
import { factsOf } from "../../../rules/facts.ts";
import type { Served } from "../../../rules/index.ts";
import { blanks, isBlank } from "../../../rules/plan.ts";
import type { ReachedApplication } from "../reach.ts";
import type { Lack } from "./audience.ts";

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
