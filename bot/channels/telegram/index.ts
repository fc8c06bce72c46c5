import { Api } from "grammy";
import type { Update } from "grammy/types";
import type { Channel, House, Manners } from "../../channel.ts";
import { commandMenu } from "./commands.ts";
import { downloadBy } from "./download.ts";
import { reasonOf, withoutToken } from "./failure.ts";
import { isGroupAddress } from "./group.ts";
import { beHooked, type WebhookOptions } from "./hooked.ts";
import { laneOf } from "./lanes.ts";
import { Hopeless, persist } from "./persist.ts";
import { abortable, poll } from "./polling.ts";
import { receive } from "./receive.ts";
import { render } from "./render.ts";
import { sendPart } from "./send.ts";
import { notKept } from "./sentences.ts";
import { Trouble } from "./trouble.ts";

export interface TelegramOptions {
  readonly token: string;
  /** Another Bot API server. */
  readonly root?: string;
  /** Without it the bot polls. */
  readonly webhook?: WebhookOptions;
  /** How long a send may take. */
  readonly sendSeconds?: number;
  /** Gets one line for each trouble; never the token, nor what a person said. */
  readonly log: (line: string) => void;
}

/** As Telegram's documentation has them. */
const manners: Manners = {
  limits: {
    all: [{ count: 30, seconds: 1 }],
    chat: [{ count: 1, seconds: 1 }],
    group: [{ count: 20, seconds: 60 }],
  },
  isGroup: isGroupAddress,
  parts: (reply) => render(reply, 0).length,
};

/** A long poll is answered within 30 seconds. */
const pollSeconds = 45;

/** Telegram. It starts in the background: what is wrong with it is told by `log`, and other channels go on. */
export const telegramChannel = (options: TelegramOptions): Channel => {
  const { token, webhook, sendSeconds = 60 } = options;
  const root = (options.root ?? "https://api.telegram.org").replace(/\/+$/, "");
  const log = withoutToken(token, options.log);
  const sending = new Api(token, { apiRoot: root, timeoutSeconds: sendSeconds });
  const polling = new Api(token, { apiRoot: root, timeoutSeconds: pollSeconds });
  const stopping = new AbortController();
  const { signal } = stopping;
  let house: House | undefined;
  let running: Promise<void> = Promise.resolve();

  const run = async (given: House): Promise<void> => {
    const trouble = new Trouble(log);
    const persisting = { trouble, signal, root };
    const bot = await persist(() => polling.getMe(abortable(signal)), persisting);
    await polling.setMyCommands(commandMenu).catch((error: unknown) => {
      log(`telegram: the command menu was not set (${reasonOf(error)})`);
    });
    const receiving = {
      bot,
      house: given,
      download: downloadBy(sending, root),
      // A press that is too old to be answered was answered before.
      answerPress: async (query: string) => void (await sending.answerCallbackQuery(query).catch(() => {})),
    };
    const taking = { ...persisting, api: polling, log, receive: (update: Update) => receive(receiving, update) };
    if (webhook) return beHooked(taking, webhook);
    await persist(() => polling.deleteWebhook({}, abortable(signal)), persisting);
    await poll({ ...taking, giveUp: (update) => given.tell(laneOf(update), notKept) });
  };

  return {
    name: "telegram",
    manners,
    async start(given) {
      house = given;
      running = run(given).catch((error: unknown) => {
        if (error instanceof Hopeless) log(`telegram: ${error.message}`);
        else if (!signal.aborted) log(`telegram: it ended (${reasonOf(error)})`);
      });
    },
    async send(address, reply, seq, part = 0) {
      const message = render(reply, seq)[part];
      if (!house || !message) throw new Error("the channel was not started, or there is no such part");
      return sendPart(sending, house, address, message);
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
};
