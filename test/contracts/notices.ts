import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeliveryState, Outcome } from "../../bot/store/notice-port.ts";
import type { Store } from "../../bot/store/port.ts";
import { effect, invite, register, tomorrow, work } from "../store/departments.ts";
import { at, meet } from "../store/turns.ts";
import type { OpenedStore } from "./store.ts";

const states: readonly Outcome["state"][] = ["sent", "read", "blocked", "failed", "unknown", "skipped"];

/** How far a delivery is. */
const place = { queued: 0, sending: 1, sent: 2, blocked: 2, failed: 2, unknown: 2, skipped: 2, read: 3 };

/** What every store does with notices and their deliveries. */
export const noticesContract = (name: string, open: () => Promise<OpenedStore>) =>
  describe(`notices contract: ${name}`, () => {
    let data: OpenedStore;
    let store: Store;

    beforeEach(async () => {
      data = await open();
      store = data.store;
      await invite(store, "wang");
      await register(store, "wang", "wang");
    });
    afterEach(() => data.dispose());

    const draft = {
      id: "n",
      text: "请于3月23日前报送",
      files: [{ hash: "f00", name: "通知.docx", size: 10 }],
      audience: { area: "杭州市", lacks: "audit" },
    };
    const people = async (count: number): Promise<readonly string[]> => {
      const ids: string[] = [];
      for (let n = 0; n < count; n++) ids.push((await meet(store, `p${String(n).padStart(5, "0")}`)).id);
      return ids;
    };
    const start = async (accounts: readonly string[]) => {
      await work(store, "wang", { drafts: [draft] });
      return work(store, "wang", { starts: { notice: "n", accounts } });
    };
    const move = (to: "paused" | "sending" | "stopped") => work(store, "wang", { moves: { notice: "n", to } });
    const settle = (account: string, state: Outcome["state"], reason?: string) =>
      store.notices.settle({ notice: "n", account, state, at: tomorrow, ...(reason && { reason }) });
    const claimBy = async (by: Store, limit: number) => {
      const waiting = await by.notices.waiting("n", { channel: "web" }, limit);
      return waiting.length === 0
        ? []
        : by.notices.claim(
            "n",
            waiting.map(({ account }) => account),
            at,
          );
    };
    const claim = (limit: number) => claimBy(store, limit);
    const stateOf = async (account: string) =>
      (await store.notices.deliveries("n")).find((one) => one.account === account)?.state;

    test("a draft is kept as it was written, and is its contact's", async () => {
      await work(store, "wang", { drafts: [draft] });
      const kept = { ...draft, contact: "wang", createdAt: at, state: "draft" };
      expect(await (await data.reopen()).notices.find("n")).toEqual(kept);
      expect(await store.notices.by("wang")).toEqual([kept]);
      expect(await store.notices.by("li")).toEqual([]);
      expect(await store.notices.find("m")).toBeNull();
    });

    test("a notice begins once, by its contact, with one delivery for each recipient", async () => {
      const [one = "", two = ""] = await people(2);
      await invite(store, "li");
      await register(store, "li", "li");
      await work(store, "wang", { drafts: [draft] });
      expect(await work(store, "li", { starts: { notice: "n", accounts: [one] } })).toBe("conflict");
      expect(await work(store, "wang", { starts: { notice: "n", accounts: [one, two, one] } })).toBe("committed");
      expect(await work(store, "wang", { starts: { notice: "n", accounts: [two] } })).toBe("conflict");
      const queued = { state: "queued", reason: null, tries: 0, at, channel: "web" };
      expect(await store.notices.deliveries("n")).toEqual([
        { ...queued, account: one, address: "p00000", enterpriseId: "body of p00000" },
        { ...queued, account: two, address: "p00001", enterpriseId: "body of p00001" },
      ]);
      expect((await store.notices.sending()).map(({ id }) => id)).toEqual(["n"]);
    });

    test("pausing holds back what is queued, going on sends it, stopping skips it", async () => {
      await start(await people(3));
      expect(await move("sending")).toBe("conflict");
      expect(await move("paused")).toBe("committed");
      expect(await claim(1)).toEqual([]);
      expect(await store.notices.sending()).toEqual([]);
      expect(await move("sending")).toBe("committed");
      const [claimed = ""] = await claim(1);
      expect(await move("stopped")).toBe("committed");
      expect(await claim(1)).toEqual([]);
      expect(await store.notices.counts("n")).toEqual({ sending: 1, skipped: 2 });
      expect(await store.notices.deliveries("n", ["skipped"])).toMatchObject(
        Array.from({ length: 2 }, () => ({ reason: "stopped" })),
      );
      expect(await settle(claimed, "sent")).toBe(true);
      for (const to of ["paused", "sending", "stopped"] as const) expect(await move(to)).toBe("conflict");
    });

    test("is stopped with the contact that is revoked", async () => {
      await start(await people(2));
      await store.departments.revoke("wang", at);
      expect(await store.notices.find("n")).toMatchObject({ state: "stopped" });
      expect(await store.notices.counts("n")).toEqual({ skipped: 2 });
    });

    test("is done once nothing is queued or sending", async () => {
      await start(await people(2));
      const [one = ""] = await claim(1);
      await settle(one, "sent");
      expect(await store.notices.finish("n")).toBe(false);
      const [two = ""] = await claim(1);
      expect(await store.notices.finish("n")).toBe(false);
      await settle(two, "blocked", "blocked by the person");
      expect(await store.notices.finish("n")).toBe(true);
      expect(await store.notices.finish("n")).toBe(false);
      expect(await store.notices.deliveries("n", ["blocked"])).toMatchObject([
        { account: two, reason: "blocked by the person", tries: 1, at: tomorrow },
      ]);
    });

    /** The turn in which the account is told the notice. */
    const tell = (address: string) => effect(store, address, {}, { updateId: "notice:n" });

    test("what a crash left sending is unknown and not sent again, but for what was not told in a turn yet", async () => {
      await start(await people(4));
      const [one = "", two = "", three = ""] = await claim(3);
      await tell("p00000");
      await tell("p00001");
      expect(await store.notices.giveUp("m", tomorrow)).toBe(0);
      expect(await store.notices.giveUp("n", tomorrow)).toBe(2);
      expect(await store.notices.giveUp("n", tomorrow)).toBe(0);
      expect((await store.notices.deliveries("n", ["unknown"])).map(({ account }) => account)).toEqual([one, two]);
      expect((await claim(10)).toSorted()).toEqual([three, "account of p00003"]);
    });

    test("of a notice that was stopped before the crash what was not told is skipped", async () => {
      await start(await people(2));
      await claim(1);
      await move("stopped");
      expect(await store.notices.giveUp("n", tomorrow)).toBe(0);
      expect(await store.notices.counts("n")).toEqual({ skipped: 2 });
    });

    test("who is forgotten is not written to any more", async () => {
      await start(await people(2));
      await effect(store, "p00000", {}, { forget: true });
      expect(await store.notices.counts("n")).toEqual({ queued: 1, skipped: 1 });
    });

    test("who wants no notices any more is not sent those that wait", async () => {
      await start(await people(2));
      const preference = { hour: 9, leads: [7], wantsNotices: false };
      await effect(store, "p00000", { preference });
      await effect(store, "p00001", { preference: { ...preference, wantsNotices: true } });
      expect(await store.notices.counts("n")).toEqual({ queued: 1, skipped: 1 });
      expect(await store.notices.deliveries("n", ["skipped"])).toMatchObject([{ reason: "unsubscribed" }]);
    });

    test("what came to an account, with what it has read", async () => {
      const [account = ""] = await people(1);
      expect(await store.notices.inbox(account)).toEqual({ unread: [], hasAny: false });
      await start([account]);
      expect(await store.notices.inbox(account)).toEqual({ unread: [], hasAny: false });
      await claim(1);
      expect(await store.notices.inbox(account)).toEqual({ unread: ["n"], hasAny: true });
      await effect(store, "p00000", { reads: ["n", "m"] });
      expect(await store.notices.inbox(account)).toEqual({ unread: [], hasAny: true });
      await effect(store, "p00000", { reads: ["n"] });
      expect(await store.notices.counts("n")).toEqual({ read: 1 });
    });

    test("how many a channel took since then is counted by the turns", async () => {
      await start(await people(3));
      await tell("p00000");
      await tell("p00001");
      await effect(store, "p00002", {}, { updateId: "other" });
      expect(await store.notices.taken("web", at)).toEqual({ count: 2, last: at });
      expect(await store.notices.taken("web", tomorrow)).toEqual({ count: 0, last: null });
      expect(await store.notices.taken("telegram", at)).toEqual({ count: 0, last: null });
    });

    test("a delivery moves forward only, whatever is said of it in whatever order", async () => {
      const [account = ""] = await people(1);
      let notices = 0;
      const steps = fc.array(fc.oneof(fc.constant("claim" as const), fc.constantFrom(...states)), { maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(steps, async (said) => {
          const id = `n${++notices}`;
          await work(store, "wang", { drafts: [{ ...draft, id }] });
          await work(store, "wang", { starts: { notice: id, accounts: [account] } });
          let before: DeliveryState = "queued";
          let claims = 0;
          for (const step of said) {
            const moved =
              step === "claim"
                ? (await store.notices.claim(id, [account], at)).length === 1
                : await store.notices.settle({ notice: id, account, state: step, at });
            if (step === "claim" && moved) claims++;
            const [delivery, ...others] = await store.notices.deliveries(id);
            expect(others).toEqual([]);
            if (moved) expect(place[delivery!.state]).toBeGreaterThan(place[before]);
            else expect(delivery?.state).toBe(before);
            before = delivery!.state;
          }
          expect(claims).toBeLessThanOrEqual(1);
        }),
        { numRuns: 25 },
      );
    });

    test("10,000 recipients, two senders at once: one row and one final state each, none claimed twice", async () => {
      const accounts = await people(10_000);
      expect(await start(accounts)).toBe("committed");
      const other = await data.reopen();
      const claimed: string[] = [];
      const send = async (by: Store): Promise<void> => {
        for (;;) {
          const some = await claimBy(by, 400);
          const isOver = some.length === 0 && (await by.notices.counts("n")).queued === undefined;
          if (isOver) return;
          claimed.push(...some);
          for (const [n, account] of some.entries())
            await by.notices.settle({ notice: "n", account, state: n % 7 === 0 ? "failed" : "sent", at });
        }
      };
      await Promise.all([send(store), send(other)]);
      expect(claimed.toSorted()).toEqual(accounts.toSorted());
      const { sent = 0, failed = 0, ...others } = await store.notices.counts("n");
      expect({ all: sent + failed, others }).toEqual({ all: 10_000, others: {} });
      expect(await store.notices.finish("n")).toBe(true);
    });

    test("states that were told once stay: read after sent, but never sent after read", async () => {
      await start(await people(1));
      const [account = ""] = await claim(1);
      expect(await settle(account, "sent")).toBe(true);
      expect(await settle(account, "read")).toBe(true);
      expect(await settle(account, "sent")).toBe(false);
      expect(await settle(account, "failed")).toBe(false);
      expect(await stateOf(account)).toBe("read");
    });
  });
