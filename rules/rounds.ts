import type { Jurisdiction, Round } from "./define.ts";
import type { Served } from "./index.ts";

/** A round beside those that the rules know. */
export interface NewRound {
  readonly jurisdiction: string;
  readonly round: Round;
}

/** The jurisdictions' procedures with these rounds beside, or by their ids in place of, their own. */
export const withRounds = (served: readonly Served[], opened: readonly NewRound[]): readonly Served[] => {
  const renewed = new Map<Jurisdiction, Jurisdiction>();
  for (const { jurisdiction } of served) {
    const own = opened.filter((one) => one.jurisdiction === jurisdiction.code).map(({ round }) => round);
    if (own.length === 0 || renewed.has(jurisdiction)) continue;
    const others = jurisdiction.rounds.filter(({ id }) => !own.some((round) => round.id === id));
    renewed.set(jurisdiction, { ...jurisdiction, rounds: [...others, ...own] });
  }
  if (renewed.size === 0) return served;
  return served.map((one) => ({ ...one, jurisdiction: renewed.get(one.jurisdiction) ?? one.jurisdiction }));
};
