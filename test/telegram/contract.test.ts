import { expect } from "vitest";
import { telegramChannel } from "../../bot/channels/telegram/index.ts";
import { outboxFor } from "../../bot/sending/outbox.ts";
import { channelContract } from "../contracts/channel.ts";
import { TestHouse } from "../contracts/house.ts";
import { TestLedger } from "../contracts/ledger.ts";
import { TelegramStandin } from "../standins/telegram/index.ts";
import { personAt } from "./person.ts";
import { unlimited } from "./rig.ts";

channelContract("telegram", async () => {
  const standin = await TelegramStandin.open();
  const house = new TestHouse();

  const start = async () => {
    const channel = unlimited(
      telegramChannel({ token: standin.token, root: standin.root, sendSeconds: 0.3, log: () => {} }),
    );
    const outbox = outboxFor(channel, new TestLedger(), () => {});
    house.outbox = outbox;
    await channel.start(house);
    return { channel, outbox };
  };
  let running = await start();

  const fault =
    (...args: Parameters<TelegramStandin["fail"]>) =>
    async () =>
      standin.fail(...args);

  return {
    house,
    send: (reply) => running.channel.send("1", reply, 1),
    person: (number) => personAt(standin, number),
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
