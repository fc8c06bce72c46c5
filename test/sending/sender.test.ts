import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Delivery, Manners, Reply } from "../../bot/channel.ts";
import type { Ledger } from "../../bot/sending/ledger.ts";
import { outboxFor } from "../../bot/sending/outbox.ts";
import { senderFor } from "../../bot/sending/sender.ts";
import { told } from "../contracts/house.ts";
import { TestLedger } from "../contracts/ledger.ts";

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

describe("what comes by itself", () => {
  const never = new AbortController().signal;

  test("is made when its turn has come, and goes whole before what is said meanwhile", async () => {
    const { given, channel } = channelOf();
    const sender = senderFor(channel, () => {});
    const earlier = sender.send("7", told("前"), 1);
    const made: string[] = [];
    const coming = sender.sendWhenFree(
      "7",
      async () => {
        made.push(...given);
        return [
          { seq: 3, reply: told("通知") },
          { seq: 4, reply: told("问") },
        ];
      },
      never,
    );
    const reply = sender.send("7", told("后"), 2);
    await vi.advanceTimersByTimeAsync(2500);
    const later = sender.send("7", told("再后"), 5);
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all([earlier, reply, later]);
    expect(made).toEqual(["7 1.0", "7 2.0"]);
    expect(given).toEqual(["7 1.0", "7 2.0", "7 3.0", "7 3.1", "7 4.0", "7 5.0", "7 5.1"]);
    expect(await coming).toEqual({ delivery: sent, arrived: 2 });
  });

  test("says how much of it arrived", async () => {
    const { channel } = channelOf((line) =>
      line.startsWith("7 2") ? { status: "unknown", reason: "no answer" } : sent,
    );
    const coming = senderFor(channel, () => {}).sendWhenFree(
      "7",
      async () => [1, 2, 3].map((seq) => ({ seq, reply: told("一") })),
      never,
    );
    await vi.advanceTimersByTimeAsync(5000);
    expect(await coming).toEqual({ delivery: { status: "unknown", reason: "no answer" }, arrived: 1 });
  });

  test("is neither made nor sent once it is called off, and may turn out to be nothing", async () => {
    const { given, channel } = channelOf();
    const sender = senderFor(channel, () => {});
    const off = new AbortController();
    const make = vi.fn(async () => [{ seq: 2, reply: told("一") }]);
    const first = sender.send("7", told("一二三"), 1);
    const coming = sender.sendWhenFree("7", make, off.signal);
    off.abort();
    expect(await coming).toMatchObject({ delivery: { status: "failed" }, arrived: 0 });
    const nothing = sender.sendWhenFree("7", async () => [], never);
    await vi.advanceTimersByTimeAsync(10_000);
    await first;
    expect(await nothing).toMatchObject({ delivery: { status: "failed" }, arrived: 0 });
    expect(make).not.toHaveBeenCalled();
    expect(given).toEqual(["7 1.0", "7 1.1", "7 1.2"]);
  });
});

/** An outbox on a channel, with what it writes down and what the operator reads. */
const outboxOn = (channel: ReturnType<typeof channelOf>["channel"], ledger: Ledger = new TestLedger()) => {
  const lines: string[] = [];
  const whole = { ...channel, start: async () => {}, stop: async () => {} };
  return { outbox: outboxFor(whole, ledger, (line) => lines.push(line), ["old"]), lines };
};

describe("the outbox", () => {
  test("writes down what arrived, together where it came together, and what is not known to have", async () => {
    const batches: (readonly number[])[] = [];
    const ledger = new TestLedger();
    ledger.delivered = async (seqs) => {
      batches.push(seqs);
      await new Promise((resolve) => setTimeout(resolve, 1));
    };
    const { channel } = channelOf((line) => {
      if (line.startsWith("9")) return { status: "failed", reason: "403 blocked", final: "blocked" };
      return line.startsWith("8") ? { status: "unknown", reason: "no answer" } : sent;
    });
    const { outbox, lines } = outboxOn(channel, ledger);
    for (const [seq, address] of ["7", "8", "9", "6", "5"].entries())
      await outbox.post(address, [{ seq, reply: told("一") }]);
    await vi.advanceTimersByTimeAsync(600_000);
    await outbox.stop();
    expect(batches).toEqual([[0], [3, 4]]);
    expect(ledger.troubles).toEqual([
      { seq: 2, delivery: { status: "failed", reason: "403 blocked", final: "blocked" } },
      { seq: 1, delivery: { status: "unknown", reason: "no answer" } },
    ]);
    expect(lines).toEqual([
      "messenger: message 2 is not known to have arrived: 403 blocked",
      "messenger: message 1 is not known to have arrived: no answer",
    ]);
  });

  test("what is cut short by the end of the bot has no outcome", async () => {
    const ledger = new TestLedger();
    const { channel, given } = channelOf();
    const { outbox, lines } = outboxOn(channel, ledger);
    await outbox.post(
      "7",
      [1, 2].map((seq) => ({ seq, reply: told("一") })),
    );
    await outbox.stop();
    expect(given).toEqual(["7 1.0"]);
    expect(ledger).toMatchObject({ arrived: [1], troubles: [] });
    expect(lines).toEqual([]);
  });

  test("posts again what was blocked when the person writes, in an earlier run or in this one, and only then", async () => {
    let isBlocked = true;
    const { channel, given } = channelOf(() =>
      isBlocked ? { status: "failed", reason: "403 blocked", final: "blocked" } : sent,
    );
    const ledger = new TestLedger();
    const unblocked: string[] = [];
    const { outbox } = outboxOn(channel, {
      delivered: (seqs) => ledger.delivered(seqs),
      undeliverable: (seq, delivery) => ledger.undeliverable(seq, delivery),
      async unblock(address) {
        unblocked.push(address);
        return [{ seq: address === "old" ? 1 : 2, reply: told("一") }];
      },
    });
    await outbox.post("7", [{ seq: 2, reply: told("一") }]);
    await outbox.post("7", [{ seq: 3, reply: told("一") }]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(given).toEqual(["7 2.0"]);
    isBlocked = false;
    for (const address of ["old", "7", "8", "old", "7"]) await outbox.heard(address);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(unblocked).toEqual(["old", "7"]);
    expect(given).toEqual(["7 2.0", "old 1.0", "7 2.0"]);
    expect(ledger.arrived).toEqual([1, 2]);
  });

  test("the same sentence beside the conversation waits once", async () => {
    const { given, channel } = channelOf();
    const { outbox } = outboxOn(channel);
    for (const text of ["忙", "甲", "甲", "甲", "乙"]) await outbox.tell("7", text);
    await vi.advanceTimersByTimeAsync(9000);
    expect(given).toHaveLength(3);
  });
});
