import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Delivery, Manners } from "../../bot/channel.ts";
import { Schedule } from "../../bot/sending/schedule.ts";

const sent: Delivery = { status: "sent" };
const unknown: Delivery = { status: "unknown", reason: "no answer" };
const offline: Delivery = { status: "failed", reason: "no network" };
const slowDown: Delivery = { status: "failed", reason: "too fast", retryAfterSeconds: 7 };
const blocked: Delivery = { status: "failed", reason: "blocked", final: "blocked" };
const refused: Delivery = { status: "failed", reason: "bad request", final: "refused" };

const limits: Manners["limits"] = {
  all: [{ count: 3, seconds: 1 }],
  chat: [{ count: 1, seconds: 1 }],
  group: [{ count: 2, seconds: 60 }],
};
const none: Manners["limits"] = { all: [], chat: [], group: [] };

/** A schedule with a clock that goes only when told. */
class Rig {
  readonly schedule: Schedule<string>;
  now = 0;
  /** `10 text`: what was begun, and when. */
  readonly begun: string[] = [];
  readonly ended: string[] = [];

  constructor(given = limits) {
    this.schedule = new Schedule(given);
  }

  reply(address: string, ...texts: string[]): this {
    for (const text of texts) this.add(address, text, {});
    return this;
  }

  notice(address: string, ...texts: string[]): this {
    for (const text of texts) this.add(address, text, { urgency: "notice" });
    return this;
  }

  add(address: string, text: string, more: { urgency?: "notice"; parts?: number }): boolean {
    return this.schedule.add(text, {
      address,
      isGroup: address.startsWith("-"),
      urgency: more.urgency ?? "reply",
      parts: more.parts ?? 1,
    });
  }

  /** Sends all there is to send until that instant; each sending takes no time and ends as `how` says. */
  until(ms: number, how: (text: string) => Delivery = () => sent): this {
    for (;;) {
      const next = this.schedule.next(this.now);
      if (next && "send" in next) {
        const { message } = next.send;
        this.begun.push(`${this.now} ${message}`);
        for (const ended of this.schedule.settle(next.to, next.send, how(message), this.now))
          this.ended.push(`${ended.message} ${ended.delivery.status}`);
      } else if (next && next.wakeAt <= ms) this.now = next.wakeAt;
      else break;
    }
    this.now = ms;
    return this;
  }
}

describe("limits", () => {
  test("so many a second over all chats", () => {
    const rig = new Rig().reply("1", "a").reply("2", "b").reply("3", "c").reply("4", "d").until(5000);
    expect(rig.begun).toEqual(["0 a", "0 b", "0 c", "1000 d"]);
  });

  test("one a second in a chat, in order", () => {
    expect(new Rig().reply("1", "a", "b", "c").until(5000).begun).toEqual(["0 a", "1000 b", "2000 c"]);
  });

  test("so many a minute in a group", () => {
    expect(new Rig().reply("-1", "a", "b", "c").until(70_000).begun).toEqual(["0 a", "1000 b", "60000 c"]);
  });

  test("a message that is under way counts until its window after its end", () => {
    const rig = new Rig().reply("1", "slow").reply("2", "b").reply("3", "c").reply("4", "d");
    const slow = rig.schedule.next(0);
    if (!slow || !("send" in slow)) throw new Error("nothing to send");
    rig.until(4500);
    expect(rig.begun).toEqual(["0 b", "0 c", "1000 d"]);
    rig.schedule.settle(slow.to, slow.send, sent, 4500);
    rig.reply("1", "e").reply("5", "f").reply("6", "g").reply("7", "h").until(9000);
    expect(rig.begun.slice(3)).toEqual(["4500 f", "4500 g", "5500 e", "5500 h"]);
  });

  test("never more in any window than allowed, nothing lost, order kept", () => {
    const plan = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean(), fc.integer({ min: 0, max: 900 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(plan, (messages) => {
        const rig = new Rig();
        messages.forEach(([chat, isNotice, after], at) => {
          rig.until(rig.now + after);
          if (isNotice) rig.notice(String(chat), `${chat} n${at}`);
          else rig.reply(String(chat), `${chat} r${at}`);
        });
        rig.until(1_000_000);
        const begun = rig.begun.map((line) => line.split(" ")).map(([at, chat, id]) => ({ at: Number(at), chat, id }));
        expect(begun).toHaveLength(messages.length);
        for (const { at, chat } of begun) {
          const within = begun.filter((other) => other.at > at - 1000 && other.at <= at);
          expect(within.length).toBeLessThanOrEqual(3);
          expect(within.filter((other) => other.chat === chat).length).toBeLessThanOrEqual(1);
        }
        for (const kind of ["n", "r"])
          for (const chat of ["1", "2", "3", "4", "5", "6"]) {
            const ids = begun
              .filter((one) => one.chat === chat && one.id?.startsWith(kind))
              .map(({ id }) => Number(id?.slice(1)));
            expect(ids).toEqual(ids.toSorted((a, b) => a - b));
          }
      }),
    );
  });
});

describe("order", () => {
  test("replies go before notices, in the same chat and over all", () => {
    const rig = new Rig().notice("1", "n1").notice("2", "n2").reply("2", "r2").reply("3", "r3").until(5000);
    expect(rig.begun).toEqual(["0 r2", "0 r3", "0 n1", "1000 n2"]);
  });

  test("a notice of several parts that has begun is ended before a reply", () => {
    const rig = new Rig();
    rig.add("1", "long notice", { urgency: "notice", parts: 2 });
    rig.until(500).reply("1", "reply").until(5000);
    expect(rig.begun).toEqual(["0 long notice", "1000 long notice", "2000 reply"]);
    expect(rig.ended).toEqual(["long notice sent", "reply sent"]);
  });

  test("chats take turns", () => {
    const rig = new Rig({ ...none, all: [{ count: 1, seconds: 1 }] })
      .reply("1", "a", "b")
      .reply("2", "c", "d")
      .until(9000);
    expect(rig.begun.map((line) => line.at(-1))).toEqual(["a", "c", "b", "d"]);
  });
});

describe("failures", () => {
  test("retry_after is obeyed to the letter, and by that chat only", () => {
    let isFirst = true;
    const rig = new Rig()
      .reply("1", "a")
      .reply("2", "b", "c")
      .until(9000, (text) => {
        if (text !== "a" || !isFirst) return sent;
        isFirst = false;
        return slowDown;
      });
    expect(rig.begun).toEqual(["0 a", "0 b", "1000 c", "7000 a"]);
    expect(rig.ended).toEqual(["b sent", "c sent", "a sent"]);
  });

  test("pauses between tries grow", () => {
    expect(new Rig().reply("1", "a").until(16_000, () => offline).begun).toEqual([
      "0 a",
      "1000 a",
      "3000 a",
      "7000 a",
      "15000 a",
    ]);
  });

  test("a part that failed is sent again, not those before it", () => {
    const rig = new Rig(none);
    rig.add("1", "long", { parts: 3 });
    const parts: number[] = [];
    for (let at = 0, next = rig.schedule.next(at); next; next = rig.schedule.next(at)) {
      if ("wakeAt" in next) at = next.wakeAt;
      else {
        parts.push(next.send.part);
        rig.schedule.settle(next.to, next.send, parts.length === 2 ? offline : sent, at);
      }
    }
    expect(parts).toEqual([0, 1, 1, 2]);
  });

  test("a reply whose outcome is unknown is sent again, a few times", () => {
    const rig = new Rig().reply("1", "a").until(100_000, () => unknown);
    expect(rig.begun).toEqual(["0 a", "1000 a", "3000 a", "7000 a"]);
    expect(rig.ended).toEqual(["a unknown"]);
  });

  test("a notice whose outcome is unknown is held", () => {
    const rig = new Rig().notice("1", "a").until(100_000, () => unknown);
    expect(rig.begun).toEqual(["0 a"]);
    expect(rig.ended).toEqual(["a unknown"]);
  });

  test("what the messenger refuses is given up; what follows is sent", () => {
    const rig = new Rig().reply("1", "a", "b").until(9000, (text) => (text === "a" ? refused : sent));
    expect(rig.ended).toEqual(["a failed", "b sent"]);
  });

  test("who blocked the bot is left alone until they write", () => {
    const rig = new Rig()
      .reply("1", "a", "b")
      .notice("1", "n")
      .until(9000, () => blocked);
    expect(rig.begun).toEqual(["0 a"]);
    expect(rig.ended).toEqual(["a failed", "b failed", "n failed"]);
    expect(rig.add("1", "c", {})).toBe(false);
    rig.schedule.heard("1");
    rig.reply("1", "d").until(20_000);
    expect(rig.begun.slice(1)).toEqual(["9000 d"]);
  });
});

test("ten thousand chats are served in order of their coming, none twice", () => {
  const rig = new Rig({ ...none, all: [{ count: 30, seconds: 1 }], chat: [{ count: 1, seconds: 1 }] });
  const texts = Array.from({ length: 10_000 }, (_, at) => `n${at}`);
  texts.forEach((text, at) => {
    rig.notice(String(at), text);
  });
  rig.until(10_000_000);
  expect(rig.begun.map((line) => line.split(" ")[1])).toEqual(texts);
  expect(rig.begun.at(-1)).toBe(`${(Math.ceil(10_000 / 30) - 1) * 1000} n9999`);
});
