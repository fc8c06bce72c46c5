import { type Due, dutyOf } from "../../rules/calendar/due.ts";
import { isPublication } from "../../rules/calendar/publication.ts";
import type { Day } from "../../rules/define.ts";
import type { Served } from "../../rules/index.ts";
import { compare, daysBetween, showDay } from "../../rules/values/day.ts";
import type { World } from "../world.ts";
import type { Reminded } from "./agenda.ts";
import { type DateSubject, duesOf, isApplication, isDone, isSettled, isTitle } from "./subjects.ts";
import { dueText, provisionalText, standingText, subjectLabel } from "./wording.ts";

/** A reminder with what it is about. */
interface About extends Reminded {
  readonly about: DateSubject;
}

/** Where the person is when it is told. */
export interface Place {
  /** The application that is asked about; null in the lobby. */
  readonly current: string | null;
  /** The one that 继续 opens. */
  readonly latest: string | null;
}

/** The reminders that still make sense: what is done or gone is not told, nor a guess that went by once the date is known. */
export const stillOpen = (
  reminders: readonly Reminded[],
  subjects: readonly DateSubject[],
  on: Day,
): readonly About[] =>
  reminders.flatMap((reminder) => {
    const about = subjects.find(({ id }) => id === reminder.subject);
    if (!about || isSettled(about, reminder.reminder.due)) return [];
    if (reminder.isMissed && isApplication(about) && isPublication(about.served, reminder.reminder.due)) return [];
    const isGuess = reminder.isMissed && reminder.reminder.due.unconfirmed;
    return isGuess && duesOf(about, on).some(({ unconfirmed }) => !unconfirmed) ? [] : [{ ...reminder, about }];
  });

/** What is due, what is missing here, how long it takes, and how to go on. */
export const remindersText = (
  reminders: readonly About[],
  subjects: readonly DateSubject[],
  { answers, on, served }: Pick<World, "answers" | "on" | "served">,
  place: Place,
): string => {
  const applications = concerned(reminders, subjects);
  const told = (some: readonly About[]) =>
    some.flatMap((reminder) => [headline(reminder, on), dueText(reminder.reminder.due, on)]);
  const missed = inOrder(reminders.filter(({ isMissed }) => isMissed));
  return [
    ...told(missed),
    ...missed.slice(0, 1).map(remedy),
    ...told(inOrder(reminders.filter(({ isMissed }) => !isMissed))),
    provisionalText(reminders.filter(isDoubtful).map(({ reminder }) => reminder.due)),
    ...applications.map((subject) => {
      const name = reminders.every(({ about }) => about === subject) ? "您的申请" : `${subjectLabel(subject)}：`;
      return name + standingText(subject, answers.get(subject.id) ?? {}, on);
    }),
    howToGoOn(
      applications.map(({ id }) => id),
      reminders,
      served,
      place,
    ),
    reminders.some(({ about }) => isTitle(about)) ? "已经报送了，回复“已报送”，这一次就不再提醒。" : null,
  ]
    .filter(Boolean)
    .join("\n");
};

const inOrder = (reminders: readonly About[]): readonly About[] =>
  reminders.toSorted((a, b) => compare(a.reminder.due.on, b.reminder.due.on));

/** Worth saying that it rests on weekdays alone: the day seems to be free, or there is time to ask. */
const isDoubtful = ({ reminder: { due, lead } }: About): boolean => due.lastWorkday !== null || lead >= 14;

/** The applications that the reminders are about: for a title those with which it is done. */
const concerned = (reminders: readonly About[], subjects: readonly DateSubject[]) =>
  subjects
    .filter(isApplication)
    .filter(
      (subject) =>
        !isDone(subject) &&
        reminders.some((reminder) => reminder.about.id === subject.id || isDoneBy(reminder, subject.served)),
    );

/** Is what a title owes done with that procedure? */
const isDoneBy = ({ about, reminder: { due } }: About, { jurisdiction, procedure }: Served): boolean =>
  isTitle(about) &&
  about.jurisdiction.code === jurisdiction.code &&
  dutyOf(about.jurisdiction, due)?.procedure === procedure.code;

const headline = ({ about, reminder: { due, isLate }, isMissed }: About, on: Day): string =>
  `【提醒${isLate ? "（补发）" : ""}】${subjectLabel(about)}：${isMissed ? missedText(due) : leftText(due, on)}`;

const missedText = ({ on, at, unconfirmed }: Due): string =>
  unconfirmed ? `往年的期限${showDay(on)}已经过了` : `${showDay(on)}${at ?? ""}的期限已经过了`;

const leftText = ({ on: day, unconfirmed }: Due, on: Day): string => {
  const days = daysBetween(on, day);
  const left = days === 0 ? "今天截止" : days === 1 ? "明天截止" : `还有 ${days} 天`;
  return unconfirmed ? `今年的通知还没收到，如果和往年一样，${left}` : left;
};

const remedy = ({ about, reminder: { due } }: About): string => {
  if (due.unconfirmed) return "今年的通知还没收到，请打电话问当地主管部门今年是哪天截止。";
  return isTitle(about)
    ? "请尽快补报，并打电话向主管部门说明原因。"
    : "请马上打电话问当地主管部门还能不能补交。赶不上也不白填：内容都留着，下一批接着用。";
};

const howToGoOn = (
  ids: readonly string[],
  reminders: readonly About[],
  served: readonly Served[],
  { current, latest }: Place,
): string => {
  if (ids.length === 0) return howToBegin(reminders, served, current !== null);
  if (current && ids.includes(current)) return "接着回答下面的问题就行。";
  if (current) return "想先填它：回复“暂停”，再选“我的日期”。";
  return latest && ids[0] === latest ? "回复“继续”接着填。" : "回复“我的日期”，再选它接着填。";
};

const howToBegin = (reminders: readonly About[], served: readonly Served[], isAsked: boolean): string => {
  const found = served.find((one) => reminders.some((reminder) => isDoneBy(reminder, one)));
  if (!found) return "";
  const name = `${found.jurisdiction.name} ${found.procedure.title}`;
  return `要写材料，${isAsked ? "先回复“暂停”，再" : ""}回复“新申请”，然后选“${name}”。`;
};

/** The applications whose answers the text needs. */
export const concernedIds = (reminders: readonly About[], subjects: readonly DateSubject[]): readonly string[] =>
  concerned(reminders, subjects).map(({ id }) => id);
