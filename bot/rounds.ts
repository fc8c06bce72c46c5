import type { Served } from "../rules/index.ts";
import { withRounds } from "../rules/rounds.ts";
import type { Parts } from "./converse.ts";

const latest = new WeakMap<readonly Served[], { readonly key: string; readonly served: readonly Served[] }>();

/** What is served now, with the rounds that contacts opened: the same objects as long as no round is opened or moved. */
export const servedNow = async ({ served, store }: Pick<Parts, "served" | "store">): Promise<readonly Served[]> => {
  const opened = await store.departments.rounds();
  const key = opened.map(({ round, version }) => `${round.id}@${version}`).join(" ");
  const known = latest.get(served);
  if (known?.key === key) return known.served;
  const now = withRounds(served, opened);
  latest.set(served, { key, served: now });
  return now;
};
