import { expect } from "vitest";
import { telegramChannel } from "../../bot/channels/telegram/index.ts";
import { outboxFor } from "../../bot/sending/outbox.ts";
import { channelContract, type Person } from "../contracts/channel.ts";
import { TestHouse } from "../contracts/house.ts";
import { type Message, TelegramStandin } from "../standins/telegram/index.ts";
import { unlimited } from "./rig.ts";

channelContract("telegram", async () => {
  const standin = await TelegramStandin.open();
  const house = new TestHouse();

  const start = async () => {
    const channel = unlimited(
      telegramChannel({ token: standin.token, root: standin.root, sendSeconds: 0.3, log: () => {} }),
    );
    const outbox = outboxFor(
      channel,
      async () => {},
      () => {},
    );
    house.outbox = outbox;
    await channel.start(house);
    return { channel, outbox };
  };
  let running = await start();

  const person = (number: number): Person => {
    const user = standin.user(number);
    return {
      says: async (text) => void user.says(text),
      presses: async (label) => void user.presses(label),
      sends: async (name, bytes) => void user.sends({ name, bytes }),
      repeats: async () => standin.world.updates.add("message", user.messages.findLast(({ from }) => !from.is_bot)!),
      got: async () => user.heard.map(gotOf),
    };
  };
  const gotOf = ({ text, reply_markup, document }: Message) => ({
    text: text ?? "",
    buttons: reply_markup?.inline_keyboard.flat().map((button) => button.text) ?? [],
    file: document ? { name: document.file_name ?? "", bytes: standin.world.files.bytes(document.file_id) } : null,
  });
  const fault =
    (...args: Parameters<TelegramStandin["fail"]>) =>
    async () =>
      standin.fail(...args);

  return {
    house,
    send: (reply) => running.channel.send("1", reply, 1),
    person,
    async restart() {
      await running.channel.stop();
      running = await start();
    },
    failures: [
      {
        name: "rate limited, with a time",
        cause: fault("sendMessage", { status: 429, retryAfter: 12 }),
        expected: { status: "failed", retryAfterSeconds: 12 },
      },
      { name: "unknown outcome", cause: fault("sendMessage", { silence: true }), expected: { status: "unknown" } },
      {
        name: "blocked",
        cause: async () => standin.user(1).blocks(),
        expected: { status: "failed", final: "blocked" },
      },
      { name: "offline", cause: () => standin.close(), expected: { reason: expect.stringContaining("ECONN") } },
    ],
    async dispose() {
      await running.channel.stop();
      await running.outbox.stop();
      await standin.close();
    },
  };
});
