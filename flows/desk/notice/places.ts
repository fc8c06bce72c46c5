import { citiesOf, isIn } from "../../../rules/place.ts";
import type { Reach } from "../reach.ts";
import { placeIn } from "../whereabouts.ts";
import type { Setting } from "./setting.ts";

/** The names of places that a sentence may speak of. */
export interface Places {
  /** What a name may mean, by the name with and without its rank: 和田 → 和田地区, 和田市. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** The longest name has so many characters. */
  readonly longest: number;
}

const UNIT = /\p{Script=Han}{2,12}?(?:自治[州县旗]|地区|示范区|新区|[市区县州旗盟])/gu;
const NAME = /^(.{2,}?)(?:(?:\p{Script=Han}*族|蒙古|柯尔克孜|哈萨克)?自治[州县旗]|地区|示范区|新区|[市区县州旗盟])$/u;

/** The cities of the jurisdiction, and the places in which the enterprises say they are. */
export const placesOf = (reach: Reach, setting: Setting): Places => {
  const { jurisdiction, contact } = setting;
  const cities = jurisdiction ? citiesOf(jurisdiction).map(({ label }) => label) : [];
  const lived = new Set(reach.enterprises.flatMap((enterprise) => placeIn(enterprise, setting.served) ?? []));
  const offices = reach.contacts.flatMap(({ area }) => area ?? []);
  const names = new Set([
    ...cities,
    ...(contact.area ? unitsIn(contact.area) : []),
    ...[...lived, ...offices].flatMap((place) => unitsIn(withoutWhole(place, jurisdiction?.name))),
  ]);
  const byName = new Map<string, readonly string[]>();
  for (const name of names) {
    for (const said of new Set([name, NAME.exec(name)?.[1] ?? name])) {
      byName.set(said, [...(byName.get(said) ?? []), name]);
    }
  }
  return { byName, longest: Math.max(0, ...[...byName.keys()].map(({ length }) => length)) };
};

/** 杭州市西湖区文三路 → 杭州市, 西湖区. */
const unitsIn = (place: string): readonly string[] => place.match(UNIT) ?? [];

/** 浙江省杭州市 → 杭州市, 浙江杭州市 → 杭州市. */
const withoutWhole = (place: string, whole = ""): string => {
  const begin = [whole, whole.slice(0, -1)].find((one) => one.length > 1 && place.startsWith(one)) ?? "";
  return place.length > begin.length + 1 ? place.slice(begin.length) : place;
};

/** What of that place the contact acts for: the place, or its own area within that; null: nothing. */
export const withinOffice = (place: string, reach: Reach, setting: Setting): string | null => {
  const area = setting.area;
  if (area === null || isIn(area, place)) return place;
  if (isIn(place, area)) return area;
  const isShared = reach.enterprises.some((enterprise) => {
    const lived = placeIn(enterprise, setting.served);
    return lived !== null && isIn(area, lived) && isIn(place, lived);
  });
  return isShared ? place : null;
};

/** The places to choose from, those with most enterprises first. */
export const placeChoices = (reach: Reach, setting: Setting): readonly string[] => {
  const area = setting.area;
  const counts = new Map<string, number>();
  for (const enterprise of reach.enterprises) {
    const lived = placeIn(enterprise, setting.served);
    if (lived === null || (area !== null && !isIn(area, lived))) continue;
    const units = unitsIn(withoutWhole(lived, setting.jurisdiction?.name));
    // A city's contact chooses among its districts.
    const unit = area === null ? units[0] : units.find((one) => !isIn(one, area) && one !== area);
    if (unit) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([name]) => name);
};
