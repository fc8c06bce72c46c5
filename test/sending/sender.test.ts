import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Delivery, Manners, Reply } from "../../bot/channel.ts";
import { outboxFor } from "../../bot/sending/outbox.ts";
import { senderFor } from "../../bot/sending/sender.ts";
import { told } from "../contracts/house.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

const manners: Manners = {
  limits: { all: [], chat: [{ count: 1, seconds: 1 }], group: [] },
  isGroup: () => false,
  parts: ({ text }) => text.length,
};
type Send = (address: string, reply: Reply, seq: number, part?: number) => Promise<Delivery>;
const sent: Delivery = { status: "sent" };

/** A channel that writes down what it is given, by `address seq.part`. */
const channelOf = (answer: (line: string) => Promise<Delivery> | Delivery = () => sent) => {
  const given: string[] = [];
  const send: Send = async (address, _, seq, part) => {
    given.push(`${address} ${seq}.${part}`);
    return answer(`${address} ${seq}.${part}`);
  };
  return { given, channel: { name: "messenger", manners, send } };
};

describe("the sender", () => {
  test("sends the parts one by one, at their time, and resolves with the last", async () => {
    const { given, channel } = channelOf();
    const sending = senderFor(channel, () => {}).send("7", told("三部分"), 1);
    await vi.advanceTimersByTimeAsync(1999);
    expect(given).toEqual(["7 1.0", "7 1.1"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await sending).toEqual(sent);
    expect(given).toEqual(["7 1.0", "7 1.1", "7 1.2"]);
  });

  test("a reply that cannot be made is told to the operator, and the next one goes", async () => {
    const lines: string[] = [];
    const { channel } = channelOf((line) => {
      if (line === "7 1.0") throw new Error("no such file\n答案");
      return sent;
    });
    const sender = senderFor(channel, (line) => lines.push(line));
    const both = Promise.all([sender.send("7", told("一"), 1), sender.send("7", told("二"), 2)]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await both).toMatchObject([{ status: "failed", final: "refused" }, sent]);
    expect(lines).toEqual(["messenger: a message could not be made: Error: no such file"]);
  });

  test("stopped, it ends what is under way and begins nothing more", async () => {
    let answer = (_: Delivery): void => {};
    const { given, channel } = channelOf(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const sender = senderFor(channel, () => {});
    const both = [sender.send("7", told("一"), 1), sender.send("7", told("二"), 2)];
    const stopped = sender.stop();
    answer(sent);
    await stopped;
    expect(await Promise.all(both)).toMatchObject([sent, { status: "failed", reason: "the bot stops" }]);
    expect(await sender.send("7", told("三"), 3)).toMatchObject({ status: "failed" });
    expect(given).toEqual(["7 1.0"]);
  });
});

describe("the outbox", () => {
  test("marks what arrived, together where it came together, and tells what is not known to have", async () => {
    const marked: (readonly number[])[] = [];
    const lines: string[] = [];
    const { channel } = channelOf((line) =>
      line.startsWith("9") ? { status: "failed", reason: "403 blocked", final: "blocked" } : sent,
    );
    const whole = { ...channel, start: async () => {}, stop: async () => {} };
    const outbox = outboxFor(
      whole,
      async (seqs) => void marked.push(seqs),
      (line) => lines.push(line),
    );
    for (const [seq, address] of ["7", "8", "9"].entries()) await outbox.post(address, [{ seq, reply: told("一") }]);
    await vi.advanceTimersByTimeAsync(0);
    await outbox.stop();
    expect(marked.flat().toSorted()).toEqual([0, 1]);
    expect(lines).toEqual(["messenger: message 2 is not known to have arrived: 403 blocked"]);
  });

  test("the same sentence beside the conversation waits once", async () => {
    const { given, channel } = channelOf();
    const outbox = outboxFor(
      { ...channel, start: async () => {}, stop: async () => {} },
      async () => {},
      () => {},
    );
    for (const text of ["忙", "甲", "甲", "甲", "乙"]) await outbox.tell("7", text);
    await vi.advanceTimersByTimeAsync(9000);
    expect(given).toHaveLength(3);
  });
});
