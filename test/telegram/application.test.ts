import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Input, Reply } from "../../bot/channel.ts";
import { telegramChannel } from "../../bot/channels/telegram/index.ts";
import { clockAt } from "../../bot/clock.ts";
import { converse, type Parts } from "../../bot/converse.ts";
import { startChannel } from "../../bot/house.ts";
import { Interviewee } from "../../bot/interviewee.ts";
import { openParts } from "../../bot/open.ts";
import { completeAnswers, zhejiang } from "../bench/complete.ts";
import type { User } from "../standins/telegram/index.ts";
import { openStandin, unlimited, until } from "./rig.ts";

type Say = (input: Input) => Promise<readonly Reply[]>;

/** Goes through the whole application; gives the names of the documents at its end. */
const apply = async (say: Say): Promise<readonly string[]> => {
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

/** The replies of a person's last turn, as the house keeps them. */
const lastTurn = async ({ store }: Parts, address: string): Promise<readonly Reply[]> => {
  const account = await store.find("telegram", address);
  const said = account ? await store.said(account.id, 0, 100) : [];
  return said.slice(said.findLastIndex(({ by }) => by === "person") + 1).flatMap(({ reply }) => reply ?? []);
};

const talkAs =
  (user: User, parts: Parts): Say =>
  async (input) => {
    const before = user.heard.length;
    if ("text" in input) user.says(input.text);
    if ("choice" in input) {
      const [question] = (await lastTurn(parts, String(user.person.id))).slice(-1);
      const at = question?.choices.findIndex(({ id }) => id === input.choice) ?? -1;
      const message = user.heard.findLast(({ reply_markup }) => reply_markup)!;
      const button = message.reply_markup!.inline_keyboard.flat()[at];
      if (!button) throw new Error(`no button for ${input.choice} under ${message.text}`);
      user.pressesData(button.callback_data, message);
    }
    await until(() => user.heard.length > before, "a reply", 60);
    const replies = await lastTurn(parts, String(user.person.id));
    await until(() => user.heard.length >= before + replies.length, "all replies", 60);
    return replies;
  };

test("a whole application in Telegram ends in the same documents as without a messenger", async () => {
  const folder = mkdtempSync(join(tmpdir(), "telegram-"));
  const standin = await openStandin();
  const parts = await openParts(folder, clockAt("2021-05-12T09:00"));
  const log: string[] = [];
  const channel = telegramChannel({ token: standin.token, root: standin.root, log: (line) => log.push(line) });
  const stop = await startChannel(parts, unlimited(channel), (line) => log.push(line));

  let ids = 0;
  const plain: Say = async (input) =>
    (await converse(parts, "plain", { id: String(++ids), address: "me", input })).map(({ reply }) => reply);
  const expected = await apply(plain);

  const user = standin.user(7);
  user.says("/start");
  await user.hears("请选择");
  const names = await apply(talkAs(user, parts));

  expect(names).toEqual(expected);
  expect(names.length).toBeGreaterThan(5);
  const files = user.heard.flatMap(({ document }) => (document ? [document] : []));
  expect(files.map(({ file_name }) => file_name)).toEqual(names);
  for (const { file_id, file_size } of files) expect(standin.world.files.bytes(file_id)).toHaveLength(file_size);
  expect(log).toEqual([]);
  await stop();
  await parts.store.close();
  rmSync(folder, { recursive: true });
});
