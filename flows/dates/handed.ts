import type { Due } from "../../rules/calendar/due.ts";
import type { Choice, Day } from "../../rules/define.ts";
import { addDays, compare, showDay } from "../../rules/values/day.ts";
import { fold } from "../commands.ts";
import type { TitleChanges } from "./agenda.ts";
import { type DateSubject, duesOf, handedInOn, isTitle } from "./subjects.ts";
import { subjectLabel } from "./wording.ts";

/** What a title owes about now. */
export interface Owed {
  readonly subject: string;
  readonly due: Due;
  /** With the title's name, where there are several. */
  readonly label: string;
  readonly doneOn: Day | null;
}

/** What is so far back may still be marked, and what is so far ahead. */
const [daysBack, daysAhead] = [60, 200];
/** What 已报送 alone can mean: what is being reminded of, or was lately. */
const daysNear = 30;

/** All that the titles owe about that day, in order of days. */
export const owedAbout = (subjects: readonly DateSubject[], on: Day): readonly Owed[] => {
  const titles = subjects.filter(isTitle);
  const nameOf = (title: DateSubject) => (titles.length > 1 ? `${subjectLabel(title)} ` : "");
  return titles
    .flatMap((title) =>
      duesOf(title, addDays(on, -daysBack)).map((due) => ({
        ...{ subject: title.id, due, doneOn: handedInOn(title, due) },
        label: `${nameOf(title)}${showDay(due.on)} ${due.label}`,
      })),
    )
    .filter(({ due }) => due.on <= addDays(on, daysAhead))
    .toSorted((a, b) => compare(a.due.on, b.due.on));
};

/** 已报送, in the words that people have for it; between questions only in those that can be no answer (交了). */
export const saysHandedIn = (text: string, isAsked: boolean): boolean => {
  const verbs = isAsked ? "报送|上报" : "报送|上报|报|交|办";
  return new RegExp(`^(?:已经?|都)?(?:${verbs})(?:过|好|完)?了?$`).test(fold(text)) && /[已了]/.test(text);
};

/** The one that 已报送 means on that day; null where it is none or may be several. */
export const meant = (owed: readonly Owed[], on: Day): Owed | null => {
  const near = owed.filter(
    ({ due, doneOn }) => doneOn === null && addDays(on, -daysNear) <= due.on && due.on <= addDays(on, daysNear),
  );
  return near.length === 1 ? (near[0] ?? null) : null;
};

export const openChoices = (owed: readonly Owed[]): readonly Choice[] => owed.filter(isOpen).map(choiceOf);
export const doneChoices = (owed: readonly Owed[]): readonly Choice[] =>
  owed.filter((one) => !isOpen(one)).map(choiceOf);

const isOpen = ({ doneOn }: Owed): boolean => doneOn === null;
const choiceOf = (one: Owed): Choice => ({ id: idOf(one), label: one.label });
const idOf = ({ subject, due }: Owed): string => `due:${subject}|${due.id}`;

/** What a choice among them changes, and what is said of it. */
export interface Marked {
  readonly duty: TitleChanges["duties"][number];
  readonly note: string;
}

export const marked = (owed: readonly Owed[], id: string, on: Day): Marked | null => {
  const one = owed.find((other) => idOf(other) === id);
  return one ? mark(one, isOpen(one) ? on : null) : null;
};

/** Handed in on that day; null: not after all. */
export const mark = ({ subject, due, label }: Owed, doneOn: Day | null): Marked => ({
  duty: { subject, dueId: due.id, doneOn },
  note:
    doneOn === null
      ? `好的，改回没有报送：${label}。到时候照常提醒。`
      : `记下了，已报送：${label}。这一次不再提醒；记错了，在“我的日期”里选“撤销已报送”。`,
});
