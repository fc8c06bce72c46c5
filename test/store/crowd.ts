import { expect } from "vitest";
import type { Store } from "../../bot/store/port.ts";
import { changed, meet, opened, reply, turn } from "./turns.ts";

const people = Array.from({ length: 100 }, (_, n) => `person ${n}`);
const rounds = ["first", "second"];

/** 200 turns at once: two of each person, all on that person's one application. Conflicts are run again. */
export const talkAllAtOnce = async (store: Store, by: string): Promise<void> => {
  await Promise.all(people.flatMap((person) => rounds.map((round) => answerOnce(store, person, `${by} ${round}`))));
};

const answerOnce = async (store: Store, person: string, field: string): Promise<void> => {
  const account = await meet(store, person);
  const [application] = await store.applications(account.enterpriseId);
  const { status } = await store.commit(
    turn(account, field, {
      opened: application ? [] : [opened(person)],
      changed: [changed(person, application?.version ?? 0, { [field]: field })],
      replies: [reply(field), reply("next")],
    }),
  );
  if (status === "conflict") return answerOnce(store, person, field);
  if (status !== "committed") throw new Error(`${person}, ${field}: ${status}`);
};

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
