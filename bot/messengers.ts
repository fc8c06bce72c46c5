import type { Channel } from "./channel.ts";
import type { WechatStatus } from "./channels/wechat/index.ts";
import type { Config } from "./config.ts";
import type { Parts } from "./converse.ts";
import { type Started, startChannel } from "./house.ts";
import type { MessengerState } from "./operator-page.ts";
import type { Turns } from "./turns.ts";

/** The messengers that are set up, each on its own: one that does not start leaves the others going on. */
export interface Messengers {
  /** How they are talked to from within, by the channel's name. */
  readonly turns: ReadonlyMap<string, Turns>;
  states(): Readonly<Record<string, MessengerState>>;
  stop(): Promise<void>;
}

type Log = (line: string) => void;

export const startMessengers = async (
  parts: Parts,
  { telegram, wechat }: Pick<Config, "telegram" | "wechat">,
  log: Log,
): Promise<Messengers> => {
  const started: Started[] = [];
  const turns = new Map<string, Turns>();
  const states = new Map<string, () => MessengerState>();

  const start = async (name: string, make: () => Promise<Channel>): Promise<void> => {
    try {
      const channel = await make();
      const running = await startChannel(parts, channel, log);
      started.push(running);
      turns.set(channel.name, running.turns);
      if (!states.has(name)) states.set(name, () => ({ lines: ["已启动 · started"], code: null }));
    } catch (error) {
      log(`${name}: ${(error as Error).message}`);
      states.set(name, () => ({ lines: [(error as Error).message], code: null }));
    }
  };

  if (telegram) {
    await start("Telegram", async () => {
      const { telegramChannel } = await import("./channels/telegram/index.ts");
      return telegramChannel({ ...telegram, log });
    });
  }
  if (wechat) {
    await start("微信", async () => {
      const { wechatChannel, drawn } = await import("./channels/wechat/index.ts");
      const channel = wechatChannel({ ...wechat, log });
      states.set("微信", () => wechatState(channel.status(), drawn));
      return channel;
    });
  }
  return {
    turns,
    states: () => Object.fromEntries([...states].map(([name, state]) => [name, state()])),
    async stop() {
      await Promise.all(started.map((running) => running.stop()));
    },
  };
};

const stateNames = {
  waiting: "等待登录",
  scanning: "请用手机微信扫下面的码",
  loggedIn: "已登录",
  loggedOut: "已退出登录",
  failed: "连不上，正在重试",
} as const;

const wechatState = (
  { state, name, since, lastHeartbeat, qrText }: WechatStatus,
  drawn: (text: string) => string,
): MessengerState => {
  const line = `${stateNames[state]}${name ? `：${name}` : ""}（${since}）`;
  return {
    lines: lastHeartbeat ? [line, `最近一次心跳：${lastHeartbeat}`] : [line],
    code: qrText === null ? null : drawn(qrText),
  };
};
