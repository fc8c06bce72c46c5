import type { Server } from "node:http";
import { Faults } from "./faults.ts";
import type { ServerLimits } from "./limits.ts";
import { methodsOf, type Payload } from "./methods.ts";
import { User } from "./people.ts";
import { serve } from "./server.ts";
import { ApiError, type Chat, type Message } from "./types.ts";
import { Webhook } from "./webhook.ts";
import { World } from "./world.ts";

export type { User } from "./people.ts";
export type { Message } from "./types.ts";

interface Options {
  readonly limits?: ServerLimits;
  readonly privacy?: boolean;
  /** How long it waits before a webhook is tried again. */
  readonly webhookPauseMs?: number;
}

/** A Bot API server on loopback, with the people who write to the bot. It knows nothing of the bot but its token. */
export class TelegramStandin {
  readonly token = "4242:AAF-standin_token_of_nobody";
  readonly world: World;
  readonly webhook: Webhook;
  readonly calls: { readonly method: string; readonly payload: Payload }[] = [];
  root = "";
  readonly #answered = new Map<string, string>();
  readonly #faults = new Faults();
  readonly #users = new Map<number, User>();
  #server: Server | null = null;

  constructor({ limits = {}, privacy = true, webhookPauseMs = 30 }: Options = {}) {
    this.world = new World({ username: "sme_platform_bot", limits, privacy });
    this.webhook = new Webhook(this.world.updates, webhookPauseMs);
  }

  static async open(options?: Options): Promise<TelegramStandin> {
    const standin = new TelegramStandin(options);
    const methods: Record<string, ((call: never) => unknown) | undefined> = methodsOf(
      standin.world,
      standin.webhook,
      standin.#answered,
    );
    const { root, server } = await serve({
      token: standin.token,
      faults: standin.#faults,
      file: (path) => standin.world.files.at(path),
      called: (method, payload) => standin.calls.push({ method, payload }),
      run: async (method, payload, gone) => {
        const run = methods[method];
        if (!run) throw new ApiError(404, "Not Found");
        return run({ payload, gone } as never);
      },
    });
    standin.root = root;
    standin.#server = server;
    return standin;
  }

  user(id: number): User {
    const user = this.#users.get(id) ?? new User(this.world, this.#answered, id);
    this.#users.set(id, user);
    return user;
  }

  group(id: number): Chat {
    const chat: Chat = { id, type: "group", title: `群${-id}` };
    this.world.chats.set(id, chat);
    return chat;
  }

  chat(id: number): { readonly messages: readonly Message[] } {
    return { messages: this.world.messages(id) };
  }

  fail(...args: Parameters<Faults["plan"]>): void {
    this.#faults.plan(...args);
  }

  heal(): void {
    this.#faults.clear();
  }

  /** How many 429 the bot's own speed brought about. */
  get provoked(): number {
    return this.world.limits.provoked;
  }

  called(method: string): readonly Payload[] {
    return this.calls.filter((call) => call.method === method).map(({ payload }) => payload);
  }

  /** What a callback was answered with; `unanswered` where it was not. */
  answerOf(query: string): string | undefined {
    return this.#answered.get(query);
  }

  async close(): Promise<void> {
    this.webhook.set(null);
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }
}
