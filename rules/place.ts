import type { Answers, Choice, Field, Jurisdiction } from "./define.ts";
import type { Served } from "./index.ts";
import { find } from "./values/pick.ts";

/**
 * Where the applicant is, as it answered: 洛阳市, 杭州市西湖区; a place that another's department acts for stands behind
 * that one's name: 郑州市航空港区. Null while it is not known, or where the procedure does not ask.
 */
export const placeOf = ({ jurisdiction, procedure }: Served, answers: Answers): string | null => {
  const { places } = procedure;
  const answer = places === undefined ? null : answers[places];
  if (places === undefined || typeof answer !== "string" || answer === "") return null;
  const field: Field | undefined = procedure.fields[places];
  if (field?.kind !== "choice") return withCity(jurisdiction.name, answer);
  const labelOf = (id: string | undefined) => field.choices.find((choice) => choice.id === id)?.label ?? "";
  const chosen = field.choices.find(({ id }) => id === answer);
  return chosen ? labelOf(chosen.within) + chosen.label : null;
};

/** A place as somebody says it: 杭州 → 杭州市 where the cities are known, 小店区 → 太原市小店区. Null where it is none. */
export const placeSaid = (jurisdiction: Jurisdiction, said: string): string | null => {
  const text = said.normalize("NFKC").replace(/\s+/g, "");
  const cities = citiesOf(jurisdiction);
  const city = cityIn(cities, text);
  if (city) return city;
  const isNamed = /^\p{Script=Han}[\p{Script=Han}\d()号-]{1,59}$/u.test(text) && /[市区县州旗]/.test(text);
  if (!isNamed) return null;
  if (cities.length > 0 && !cities.some(({ label }) => isIn(label, text))) return null;
  return withCity(jurisdiction.name, text);
};

/** Is a place in an authority's area: 杭州市西湖区 in 杭州市, 杭州, 西湖区 or 杭州市西湖区? Streets called 杭州路 are not. */
export const isIn = (area: string, place: string): boolean => {
  const [, outer, inner] = /^(.{2,}?(?:市|自治州|地区))(.{2,})$/.exec(area) ?? [];
  if (outer && inner) return isIn(outer, place) && isIn(inner, place);
  const [, stem = area, rank] = NAME.exec(area) ?? [];
  return place
    .split(stem)
    .slice(1)
    .some((rest) => {
      const [, found] = RANK.exec(rest) ?? [];
      return found && rank ? rankOf(found) === rankOf(rank) : !STREET.test(rest);
    });
};

/** The cities whose departments act for applicants, where a procedure lists them; none where it does not. */
export const citiesOf = ({ procedures }: Jurisdiction): readonly Choice[] => {
  const all = procedures.flatMap(({ role, places, fields }) => {
    const field: Field | undefined = role === undefined && places !== undefined ? fields[places] : undefined;
    return field?.kind === "choice" ? field.choices.filter(({ within }) => within === undefined) : [];
  });
  return all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at);
};

/** The one city that is meant: 杭州 → 杭州市. Null where it is none of them, or may be several. */
export const cityIn = (cities: readonly Choice[], said: string): string | null => {
  const found = find(said, cities);
  return found.length === 1 && found[0] && !/\d/.test(said) ? found[0].label : null;
};

/** A city's own applicants leave its name out of their addresses. */
const withCity = (name: string, text: string): string =>
  name.endsWith("市") && !text.includes(name.slice(0, -1)) ? name + text : text;

const PEOPLES = "(?:\\p{Script=Han}*族|蒙古|柯尔克孜|哈萨克)?";
const UNIT = `(?:${PEOPLES}自治)?[州县]|地区|市|示范区|新区|区|盟|旗`;
/** A name and its rank: 海北 + 藏族自治州, 郑州 + 市. */
const NAME = new RegExp(`^(.{2,}?)(${UNIT})$`, "u");
const RANK = new RegExp(`^(${UNIT})`, "u");
const STREET = /^[东西南北中]?(?:路|街|大道|大街|巷|弄|道|大厦|广场)/;

const rankOf = (unit: string): string => (unit === "地区" ? unit : unit.slice(-1));
