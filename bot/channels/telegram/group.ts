import type { Message } from "grammy/types";
import type { Bot } from "./identity.ts";

export const isGroup = (type: string): boolean => type !== "private";

/** Chats of many have negative ids. */
export const isGroupAddress = (address: string): boolean => address.startsWith("-");

/** Is a message in a group meant for the bot: a mention, a command with its name, a reply to it? */
export const isAddressed = (message: Message, bot: Bot): boolean => {
  if (message.reply_to_message?.from?.id === bot.id) return true;
  const text = message.text ?? message.caption ?? "";
  const own = `@${bot.username}`.toLowerCase();
  return (message.entities ?? message.caption_entities ?? []).some((entity) => {
    const word = text.slice(entity.offset, entity.offset + entity.length).toLowerCase();
    if (entity.type === "mention") return word === own;
    if (entity.type === "bot_command") return word.endsWith(own);
    return entity.type === "text_mention" && entity.user.id === bot.id;
  });
};
