import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Claimed, Queue } from "../../bot/jobs/queue.ts";
import { effect } from "../store/departments.ts";
import { meet } from "../store/turns.ts";
import type { OpenedStore } from "./store.ts";

/** An instant so many seconds after 2027-03-01, 9 o'clock. */
const at = (seconds: number): string => new Date(Date.UTC(2027, 2, 1, 1) + seconds * 1000).toISOString();
const lease = 60;

/** What every queue does, whatever is behind it. */
export const queueContract = (name: string, open: () => Promise<OpenedStore>) =>
  describe(`queue contract: ${name}`, () => {
    let data: OpenedStore;
    let queue: Queue;

    beforeEach(async () => {
      data = await open();
      queue = data.store.queue;
    });
    afterEach(() => data.dispose());

    const job = (key: string, due = 0, kind = "tell") => ({ key, kind, payload: { key }, dueAt: at(due) });
    const claim = (now: number, { owner = "me", limit = 10, kinds = ["tell"], of = queue } = {}) =>
      of.claim({ owner, kinds, now: at(now), until: at(now + lease), limit });
    const keys = (claimed: readonly Claimed[]) => claimed.map(({ key }) => key);
    const only = async (now: number, owner = "me") => {
      const [claimed] = await claim(now, { owner });
      if (!claimed) throw new Error("nothing is due");
      return claimed;
    };

    test("gives a job from its time on, those first that have waited longest", async () => {
      await queue.add([job("late", 20), job("b", 10), job("a", 10), job("early", 5)]);
      expect(keys(await claim(4.999))).toEqual([]);
      expect(keys(await claim(5))).toEqual(["early"]);
      expect(keys(await claim(30, { limit: 2 }))).toEqual(["a", "b"]);
      expect(keys(await claim(30))).toEqual(["late"]);
    });

    test("gives a job with its payload, and only kinds that are asked for", async () => {
      await queue.add([{ ...job("a"), payload: { text: "“王”", list: [1, null] } }, job("b", 0, "other")]);
      const payload = { text: "“王”", list: [1, null] };
      expect(await claim(0)).toEqual([{ key: "a", kind: "tell", payload, owner: "me", tries: 1 }]);
      expect(await claim(0, { kinds: [] })).toEqual([]);
      expect(keys(await claim(0, { kinds: ["other"] }))).toEqual(["b"]);
    });

    test("keeps a key once, also when its work is long done", async () => {
      await queue.add([job("a"), job("a", 5)]);
      await queue.add([job("a")]);
      const claimed = await only(0);
      expect(await queue.complete(claimed, at(1))).toBe(true);
      await queue.add([job("a")]);
      expect(await claim(10_000)).toEqual([]);
    });

    test("gives a job to nobody else until its lease ends, then again", async () => {
      await queue.add([job("a")]);
      await only(0);
      expect(await claim(lease - 0.001, { owner: "you" })).toEqual([]);
      expect(await only(lease, "you")).toMatchObject({ key: "a", tries: 2, owner: "you" });
    });

    test.each<[string, (job: Claimed) => Promise<boolean>]>([
      ["complete", (job) => queue.complete(job, at(61))],
      ["postpone", (job) => queue.postpone(job, at(0))],
      ["extend", (job) => queue.extend(job, at(1000))],
    ])("who lost its lease to another cannot %s any more", async (_, change) => {
      await queue.add([job("a")]);
      const mine = await only(0);
      const yours = await only(60, "you");
      expect(await change(mine)).toBe(false);
      expect(await claim(119, { owner: "third" })).toEqual([]);
      expect(await queue.complete(yours, at(62))).toBe(true);
      expect(await change(yours)).toBe(false);
    });

    test("a lease that ended unnoticed is still its owner's", async () => {
      await queue.add([job("a")]);
      const mine = await only(0);
      expect(await queue.complete(mine, at(1000))).toBe(true);
      expect(await claim(2000)).toEqual([]);
    });

    test("a lease is made longer, a job that did not work out comes again later", async () => {
      await queue.add([job("a")]);
      const mine = await only(0);
      expect(await queue.extend(mine, at(100))).toBe(true);
      expect(await claim(99, { owner: "you" })).toEqual([]);
      expect(await queue.postpone(mine, at(300))).toBe(true);
      expect(await queue.complete(mine, at(200))).toBe(false);
      expect(await claim(299)).toEqual([]);
      expect(await only(300)).toMatchObject({ key: "a", tries: 2 });
    });

    test("frees what was claimed before the clock went back, and nothing else", async () => {
      const day = 24 * 60 * 60;
      await queue.add([job("claimed", 0), job("mine", 1), job("planned", day)]);
      await claim(day, { owner: "killed", limit: 1 });
      await claim(1, { owner: "you", limit: 1 });
      await queue.recover(at(2), at(2 + lease));
      expect(keys(await claim(2))).toEqual(["claimed"]);
    });

    test("a turn adds jobs with what it commits, or not at all", async () => {
      const stale = { ...(await meet(data.store, "me")), version: 7 };
      expect(await effect(data.store, stale, { jobs: [job("lost")] })).toBe("conflict");
      expect(await effect(data.store, "me", { jobs: [job("kept")] })).toBe("committed");
      expect(keys(await claim(0))).toEqual(["kept"]);
    });

    test("3,000 jobs are added at once and claimed by two at once, each by one", async () => {
      const all = Array.from({ length: 3000 }, (_, n) => `job ${String(n).padStart(4, "0")}`);
      await queue.add(all.map((key) => job(key)));
      const other = (await data.reopen()).queue;
      const take = async (of: Queue, owner: string, taken: string[] = []): Promise<readonly string[]> => {
        const some = keys(await claim(0, { of, owner, limit: 70 }));
        return some.length === 0 ? taken : take(of, owner, [...taken, ...some]);
      };
      const [mine, yours] = await Promise.all([take(queue, "me"), take(other, "you")]);
      expect([...mine, ...yours].toSorted()).toEqual(all);
      expect(Math.min(mine.length, yours.length)).toBeGreaterThan(0);
    });

    test("any order of claims, kills and ends: no completed job runs again, none is lost", async () => {
      const step = fc.oneof(
        { weight: 4, arbitrary: fc.record({ does: fc.constant("claim" as const), owner: fc.constantFrom("a", "b") }) },
        { weight: 3, arbitrary: fc.record({ does: fc.constantFrom("complete", "postpone", "extend", "die") }) },
        {
          weight: 2,
          arbitrary: fc.record({ does: fc.constant("wait" as const), seconds: fc.integer({ min: 1, max: 90 }) }),
        },
      );
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
          const kind = `run ${++runs}`;
          const all = ["1", "2", "3"].map((n) => `${kind} ${n}`);
          await queue.add(all.map((key) => job(key, 0, kind)));
          const done = new Set<string>();
          let running: Claimed[] = [];
          let now = 0;
          const take = async (owner: string) => {
            const claimed = await claim(now, { owner, limit: 2, kinds: [kind] });
            expect(claimed.filter(({ key }) => done.has(key))).toEqual([]);
            running.push(...claimed);
          };
          for (const one of steps) {
            if ("owner" in one) await take(one.owner);
            else if ("seconds" in one) now += one.seconds;
            else {
              const [first, ...others] = running;
              if (!first) continue;
              if (one.does !== "extend") running = others;
              if (one.does === "extend") await queue.extend(first, at(now + lease));
              if (one.does === "postpone") await queue.postpone(first, at(now + 10));
              if (one.does === "complete" && (await queue.complete(first, at(now)))) done.add(first.key);
            }
          }
          // All die; whoever comes later finds what is not done, all of it.
          now += 1000;
          running = [];
          await take("c");
          await take("c");
          expect([...keys(running), ...done].toSorted()).toEqual(all);
        }),
        { numRuns: 60 },
      );
    });
  });
