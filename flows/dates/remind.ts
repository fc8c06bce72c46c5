import type { Day } from "../../rules/define.ts";
import { daysBetween, showDay } from "../../rules/values/day.ts";
import type { World } from "../world.ts";
import type { Reminded } from "./agenda.ts";
import { type DateSubject, isApplication, isDone, isTitle } from "./subjects.ts";
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

/** The reminders that still make sense: what is done or gone is not told. */
export const stillOpen = (reminders: readonly Reminded[], subjects: readonly DateSubject[]): readonly About[] =>
  reminders.flatMap((reminder) => {
    const about = subjects.find(({ id }) => id === reminder.subject);
    return about && !isDone(about) ? [{ ...reminder, about }] : [];
  });

/** What is due, what is missing here, how long it takes, and how to go on. */
export const remindersText = (
  reminders: readonly About[],
  subjects: readonly DateSubject[],
  { answers, on }: Pick<World, "answers" | "on">,
  place: Place,
): string => {
  const applications = concerned(reminders, subjects);
  return [
    ...reminders.flatMap((reminder) => [headline(reminder, on), dueText(reminder.reminder.due, on)]),
    provisionalText(reminders.map(({ reminder }) => reminder.due)),
    ...reminders
      .filter(({ isMissed }) => isMissed)
      .slice(0, 1)
      .map(remedy),
    ...applications.map((subject) => {
      const name = reminders.every(({ about }) => about === subject) ? "您的申请" : `${subjectLabel(subject)}：`;
      return name + standingText(subject, answers.get(subject.id) ?? {}, on);
    }),
    howToGoOn(
      applications.map(({ id }) => id),
      reminders,
      place,
    ),
  ]
    .filter(Boolean)
    .join("\n");
};

/** The applications that the reminders are about: for a title those that are being filled in its jurisdiction. */
const concerned = (reminders: readonly About[], subjects: readonly DateSubject[]) =>
  subjects
    .filter(isApplication)
    .filter(
      (subject) =>
        !isDone(subject) &&
        reminders.some(
          ({ about }) =>
            about.id === subject.id || (isTitle(about) && about.jurisdiction.code === subject.served.jurisdiction.code),
        ),
    );

const headline = ({ about, reminder: { due, isLate }, isMissed }: About, on: Day): string => {
  const days = daysBetween(on, due.on);
  const left = days === 0 ? "就是今天" : days === 1 ? "就是明天" : `还有 ${days} 天`;
  return `【提醒${isLate ? "（补发）" : ""}】${subjectLabel(about)}：${isMissed ? `${showDay(due.on)}${due.at ?? ""}的期限已经过了` : left}`;
};

const remedy = ({ about }: About): string =>
  isTitle(about)
    ? "请尽快补报，并打电话向主管部门说明原因。"
    : "请马上打电话问当地主管部门还能不能补交。赶不上也不白填：内容都留着，下一批接着用。";

const howToGoOn = (ids: readonly string[], reminders: readonly About[], { current, latest }: Place): string => {
  const title = reminders.map(({ about }) => about).find(isTitle);
  if (ids.length === 0)
    return title
      ? `要写报告、填表格，可以在${current ? "暂停后的" : ""}主菜单选“新申请”，再选${title.jurisdiction.name}的事项。`
      : "";
  if (current && ids.includes(current)) return "接着回答下面的问题就行。";
  if (current) return "想先填它：回复“暂停”，再选“我的日期”。";
  return latest && ids[0] === latest ? "回复“继续”接着填。" : "回复“我的日期”，再选它接着填。";
};

/** The applications whose answers the text needs. */
export const concernedIds = (reminders: readonly About[], subjects: readonly DateSubject[]): readonly string[] =>
  concerned(reminders, subjects).map(({ id }) => id);
