import type { Update } from "./types.ts";
import type { Updates } from "./updates.ts";

export interface Hook {
  readonly url: string;
  readonly secret: string | null;
  readonly connections: number;
}

/** Delivers updates to a webhook: those of one chat in turn, again and again until it answers 200. */
export class Webhook {
  hook: Hook | null = null;
  lastError: { date: number; message: string } | null = null;
  readonly #updates: Updates;
  readonly #pauseMs: number;
  readonly #underWay = new Map<string, Update>();

  constructor(updates: Updates, pauseMs: number) {
    this.#updates = updates;
    this.#pauseMs = pauseMs;
  }

  set(hook: Hook | null): void {
    this.hook = hook;
    this.#updates.onAdded(hook && (() => this.#deliver()));
    if (hook) this.#deliver();
  }

  #deliver(): void {
    for (const update of this.#updates.pending) {
      if (!this.hook || this.#underWay.size >= this.hook.connections) return;
      const chat = chatOf(update);
      if (this.#underWay.has(chat)) continue;
      this.#underWay.set(chat, update);
      void this.#post(update, this.hook).then((delivered) => {
        if (delivered) this.#updates.confirm(update.update_id);
        setTimeout(
          () => {
            this.#underWay.delete(chat);
            this.#deliver();
          },
          delivered ? 0 : this.#pauseMs,
        );
      });
    }
  }

  async #post(update: Update, { url, secret }: Hook): Promise<boolean> {
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(secret ? { "x-telegram-bot-api-secret-token": secret } : {}),
        },
        body: JSON.stringify(update),
      });
      await answer.arrayBuffer();
      if (answer.ok) return true;
      this.#fail(`Wrong response from the webhook: ${answer.status} ${answer.statusText}`);
    } catch {
      this.#fail("Connection refused");
    }
    return false;
  }

  #fail(message: string): void {
    this.lastError = { date: Math.floor(Date.now() / 1000), message };
  }
}

const chatOf = (update: Update): string => JSON.stringify(update).match(/"chat":\{"id":(-?\d+)/)?.[1] ?? "";
