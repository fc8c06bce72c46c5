import type { Choice } from "../../../rules/define.ts";
import { addDays, dayOf, partsOf, showDay } from "../../../rules/values/day.ts";
import { chosen } from "../../choose.ts";
import type { Reach } from "../reach.ts";
import type { Standing } from "../standing.ts";
import type { Audience, Role } from "./audience.ts";
import { usualLacks } from "./lacks.ts";
import type { Dimension } from "./machine.ts";
import { placeChoices } from "./places.ts";
import type { Setting } from "./setting.ts";
import { roleNames, standingNames } from "./wording.ts";

const mostChoices = 20;
const any: Choice = { id: "any", label: "不限" };

/** What there is to choose from of a dimension. */
export const optionsOf = (dimension: Dimension, reach: Reach, setting: Setting): readonly Choice[] => {
  switch (dimension) {
    case "places":
      return [
        ...placeChoices(reach, setting)
          .slice(0, mostChoices)
          .map((name) => ({ id: name, label: name })),
        any,
      ];
    case "procedures":
      return [...setting.served.map(({ id, procedure }) => ({ id, label: procedure.title })), any];
    case "roles":
      return Object.entries(roleNames).map(([id, label]) => ({ id, label }));
    case "standings":
      return [...Object.entries(standingNames).map(([id, label]) => ({ id, label })), any];
    case "lacks":
      return [
        ...usualLacks(setting.served)
          .slice(0, mostChoices)
          .map(({ label }) => ({ id: label, label })),
        any,
      ];
    case "until":
      return [...endings(setting.on).map((day) => ({ id: day, label: `${showDay(day)}以前` })), any];
  }
};

/** In three months, half a year, by the end of this year and of the next. */
const endings = (on: string): readonly string[] => {
  const { year } = partsOf(on);
  const days = [addDays(on, 91), addDays(on, 183), dayOf(year, 12, 31), dayOf(year + 1, 12, 31)];
  return [...new Set(days)].toSorted();
};

/** The options that a text names, by number or words, several apart by 、 or spaces; null where one is none. */
export const optionsIn = (text: string, options: readonly Choice[]): readonly string[] | null => {
  const whole = chosen(text, options, true);
  if (whole) return [whole];
  const parts = text.split(/[、,，;；\s和及]+/).filter((part) => part !== "");
  const ids = parts.flatMap((part) => chosen(part, options, true) ?? []);
  return parts.length > 0 && ids.length === parts.length ? [...new Set(ids)] : null;
};

/** The audience with these options of the dimension in place of what was chosen of it. */
export const withOptions = (
  audience: Audience,
  dimension: Dimension,
  ids: readonly string[],
  setting: Setting,
): Audience => {
  const some = ids.filter((id) => id !== any.id);
  switch (dimension) {
    case "places":
      return { ...audience, areas: some };
    case "procedures":
      return { ...applying(audience), procedures: some };
    case "roles":
      return withRole(audience, (some[0] ?? "everyone") as Role);
    case "standings":
      return { ...applying(audience), standings: some as Standing[], ...(isNone(some) ? { lacks: [] } : {}) };
    case "lacks":
      return {
        ...applying(audience),
        ...(isNone(audience.standings) ? { standings: [] } : {}),
        lacks: usualLacks(setting.served).filter(({ label }) => some.includes(label)),
        lacksAny: false,
      };
    case "until":
      return { ...audience, until: some[0] ?? null, ...(some[0] ? { role: "holders" as const } : {}) };
  }
};

/** Contacts of departments have no applications. */
const applying = (audience: Audience): Audience =>
  audience.role === "contacts" ? { ...audience, role: "everyone" } : audience;

/** Of applications that are not begun there is nothing that they lack. */
const isNone = (standings: readonly string[]): boolean => String(standings) === "none";

/** What another role cannot have goes. */
const withRole = (audience: Audience, role: Role): Audience => ({
  ...audience,
  role,
  ...(role === "holders" ? {} : { until: null, isDuty: false }),
  ...(role === "contacts" ? { standings: [], lacks: [], procedures: [] } : {}),
});
