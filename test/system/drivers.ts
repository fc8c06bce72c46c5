import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Channel } from "../../bot/channel.ts";
import { telegramChannel } from "../../bot/channels/telegram/index.ts";
import { webChannel } from "../../bot/channels/web/index.ts";
import { clockAt } from "../../bot/clock.ts";
import { houseFor, startChannel } from "../../bot/house.ts";
import { openParts } from "../../bot/open.ts";
import { Talker, type Turn } from "../commands/talker.ts";
import type { Got } from "../contracts/channel.ts";
import { TelegramStandin } from "../standins/telegram/index.ts";
import { personAt } from "../telegram/person.ts";
import { unlimited } from "../telegram/rig.ts";
import { Client } from "../web/client.ts";
import { choiceCalled, gotBy, questionFor } from "../web/page.ts";
import { channelOn } from "../wechat/rig.ts";
import { boxOf, World } from "../wechat/world.ts";
import { type Driver, questionIn } from "./driver.ts";

/** Opens the bot on a data folder in one messenger, its clock standing at `now`; the person has come in. */
export type OpenDriver = (folder: string, now: string) => Promise<Driver>;

/** `npm run chat -- --json`. */
const terminal: OpenDriver = async (folder, now) => {
  const talker = new Talker({ dataDir: join(folder, "data"), now });
  const got: Got[] = [];
  let turn: Turn = await talker.turn();
  const say = async (input: object): Promise<void> => {
    turn = await talker.say(input);
    for (const { text, choices, file } of turn.messages) {
      const buttons = choices.map(({ label }) => label);
      got.push({ text, buttons, file: file === null ? null : { name: basename(file), bytes: readFileSync(file) } });
    }
  };
  return {
    says: (text) => say({ text }),
    presses: (label) => say({ choice: turn.question.choices.find((one) => one.label === label)?.id ?? label }),
    async sends(name, bytes) {
      writeFileSync(join(folder, name), bytes);
      await say({ file: join(folder, name) });
    },
    got: async () => got,
    question: async () => turn.question,
    close: async () => void (await talker.end()),
  };
};

const web: OpenDriver = async (folder, now) => {
  const parts = await openParts(folder, clockAt(now));
  const channel = webChannel({ port: 0, host: "127.0.0.1" });
  await channel.start(houseFor(parts, channel));
  const client = new Client(channel.address());
  await client.page();
  const post = async (fields: Record<string, string | File>): Promise<void> => {
    const answer = await client.post("/say", { id: randomUUID(), ...fields });
    if (!answer.ok) throw new Error(await answer.text());
  };
  return {
    says: (text) => post({ text }),
    presses: async (label) => post({ choice: await choiceCalled(client, label) }),
    sends: (name, bytes) => post({ file: new File([new Uint8Array(bytes)], name) }),
    got: () => gotBy(client),
    question: () => questionFor(client),
    async close() {
      await channel.stop();
      await parts.store.close();
    },
  };
};

/** A messenger's channel on the whole bot, as `npm start` wires it. */
const openIn = async (folder: string, now: string, channel: Channel, address: string) => {
  const parts = await openParts(folder, clockAt(now));
  const { stop } = await startChannel(parts, channel, (line) => {
    throw new Error(line);
  });
  return {
    question: questionIn(parts, channel.name, address),
    async close() {
      await stop();
      await parts.store.close();
    },
  };
};

/** Photos are sent as documents, for Telegram's photos have no names. */
const telegram: OpenDriver = async (folder, now) => {
  const standin = await TelegramStandin.open();
  const channel = telegramChannel({ token: standin.token, root: standin.root, log: () => {} });
  const { question, close } = await openIn(folder, now, unlimited(channel), "7");
  const person = personAt(standin, 7);
  await person.says("/start");
  return {
    ...person,
    question,
    async close() {
      await close();
      await standin.close();
    },
  };
};

/** Choices are typed: WeChat has no buttons. */
const wechat: OpenDriver = async (folder, now) => {
  const world = new World();
  const opened = await openIn(folder, now, channelOn(world).channel, "a");
  await world.logIn();
  world.says("a", "你好");
  return {
    says: async (text) => world.says("a", text),
    presses: async (label) => world.says("a", label),
    sends: async (name, bytes) => world.says("a", boxOf(name, bytes)),
    got: async () => world.arrivedAt("a").map(({ text, file }) => ({ text, buttons: [], file })),
    ...opened,
  };
};

export const drivers = { terminal, web, telegram, wechat } satisfies Record<string, OpenDriver>;
