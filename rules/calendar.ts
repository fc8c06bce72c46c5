import type { Day, Duty, Jurisdiction, Round, Source } from "./define.ts";
import { addYears, dayOf, daysInMonth, partsOf } from "./values/day.ts";

/** The last day on which an applicant can still hand in. */
export const closesOn = (round: Round): Day => {
  const own = round.dates.filter(({ role }) => role === "applicant");
  return (own.length > 0 ? own : round.dates)
    .map(({ by }) => by)
    .reduce((latest, by) => (by > latest ? by : latest), round.opensOn);
};

/** The procedure's round that is open on that day: from its opening to the end of the applicant's last day. */
export const openRound = (rounds: readonly Round[], procedure: string, on: Day): Round | null =>
  rounds.find((round) => round.procedure === procedure && round.opensOn <= on && on <= closesOn(round)) ?? null;

/** A round of the departments that is open on that day, and so what they hand in; null where there is none. */
export const departmentsRound = ({ rounds, procedures }: Jurisdiction, on: Day): Round | null =>
  rounds.find(
    (round) =>
      procedures.some(({ code, role }) => code === round.procedure && role === "department") &&
      round.opensOn <= on &&
      on <= closesOn(round),
  ) ?? null;

/** The newest round that is over on that day. */
export const lastRound = (rounds: readonly Round[], procedure: string, on: Day): Round | null =>
  rounds
    .filter((round) => round.procedure === procedure && closesOn(round) < on)
    .toSorted((a, b) => b.opensOn.localeCompare(a.opensOn))[0] ?? null;

export const roundOf = ({ rounds }: Jurisdiction, id: string | null): Round | null =>
  rounds.find((round) => round.id === id) ?? null;

/** Does the source still hold on that day? One that does not say when it lapses is taken to hold. */
export const hasLapsed = (source: Source, on: Day): boolean => source.lapsesOn !== null && source.lapsesOn < on;

/**
 * The days a duty falls due from `from` to `to`, both included. One that counts years from recognition needs that day:
 * a title recognised on 2021-06-01 for three years ends on 2024-06-01.
 */
export const dueDates = (duty: Duty, from: Day, to: Day, recognisedOn: Day | null = null): readonly Day[] => {
  const { every } = duty;
  const days: Day[] = [];
  if ("years" in every) {
    if (!recognisedOn) return [];
    for (let years = every.years; ; years += every.years) {
      const due = addYears(recognisedOn, years);
      if (due > to) return days;
      if (due >= from) days.push(due);
    }
  }
  for (let year = partsOf(from).year; year <= partsOf(to).year; year++) {
    const due = dayOf(year, every.month, every.day === "end" ? daysInMonth(year, every.month) : every.day);
    if (due >= from && due <= to) days.push(due);
  }
  return days;
};
