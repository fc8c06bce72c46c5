import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { openStore } from "../../bot/store/sqlite.ts";
import { freshPath, start } from "../commands/command.ts";
import { randomFrom, seed } from "../commands/killed.ts";
import type { Message } from "../standins/telegram/index.ts";
import { openStandin, until } from "./rig.ts";

const kills = Number(process.env.TELEGRAM_KILLS ?? 20);
const people = Array.from({ length: 8 }, (_, at) => at + 1);

/** The number of the reply that a message's buttons belong to. */
const seqOf = ({ reply_markup }: Message): number =>
  Number(/^q(\d+):/.exec(reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? "")?.[1] ?? 0);

test("npm start, killed again and again, loses no update and no reply, and takes none twice", {
  timeout: 600_000,
}, async () => {
  console.info(`KILL_SEED=${seed} repeats this run of kills`);
  const random = randomFrom(seed);
  const limits = { perSecond: 30, perChatSeconds: 1, perGroupPerMinute: 20 };
  const standin = await openStandin({ limits });
  const dataDir = freshPath();
  const env = {
    DATA_DIR: dataDir,
    PORT: "0",
    TELEGRAM_BOT_TOKEN: standin.token,
    TELEGRAM_API_ROOT: standin.root,
  };
  const isPolling = (before: number) => () => standin.called("getUpdates").length > before;
  const sent = new Map(people.map((id) => [id, [] as string[]]));

  for (let kill = 1; kill <= kills; kill++) {
    const polls = standin.called("getUpdates").length;
    const child = start("main", [], env);
    await until(isPolling(polls), "the first poll", 60);
    for (const id of people) {
      const text = `第${kill}次，${id}号`;
      standin.user(id).says(text);
      sent.get(id)?.push(text);
    }
    await sleep(random() * 250);
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("close", resolve));
  }

  const child = start("main", [], env);
  await until(() => standin.world.updates.pending.length === 0, "all updates", 60);
  const store = await openStore({ file: `${dataDir}/bot.db` });
  const left = async () => (await store.undelivered("telegram")).length;
  for (let end = performance.now() + 120_000; (await left()) > 0; await sleep(100))
    if (performance.now() > end) throw new Error("replies were left");
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("close", resolve));

  for (const id of people) {
    const account = await store.find("telegram", String(id));
    const said = await store.said(account!.id, 0, 10_000);
    expect(said.flatMap(({ input }) => (input && "text" in input ? [input.text] : []))).toEqual(sent.get(id));
    const asked = said.filter(({ reply }) => reply && reply.choices.length > 0).map(({ seq }) => seq);
    const got = standin
      .user(id)
      .heard.map(seqOf)
      .filter((seq) => seq > 0);
    expect([...new Set(got)]).toEqual(asked);
    expect(got.length - asked.length).toBeLessThanOrEqual(kills);
  }
  await store.close();
});
