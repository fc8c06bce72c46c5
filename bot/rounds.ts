import type { OpenedRound } from "../flows/desk/reach.ts";
import type { Jurisdiction } from "../rules/define.ts";
import type { Served } from "../rules/index.ts";
import type { Parts } from "./converse.ts";

/** The jurisdictions' procedures with the rounds that contacts opened beside, or in place of, their own. */
export const withRounds = (served: readonly Served[], opened: readonly OpenedRound[]): readonly Served[] => {
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

const latest = new WeakMap<readonly Served[], { readonly key: string; readonly served: readonly Served[] }>();

/** What is served now, as `withRounds`: the same objects as long as no round is opened or moved. */
export const servedNow = async ({ served, store }: Pick<Parts, "served" | "store">): Promise<readonly Served[]> => {
  const opened = await store.departments.rounds();
  const key = opened.map(({ round, version }) => `${round.id}@${version}`).join(" ");
  const known = latest.get(served);
  if (known?.key === key) return known.served;
  const now = withRounds(served, opened);
  latest.set(served, { key, served: now });
  return now;
};
