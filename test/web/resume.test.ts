import { afterEach, beforeEach, expect, test } from "vitest";
import { type Client, open } from "./client.ts";

// Each test has a server of its own: wrong codes are counted by client address.
let server: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  server = await open();
});
afterEach(() => server.stop());

async function newCode(client: Client): Promise<string> {
  const page = await (await client.post("/resume-code")).text();
  return /data-copy[^>]*>([\w-]+)</.exec(page)?.[1] ?? "";
}

async function talker(text: string): Promise<Client> {
  const client = server.client();
  await client.page();
  await client.say(text);
  return client;
}

test("a code leads another browser to the conversation, and both go on with it", async () => {
  const phone = await talker("在手机上说的");
  const code = await newCode(phone);
  const computer = await talker("在电脑上说的");

  const answer = await computer.post("/resume", { code });
  expect(answer.status).toBe(303);
  expect(await computer.page()).toContain("在手机上说的");
  await computer.post("/say", { id: "from-computer", text: "接着说" });
  expect(await phone.page()).toContain("接着说");
  const events = await computer.events("?after=0");
  expect((await events.take(3)).at(-1)?.data).toContain("在手机上说的");
  events.close();
});

test("case, spaces, dashes and full-width signs do not matter", async () => {
  const phone = await talker("原来的话");
  const code = await newCode(phone);
  const wide = code.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  for (const typed of [code.toLowerCase(), ` ${code.replaceAll("-", " ")} `, code.replaceAll("-", "—"), wide]) {
    const other = server.client();
    expect((await other.post("/resume", { code: typed })).status, typed).toBe(303);
    expect(await other.page()).toContain("原来的话");
  }
});

test("asking for the page makes no code; a code is made by pressing the button", async () => {
  const phone = await talker("x");
  const code = await newCode(phone);
  expect(await phone.page("/resume-code")).toContain("生成恢复码");
  expect((await server.client().post("/resume", { code })).status).toBe(303);
});

test("a new code shuts out whoever came in by the old one, and nobody else", async () => {
  const phone = await talker("手机");
  const computer = server.client();
  await computer.post("/resume", { code: await newCode(phone) });
  const stream = await computer.events("?after=0");
  await stream.take(5);

  const next = await newCode(phone);
  expect(await stream.next(), "its stream ends").toBeNull();
  expect((await computer.say("还能说吗")).status).toBe(401);
  expect((await (await computer.events("?after=0")).next())?.event).toBe("gone");
  expect(await computer.page()).toContain("恢复码已经换成新的");
  expect(await phone.page()).toContain("手机");
  expect((await computer.post("/resume", { code: next })).status).toBe(303);
});

test("a browser that came in by a code and makes a new one stays in", async () => {
  const phone = await talker("手机");
  const computer = server.client();
  await computer.post("/resume", { code: await newCode(phone) });
  await newCode(computer);
  expect(await computer.page()).toContain(">手机</p>");
});

test("five wrong codes a minute, then even the right one waits", async () => {
  const phone = await talker("x");
  const code = await newCode(phone);
  const guesser = server.client();
  for (let n = 0; n < 5; n++) {
    const answer = await guesser.post("/resume", { code: `WRONG-${n}` });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("恢复码不对");
  }
  const answer = await guesser.post("/resume", { code });
  expect(answer.status).toBe(429);
  expect(await answer.text()).toContain("过一分钟再试");
});

test("guesses at the same moment and in the cookie count as well", async () => {
  const guess = async (n: number) => {
    const guesser = server.client();
    guesser.cookies.set("resumed", `GUESS${n}`);
    return (await guesser.fetch("/")).status;
  };
  const statuses = await Promise.all(Array.from({ length: 12 }, (_, n) => guess(n)));
  expect(statuses.filter((status) => status === 429)).toHaveLength(7);
});

test("a guesser does not lock out those who are in", async () => {
  const phone = await talker("手机");
  const computer = server.client();
  await computer.post("/resume", { code: await newCode(phone) });
  for (let n = 0; n < 6; n++) await server.client().post("/resume", { code: `WRONG${n}` });
  expect((await computer.fetch("/")).status).toBe(200);
});

test.each(["", "  ", "——"])("%j is no code", async (code) => {
  expect((await server.client().post("/resume", { code })).status).toBe(422);
});

test("a page that shows another conversation cannot speak into this one", async () => {
  const phone = await talker("手机");
  const computer = await talker("电脑");
  const shown = /data-conversation="(\w+)"/.exec(await computer.page())?.[1] ?? "";
  await computer.post("/resume", { code: await newCode(phone) });

  expect((await computer.post("/say", { text: "说错地方", conversation: shown })).status).toBe(409);
  const stream = await computer.events(`?after=0&conversation=${shown}`);
  expect(await stream.next()).toMatchObject({ event: "gone" });
  expect(await phone.page()).not.toContain("说错地方");
});
