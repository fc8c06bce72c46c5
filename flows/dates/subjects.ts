import { type Due, dueDatesFor } from "../../rules/calendar/due.ts";
import { isPublication, publicationEnd } from "../../rules/calendar/publication.ts";
import { closesOn, roundOf } from "../../rules/calendar.ts";
import type { Day, Jurisdiction } from "../../rules/define.ts";
import type { Served } from "../../rules/index.ts";
import { addDays, addYears, compare } from "../../rules/values/day.ts";
import type { Kept } from "../world.ts";
import type { Agenda, DoneDuty, Recognition } from "./agenda.ts";

export interface ApplicationSubject {
  readonly id: string;
  readonly served: Served;
  readonly application: Kept;
}

interface TitleSubject {
  readonly id: string;
  readonly jurisdiction: Jurisdiction;
  readonly recognition: Recognition;
  readonly done: readonly DoneDuty[];
}

/** What an enterprise has dates for: an application, or a title. */
export type DateSubject = ApplicationSubject | TitleSubject;

export const isTitle = (subject: DateSubject): subject is TitleSubject => "recognition" in subject;
export const isApplication = (subject: DateSubject): subject is ApplicationSubject => "application" in subject;

/** An application's dates are looked for so many days ahead: those of next year's round, too. */
const daysAhead = 400;
/** A title's duties end with the title, long before. */
const yearsAhead = 10;

/** The enterprise's own applications and titles, as far as they are served. */
export const subjectsOf = (
  applications: readonly Kept[],
  { recognitions, done }: Pick<Agenda, "recognitions" | "done">,
  served: readonly Served[],
): readonly DateSubject[] => [
  ...applications.flatMap((application) => {
    const found = served.find(({ id }) => id === application.procedure);
    return found && !application.sample ? [{ id: application.id, served: found, application }] : [];
  }),
  ...recognitions.flatMap((recognition) => {
    const jurisdiction = served.find(({ jurisdiction: { code } }) => code === recognition.jurisdiction)?.jurisdiction;
    const id = titleSubject(recognition);
    return jurisdiction ? [{ id, jurisdiction, recognition, done: done.filter(({ subject }) => subject === id) }] : [];
  }),
];

const titleSubject = ({ jurisdiction, level }: Pick<Recognition, "jurisdiction" | "level">): string =>
  `title/${jurisdiction}/${level}`;

/** What is due for the subject from that day on, in order of days. */
export const duesOf = (subject: DateSubject, on: Day): readonly Due[] => {
  if (isTitle(subject)) {
    const { recognisedOn, level } = subject.recognition;
    const holder = { procedure: null, round: null, recognisedOn, level, role: "applicant" } as const;
    return dueDatesFor(subject.jurisdiction, holder, on, addYears(on, yearsAhead));
  }
  const { jurisdiction, procedure } = subject.served;
  const round = roundOf(jurisdiction, subject.application.round);
  const applicant = {
    procedure: procedure.code,
    // One that is over would hide the newer ones.
    round: round && closesOn(round) >= on ? round : null,
    recognisedOn: null,
    role: "applicant",
  } as const;
  const dues = dueDatesFor(jurisdiction, applicant, on, addDays(on, daysAhead));
  const confirmed = dues.filter(({ unconfirmed }) => !unconfirmed);
  const published = publicationOf(subject, on);
  // Next year's guess is of no use to whom this year's round is open.
  return [...(confirmed.length > 0 ? confirmed : dues), ...published].toSorted((a, b) => compare(a.on, b.on));
};

/** The end of the publication that the enterprise told of, from that day on. */
const publicationOf = ({ served, application }: ApplicationSubject, on: Day): readonly Due[] => {
  const { published } = application.marks;
  const end = published === undefined ? null : publicationEnd(served, published);
  return end && end.on >= on ? [end] : [];
};

/** The day on which it was handed in, as the enterprise said; null: not yet. */
export const handedInOn = (subject: DateSubject, due: Due): Day | null =>
  (isTitle(subject) && subject.done.find(({ dueId }) => dueId === due.id)?.doneOn) || null;

/** What is still to be told of the subject, from that day on. */
export const openDues = (subject: DateSubject, on: Day): readonly Due[] =>
  duesOf(subject, on).filter((due) => !isSettled(subject, due));

/** Nothing is left to be told of it: it was handed in, or the documents are made. A publication comes after them. */
export const isSettled = (subject: DateSubject, due: Due): boolean =>
  handedInOn(subject, due) !== null ||
  (isApplication(subject) && isDone(subject) && !isPublication(subject.served, due));

/** The documents are made: nothing is left to be reminded of. */
export const isDone = (subject: DateSubject): boolean =>
  isApplication(subject) && subject.application.marks.declared !== undefined;
