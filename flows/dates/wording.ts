import type { Due } from "../../rules/calendar/due.ts";
import { weekdayOf, workday } from "../../rules/calendar/workdays.ts";
import type { Answers, Day } from "../../rules/define.ts";
import { partsOf, showDay } from "../../rules/values/day.ts";
import { minutesLeft } from "../interview/say.ts";
import { sceneOf } from "../interview/scene.ts";
import { type ApplicationSubject, type DateSubject, isDone, isTitle } from "./subjects.ts";
import { titleLabel } from "./titles.ts";

const weekdays = "日一二三四五六";

/** 2027年12月9日（星期四）. */
export const dayText = (day: Day): string => `${showDay(day)}（星期${weekdays[weekdayOf(day)]}）`;

export const subjectLabel = (subject: DateSubject): string =>
  isTitle(subject)
    ? titleLabel(subject.jurisdiction, subject.recognition.level)
    : `${subject.served.jurisdiction.name} ${subject.served.procedure.title}`;

/** What is due and when; the working day before, and whose date it is. */
export const dueText = (due: Due, on: Day): string =>
  [
    `· ${dayText(due.on)}${due.at ?? ""}前：${due.label}〔${due.cite.article}〕`,
    ...(due.lastWorkday ? [`　${workdayText(due.lastWorkday, on)}`] : []),
    ...(due.owedBy === "applicant" ? [] : [`　${departmentText(due.on === on)}`]),
  ].join("\n");

const workdayText = (last: Day, on: Day): string =>
  last < on
    ? `这天不是工作日，最后一个工作日 ${dayText(last)}已经过了，还没交的请马上打电话问主管部门。`
    : `这天不是工作日，请在最后一个工作日 ${dayText(last)}以前办好。`;

const departmentText = (isToday: boolean): string =>
  isToday
    ? "主管部门今天就要上报，贵单位还没交的，请马上打电话给当地主管部门。"
    : "这是主管部门上报的期限，贵单位要更早交给主管部门，具体哪天请问当地主管部门。";

/** Said once under dates of years whose holidays are not known yet; null where all are. */
export const provisionalText = (dues: readonly Due[]): string | null => {
  const days = dues.filter(({ provisional }) => provisional).flatMap(({ on, lastWorkday }) => [on, lastWorkday ?? on]);
  const years = [...new Set(days.filter((day) => workday(day).provisional).map((day) => partsOf(day).year))];
  return years.length === 0 ? null : `我这里还没有${years.join("、")}年的放假安排，是不是工作日先按星期几推算。`;
};

const mostSections = 3;

/** How far an application is, what it lacks and how long that takes. */
export const standingText = (subject: ApplicationSubject, answers: Answers, on: Day): string => {
  const { application, served } = subject;
  if (isDone(subject)) return "文件已生成，请按时报送。";
  const scene = sceneOf(served, { answers, marks: application.marks, round: application.round }, on);
  const { done, total } = scene.plan;
  if (done === total) return "内容都填好了，只差核对和声明，几分钟就能拿到文件。";
  const lacking = served.procedure.sections.flatMap(({ title, fields }) => {
    const open = fields.filter((id) => scene.asked.includes(id) && scene.facts.value(id) === undefined);
    return open.length > 0 ? [`“${title}”${open.length} 项`] : [];
  });
  const named = lacking.slice(0, mostSections).join("、") + (lacking.length > mostSections ? "等" : "");
  return `已填 ${done}/${total} 项，还缺${named}，估计 ${minutesLeft(scene)} 分钟能填完。`;
};
