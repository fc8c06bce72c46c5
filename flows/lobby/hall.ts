import type { Choice, Day } from "../../rules/define.ts";
import type { Served } from "../../rules/index.ts";
import type { Recognition, TitleChanges } from "../dates/agenda.ts";
import type { DatesView } from "../dates/view.ts";
import type { Scope, World } from "../world.ts";

/** An application as the lobby lists it. */
export interface Listed {
  readonly id: string;
  readonly procedure: string;
  readonly sample: boolean;
  readonly updatedOn: Day;
  /** What it is called: the applicant's name, once given. */
  readonly title: string;
  /** `12/58`, or 已生成文件. */
  readonly status: string;
}

/** What the lobby knows. `factLines` are read only where they are shown. */
export interface Hall {
  readonly served: readonly Served[];
  readonly applications: readonly Listed[];
  readonly hasConsent: boolean;
  readonly factLines: readonly string[];
  readonly account: string;
  readonly scope: Scope | null;
  readonly colleagues: World["colleagues"];
  /** The account joined an enterprise in this very turn: what that has is there from the next one on. */
  readonly hasJoined: boolean;
  /** Somebody who acts for a department, too. */
  readonly isContact: boolean;
  /** Made only where it is needed. */
  readonly dates: DatesView | null;
  /** The titles that the enterprise holds; read only where they are shown. */
  readonly titles: readonly (TitleChanges["withdrawn"][number] & Recognition & { readonly label: string })[];
}

const titleOf = ({ jurisdiction, procedure }: Served): string => `${jurisdiction.name} ${procedure.title}`;

export const procedureChoices = (hall: Hall): readonly Choice[] =>
  hall.served.map((served) => ({ id: served.id, label: titleOf(served) }));

export const sampled = (hall: Hall): readonly Served[] =>
  hall.served.filter(({ jurisdiction, procedure }) => jurisdiction.samples[procedure.code]);

export const sampleChoices = (hall: Hall): readonly Choice[] =>
  sampled(hall).map((served) => ({ id: served.id, label: titleOf(served) }));

/** Applications that are the enterprise's own, the newest first. */
export const own = (hall: Hall): readonly Listed[] => hall.applications.filter(({ sample }) => !sample);

export const applicationLabel = (hall: Hall, { procedure, title, status, sample }: Listed): string => {
  const served = hall.served.find(({ id }) => id === procedure);
  return `${sample ? "示例：" : ""}${title || "（未填名称）"}，${served ? titleOf(served) : procedure}，${status}`;
};

/** The sections of the newest application, which a colleague may be asked to fill. */
export const sectionChoices = (hall: Hall): readonly Choice[] => {
  const [latest] = own(hall);
  const served = hall.served.find(({ id }) => id === latest?.procedure);
  return served?.procedure.sections.map(({ id, title }) => ({ id, label: title })) ?? [];
};

/** What a scope gives, in words: 只填“经营情况” . */
export const scopeText = (hall: Hall, scope: Scope | null): string => {
  if (!scope) return "全部内容";
  const application = hall.applications.find(({ id }) => id === scope.application);
  const served = hall.served.find(({ id }) => id === application?.procedure);
  const titles = served?.procedure.sections.filter(({ id }) => scope.sections.includes(id)).map(({ title }) => title);
  return titles && titles.length > 0 ? `只填“${titles.join("、")}”` : "只填其中一部分";
};
