import { telegramChannel } from "../../bot/channels/telegram/index.ts";
import { readData } from "../../bot/channels/telegram/keyboard.ts";
import type { Parts } from "../../bot/converse.ts";
import { startChannel } from "../../bot/house.ts";
import type { TelegramStandin } from "../standins/telegram/index.ts";
import { inFolder, print, short } from "./figures.ts";
import { limits, openCrowd, pause } from "./telegram-crowd.ts";

const people = 120;
const perSecond = 300;
const questions = 480;

/** Ten times what Telegram allows comes in: how much longer the queue takes to drain than the limits ask for. */
export const measureRush = (): Promise<void> =>
  inFolder(async (folder) => {
    const { parts, standin } = await openCrowd(folder, people);
    const { store } = parts;
    const channel = telegramChannel({ token: standin.token, root: standin.root, log: () => {} });
    let sent = 0;
    let lastAt = 0;
    const send: typeof channel.send = async (...args) => {
      const delivery = await channel.send(...args);
      sent += 1;
      lastAt = performance.now();
      return delivery;
    };
    const { stop } = await startChannel(parts, { ...channel, send }, () => {});
    const before = performance.now();
    for (let at = 0; at < questions; at++) {
      standin.user(1 + (at % people)).says("有哪些条件？");
      await pause(before + ((at + 1) * 1000) / perSecond - performance.now());
    }
    const offered = (performance.now() - before) / 1000;
    const isDrained = async () =>
      standin.world.updates.pending.length === 0 && (await store.undelivered("telegram")).length === 0;
    while (!(await isDrained())) await pause(200);
    const seconds = (lastAt - before) / 1000;
    const kept = await orderKept(parts, standin);
    await stop();
    await store.close();
    await standin.close();
    const atLeast = (sent - limits.perSecond) / limits.perSecond;
    print({
      name: "telegram/draining a rush against what is allowed",
      value: short(seconds / atLeast),
      unit: "×",
      of: sent,
      offeredPerSecond: short(questions / offered),
      seconds: short(seconds),
      atLeast: short(atLeast),
      ...kept,
      refused: standin.provoked,
      goal: 1.05,
    });
  });

/** Of all chats: questions that came after a later one, that never came, and that came twice. */
const orderKept = async ({ store }: Parts, standin: TelegramStandin) => {
  const counts = { outOfOrder: 0, lost: 0, repeated: 0 };
  for (let id = 1; id <= people; id++) {
    const account = await store.find("telegram", String(id));
    const said = account ? await store.said(account.id, 0, 1000) : [];
    const [, ...asked] = said.filter(({ reply }) => reply && reply.choices.length > 0).map(({ seq }) => seq);
    const came = standin.user(id).heard.flatMap(({ reply_markup }) => {
      const data = reply_markup?.inline_keyboard[0]?.[0]?.callback_data;
      return (data && readData(data)?.seq) || [];
    });
    counts.outOfOrder += came.filter((seq, at) => at > 0 && seq < (came[at - 1] ?? 0)).length;
    counts.lost += asked.filter((seq) => !came.includes(seq)).length;
    counts.repeated += came.length - new Set(came).size;
  }
  return counts;
};
