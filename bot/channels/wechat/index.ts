import { setTimeout as sleep } from "node:timers/promises";
import type { Friendship, Message } from "wechaty";
import { type Channel, type House, Lanes, type Manners } from "../../channel.ts";
import { type Connected, connect, type Puppet } from "./connect.ts";
import { reasonOf } from "./failure.ts";
import { keepRunning } from "./keep-running.ts";
import { Login, type WechatStatus } from "./login.ts";
import { type Receiving, receive } from "./receive.ts";
import { render } from "./render.ts";
import { Invitations, roomOf } from "./room.ts";
import { sendPart } from "./send.ts";

export { drawn, type WechatStatus } from "./login.ts";

export interface WechatOptions extends Puppet {
  /** Messages within 24 hours over all chats. */
  readonly dailyMessages?: number;
  /** Departments' notices a day, each of at least two messages; spread over it. */
  readonly dailyNotices?: number;
  /** Friend requests are accepted, and the person is greeted; they are by default. */
  readonly acceptsFriends?: boolean;
  /** How long a send may take. */
  readonly sendSeconds?: number;
  /** Each send waits for a while at random, at most so long. */
  readonly spreadMs?: number;
  /** Gets one line for each change and trouble; never what a person said. A QR code takes several. */
  readonly log: (line: string) => void;
}

const daySeconds = 24 * 60 * 60;
/** As many people's messages are taken in at a time. */
const mostAtOnce = 20;

/** Slow and spread: accounts that send fast are closed. */
const mannersOf = (dailyMessages: number, noticesPerDay: number): Manners => ({
  noticesPerDay,
  limits: {
    all: [
      { count: 20, seconds: 60 },
      { count: dailyMessages, seconds: daySeconds },
    ],
    chat: [{ count: 1, seconds: 2 }],
    group: [],
  },
  isGroup: (address) => roomOf(address) !== null,
  parts: (reply) => render(reply).length,
});

/**
 * WeChat through any of Wechaty's puppets. `start` rejects with a line for the operator where there is no such puppet;
 * the login itself goes on in the background and is told by `log` and `status`.
 */
export const wechatChannel = (options: WechatOptions): Channel & { readonly status: () => WechatStatus } => {
  const {
    log,
    dailyMessages = 500,
    dailyNotices = 100,
    acceptsFriends = true,
    sendSeconds = 60,
    spreadMs = 2000,
  } = options;
  const login = new Login(log);
  const lanes = new Lanes(mostAtOnce);
  const stopping = new AbortController();
  const { signal } = stopping;
  let connected: Connected | undefined;
  let house: House | undefined;
  let running: Promise<void> = Promise.resolve();

  const hear = (receiving: Receiving, message: Message): void => {
    const key = message.room()?.id ?? message.talker().id;
    lanes.run(key, () => receive(receiving, message)).catch((error: unknown) => log(`wechat: ${reasonOf(error)}`));
  };

  const befriend = async ({ house, types }: Receiving, friendship: Friendship): Promise<void> => {
    if (!acceptsFriends || friendship.type() !== types.Friendship.Receive) return;
    await friendship.accept();
    await house.converse({ id: friendship.id, address: friendship.contact().id, input: { arrived: true } });
  };

  const listen = ({ bot, wechaty }: Connected, given: House): void => {
    const { ScanStatus, types } = wechaty;
    const receiving: Receiving = { house: given, invitations: new Invitations(), types, log };
    let trouble = "";
    const tell = (error: unknown): void => {
      const line = `wechat: ${reasonOf(error)}`;
      if (line !== trouble && !signal.aborted) log(line);
      trouble = line;
    };
    bot.on("scan", (qrText, status) => {
      const name = ScanStatus[status] as keyof typeof ScanStatus | undefined;
      login.scan(qrText, name ?? "Unknown");
    });
    bot.on("login", (account) => {
      trouble = "";
      login.in(account.name());
    });
    bot.on("logout", (_account, reason) => {
      if (!signal.aborted) login.out(reason ?? "no reason given");
    });
    bot.on("heartbeat", () => login.heartbeat());
    bot.on("message", (message) => hear(receiving, message));
    bot.on("friendship", (friendship) => befriend(receiving, friendship).catch(tell));
    bot.on("error", tell);
  };

  return {
    name: "wechat",
    manners: mannersOf(dailyMessages, dailyNotices),
    status: () => login.status,
    async start(given) {
      house = given;
      connected = await connect(options);
      const { bot } = connected;
      listen(connected, given);
      running = keepRunning(bot, () => login.failed(), signal).catch((error: unknown) => {
        if (!signal.aborted) log(`wechat: it ended (${reasonOf(error)})`);
      });
    },
    async send(address, reply, _seq, part = 0) {
      const message = render(reply)[part];
      if (!house || !connected || !message) throw new Error("the channel was not started, or there is no such part");
      await sleep(Math.random() * spreadMs);
      return sendPart(connected, house, address, message, sendSeconds);
    },
    async stop() {
      stopping.abort();
      await lanes.idle();
      await connected?.bot.stop();
      // What came meanwhile does not come again.
      await lanes.idle();
      await running;
    },
  };
};
