import { afterEach } from "vitest";
import type { Channel } from "../../bot/channel.ts";
import { type TelegramOptions, telegramChannel } from "../../bot/channels/telegram/index.ts";
import { outboxFor } from "../../bot/sending/outbox.ts";
import { TestHouse } from "../contracts/house.ts";
import { TestLedger } from "../contracts/ledger.ts";
import { TelegramStandin } from "../standins/telegram/index.ts";

export { until } from "../contracts/until.ts";

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
  const ledger = new TestLedger();
  const { house = new TestHouse(), isPaced = false, ...given } = options;
  const telegram = telegramChannel({
    token: standin.token,
    root: standin.root,
    log: (line) => log.push(line),
    ...given,
  });
  const channel = isPaced ? telegram : unlimited(telegram);
  const outbox = outboxFor(channel, ledger, (line) => log.push(line));
  house.outbox = outbox;
  await channel.start(house);
  cleanups.push(async () => {
    await channel.stop();
    await outbox.stop();
  });
  return { standin, house, channel, log, delivered: ledger.arrived };
};
