import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeliveryOutcome } from "../../bot/store/deliveries-port.ts";
import type { Store } from "../../bot/store/port.ts";
import { meet, reply, turn } from "../store/turns.ts";
import type { OpenedStore } from "./store.ts";

const monday = "2027-03-01T01:00:00.000Z";
const tuesday = "2027-03-02T01:00:00.000Z";

const unknown: DeliveryOutcome = { status: "unknown", reason: "no answer", at: monday };
const blocked: DeliveryOutcome = { status: "failed", reason: "403 blocked", final: "blocked", at: monday };
const refused: DeliveryOutcome = { status: "failed", reason: "400 too long", final: "refused", at: monday };

/** How every store keeps what became of replies. */
export const deliveriesContract = (name: string, open: () => Promise<OpenedStore>) =>
  describe(`deliveries contract: ${name}`, () => {
    let data: OpenedStore;
    let store: Store;
    let updates = 0;

    beforeEach(async () => {
      data = await open();
      store = data.store;
    });
    afterEach(() => data.dispose());

    /** A turn that says these; gives their numbers. */
    const say = async (address: string, ...texts: readonly string[]): Promise<readonly number[]> => {
      const account = await meet(store, address);
      const committed = await store.commit(turn(account, `u${++updates}`, { replies: texts.map(reply) }));
      if (committed.status !== "committed") throw new Error(committed.status);
      return committed.seqs;
    };
    const saySeq = async (address: string, text: string): Promise<number> => {
      const [seq] = await say(address, text);
      if (seq === undefined) throw new Error("nothing was said");
      return seq;
    };
    const left = async () => (await store.undelivered("web")).map((one) => one.reply.text);

    test.each([
      ["unknown is sent again at the next start", unknown, ["甲"]],
      ["failed for being blocked is not", blocked, []],
      ["refused is not", refused, []],
    ])("what is %s", async (_, outcome, expected) => {
      await store.undeliverable(await saySeq("me", "甲"), outcome);
      store = await data.reopen();
      expect(await left()).toEqual(expected);
    });

    test("outcomes are kept with their reasons and instants, of all channels, until the reply arrives", async () => {
      const [first, second, third] = (await say("me", "甲", "乙", "丙")) as [number, number, number];
      await store.undeliverable(second, refused);
      await store.undeliverable(first, unknown);
      const place = { channel: "web", address: "me" };
      store = await data.reopen();
      expect(await store.outcomes(monday)).toEqual([
        { seq: first, ...place, ...unknown },
        { seq: second, ...place, ...refused },
      ]);
      expect(await left()).toEqual(["甲", "丙"]);
      await store.delivered([first, third]);
      expect(await store.outcomes(monday)).toEqual([{ seq: second, ...place, ...refused }]);
    });

    test("the last outcome counts, and those before an instant are left out", async () => {
      const [first, second] = (await say("me", "甲", "乙")) as [number, number];
      await store.undeliverable(first, unknown);
      await store.undeliverable(second, unknown);
      await store.undeliverable(second, { ...blocked, at: tuesday });
      expect(await store.outcomes(tuesday)).toMatchObject([{ seq: second, status: "failed", at: tuesday }]);
      expect(await store.outcomes(monday)).toHaveLength(2);
      expect(await store.outcomes("2027-03-02T01:00:00.001Z")).toEqual([]);
    });

    test("what was blocked waits for its own person, and is queued by then", async () => {
      await store.undeliverable(await saySeq("me", "甲"), blocked);
      await store.undeliverable(await saySeq("me", "乙"), refused);
      await store.undeliverable(await saySeq("you", "丙"), blocked);
      await store.undeliverable(await saySeq("me", "丁"), blocked);
      await store.undeliverable(await saySeq("third", "戊"), unknown);
      expect((await store.blocked("web")).toSorted()).toEqual(["me", "you"]);
      expect(await store.blocked("telegram")).toEqual([]);

      expect(await store.unblock("telegram", "me")).toEqual([]);
      expect((await store.unblock("web", "me")).map((one) => one.reply.text)).toEqual(["甲", "丁"]);
      expect(await store.unblock("web", "me")).toEqual([]);
      expect(await store.blocked("web")).toEqual(["you"]);
      expect(await left()).toEqual(["甲", "丁", "戊"]);
      expect((await store.outcomes(monday)).map(({ reason }) => reason)).toEqual([
        "400 too long",
        "403 blocked",
        "no answer",
      ]);
    });

    test("what a person sent has no outcome, nor what is forgotten", async () => {
      const account = await meet(store, "me");
      const seq = await saySeq("me", "甲");
      const [receipt] = await store.said(account.id, 0, 1);
      await store.undeliverable((receipt?.seq ?? seq) - 1, unknown);
      await store.undeliverable(seq, unknown);
      expect(await store.outcomes(monday)).toHaveLength(1);
      await store.commit(turn(await meet(store, "me"), "forget", { forget: true }));
      await store.undeliverable(seq, unknown);
      expect(await store.outcomes(monday)).toEqual([]);
    });
  });
