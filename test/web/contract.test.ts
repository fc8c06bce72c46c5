import { webChannel } from "../../bot/channels/web/index.ts";
import { outboxFor } from "../../bot/sending/outbox.ts";
import { channelContract, type Got, type Person } from "../contracts/channel.ts";
import { TestHouse } from "../contracts/house.ts";
import { Client } from "./client.ts";

channelContract("web", async () => {
  const house = new TestHouse();
  const clients = new Map<number, Promise<Client>>();
  const lastOf = new Map<number, Record<string, string>>();
  let ids = 0;

  const start = async (port: number) => {
    const channel = webChannel({ port, host: "127.0.0.1" });
    house.outbox = outboxFor(
      channel,
      async () => {},
      () => {},
    );
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

  const person = (number: number): Person => {
    const got = async (): Promise<Got[]> => {
      const client = await clientOf(number);
      return Promise.all(messagesOf(await client.page()).map((html) => gotOf(client, html)));
    };
    return {
      got,
      async says(text) {
        const last = { id: `w${++ids}`, text };
        lastOf.set(number, last);
        await post(number, last);
      },
      async presses(label) {
        const html = await (await clientOf(number)).page();
        const choice = new RegExp(`value="([^"]*)">${label}<`).exec(html)?.[1] ?? label;
        await post(number, { id: `w${++ids}`, choice });
      },
      sends: (name, bytes) => post(number, { id: `w${++ids}`, file: new File([new Uint8Array(bytes)], name) }),
      repeats: () => post(number, lastOf.get(number) ?? {}),
    };
  };

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

const messagesOf = (html: string): readonly string[] =>
  html.split('<div class="message ').filter((message) => message.startsWith("bot"));

const gotOf = async (client: Client, html: string): Promise<Got> => {
  const [, text = ""] = /<p class="bubble">([\s\S]*?)<\/p>/.exec(html) ?? [];
  const [, href, name = ""] = /<a class="file" href="([^"]*)" download="([^"]*)"/.exec(html) ?? [];
  const bytes = href && new Uint8Array(await (await client.fetch(plain(href))).arrayBuffer());
  return {
    text: plain(text.replace(/<[^>]*>/g, "")),
    buttons: [...html.matchAll(/name="choice" value="[^"]*">([^<]*)</g)].map(([, label = ""]) => label),
    file: bytes ? { name: plain(name), bytes } : null,
  };
};

const plain = (escaped: string): string =>
  escaped
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
