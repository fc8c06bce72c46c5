import { clockAt } from "../../bot/clock.ts";
import { converse, type Parts } from "../../bot/converse.ts";
import { openParts } from "../../bot/open.ts";
import { TelegramStandin } from "../standins/telegram/index.ts";

/** What Telegram allows. */
export const limits = { perSecond: 30, perChatSeconds: 1, perGroupPerMinute: 20 };

/** The bot's parts and a stand-in that refuses what Telegram would, with so many people in conversation, from 1 on. */
export const openCrowd = async (
  folder: string,
  people: number,
): Promise<{ readonly parts: Parts; readonly standin: TelegramStandin }> => {
  const standin = await TelegramStandin.open({ limits });
  const parts = await openParts(folder, clockAt("2021-05-12T09:00"));
  for (let id = 1; id <= people; id++)
    await converse(parts, "telegram", { id: "begin", address: String(id), input: { arrived: true } });
  await parts.store.delivered((await parts.store.undelivered("telegram")).map(({ seq }) => seq));
  return { parts, standin };
};

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
