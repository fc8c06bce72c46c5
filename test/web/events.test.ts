import { afterAll, beforeAll, expect, test } from "vitest";
import { Streams } from "../../bot/channels/web/streams.ts";
import { type Client, type EventReader, open, type StreamEvent } from "./client.ts";
import { smallHouse } from "./house.ts";

let server: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  server = await open();
});
afterAll(() => server.stop());

async function visitor(): Promise<Client & { shown: number }> {
  const client = server.client();
  const shown = Number(/data-last="(\d+)"/.exec(await client.page())?.[1]);
  return Object.assign(client, { shown });
}

const ids = (events: readonly StreamEvent[]) => events.map(({ id }) => id);
const addressOf = async (client: Client, before: ReadonlySet<string>) => {
  await client.page();
  return [...server.house.addresses].find((address) => !before.has(address)) ?? "";
};

test("what is said comes at once, the person's own words too, with the update id", async () => {
  const client = await visitor();
  const events = await client.events(`?after=${client.shown}`);
  expect(events.answer.headers.get("content-type")).toContain("text/event-stream");
  await client.post("/say", { id: "u-1", text: "第一行\n第二行" });
  const [own, ...replies] = await events.take(3);
  expect(own?.data).toContain('data-update="u-1"');
  expect(own?.data).toContain("第一行\n第二行");
  expect(replies.map(({ data }) => data.includes("message bot"))).toEqual([true, true]);
  expect(replies[1]?.data).toContain('data-progress="1/58"');
  events.close();
});

test("what was missed comes first, in order, then what is new", async () => {
  const client = await visitor();
  await client.say("甲");
  await client.say("乙");
  const events = await client.events(`?after=${client.shown}`);
  await events.take(6);
  await client.say("丙");
  const [own] = await events.take(3);
  expect(own?.data).toContain(">丙<");
  events.close();
});

test("each message exactly once, however often the connection breaks", async () => {
  const client = await visitor();
  const seen: number[] = [];
  let last = client.shown;
  const talking = (async () => {
    for (let n = 0; n < 30; n++) await client.say(`第${n}句`);
  })();
  while (seen.length < 90) {
    const events = await client.events("?after=0", { "last-event-id": String(last) });
    const some = await events.take(Math.min(1 + (seen.length % 7), 90 - seen.length));
    events.close();
    seen.push(...ids(some));
    last = some.at(-1)?.id ?? last;
  }
  await talking;
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
  const whole = await client.events(`?after=${client.shown}`);
  expect(ids(await whole.take(90))).toEqual(seen);
  whole.close();
});

test("a choice is called by its label, although it was offered before the stream began", async () => {
  const client = await visitor();
  const events = await client.events(`?after=${client.shown}`);
  await client.post("/say", { choice: "zhejiang/apply" });
  expect((await events.take(1))[0]?.data).toContain(">浙江省：申请认定<");
  events.close();
});

test("two tabs see the same, another person nothing", async () => {
  const [client, other] = [await visitor(), await visitor()];
  const tabs = [await client.events(`?after=${client.shown}`), await client.events(`?after=${client.shown}`)];
  const elsewhere = await other.events(`?after=${other.shown}`);
  await client.say("大家好");
  const [first, second] = await Promise.all(tabs.map((tab) => tab.take(3)));
  expect(first).toEqual(second);
  expect(await elsewhere.during(200)).toEqual([]);
  for (const stream of [...tabs, elsewhere]) stream.close();
});

test("the bot's own word comes to an open page", async () => {
  const before = new Set(server.house.addresses);
  const client = server.client();
  const address = await addressOf(client, before);
  const events = await client.events("?after=0");
  await events.take(2);
  await server.house.remind(address, "提醒：<b>3 月 31 日</b>截止");
  expect((await events.take(1))[0]?.data).toContain("提醒：&lt;b&gt;3 月 31 日&lt;/b&gt;截止");
  events.close();
});

test("the eleventh page makes the oldest stop", async () => {
  const client = await visitor();
  const pages: EventReader[] = [];
  for (let n = 0; n < 11; n++) pages.push(await client.events(`?after=${client.shown}`));
  const [first, second] = pages;
  expect(await first?.next()).toMatchObject({ event: "gone" });
  expect(await first?.next()).toBeNull();
  await client.say("还在吗");
  expect(await second?.take(3)).toHaveLength(3);
  for (const page of pages) page.close();
});

test("nobody's stream says so and ends", async () => {
  const events = await server.client().events();
  expect(await events.next()).toMatchObject({ event: "gone" });
  expect(await events.next()).toBeNull();
});

test("a silent stream says that it is there; a page that leaves is forgotten", async () => {
  const house = smallHouse({ send: async () => ({ status: "sent" }) });
  const streams = new Streams(house, undefined, 20);
  const reader = streams
    .open("a", 0)
    .pipeThrough(new TextDecoderStream() as never)
    .getReader() as ReadableStreamDefaultReader<string>;
  expect((await reader.read()).value).toBe("retry: 1000\n\n");
  expect((await reader.read()).value).toBe(": still here\n\n");
  await reader.cancel();
  expect(streams.count).toBe(0);
});

test("stopping ends open streams at once", async () => {
  const own = await open();
  const client = own.client();
  await client.page();
  const events = await client.events("?after=0");
  await events.take(2);
  const start = performance.now();
  await own.stop();
  expect(performance.now() - start).toBeLessThan(1000);
  expect(await events.next()).toBeNull();
});
