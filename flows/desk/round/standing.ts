import type { Day, Jurisdiction } from "../../../rules/define.ts";
import type { Served } from "../../../rules/index.ts";
import { isIn, placeOf } from "../../../rules/place.ts";
import { addYears } from "../../../rules/values/day.ts";
import type { Recognition } from "../../dates/agenda.ts";
import type { Kept } from "../../world.ts";
import type { Office } from "../office.ts";
import type { Reach, Reached } from "../reach.ts";

/** Applications by how far they are, and enterprises that hold a title. */
export interface Standing {
  readonly notBegun: number;
  readonly begun: number;
  readonly done: number;
  readonly titled: number;
}

/** A place, and how far its enterprises are. */
export interface PlaceStanding extends Standing {
  /** Null for those who did not say where they are. */
  readonly place: string | null;
}

/** Is anything answered in it? */
export const isBegun = ({ marks }: Pick<Kept, "marks">): boolean => !/^已填 0\//.test(marks.status ?? "已填 0/");

/** The fields that say where applicants are. */
export const placeFields = ({ procedures }: Jurisdiction): readonly string[] => [
  ...new Set(procedures.flatMap(({ role, places }) => (role === undefined && places !== undefined ? [places] : []))),
];

/** How far the enterprises of an office's area are, by place. Those without a place are told to who acts for all. */
export const standingsOf = (
  { enterprises }: Reach,
  { area }: Pick<Office, "area">,
  served: readonly Served[],
  on: Day,
): readonly PlaceStanding[] => {
  const groups = new Map<string | null, Standing>();
  for (const one of enterprises) {
    const place = placeIn(one, served);
    if (area !== null && (place === null || !isIn(area, place))) continue;
    const name = place === null ? null : unitIn(place, area);
    groups.set(name, added(groups.get(name) ?? none, standingOf(one, served, on)));
  }
  return [...groups]
    .map(([place, standing]) => ({ place, ...standing }))
    .toSorted((a, b) => Number(a.place === null) - Number(b.place === null) || totalOf(b) - totalOf(a));
};

const none: Standing = { notBegun: 0, begun: 0, done: 0, titled: 0 };

export const totalOf = ({ notBegun, begun, done, titled }: Standing): number => notBegun + begun + done + titled;

export const added = (one: Standing, other: Standing): Standing => ({
  notBegun: one.notBegun + other.notBegun,
  begun: one.begun + other.begun,
  done: one.done + other.done,
  titled: one.titled + other.titled,
});

/** Where the enterprise is, as its newest application says that does. */
const placeIn = ({ applications }: Reached, served: readonly Served[]): string | null => {
  const places = applications.map(({ procedure, given }) => {
    const form = served.find(({ id }) => id === procedure);
    return form ? placeOf(form, given) : null;
  });
  return places.findLast((place) => place !== null) ?? null;
};

const UNIT = /^(.{2,}?(?:自治州|地区|示范区|市|盟|州))/;
const DISTRICT = /^.*?(?:自治州|地区|市|盟|州)(.{1,8}?[区县市旗])/;

/** The city; for who acts for a city, its district or county. */
const unitIn = (place: string, area: string | null): string =>
  (area === null ? UNIT.exec(place)?.[1] : DISTRICT.exec(place)?.[1]) ?? area ?? place.slice(0, 12);

const standingOf = ({ applications, recognitions }: Reached, served: readonly Served[], on: Day): Standing => {
  const own = applications.filter(({ procedure }) => served.some(({ id }) => id === procedure));
  const isDone = ({ marks }: Kept) => marks.declared !== undefined;
  const open = own.filter((one) => !isDone(one));
  const begun = open.filter(isBegun).length;
  return {
    ...{ begun, notBegun: open.length - begun, done: own.length - open.length },
    titled: recognitions.some((title) => isValid(title, served, on)) ? 1 : 0,
  };
};

/** A title that lasts as long as nobody says how long. */
const isValid = ({ jurisdiction, level, recognisedOn }: Recognition, served: readonly Served[], on: Day): boolean => {
  const duties = served.find((one) => one.jurisdiction.code === jurisdiction)?.jurisdiction.duties ?? [];
  const ends = duties.flatMap(({ every, level: of }) =>
    "years" in every && (of ?? level) === level ? addYears(recognisedOn, every.years) : [],
  );
  return ends.every((end) => on <= end);
};
