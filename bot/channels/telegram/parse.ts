import type { Message, Update } from "grammy/types";
import { type Input, plainName } from "../../channel.ts";
import { wordsOf } from "./commands.ts";
import { isAddressed, isGroup } from "./group.ts";
import { type Bot, editId, messageId, pressId } from "./identity.ts";
import * as say from "./sentences.ts";

/** What an update means. `address` is the chat, `id` makes a repeated one harmless. */
export type Heard =
  | { readonly kind: "input"; readonly address: string; readonly id: string; readonly input: Input }
  | {
      readonly kind: "press";
      readonly address: string;
      readonly id: string;
      readonly query: string;
      readonly data: string;
    }
  | ({ readonly kind: "file"; readonly address: string; readonly id: string } & Attached)
  | {
      readonly kind: "edit";
      readonly address: string;
      readonly id: string;
      readonly message: string;
      readonly text: string;
    }
  /** Nothing for the conversation; it is answered with a sentence. */
  | { readonly kind: "aside"; readonly address: string; readonly text: string };

interface Attached {
  readonly file: string;
  readonly name: string;
  /** In bytes; 0 where Telegram does not say. */
  readonly size: number;
  readonly caption: string | null;
}

/** Reads an update; null where there is nothing to answer. */
export const parse = (update: Update, bot: Bot): Heard | null => {
  if (update.message) return parseMessage(update.message, bot);
  if (update.edited_message) return parseEdit(update.edited_message, bot);
  const { callback_query: query } = update;
  if (!query?.data) return null;
  const chat = query.message?.chat;
  // Somebody else's chat holds no buttons of ours.
  if (chat && chat.type !== "private") return null;
  return {
    kind: "press",
    address: String(chat?.id ?? query.from.id),
    id: pressId(query.id),
    query: query.id,
    data: query.data,
  };
};

/** The updates that are asked for. */
export const heardKinds = ["message", "edited_message", "callback_query"] as const;

const parseMessage = (message: Message, bot: Bot): Heard | null => {
  const address = String(message.chat.id);
  if (isGroup(message.chat.type))
    return isAddressed(message, bot) ? { kind: "aside", address, text: say.inviteTo(bot.username) } : null;
  const id = messageId(bot, message.message_id);
  const input = inputOf(message);
  if (typeof input === "string") return { kind: "aside", address, text: input };
  if (input) return { kind: "input", address, id, input };
  const attached = attachedOf(message);
  if (attached) return { kind: "file", address, id, ...attached };
  const why = Object.entries(say.notTaken).find(([kind]) => kind in message)?.[1];
  return why ? { kind: "aside", address, text: why } : null;
};

const parseEdit = (message: Message & { edit_date?: number }, bot: Bot): Heard | null => {
  if (isGroup(message.chat.type)) return null;
  const address = String(message.chat.id);
  if (!message.text) return { kind: "aside", address, text: say.editedBefore };
  const { message_id: number } = message;
  const id = editId(bot, number, message.edit_date ?? 0);
  return { kind: "edit", address, id, message: messageId(bot, number), text: message.text };
};

const linkCode = /^[2-9A-HJ-NP-Z]{4}-?[2-9A-HJ-NP-Z]{4}$/;

/** An input, or the sentence that answers what is none; null for a message without words. */
const inputOf = ({ text, entities, contact }: Message): Input | string | null => {
  if (contact) return { text: contact.phone_number.replace(/^\+?86(?=1\d{10}$)/, "") };
  if (text === undefined) return null;
  const isCommand = entities?.some(({ type, offset }) => type === "bot_command" && offset === 0);
  if (!isCommand) return { text };
  const [, command = "", rest = ""] = /^\/(\w+)(?:@\w+)?\s*([\s\S]*)$/.exec(text) ?? [];
  // What follows is the link's own: never an answer, but perhaps the code that links an account.
  if (command.toLowerCase() === "start") return linkCode.test(rest) ? { text: `绑定 ${rest}` } : { arrived: true };
  const words = wordsOf(command, rest);
  return words === null ? say.noSuchCommand : { text: words };
};

const attachedOf = ({ document, photo, caption, date, message_id }: Message): Attached | null => {
  const words = caption?.trim() ? caption : null;
  const largest = photo?.at(-1);
  if (largest)
    return { file: largest.file_id, name: photoName(date, message_id), size: largest.file_size ?? 0, caption: words };
  if (!document) return null;
  return {
    file: document.file_id,
    name: plainName(document.file_name ?? ""),
    size: document.file_size ?? 0,
    caption: words,
  };
};

/** Photos have no names: the day in Beijing and the message's number tell them apart. */
const photoName = (seconds: number, number: number): string => {
  const beijing = new Date((seconds + 8 * 60 * 60) * 1000);
  return `照片-${beijing.toISOString().slice(0, 10)}-${number}.jpg`;
};
