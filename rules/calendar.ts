import type { Day, Jurisdiction, Round, Source } from "./define.ts";

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

/** The newest round that is over on that day. */
export const lastRound = (rounds: readonly Round[], procedure: string, on: Day): Round | null =>
  rounds
    .filter((round) => round.procedure === procedure && closesOn(round) < on)
    .toSorted((a, b) => b.opensOn.localeCompare(a.opensOn))[0] ?? null;

export const roundOf = ({ rounds }: Jurisdiction, id: string | null): Round | null =>
  rounds.find((round) => round.id === id) ?? null;

/** Does the source still hold on that day? One that does not say when it lapses is taken to hold. */
export const hasLapsed = (source: Source, on: Day): boolean => source.lapsesOn !== null && source.lapsesOn < on;
