import type { Day, Jurisdiction } from "../rules/define.ts";
import { loadJurisdictions } from "../rules/index.ts";
import { citiesOf, cityIn } from "../rules/place.ts";
import { clockAt } from "./clock.ts";
import { OperatorError } from "./config.ts";
import type { Level, Office } from "./store/department-port.ts";

export const usage =
  "npm run -s admin -- invite --jurisdiction zhejiang --level city --area 杭州市 --name 王处长 [--days 7]" +
  " | list [--json] | revoke ID | audit [--since 2027-03-01] [--json] | rounds [--json]";

const levels: readonly Level[] = ["province", "city", "county"];
const longestDays = 90;

/** The operator's flags, as typed. */
export interface Given {
  readonly jurisdiction?: string;
  readonly level?: string;
  readonly area?: string;
  readonly name?: string;
  readonly days?: string;
  readonly since?: string;
  readonly json?: boolean;
}

export const mistake = (what: string) => new OperatorError(`${what}. Usage: ${usage}`);

/** The department that is meant. Throws `OperatorError` where it is not told wholly. */
export const readOffice = async ({ jurisdiction, level: typed, area, name }: Given): Promise<Office> => {
  const jurisdictions = await loadJurisdictions();
  const named = jurisdictions.find(({ code }) => code === jurisdiction);
  if (!named) throw mistake(`--jurisdiction is one of ${jurisdictions.map(({ code }) => code).join(", ")}`);
  const level = levels.find((one) => one === typed);
  if (!level) throw mistake(`--level is one of ${levels.join(", ")}`);
  if (level === "province" && area !== undefined) throw mistake("a province's contact has no --area");
  if (level !== "province" && !isName(area)) throw mistake(`a ${level}'s contact needs its --area`);
  if (!isName(name)) throw mistake("--name is missing");
  const known = level === "city" && area !== undefined ? cityOf(named, area.trim()) : (area?.trim() ?? null);
  return { jurisdiction: named.code, level, area: known, name: name.trim() };
};

/** Where the jurisdiction lists its cities, the one that is meant by its full name. */
const cityOf = (jurisdiction: Jurisdiction, area: string): string => {
  const cities = citiesOf(jurisdiction);
  const city = cities.length === 0 ? area : cityIn(cities, area);
  if (city === null) throw mistake(`--area is one of ${cities.map(({ label }) => label).join(", ")}, not “${area}”`);
  return city;
};

const isName = (text: string | undefined): text is string =>
  text !== undefined && text.trim() !== "" && text.length <= 60 && !/\p{Cc}/u.test(text);

/** How many days a code works. */
export const readDays = (text: string): number => {
  const days = Number(text);
  if (!/^\d+$/.test(text) || days < 1 || days > longestDays)
    throw mistake(`--days is a whole number from 1 to ${longestDays}`);
  return days;
};

/** The instant at which that day begins in Beijing. */
export const startOf = (day: Day): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw mistake(`--since is a day as 2027-03-01, not “${day}”`);
  return clockAt(`${day}T00:00`)().toISOString();
};
