import { afterEach } from "vitest";
import type { Channel } from "../../bot/channel.ts";
import { type TelegramOptions, telegramChannel } from "../../bot/channels/telegram/index.ts";
import { outboxFor } from "../../bot/sending/outbox.ts";
import { TestHouse } from "../contracts/house.ts";
import { TelegramStandin } from "../standins/telegram/index.ts";

type StandinOptions = Parameters<typeof TelegramStandin.open>[0];

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

export const openStandin = async (options?: StandinOptions): Promise<TelegramStandin> => {
  const standin = await TelegramStandin.open(options);
  cleanups.push(() => standin.close());
  return standin;
};

export interface Running {
  readonly standin: TelegramStandin;
  readonly house: TestHouse;
  readonly channel: Channel;
  /** What the operator read. */
  readonly log: string[];
  /** Replies that arrived. */
  readonly delivered: number[];
}

/** The channel without messengers' limits: tests of other things need not wait for them. */
export const unlimited = (channel: Channel): Channel => ({
  ...channel,
  ...(channel.manners && { manners: { ...channel.manners, limits: { all: [], chat: [], group: [] } } }),
});

/** The channel on a stand-in with a house in memory behind it. */
export const run = async (
  standin: TelegramStandin,
  options: Partial<TelegramOptions> & { readonly house?: TestHouse; readonly isPaced?: boolean } = {},
): Promise<Running> => {
  const log: string[] = [];
  const delivered: number[] = [];
  const { house = new TestHouse(), isPaced = false, ...given } = options;
  const telegram = telegramChannel({
    token: standin.token,
    root: standin.root,
    log: (line) => log.push(line),
    ...given,
  });
  const channel = isPaced ? telegram : unlimited(telegram);
  const mark = async (seqs: readonly number[]) => void delivered.push(...seqs);
  const outbox = outboxFor(channel, mark, (line) => log.push(line));
  house.outbox = outbox;
  await channel.start(house);
  cleanups.push(async () => {
    await channel.stop();
    await outbox.stop();
  });
  return { standin, house, channel, log, delivered };
};

/** Waits until something holds; tests wait for events, not for times. */
export const until = async (holds: () => boolean, what: string, seconds = 15): Promise<void> => {
  const end = performance.now() + seconds * 1000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
