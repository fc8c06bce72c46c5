import type * as Rows from "../../prisma/generated/client.ts";
import { isTexts, readJson } from "./json.ts";
import type { ApplicationRecord } from "./port.ts";

/** An application as the port gives it. */
export const applicationOf = ({ enterpriseId: _, marks, ...application }: Rows.Application): ApplicationRecord => ({
  ...application,
  marks: readJson(marks, isTexts, `set of marks of application ${application.id}`),
});
