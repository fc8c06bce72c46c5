import { join } from "node:path";
import type { Channel, Delivery, Manners } from "../../bot/channel.ts";
import type { Clock } from "../../bot/clock.ts";
import type { Parts } from "../../bot/converse.ts";
import { filesIn } from "../../bot/files.ts";
import { type Started, startChannel } from "../../bot/house.ts";
import { wrongCodesBy } from "../../bot/invitation.ts";
import { openStore } from "../../bot/store/sqlite.ts";

/** A messenger that writes down what it is handed, `address text`, and ends it by the address: see `endings`. */
export const scripted = (
  print: (line: string) => void,
  { name = "messenger", manners = {} }: { name?: string; manners?: Partial<Manners> } = {},
): Channel => ({
  name,
  manners: { limits: { all: [], chat: [], group: [] }, isGroup: () => false, parts: () => 1, ...manners },
  start: async () => {},
  stop: async () => {},
  async send(address, { text }) {
    print(`${address} ${text.split("\n")[0]}`);
    const [, ending] = Object.entries(endings).find(([part]) => address.includes(part)) ?? [];
    return ending ?? { status: "sent" };
  },
});

const endings: Readonly<Record<string, Delivery>> = {
  blocked: { status: "failed", reason: "blocked by the person", final: "blocked" },
  refused: { status: "failed", reason: "too long", final: "refused" },
  offline: { status: "failed", reason: "not logged in" },
  uncertain: { status: "unknown", reason: "no answer in time" },
};

/** A messenger that cannot begin: what is said waits for the next visit. */
export const visited: Channel = {
  name: "web",
  waits: true,
  start: async () => {},
  stop: async () => {},
  send: async () => ({ status: "sent" }),
};

/** The house on a data folder, with scripted messengers; no procedure is served. */
export const opened = async (
  folder: string,
  clock: Clock,
  print: (line: string) => void,
  channels: readonly Channel[] = [scripted(print)],
) => {
  const store = await openStore({ file: join(folder, "bot.db") });
  const parts: Parts = {
    store,
    files: filesIn(join(folder, "files")),
    served: [],
    clock,
    intake: { read: async () => ({ kind: "unusable", why: "" }) },
    wrongCodes: wrongCodesBy(() => clock().getTime()),
    running: new Map(),
  };
  const started = new Map<string, Started>();
  for (const channel of channels) started.set(channel.name, await startChannel(parts, channel, () => {}));
  const running = new Map([...started].map(([name, { turns }]) => [name, turns]));
  return {
    parts,
    started,
    running,
    async close() {
      for (const { stop } of started.values()) await stop();
      await store.close();
    },
  };
};
