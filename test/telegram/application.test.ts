import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { telegramChannel } from "../../bot/channels/telegram/index.ts";
import { clockAt } from "../../bot/clock.ts";
import type { Parts } from "../../bot/converse.ts";
import { startChannel } from "../../bot/house.ts";
import { openParts } from "../../bot/open.ts";
import { apply, applyPlainly, lastTurn, type Say } from "../contracts/application.ts";
import type { User } from "../standins/telegram/index.ts";
import { openStandin, unlimited, until } from "./rig.ts";

const talkAs =
  (user: User, parts: Parts): Say =>
  async (input) => {
    const before = user.heard.length;
    if ("text" in input) user.says(input.text);
    if ("choice" in input) {
      const [question] = (await lastTurn(parts, "telegram", String(user.person.id))).slice(-1);
      const at = question?.choices.findIndex(({ id }) => id === input.choice) ?? -1;
      const message = user.heard.findLast(({ reply_markup }) => reply_markup)!;
      const button = message.reply_markup!.inline_keyboard.flat()[at];
      if (!button) throw new Error(`no button for ${input.choice} under ${message.text}`);
      user.pressesData(button.callback_data, message);
    }
    await until(() => user.heard.length > before, "a reply", 60);
    const replies = await lastTurn(parts, "telegram", String(user.person.id));
    await until(() => user.heard.length >= before + replies.length, "all replies", 60);
    return replies;
  };

test("a whole application in Telegram ends in the same documents as without a messenger", async () => {
  const folder = mkdtempSync(join(tmpdir(), "telegram-"));
  const standin = await openStandin();
  const parts = await openParts(folder, clockAt("2021-05-12T09:00"));
  const log: string[] = [];
  const channel = telegramChannel({ token: standin.token, root: standin.root, log: (line) => log.push(line) });
  const { stop } = await startChannel(parts, unlimited(channel), (line) => log.push(line));

  const expected = await applyPlainly(parts);

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
