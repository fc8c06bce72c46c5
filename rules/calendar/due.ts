import { dueDates } from "../calendar.ts";
import type { Citation } from "../cite.ts";
import type { Day, Duty, Jurisdiction, Round, RoundDate } from "../define.ts";
import { addYears, compare, partsOf } from "../values/day.ts";
import { lastWorkdayBefore, workday } from "./workdays.ts";

/** Something that is due on a day. */
export interface Due {
  /** What is due, the same when its day moves: `henan/2022/recommend/city-paper`, `qinghai/yearReport/2027`. */
  readonly id: string;
  readonly label: string;
  /** Whose date it is: an applicant without one of its own is told its department's. */
  readonly owedBy: RoundDate["role"];
  readonly on: Day;
  /** `HH:MM` in Beijing; null: until the end of the day. */
  readonly at: string | null;
  /** The last working day before, where `on` is none. */
  readonly lastWorkday: Day | null;
  /** Whether `on` is a working day, or which is the last before, rests on a calendar that is not out yet. */
  readonly provisional: boolean;
  /** No round of that year is known: the day is that of the last one. */
  readonly unconfirmed: boolean;
  readonly cite: Citation;
}

/** Who is told. */
export interface Subject {
  /** What it is applying for; null: nothing. */
  readonly procedure: string | null;
  /** The round that its application is in; null: any that the jurisdiction holds. */
  readonly round: Round | null;
  /** When its title was given, or last renewed; null: it holds none, and owes no reports. */
  readonly recognisedOn: Day | null;
  /** The title's level; without it the duties of all levels are owed. */
  readonly level?: string;
  readonly role: RoundDate["role"];
}

/**
 * What is due from `from` to `to`, both included, in order of days: the dates of rounds, the same dates a year on where
 * the newer round is not known, and the duties. A title's duties end with the title.
 */
export const dueDatesFor = (jurisdiction: Jurisdiction, subject: Subject, from: Day, to: Day): readonly Due[] =>
  [...roundDues(jurisdiction, subject, to), ...dutyDues(jurisdiction, subject, from, to)]
    .filter(({ on }) => from <= on && on <= to)
    .toSorted((a, b) => compare(a.on, b.on) || (a.id < b.id ? -1 : 1));

const roundDues = ({ rounds, procedures }: Jurisdiction, subject: Subject, to: Day): readonly Due[] => {
  const { procedure, round: own, role } = subject;
  if (procedure === null) return [];
  const called = rounds.filter((round) => round.procedure === procedure);
  const isDepartments = (round: Round) => procedures.some(({ code, role }) => code === round.procedure && role);
  const theirs = newest(rounds.filter(isDepartments));
  const mine = newest(own ? [own, ...called] : called);
  // The notice may date only what departments hand in: the applicant's limit lies before it.
  const isTheirs = theirs !== undefined && (!mine || mine.opensOn < theirs.opensOn);
  const last = isTheirs ? theirs : mine;
  const told = own ? [own] : isTheirs ? [...called, theirs] : called;
  return [...told.flatMap((round) => duesOf(round, role, 0)), ...(last ? expected(last, role, to) : [])];
};

const newest = (rounds: readonly Round[]): Round | undefined =>
  rounds.reduce<Round | undefined>((last, round) => (last && last.opensOn >= round.opensOn ? last : round), undefined);

const expected = (last: Round, role: Subject["role"], to: Day): readonly Due[] => {
  const years = partsOf(to).year - last.year;
  return Array.from({ length: Math.max(years, 0) }, (_, at) => duesOf(last, role, at + 1)).flat();
};

/** The dates of a round for a role, so many years on: 0 are its own. */
const duesOf = (round: Round, role: Subject["role"], years: number): readonly Due[] => {
  const own = round.dates.filter((date) => date.role === role);
  const dates = own.length === 0 && role === "applicant" ? round.dates : own;
  return dates.map((date, at) => {
    const way = `${date.role}-${date.way}`;
    const nth = dates.slice(0, at).filter((other) => `${other.role}-${other.way}` === way).length;
    const year = years === 0 ? "" : `/${round.year + years}`;
    const guess = years === 0 ? "" : `（按${round.year}年度的日期预计，以当年通知为准）`;
    return due({
      id: `${round.id}${year}/${way}${nth === 0 ? "" : `-${nth + 1}`}`,
      label: `${date.label}${guess}`,
      owedBy: date.role,
      on: addYears(date.by, years),
      at: (years === 0 && date.at) || null,
      unconfirmed: years > 0,
      cite: date.cite,
    });
  });
};

const dutyDues = ({ code, duties }: Jurisdiction, subject: Subject, from: Day, to: Day): readonly Due[] => {
  const { role, recognisedOn, level } = subject;
  const isOfLevel = (duty: Duty) => !duty.level || !level || duty.level === level;
  const owed = duties.filter((duty) => duty.owedBy === role && isOfLevel(duty));
  if (role !== "applicant") return owed.flatMap((duty) => duesOfDuty(code, duty, from, to, null));
  if (recognisedOn === null) return [];
  const ends = owed.flatMap(({ every }) => ("years" in every ? addYears(recognisedOn, every.years) : []));
  const end = ends.reduce((first, day) => (day < first ? day : first), to);
  const since = recognisedOn > from ? recognisedOn : from;
  return owed.flatMap((duty) => duesOfDuty(code, duty, since, end, recognisedOn));
};

const duesOfDuty = (code: string, duty: Duty, from: Day, to: Day, recognisedOn: Day | null): readonly Due[] =>
  dueDates(duty, from, to, recognisedOn).map((on) =>
    due({
      id: `${code}/${duty.id}/${partsOf(on).year}`,
      label: duty.label,
      owedBy: duty.owedBy,
      on,
      at: null,
      unconfirmed: false,
      cite: duty.cite,
    }),
  );

/** The duty that a due date is of; undefined where it is a round's. */
export const dutyOf = ({ code, duties }: Jurisdiction, { id }: Due): Duty | undefined =>
  duties.find((duty) => id.startsWith(`${code}/${duty.id}/`));

const due = (said: Omit<Due, "lastWorkday" | "provisional">): Due => {
  const { isWorkday, provisional } = workday(said.on);
  const last = isWorkday ? null : lastWorkdayBefore(said.on);
  return { ...said, lastWorkday: last?.on ?? null, provisional: provisional || last?.provisional === true };
};
