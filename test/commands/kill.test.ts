import { createHash } from "node:crypto";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { clockAt } from "../../bot/clock.ts";
import { Client, type EventReader } from "../web/client.ts";
import { fixture, freshPath, shortened, start } from "./command.ts";
import { killingSteps, lost, placeOf, randomFrom, rehearse, type Step, seed } from "./killed.ts";
import { heard, Talker } from "./talker.ts";

// `npm start` has no other clock than the real one, and so both run on it.
const clock = clockAt(undefined);
const typed = shortened(fixture("complete"), 3);
const menu = "menu";
let steps: readonly Step[];
beforeAll(async () => {
  console.info(`KILL_SEED=${seed} repeats this run of kills`);
  steps = await rehearse(freshPath(), typed, clock);
});

/** Where it may be after a kill: an answer that was sent is either kept or not, one that was acknowledged is kept. */
const placesAfter = (position: number, sent: "nothing" | "unacknowledged" | "acknowledged"): readonly string[] => {
  const [here, next] = [steps[position]!.place, steps[position + 1]?.place ?? menu];
  return { nothing: [here], unacknowledged: [here, next], acknowledged: [next] }[sent];
};

test.concurrent("chat, killed again and again, loses no answer and asks the same question", async () => {
  const random = randomFrom(seed);
  const kills = killingSteps(6, steps.length, random).add(steps.length - 1);
  const dataDir = freshPath();
  const person = { file: join(dataDir, "bot.db"), channel: "terminal", address: "me" };
  let chat = new Talker({ dataDir });
  let { messages, question } = await chat.turn();
  let files: (string | null)[] = [];
  for (let position = 0; position < steps.length; ) {
    const { place, input } = steps[position]!;
    expect(placeOf(heard(question))).toBe(place);
    if (!kills.delete(position)) {
      ({ messages, question } = await chat.say(input));
      position++;
      continue;
    }
    const isSent = random() < 0.8;
    if (isSent) {
      chat.write(input);
      await sleep(random() * (position === steps.length - 1 ? 300 : 12));
    }
    const [told] = await Promise.all([chat.lines(), chat.kill()]);
    chat = new Talker({ dataDir });
    ({ messages, question } = await chat.turn());
    files = (told ?? []).map(({ file }) => file);
    const sent = told ? "acknowledged" : isSent ? "unacknowledged" : "nothing";
    const now = placeOf(heard(question));
    const where = `KILL_SEED=${seed}, killed at ${place}, ${sent}`;
    expect(placesAfter(position, sent), where).toContain(now);
    if (now !== place) position++;
    expect(await lost(person, steps.slice(0, position), typed, clock), where).toEqual([]);
  }
  expect(question.ask.step).toBe(menu);
  files.push(...messages.map(({ file }) => file));
  expect(files.filter((file) => file?.endsWith(".zip")).length, `KILL_SEED=${seed}`).toBeGreaterThan(0);
  expect(await chat.end()).toBe(0);
}, 300_000);

test.concurrent("npm start, killed again and again: a page that sends its message again has it answered once", async () => {
  const random = randomFrom(seed + 1);
  const kills = killingSteps(3, steps.length, random).add(steps.length - 1);
  const dataDir = freshPath();
  let bot = await Server.start(dataDir);
  let page = await Page.open(bot.base);
  const address = createHash("sha256").update(page.client.cookies.get("chat")!).digest("hex");
  const person = { file: join(dataDir, "bot.db"), channel: "web", address };
  for (let position = 0; position < steps.length; position++) {
    const { place, input } = steps[position]!;
    expect(page.place).toBe(place);
    if (!kills.has(position)) {
      await page.say(position, input);
      continue;
    }
    let isAcknowledged = false;
    const saying = page.post(position, input).then(
      () => {
        isAcknowledged = true;
      },
      () => {},
    );
    await sleep(random() * (position === steps.length - 1 ? 300 : 20));
    await bot.kill();
    await saying;
    page.close();
    const told = `KILL_SEED=${seed}, killed at ${place}, ${isAcknowledged ? "" : "not "}acknowledged`;

    bot = await Server.start(dataDir);
    page = await Page.open(bot.base, page.client.cookies);
    expect(placesAfter(position, isAcknowledged ? "acknowledged" : "unacknowledged"), told).toContain(page.place);
    await page.post(position, input);
    page.close();
    page = await Page.open(bot.base, page.client.cookies);
    expect([page.place], told).toEqual(placesAfter(position, "acknowledged"));
    expect(await lost(person, steps.slice(0, position + 1), typed, clock), told).toEqual([]);
  }
  expect(page.place).toBe(menu);
  expect((await page.client.page()).match(/download="[^"]*\.zip"/g)).toHaveLength(1);
  page.close();
  await bot.kill();
}, 300_000);

/** `npm start` on a free port. */
class Server {
  readonly child: ReturnType<typeof start>;
  readonly base: string;

  private constructor(child: ReturnType<typeof start>, base: string) {
    this.child = child;
    this.base = base;
  }

  static async start(dataDir: string): Promise<Server> {
    const child = start("main", [], { DATA_DIR: dataDir, PORT: "0" });
    for await (const line of createInterface({ input: child.stdout })) {
      const base = /http:\/\/\S+/.exec(line)?.[0];
      if (base) return new Server(child, base);
    }
    throw new Error(`npm start ended: ${child.stderr.read()}`);
  }

  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once("close", resolve));
    this.child.kill("SIGKILL");
    await ended;
  }
}

/** The page in a browser: it shows the transcript and is told of all that comes after it. */
class Page {
  readonly client: Client;
  place: string;
  readonly #events: EventReader;

  private constructor(client: Client, place: string, events: EventReader) {
    this.client = client;
    this.place = place;
    this.#events = events;
  }

  static async open(base: string, cookies: ReadonlyMap<string, string> = new Map()): Promise<Page> {
    const client = new Client(base);
    for (const [name, value] of cookies) client.cookies.set(name, value);
    const html = await client.page();
    const last = [...html.matchAll(/data-seq="(\d+)"/g)].at(-1)![1];
    return new Page(client, placeIn(html)!, await client.events(`?after=${last}`));
  }

  async post(id: number, input: Step["input"]): Promise<void> {
    const { status } = await this.client.post("/say", { id: `step-${id}`, ...(input as Record<string, string>) });
    expect(status).toBe(204);
  }

  /** Sends a message and waits for the question that follows. */
  async say(id: number, input: Step["input"]): Promise<void> {
    await this.post(id, input);
    for (;;) {
      const event = await this.#events.next();
      if (!event) throw new Error("the stream ended");
      const place = placeIn(event.data);
      if (place === null) continue;
      this.place = place;
      return;
    }
  }

  close(): void {
    this.#events.close();
  }
}

/** The last question in a piece of the page. */
const placeIn = (html: string): string | null => {
  const last = html.split('<div class="message ').findLast((one) => one.includes("data-ask="));
  const ask = /data-ask="([^"]*)"/.exec(last ?? "")?.[1];
  if (!last || ask === undefined) return null;
  const choices = [...last.matchAll(/name="choice" value="([^"]*)"/g)].map(([, id = ""]) => ({ id, label: id }));
  return placeOf({ ask: JSON.parse(ask.replaceAll("&quot;", '"').replaceAll("&amp;", "&")), choices });
};
