import { createServer } from "node:net";
import { expect, test } from "vitest";
import { webChannel } from "../../bot/channels/web/index.ts";
import { smallHouse } from "./house.ts";

const start = (port: number, host = "127.0.0.1") => {
  const channel = webChannel({ port, host });
  return channel.start(smallHouse(channel));
};

test("a port in use says what to set", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as { port: number };
  await expect(start(port)).rejects.toThrow(
    `port ${port} is in use: set PORT to another number, e.g. PORT=${port + 1} npm start`,
  );
  other.close();
});

test.each([Number.NaN, -1, 65_536, 3000.5])("port %s is invalid", async (port) => {
  await expect(start(port)).rejects.toThrow(/^port \S+ is invalid: set PORT to [^\n]+$/);
});

test("a host of another machine says what to set", async () => {
  await expect(start(0, "203.0.113.1")).rejects.toThrow(
    /^host 203\.0\.113\.1 is not an address of this machine: set HOST/,
  );
});

test("it can be stopped before it started, and started again after it stopped", async () => {
  const channel = webChannel({ port: 0, host: "127.0.0.1", secureCookies: true });
  await channel.stop();
  for (let n = 0; n < 2; n++) {
    await channel.start(smallHouse(channel));
    const answer = await fetch(channel.address());
    expect(answer.headers.get("set-cookie")).toContain("; Secure");
    await channel.stop();
  }
  expect(() => channel.address()).toThrow("not started");
});
