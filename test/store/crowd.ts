import type { Store } from "../../bot/store/port.ts";
import { changed, meet, opened, reply, turn } from "./turns.ts";

export const people = Array.from({ length: 100 }, (_, n) => `person ${n}`);
export const rounds = ["first", "second"];

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
