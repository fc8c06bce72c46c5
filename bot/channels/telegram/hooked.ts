import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Api } from "grammy";
import type { Update } from "grammy/types";
import { heardKinds } from "./parse.ts";
import { Hopeless, persist } from "./persist.ts";
import { Trouble } from "./trouble.ts";
import { listenForUpdates } from "./webhook.ts";

/** Where Telegram brings updates to, and where they arrive: the port behind the proxy that holds the certificate. */
export interface WebhookOptions {
  readonly url: string;
  readonly port: number;
  readonly host?: string;
  /** So often Telegram is asked whether it reaches the address. */
  readonly checkSeconds?: number;
}

export interface Hooked {
  readonly api: Api;
  readonly root: string;
  readonly trouble: Trouble;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
  receive(update: Update): Promise<void>;
}

/** Has updates brought until it is stopped; they wait at Telegram while it is. */
export const beHooked = async (hooked: Hooked, options: WebhookOptions): Promise<void> => {
  const { api, signal } = hooked;
  const delivery = new Trouble(hooked.log);
  const secret = randomBytes(32).toString("hex");
  const listening = await listenForUpdates({
    host: options.host ?? "127.0.0.1",
    port: options.port,
    secret,
    log: hooked.log,
    receive: hooked.receive,
  }).catch((error: Error) => {
    throw new Hopeless(error.message);
  });
  try {
    const set = { secret_token: secret, allowed_updates: heardKinds };
    await persist(() => api.setWebhook(options.url, set), hooked);
    let lastErrorAt = (await persist(() => api.getWebhookInfo(), hooked)).last_error_date ?? 0;
    for (;;) {
      await sleep((options.checkSeconds ?? 60) * 1000, undefined, { signal });
      const info = await persist(() => api.getWebhookInfo(), hooked);
      const { last_error_date: errorAt = 0, last_error_message: reason } = info;
      if (errorAt > lastErrorAt) delivery.tell(`TELEGRAM_WEBHOOK_URL is not reached (${reason}): check it; trying on`);
      else delivery.over();
      lastErrorAt = errorAt;
    }
  } finally {
    await listening.close();
  }
};
