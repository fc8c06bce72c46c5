import type { Due } from "../../rules/calendar/due.ts";
import type { Choice, Day, Jurisdiction } from "../../rules/define.ts";
import { addDays, compare, showDay } from "../../rules/values/day.ts";
import type { World } from "../world.ts";
import type { Preference } from "./agenda.ts";
import { type Owed, owedAbout } from "./handed.ts";
import {
  type ApplicationSubject,
  type DateSubject,
  duesOf,
  handedInOn,
  isApplication,
  isDone,
  isTitle,
} from "./subjects.ts";
import { titleEndsOn, titleLabel, titlesOf } from "./titles.ts";
import { dueText, provisionalText, standingText, subjectLabel } from "./wording.ts";

/** What the lobby shows of the enterprise's dates; made only where it is shown. */
export interface DatesView {
  readonly on: Day;
  readonly preference: Preference;
  /** The list, in order of days. */
  readonly text: string;
  /** All that is due, each once. */
  readonly dues: readonly Due[];
  /** The applications that can be gone on with. */
  readonly open: readonly Choice[];
  /** The applications whose list may be published by now. */
  readonly published: readonly Choice[];
  readonly jurisdictions: readonly Jurisdiction[];
  /** The titles that may be stated. */
  readonly titles: readonly Choice[];
  /** What the titles that are held owe about now. */
  readonly owed: readonly Owed[];
}

/** Further dates are not listed, save a title's last. */
const daysListed = 400;

export const datesView = (subjects: readonly DateSubject[], preference: Preference, world: World): DatesView => {
  const { on, served } = world;
  const all = subjects.flatMap((subject) => duesOf(subject, on).map((due) => ({ due, subject })));
  const unfinished = subjects.filter(isApplication).filter((subject) => !isDone(subject));
  return {
    on,
    preference,
    text: listText(subjects, all, world),
    dues: [...new Map(open(all).map(({ due }) => [due.id, due])).values()].toSorted((a, b) => compare(a.on, b.on)),
    open: unfinished.map((subject) => ({ id: subject.id, label: `接着填：${subjectLabel(subject)}` })),
    jurisdictions: [...new Set(served.map(({ jurisdiction }) => jurisdiction))],
    published: subjects
      .filter(isApplication)
      .filter((subject) => isDone(subject) && subject.served.procedure.publication)
      .map((subject) => ({ id: `published:${subject.id}`, label: `名单公示了：${subjectLabel(subject)}` })),
    titles: titlesOf(served).map(({ jurisdiction, level, label }) => ({ id: `title:${jurisdiction}/${level}`, label })),
    owed: owedAbout(subjects, on),
  };
};

const open = (all: readonly Dated[]): readonly Dated[] =>
  all.filter(({ due, subject }) => handedInOn(subject, due) === null);

interface Dated {
  readonly due: Due;
  readonly subject: DateSubject;
}

const listText = (subjects: readonly DateSubject[], all: readonly Dated[], world: World): string => {
  const { on, answers, waits } = world;
  const near = addDays(on, daysListed);
  const listed = all
    .filter(({ due, subject }) => due.on <= near || (isTitle(subject) && due === all.findLast(of(subject))?.due))
    .toSorted((a, b) => compare(a.due.on, b.due.on));
  const applications = subjects.filter(isApplication);
  const isOfTitle = ({ served }: ApplicationSubject) =>
    subjects.filter(isTitle).some(({ jurisdiction }) => jurisdiction.code === served.jurisdiction.code);
  const undated = applications.filter((subject) => !all.some(of(subject)) && !isOfTitle(subject));
  return [
    listed.length > 0 ? "我的日期，由近到远（“前”包括当天）：" : "现在还没有要赶的日期。",
    ...listed.flatMap(({ due, subject }, at) => [
      ...(listed[at - 1]?.subject === subject ? [] : [`【${subjectLabel(subject)}】`]),
      listedText(subject, due, on),
    ]),
    ...undated.map((subject) => `· ${subjectLabel(subject)}：日期以当年的通知为准，通知录入后会告诉您。`),
    provisionalText(open(listed).map(({ due }) => due)),
    ...subjects.filter(isTitle).flatMap(({ jurisdiction, recognition }) => {
      const end = titleEndsOn(jurisdiction, recognition);
      const label = titleLabel(jurisdiction, recognition.level);
      return end && end < on ? [`${label}：按认定日期算，有效期已在${showDay(end)}到期。`] : [];
    }),
    ...applications.map(
      (subject) => `${subjectLabel(subject)}：${standingText(subject, answers.get(subject.id) ?? {}, on)}`,
    ),
    waits && listed.length > 0
      ? "网页不能主动找您，提醒要等您下次打开才看得到。怕错过，请选“日历文件”导入手机日历，或在主菜单选“换手机，或请同事帮忙填”，用聊天软件绑定。"
      : null,
    subjects.some(isTitle) ? null : "已经是示范平台的，选“我已是示范平台”，总结报告和复核的日期也会提醒您。",
  ]
    .filter(Boolean)
    .join("\n");
};

const listedText = (subject: DateSubject, due: Due, on: Day): string =>
  handedInOn(subject, due) === null ? dueText(due, on) : `✓ 已报送：${showDay(due.on)}前 ${due.label}`;

const of =
  (one: DateSubject) =>
  ({ subject }: Dated): boolean =>
    subject === one;
