import { webChannel } from "../../bot/channels/web/index.ts";
import { outboxFor } from "../../bot/sending/outbox.ts";
import { channelContract, type Person } from "../contracts/channel.ts";
import { TestHouse } from "../contracts/house.ts";
import { TestLedger } from "../contracts/ledger.ts";
import { Client } from "./client.ts";
import { choiceCalled, gotBy } from "./page.ts";

channelContract("web", async () => {
  const house = new TestHouse();
  const clients = new Map<number, Promise<Client>>();
  const lastOf = new Map<number, Record<string, string>>();
  let ids = 0;

  const start = async (port: number) => {
    const channel = webChannel({ port, host: "127.0.0.1" });
    house.outbox = outboxFor(channel, new TestLedger(), () => {});
    await channel.start(house);
    return channel;
  };
  let channel = await start(0);
  const base = channel.address();

  const clientOf = (number: number) => {
    const client = clients.get(number) ?? visit();
    clients.set(number, client);
    return client;
  };
  const visit = async () => {
    const client = new Client(base);
    await client.page();
    return client;
  };
  /** As the page does: the same message again until it is taken. */
  const post = async (number: number, fields: Record<string, string | File>): Promise<void> => {
    for (;;) {
      const answer = await (await clientOf(number)).post("/say", fields).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  const person = (number: number): Person => ({
    got: async () => gotBy(await clientOf(number)),
    async says(text) {
      const last = { id: `w${++ids}`, text };
      lastOf.set(number, last);
      await post(number, last);
    },
    async presses(label) {
      const choice = await choiceCalled(await clientOf(number), label);
      await post(number, { id: `w${++ids}`, choice });
    },
    sends: (name, bytes) => post(number, { id: `w${++ids}`, file: new File([new Uint8Array(bytes)], name) }),
    repeats: () => post(number, lastOf.get(number) ?? {}),
  });

  return {
    house,
    send: (reply) => channel.send("1", reply, 1),
    person,
    async restart() {
      await channel.stop();
      channel = await start(Number(new URL(base).port));
    },
    failures: [],
    dispose: () => channel.stop(),
  };
});
