import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import type { Channel } from "../../bot/channel.ts";
import { type WechatOptions, wechatChannel } from "../../bot/channels/wechat/index.ts";
import { startChannel } from "../../bot/house.ts";
import { openParts } from "../../bot/open.ts";
import { outboxFor } from "../../bot/sending/outbox.ts";
import { TestHouse } from "../contracts/house.ts";
import { TestLedger } from "../contracts/ledger.ts";
import { World } from "./world.ts";

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

export const later = (clean: () => Promise<void>): void => void cleanups.push(clean);

/** The channel on the mock puppet, without limits: tests of other things need not wait for them. */
export const channelOn = (world: World, options: Partial<WechatOptions> = {}) => {
  const log: string[] = [];
  const channel = wechatChannel({
    puppet: "wechaty-puppet-mock",
    puppetOptions: { mocker: world.mocker },
    spreadMs: 0,
    sendSeconds: 0.3,
    log: (line) => log.push(line),
    ...options,
  });
  const { manners } = channel;
  const unlimited = {
    ...channel,
    ...(manners && { manners: { ...manners, limits: { all: [], chat: [], group: [] } } }),
  };
  return { channel: unlimited, log };
};

/** Starts a channel with a house in memory behind it; not yet logged in. */
export const startOn = async (world: World, house: TestHouse, options: Partial<WechatOptions> = {}) => {
  const { channel, log } = channelOn(world, options);
  const outbox = outboxFor(channel, new TestLedger(), () => {});
  house.outbox = outbox;
  await channel.start(house);
  const stop = async () => {
    await channel.stop();
    await outbox.stop();
  };
  return { channel: channel satisfies Channel, log, stop };
};

/** The bot, logged in, with people around it. */
export const run = async (options: Partial<WechatOptions> = {}) => {
  const world = new World();
  const house = new TestHouse();
  const running = await startOn(world, house, options);
  later(running.stop);
  await world.logIn();
  return { world, house, ...running };
};

/** The whole bot on a data folder, in WeChat. */
export const openBot = async (folder: string, world: World) => {
  const parts = await openParts(folder, () => new Date("2021-05-12T09:00:00+08:00"));
  const { channel, log } = channelOn(world);
  const { stop: stopChannel, turns } = await startChannel(parts, channel, (line) => log.push(line));
  let isOpen = true;
  const stop = async () => {
    if (!isOpen) return;
    isOpen = false;
    await stopChannel();
    await parts.store.close();
  };
  later(stop);
  return { parts, channel, log, stop, turns };
};

/** A data folder that is gone after the test. */
export const inFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "wechat-"));
  later(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
