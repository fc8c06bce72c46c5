import { Files } from "./files.ts";
import { Limits, type ServerLimits } from "./limits.ts";
import { ApiError, badRequest, type Chat, type Message, type Person } from "./types.ts";
import { Updates } from "./updates.ts";

export interface WorldOptions {
  readonly username: string;
  readonly limits: ServerLimits;
  /** In groups the bot gets only what is meant for it. */
  readonly privacy: boolean;
}

/** The chats, the people and what was said. */
export class World {
  readonly bot: Person;
  readonly updates = new Updates();
  readonly files = new Files();
  readonly limits: Limits;
  readonly privacy: boolean;
  readonly chats = new Map<number, Chat>();
  readonly blocked = new Set<number>();
  readonly #messages = new Map<number, Message[]>();
  readonly #heard = new Set<() => void>();
  #lastId = 0;

  constructor({ username, limits, privacy }: WorldOptions) {
    this.bot = { id: 4242, is_bot: true, first_name: "申报助手", username };
    this.limits = new Limits(limits);
    this.privacy = privacy;
  }

  messages(chat: number): readonly Message[] {
    return this.#messages.get(chat) ?? [];
  }

  post(chat: Chat, from: Person, content: object): Message {
    const message = { message_id: ++this.#lastId, date: Math.floor(Date.now() / 1000), chat, from, ...content };
    this.#messages.set(chat.id, [...this.messages(chat.id), message]);
    for (const wake of this.#heard) wake();
    return message;
  }

  change(chat: Chat, id: unknown, content: object): Message {
    const found = this.messages(chat.id).find(({ message_id }) => message_id === Number(id));
    if (!found) throw badRequest("message to edit not found");
    const changed = { ...found, ...content };
    this.#messages.set(
      chat.id,
      this.messages(chat.id).map((one) => (one === found ? changed : one)),
    );
    return changed;
  }

  /** The chat that the bot wants to write to. Throws where it may not. */
  reachable(id: unknown): Chat {
    const chat = this.chats.get(Number(id));
    if (!chat) throw badRequest("chat not found");
    if (this.blocked.has(chat.id)) throw new ApiError(403, "Forbidden: bot was blocked by the user");
    return chat;
  }

  /** Calls back at each message until it is told to stop. */
  onMessage(wake: () => void): () => void {
    this.#heard.add(wake);
    return () => this.#heard.delete(wake);
  }
}
