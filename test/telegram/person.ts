import type { Got, Person } from "../contracts/channel.ts";
import type { Message, TelegramStandin } from "../standins/telegram/index.ts";

/** Somebody at the stand-in. */
export const personAt = (standin: TelegramStandin, number: number): Person => {
  const user = standin.user(number);
  const gotOf = ({ text, reply_markup, document }: Message): Got => ({
    text: text ?? "",
    buttons: reply_markup?.inline_keyboard.flat().map((button) => button.text) ?? [],
    file: document ? { name: document.file_name ?? "", bytes: standin.world.files.bytes(document.file_id) } : null,
  });
  return {
    says: async (text) => void user.says(text),
    presses: async (label) => void user.presses(label),
    sends: async (name, bytes) => void user.sends({ name, bytes }),
    repeats: async () => standin.world.updates.add("message", user.messages.findLast(({ from }) => !from.is_bot)!),
    got: async () => user.heard.map(gotOf),
  };
};
