import type { Day } from "../../../rules/define.ts";
import type { Served } from "../../../rules/index.ts";
import { isIn } from "../../../rules/place.ts";
import type { Recognition } from "../../dates/agenda.ts";
import { titleEndsOn } from "../../dates/titles.ts";
import type { Reach, Reached } from "../reach.ts";
import { standingOf } from "../standing.ts";
import { placeIn } from "../whereabouts.ts";

/** Applications by how far they are, and enterprises that hold a title. */
export interface Progress {
  readonly notBegun: number;
  readonly begun: number;
  readonly done: number;
  readonly titled: number;
}

/** A place, and how far its enterprises are. */
export interface PlaceProgress extends Progress {
  /** Null for those who did not say where they are. */
  readonly place: string | null;
}

/** How far the enterprises of an area are, by place; null: all, also those without a place. */
export const progressIn = (
  area: string | null,
  { enterprises }: Reach,
  served: readonly Served[],
  on: Day,
): readonly PlaceProgress[] => {
  const groups = new Map<string | null, Progress>();
  for (const one of enterprises) {
    const place = placeIn(one, served);
    if (area !== null && (place === null || !isIn(area, place))) continue;
    const name = place === null ? null : unitIn(place, area);
    groups.set(name, added(groups.get(name) ?? none, progressOf(one, served, on)));
  }
  return [...groups]
    .map(([place, standing]) => ({ place, ...standing }))
    .toSorted((a, b) => Number(a.place === null) - Number(b.place === null) || totalOf(b) - totalOf(a));
};

const none: Progress = { notBegun: 0, begun: 0, done: 0, titled: 0 };

export const totalOf = ({ notBegun, begun, done, titled }: Progress): number => notBegun + begun + done + titled;

export const added = (one: Progress, other: Progress): Progress => ({
  notBegun: one.notBegun + other.notBegun,
  begun: one.begun + other.begun,
  done: one.done + other.done,
  titled: one.titled + other.titled,
});

const UNIT = /^(.{2,}?(?:自治州|地区|示范区|市|盟|州))/;
const DISTRICT = /^.*?(?:自治州|地区|市|盟|州)(.{1,8}?[区县市旗])/;

/** The city; for who acts for a city, its district or county. */
const unitIn = (place: string, area: string | null): string =>
  (area === null ? UNIT.exec(place)?.[1] : DISTRICT.exec(place)?.[1]) ?? area ?? place.slice(0, 12);

const progressOf = ({ applications, recognitions }: Reached, served: readonly Served[], on: Day): Progress => {
  const standings = applications.flatMap((application) => {
    const form = served.find(({ id }) => id === application.procedure);
    return form ? standingOf(application, form, on) : [];
  });
  const count = (standing: string) => standings.filter((one) => one === standing).length;
  return {
    ...{ notBegun: count("none"), begun: count("open"), done: count("done") },
    titled: recognitions.some((title) => isValid(title, served, on)) ? 1 : 0,
  };
};

/** A title that lasts as long as nobody says how long. */
const isValid = (title: Recognition, served: readonly Served[], on: Day): boolean => {
  const found = served.find(({ jurisdiction }) => jurisdiction.code === title.jurisdiction);
  const end = found ? titleEndsOn(found.jurisdiction, title) : null;
  return end === null || on <= end;
};
