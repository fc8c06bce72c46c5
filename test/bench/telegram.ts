import { telegramChannel } from "../../bot/channels/telegram/index.ts";
import type { Parts } from "../../bot/converse.ts";
import { startChannel } from "../../bot/house.ts";
import { senderFor } from "../../bot/sending/sender.ts";
import { TestHouse } from "../contracts/house.ts";
import { TelegramStandin } from "../standins/telegram/index.ts";
import { inFolder, median, print, quantile, short } from "./figures.ts";
import { limits, openCrowd, pause } from "./telegram-crowd.ts";
import { measureRush } from "./telegram-rush.ts";

const openApplications = 1000;
const perSecond = 25;
const messages = 250;
const recipients = 600;

/** The bot in Telegram as `npm start` builds it, on a stand-in that refuses what Telegram would. */
export const measureTelegram = async (): Promise<void> => {
  await inFolder(measureReplies);
  await measureRush();
  await measureBroadcast();
};

/** 1,000 people in conversation, 25 messages a second: from a turn's commit until Telegram has taken its reply. */
const measureReplies = async (folder: string): Promise<void> => {
  const committedAt = new Map<number, number>();
  const times: number[] = [];
  const crowd = await openCrowd(folder, openApplications);
  const { standin } = crowd;
  const parts = timed(crowd.parts, committedAt);
  const channel = telegramChannel({ token: standin.token, root: standin.root, log: () => {} });
  const send: typeof channel.send = async (address, reply, seq, part) => {
    const delivery = await channel.send(address, reply, seq, part);
    times.push(performance.now() - (committedAt.get(seq) ?? Number.NaN));
    return delivery;
  };
  const { stop } = await startChannel(parts, { ...channel, send }, () => {});
  for (let at = 1; at <= messages; at++) {
    standin.user(at).says("有哪些条件？");
    await pause(1000 / perSecond);
  }
  while (times.length < messages) await pause(50);
  await stop();
  await parts.store.close();
  await standin.close();
  print({
    name: "telegram/from commit to sent",
    value: short(median(times)),
    unit: "ms",
    of: times.length,
    p95: short(quantile(times, 0.95)),
    refused: standin.provoked,
    memory: short(process.memoryUsage().rss / 2 ** 20),
    goal: 100,
  });
};

const timed = (parts: Parts, committedAt: Map<number, number>): Parts => ({
  ...parts,
  store: {
    ...parts.store,
    async commit(turn) {
      const committed = await parts.store.commit(turn);
      if (committed.status === "committed") for (const seq of committed.seqs) committedAt.set(seq, performance.now());
      return committed;
    },
  },
});

/** The same notice to many: how much longer it takes than Telegram's limits would allow. */
const measureBroadcast = async (): Promise<void> => {
  const standin = await TelegramStandin.open({ limits });
  for (let id = 1; id <= recipients; id++) standin.user(id);
  const channel = telegramChannel({ token: standin.token, root: standin.root, log: () => {} });
  if (!channel.manners) throw new Error("Telegram has manners");
  const { manners } = channel;
  await channel.start(new TestHouse());
  const sender = senderFor({ name: "telegram", manners, send: channel.send }, () => {});
  const notice = { text: "申报截止时间推迟到 6 月 30 日。", choices: [], file: null, progress: null, ask: null };
  const before = performance.now();
  const sent = await Promise.all(
    Array.from({ length: recipients }, (_, at) => sender.send(String(at + 1), notice, at + 1, "notice")),
  );
  const seconds = (performance.now() - before) / 1000;
  if (!sent.every(({ status }) => status === "sent")) throw new Error("a notice did not arrive");
  await channel.stop();
  await standin.close();
  print({
    name: "telegram/broadcast against what is allowed",
    value: short(seconds / ((recipients - limits.perSecond) / limits.perSecond)),
    unit: "×",
    of: recipients,
    perSecond: short(recipients / seconds),
    refused: standin.provoked,
    goal: 1.05,
  });
};
