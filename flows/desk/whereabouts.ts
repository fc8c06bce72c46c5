import type { Jurisdiction } from "../../rules/define.ts";
import type { Served } from "../../rules/index.ts";
import { placeOf } from "../../rules/place.ts";
import type { Office } from "./office.ts";
import type { Reached } from "./reach.ts";

/** The part of the jurisdiction that an office acts for; null for all of it. */
export const areaOf = ({ area }: Pick<Office, "area">, jurisdiction: Jurisdiction | null): string | null =>
  area === jurisdiction?.name ? null : area;

/** The fields that say where applicants are. */
export const placeFields = (served: readonly Served[]): readonly string[] => [
  ...new Set(served.flatMap(({ procedure }) => (procedure.role === undefined ? (procedure.places ?? []) : []))),
];

/** Where the enterprise is, as the newest of its applications says that does, or else what it said with a title. */
export const placeIn = ({ applications, recognitions }: Reached, served: readonly Served[]): string | null => {
  const places = applications.map(({ procedure, given }) => {
    const form = served.find(({ id }) => id === procedure);
    return form ? placeOf(form, given) : null;
  });
  const titled = recognitions.map(({ place }) => place);
  return [...titled, ...places].findLast((place) => place !== null) ?? null;
};

/** What the newest of its applications calls the enterprise, as far as one does. */
export const nameOf = ({ applications }: Reached): string | null =>
  applications.map(({ marks }) => marks.title).findLast((title) => title) ?? null;
