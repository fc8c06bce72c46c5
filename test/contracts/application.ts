import type { Input, Reply } from "../../bot/channel.ts";
import { converse, type Parts } from "../../bot/converse.ts";
import { Interviewee } from "../../bot/interviewee.ts";
import { completeAnswers, zhejiang } from "../bench/complete.ts";

/** Says something in a messenger and waits for what is answered. */
export type Say = (input: Input) => Promise<readonly Reply[]>;

/** Goes through the whole application; gives the names of the documents at its end. */
export const apply = async (say: Say): Promise<readonly string[]> => {
  const person = new Interviewee((await zhejiang()).procedure, completeAnswers);
  let replies = await say({ choice: "zhejiang/apply" });
  let documents: readonly string[] = [];
  for (;;) {
    const input = person.answer(replies.at(-1)!);
    if (!input) return documents;
    replies = await say(input);
    const names = replies.flatMap(({ file }) => (file ? [file.name] : []));
    if (names.length > 0) documents = names;
  }
};

/** The same without a messenger. */
export const applyPlainly = (parts: Parts): Promise<readonly string[]> => {
  let ids = 0;
  return apply(async (input) =>
    (await converse(parts, "plain", { id: String(++ids), address: "me", input })).map(({ reply }) => reply),
  );
};

/** The replies of a person's last turn, as the house keeps them. */
export const lastTurn = async ({ store }: Parts, channel: string, address: string): Promise<readonly Reply[]> => {
  const account = await store.find(channel, address);
  const said = account ? await store.said(account.id, 0, 100) : [];
  return said.slice(said.findLastIndex(({ by }) => by === "person") + 1).flatMap(({ reply }) => reply ?? []);
};
