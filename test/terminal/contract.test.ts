import { createHash } from "node:crypto";
import type { Input, Reply, Update } from "../../bot/channel.ts";
import { terminalChannel } from "../../bot/channels/terminal/index.ts";
import { parseJsonLine } from "../../bot/channels/terminal/parse.ts";
import { renderJson } from "../../bot/channels/terminal/render.ts";
import { outboxFor } from "../../bot/sending/outbox.ts";
import { channelContract, type Got, type Person } from "../contracts/channel.ts";
import { TestHouse } from "../contracts/house.ts";
import { TestLedger } from "../contracts/ledger.ts";

channelContract("terminal", async () => {
  const house = new TestHouse();
  const printed = new Map<string, Got[]>();
  const labels = new Map<string, string>();
  let ids = 0;

  /** Each person sits at a terminal of their own. */
  const terminalOf = async (name: string) => {
    const lines: Got[] = printed.get(name) ?? [];
    printed.set(name, lines);
    const channel = terminalChannel(async (reply) => void lines.push(read(reply)));
    await channel.start(house);
    return channel;
  };
  const read = (reply: Reply): Got => {
    const line = JSON.parse(renderJson(reply, reply.file?.hash ?? null)) as Reply;
    for (const { id, label } of line.choices) labels.set(label, id);
    const file = reply.file && house.files.get(reply.file.hash);
    return { text: line.text, buttons: line.choices.map(({ label }) => label), file: file ?? null };
  };
  const last = new Map<string, Update>();
  const take = async (name: string, update: Update) => {
    last.set(name, update);
    house.outbox = outboxFor(await terminalOf(name), new TestLedger(), () => {});
    await house.converse(update);
  };
  const say = async (name: string, line: object) => {
    const input = parseJsonLine(JSON.stringify(line));
    if ("problem" in input || "file" in input) throw new Error("not a line of words");
    await take(name, { id: `t${++ids}`, address: name, input });
  };

  const person = (number: number): Person => {
    const name = String(number);
    return {
      says: (text) => say(name, { text }),
      presses: (label) => say(name, { choice: labels.get(label) ?? label }),
      async sends(file, bytes) {
        const input: Input = { file: await house.keepFile(bytes, file) };
        await take(name, { id: createHash("sha256").update(bytes).digest("hex"), address: name, input });
      },
      repeats: () => take(name, last.get(name)!),
      got: async () => printed.get(name) ?? [],
    };
  };

  return {
    house,
    send: async (reply) => (await terminalOf("1")).send("1", reply, 1),
    person,
    restart: async () => {},
    failures: [],
    dispose: async () => {},
  };
});
