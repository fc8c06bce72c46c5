import type { Day, Duty, Jurisdiction } from "../../rules/define.ts";
import type { Served } from "../../rules/index.ts";
import { addYears } from "../../rules/values/day.ts";
import type { Recognition } from "./agenda.ts";

/** A title that can be held: of that jurisdiction and level. */
export type Title = Pick<Recognition, "jurisdiction" | "level">;

/** The titles whose life the jurisdictions give. */
export const titlesOf = (served: readonly Served[]): readonly (Title & { readonly label: string })[] =>
  [...new Set(served.map(({ jurisdiction }) => jurisdiction))].flatMap((jurisdiction) =>
    jurisdiction.duties.flatMap(({ owedBy, every, level }) =>
      owedBy === "applicant" && level && "years" in every
        ? [{ jurisdiction: jurisdiction.code, level, label: titleLabel(jurisdiction, level) }]
        : [],
    ),
  );

/** 青海省 省级示范平台. */
export const titleLabel = ({ name, duties }: Jurisdiction, level: string): string => {
  const province = name.endsWith("自治区") ? "自治区级" : "省级";
  const called = duties.find((duty) => duty.level === level && duty.title)?.title;
  return called ?? `${name} ${level === "city" ? "市级" : province}示范平台`;
};

/** The day on which the title ends; null where the jurisdiction does not say. */
export const titleEndsOn = ({ duties }: Jurisdiction, { level, recognisedOn }: Recognition): Day | null => {
  const years = duties.flatMap((duty: Duty) => ("years" in duty.every && duty.level === level ? duty.every.years : []));
  return years[0] === undefined ? null : addYears(recognisedOn, years[0]);
};
