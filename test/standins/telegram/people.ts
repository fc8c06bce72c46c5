import type { Chat, Entity, Message, Person } from "./types.ts";
import type { World } from "./world.ts";

interface Sent {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly caption?: string;
  /** What the messenger claims, where it is not the bytes' length. */
  readonly size?: number;
}

/** Somebody who uses the messenger. */
export class User {
  readonly person: Person;
  readonly chat: Chat;
  readonly #world: World;
  readonly #answered: Map<string, string>;
  #heard = 0;
  #edits = 0;

  constructor(world: World, answered: Map<string, string>, id: number, chat?: Chat) {
    this.person = { id, is_bot: false, first_name: `用户${id}` };
    this.chat = chat ?? { id, type: "private", first_name: this.person.first_name };
    this.#world = world;
    this.#answered = answered;
    world.chats.set(this.chat.id, this.chat);
  }

  /** The same person in a group. */
  in(group: Chat): User {
    return new User(this.#world, this.#answered, this.person.id, group);
  }

  says(text: string, more: { readonly to?: Message } = {}): Message {
    const reply = more.to ? { reply_to_message: more.to } : {};
    return this.#post({ text, ...entitiesOf(text), ...reply });
  }

  /** Anything else that a message can hold: a sticker, a contact. */
  gives(content: object): Message {
    return this.#post(content);
  }

  sends({ name, bytes, caption, size }: Sent, more: object = {}): Message {
    const document = { ...this.#world.files.add(bytes, name, size), file_name: name };
    return this.#post({ document, ...(caption ? { caption } : {}), ...more });
  }

  sendsPhoto({ name, bytes, caption }: Sent, more: object = {}): Message {
    const small = { ...this.#world.files.add(bytes.slice(0, 1), name), width: 90, height: 60 };
    const large = { ...this.#world.files.add(bytes, name), width: 1280, height: 853 };
    return this.#post({ photo: [small, large], ...(caption ? { caption } : {}), ...more });
  }

  sendsAlbum(photos: readonly Sent[]): readonly Message[] {
    const media_group_id = String(performance.now());
    return photos.map((photo) => this.sendsPhoto(photo, { media_group_id }));
  }

  edits(message: Message, text: string): void {
    const edited = this.#world.change(this.chat, message.message_id, {
      text,
      ...entitiesOf(text),
      edit_date: message.date + ++this.#edits,
    });
    this.#world.updates.add("edited_message", edited);
  }

  /** Presses the button of that label, or any label that holds it, on the newest message that has one or on the given. */
  presses(label: string, on?: Message): string {
    const messages = on ? [on] : this.#world.messages(this.chat.id).toReversed();
    for (const message of messages) {
      const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
      const button = buttons.find(({ text }) => text === label) ?? buttons.find(({ text }) => text.includes(label));
      if (button) return this.pressesData(button.callback_data, message);
    }
    throw new Error(`nothing to press is called ${label}`);
  }

  pressesData(data: string, message: Message): string {
    const id = `query-${this.#answered.size + 1}`;
    this.#answered.set(id, "unanswered");
    this.#world.updates.add("callback_query", { id, from: this.person, message, chat_instance: "1", data });
    return id;
  }

  blocks(): void {
    this.#world.blocked.add(this.chat.id);
  }

  get messages(): readonly Message[] {
    return this.#world.messages(this.chat.id);
  }

  /** What the bot said here. */
  get heard(): readonly Message[] {
    return this.messages.filter(({ from }) => from.is_bot);
  }

  /** Waits for the next message of the bot's that fits; those before it are passed over. */
  hears(expected: RegExp | string, seconds = 10): Promise<Message> {
    const fits = (message: Message): boolean => {
      const text = message.text ?? message.document?.file_name ?? "";
      return typeof expected === "string" ? text.includes(expected) : expected.test(text);
    };
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = this.heard.findIndex((message, at) => at >= this.#heard && fits(message));
        if (found < 0) return;
        stop();
        this.#heard = found + 1;
        resolve(this.heard[found] as Message);
      };
      const off = this.#world.onMessage(look);
      const late = setTimeout(() => {
        stop();
        const said = this.heard.slice(this.#heard).map(({ text, document }) => text ?? document?.file_name);
        reject(new Error(`did not hear ${expected}, but ${JSON.stringify(said)}`));
      }, seconds * 1000);
      const stop = (): void => {
        off();
        clearTimeout(late);
      };
      look();
    });
  }

  #post(content: object): Message {
    const message = this.#world.post(this.chat, this.person, content);
    if (this.chat.type === "private") this.#world.blocked.delete(this.chat.id);
    if (this.chat.type === "private" || !this.#world.privacy || this.#isMeant(message))
      this.#world.updates.add("message", message);
    return message;
  }

  /** What a bot in privacy mode gets in a group: commands with its name and replies to it. */
  #isMeant({ text, reply_to_message }: Message): boolean {
    const { username, id } = this.#world.bot;
    return reply_to_message?.from.id === id || new RegExp(`^/\\w+@${username}\\b`).test(text ?? "");
  }
}

/** Commands and mentions as the server marks them. */
const entitiesOf = (text: string): { readonly entities?: readonly Entity[] } => {
  const found = [...text.matchAll(/(?<![\w/@])(\/\w+(?:@\w+)?|@\w{4,})/g)].map(({ 0: word, index }) => ({
    type: word.startsWith("/") ? "bot_command" : "mention",
    offset: index,
    length: word.length,
  }));
  return found.length > 0 ? { entities: found } : {};
};
