import { expect } from "vitest";
import type { Store } from "../../bot/store/port.ts";
import { people, rounds } from "./crowd.ts";
import { meet } from "./turns.ts";

/** Everything that `talkAllAtOnce` did in the names of `bys` is there, once. */
export const expectNothingLost = async (store: Store, bys: readonly string[]): Promise<void> => {
  const fields = bys.flatMap((by) => rounds.map((round) => `${by} ${round}`)).sort();
  for (const person of people) {
    const account = await meet(store, person);
    const applications = await store.applications(account.enterpriseId);
    const said = await store.said(account.id, 0, 1000);
    expect(account.version).toBe(fields.length);
    expect(applications.map(({ version }) => version)).toEqual([fields.length]);
    expect(Object.keys(await store.answers(person)).sort()).toEqual(fields);
    expect(said.flatMap(({ updateId }) => updateId ?? []).sort()).toEqual(fields);
    expect(said).toHaveLength(3 * fields.length);
  }
};
