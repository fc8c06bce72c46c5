import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Account, type Store, StoreFailure, type Turn } from "../../bot/store/port.ts";
import type { Scope } from "../../flows/world.ts";
import { at, changed, meet, opened, turn } from "../store/turns.ts";
import type { OpenedStore } from "./store.ts";

const tomorrow = "2027-03-02T09:00:00.000+08:00";
const finances: Scope = { application: "a", sections: ["finances"] };

/** What every store does with accounts that share an enterprise. */
export const linkingContract = (name: string, open: () => Promise<OpenedStore>) =>
  describe(`linking contract: ${name}`, () => {
    let data: OpenedStore;
    let store: Store;

    beforeEach(async () => {
      data = await open();
      store = data.store;
    });
    afterEach(() => data.dispose());

    let updates = 0;
    const commit = async (account: Account, parts: Partial<Turn>, other = store) =>
      (await other.commit(turn(account, `linking ${++updates}`, parts))).status;
    const apply = async (who: string, application: string) =>
      commit(await meet(store, who), {
        opened: [opened(application)],
        changed: [changed(application, 0, { name: application })],
        consentedOn: "2027-03-01",
      });
    const invite = async (who: string, codeHash: string, scope: Scope | null = null) =>
      commit(await meet(store, who), { invited: { codeHash, scope, expiresAt: tomorrow } });
    const join = async (who: string, codeHash: string, parts: Partial<Turn> = {}) =>
      commit(await meet(store, who), { joins: { codeHash }, ...parts });
    const shut = async (who: string, whom: readonly string[], parts: Partial<Turn> = {}) =>
      commit(await meet(store, who), {
        unlinks: whom.map((one) => ({ account: `account of ${one}`, enterpriseId: `new body of ${one}` })),
        ...parts,
      });
    const applicationsOf = async (enterprise: string) =>
      (await store.applications(enterprise)).map(({ id }) => id).sort();

    /** `me` applies with `a`; `accountant` fills its finances. */
    const delegate = async () => {
      await apply("me", "a");
      await invite("me", "h1", finances);
      await join("accountant", "h1");
      return meet(store, "accountant");
    };

    describe("an invitation", () => {
      test("is found by its hash, open, then used; another hash finds nothing", async () => {
        await invite("me", "h1", finances);
        const open = { enterpriseId: "body of me", scope: finances, expiresAt: tomorrow, usedAt: null };
        expect(await (await data.reopen()).invitation("h1")).toEqual(open);
        await join("you", "h1");
        expect(await store.invitation("h1")).toEqual({ ...open, usedAt: at });
        expect(await store.invitation("h2")).toBeNull();
      });

      test.each([
        ["2027-03-02T08:59:59.999+08:00", "committed"],
        [tomorrow, "conflict"],
        ["2027-03-02T09:00:00.001+08:00", "conflict"],
      ])("that lasts till tomorrow, 9 o'clock, at %s: %s", async (now, status) => {
        await invite("me", "h1");
        expect(await join("you", "h1", { at: now })).toBe(status);
        expect((await meet(store, "you")).enterpriseId).toBe(status === "committed" ? "body of me" : "body of you");
      });

      test("lets one in, not two, also when they come at once through two stores", async () => {
        await invite("me", "h1");
        const [left, right] = [await meet(store, "left"), await meet(store, "right")];
        const statuses = await Promise.all([
          commit(left, { joins: { codeHash: "h1" } }),
          commit(right, { joins: { codeHash: "h1" } }, await data.reopen()),
        ]);
        expect(statuses.toSorted()).toEqual(["committed", "conflict"]);
        expect(await store.colleagues("body of me")).toHaveLength(2);
        expect(await join("third", "h1")).toBe("conflict");
      });

      test("that nobody made lets nobody in", async () => {
        expect(await join("you", "h1")).toBe("conflict");
        expect(await meet(store, "you")).toMatchObject({ enterpriseId: "body of you", version: 0 });
      });

      test("is still open when the turn that used it fails", async () => {
        await apply("me", "a");
        await invite("me", "h1");
        await expect(join("you", "h1", { opened: [opened("a")] })).rejects.toThrow(StoreFailure);
        expect(await meet(store, "you")).toMatchObject({ enterpriseId: "body of you", version: 0 });
        expect(await store.invitation("h1")).toMatchObject({ usedAt: null });
        expect(await join("you", "h1")).toBe("committed");
      });
    });

    describe("joining", () => {
      test("for everything: sees, changes and invites as the others do", async () => {
        await apply("me", "a");
        await invite("me", "h1");
        await join("you", "h1");
        const you = await meet(store, "you");
        expect(you).toMatchObject({ enterpriseId: "body of me", scope: null });
        expect(await commit(you, { changed: [changed("a", 1, { phone: "1" })] })).toBe("committed");
        expect(await store.answers("a")).toEqual({ name: "a", phone: "1" });
        expect(await invite("you", "h2")).toBe("committed");
        expect(await store.colleagues("body of me")).toEqual([
          { id: "account of me", channel: "web", scope: null },
          { id: "account of you", channel: "web", scope: null },
        ]);
      });

      test("alone so far: takes its applications along, and its delegates", async () => {
        await delegate();
        await apply("you", "b");
        await invite("you", "h2");
        await store.account("web", "sleeper", { accountId: "x", enterpriseId: "y", at });
        const before = await meet(store, "accountant");
        expect(await join("me", "h2")).toBe("committed");
        expect(await applicationsOf("body of you")).toEqual(["a", "b"]);
        expect(await store.answers("a")).toEqual({ name: "a" });
        expect(await meet(store, "accountant")).toMatchObject({ enterpriseId: "body of you", scope: finances });
        expect(await commit(before, { conversation: { late: true } })).toBe("conflict");
        const now = await meet(store, "accountant");
        expect(await commit(now, { changed: [changed("a", 1, { assets: "1" })] })).toBe("committed");
        expect(await store.colleagues("body of me")).toEqual([]);
        expect(await store.find("web", "sleeper")).toMatchObject({ enterpriseId: "y" });
      });

      test("one of several so far: leaves their applications and delegates to them", async () => {
        await delegate();
        await invite("me", "h3");
        await join("colleague", "h3");
        await invite("you", "h2");
        expect(await join("me", "h2")).toBe("committed");
        expect(await applicationsOf("body of me")).toEqual(["a"]);
        expect(await applicationsOf("body of you")).toEqual([]);
        expect((await store.colleagues("body of me")).map(({ id }) => id)).toEqual([
          "account of accountant",
          "account of colleague",
        ]);
      });

      test("one of several who have nothing yet: leaves them where they are", async () => {
        await invite("me", "h1");
        await join("colleague", "h1");
        await invite("you", "h2");
        await join("me", "h2");
        expect(await meet(store, "colleague")).toMatchObject({ enterpriseId: "body of me" });
        expect(await apply("colleague", "a")).toBe("committed");
      });

      test("leaves a sample behind, which goes with the empty enterprise", async () => {
        await commit(await meet(store, "me"), { opened: [{ ...opened("s"), sample: true }] });
        await invite("you", "h1", finances);
        expect(await join("me", "h1")).toBe("committed");
        expect(await applicationsOf("body of you")).toEqual([]);
        expect(await applicationsOf("body of me")).toEqual([]);
      });

      test("as a delegate is not for who has applications of its own", async () => {
        await apply("me", "a");
        await invite("you", "h1", { application: "b", sections: ["finances"] });
        expect(await join("me", "h1")).toBe("conflict");
        expect(await meet(store, "me")).toMatchObject({ enterpriseId: "body of me", scope: null });
      });

      test("by a delegate leaves what was delegated, and its scope with it", async () => {
        await delegate();
        await invite("you", "h2");
        expect(await join("accountant", "h2")).toBe("committed");
        expect(await meet(store, "accountant")).toMatchObject({ enterpriseId: "body of you", scope: null });
        expect(await applicationsOf("body of me")).toEqual(["a"]);
      });

      test("by a delegate as another one's delegate is possible: the application is not its own", async () => {
        await delegate();
        const other = { application: "b", sections: ["cover"] };
        await apply("you", "b");
        await invite("you", "h2", other);
        expect(await join("accountant", "h2")).toBe("committed");
        expect(await meet(store, "accountant")).toMatchObject({ enterpriseId: "body of you", scope: other });
        expect(await applicationsOf("body of me")).toEqual(["a"]);
      });
    });

    describe("a delegate", () => {
      test("changes its application", async () => {
        const accountant = await delegate();
        expect(accountant).toMatchObject({ enterpriseId: "body of me", scope: finances });
        expect(await commit(accountant, { changed: [changed("a", 1, { assets: "250" })] })).toBe("committed");
        expect(await store.answers("a")).toEqual({ name: "a", assets: "250" });
      });

      test.each<[string, Partial<Turn>]>([
        ["change another application", { changed: [changed("b", 1, { name: "x" })] }],
        ["open one", { opened: [opened("c")] }],
        ["forget the enterprise", { forget: true }],
        ["invite", { invited: { codeHash: "h9", scope: null, expiresAt: tomorrow } }],
        ["unlink others", { unlinks: [{ account: "account of me", enterpriseId: "new" }] }],
      ])("does not %s", async (_, parts) => {
        const accountant = await delegate();
        await apply("me", "b");
        await expect(commit(accountant, parts)).rejects.toThrow(
          "A turn of the delegate account of accountant reaches beyond its application.",
        );
        expect(await applicationsOf("body of me")).toEqual(["a", "b"]);
      });

      test("may leave", async () => {
        await delegate();
        expect(await shut("accountant", ["accountant"], { conversation: { bye: true } })).toBe("committed");
        expect(await meet(store, "accountant")).toMatchObject({
          enterpriseId: "new body of accountant",
          scope: null,
          consentedOn: null,
          conversation: { bye: true },
        });
      });
    });

    describe("unlinking", () => {
      test("gives a colleague an enterprise of its own, where it begins anew; its running turn is run again", async () => {
        await delegate();
        await commit(await meet(store, "accountant"), { conversation: { a: 1 }, consentedOn: "2027-03-01" });
        const loaded = await meet(store, "accountant");
        expect(await shut("me", ["accountant"])).toBe("committed");
        expect(await meet(store, "accountant")).toEqual({
          ...loaded,
          enterpriseId: "new body of accountant",
          scope: null,
          consentedOn: null,
          conversation: null,
          version: loaded.version + 1,
        });
        expect(await commit(loaded, { changed: [changed("a", 1, { assets: "late" })] })).toBe("conflict");
        expect(await store.answers("a")).toEqual({ name: "a" });
        expect(await apply("accountant", "own")).toBe("committed");
        expect(await applicationsOf("new body of accountant")).toEqual(["own"]);
      });

      test("takes from a colleague the codes with which it would come in again", async () => {
        await invite("me", "h1");
        await join("you", "h1");
        await invite("you", "h2");
        await invite("me", "h3");
        await shut("me", ["you"]);
        expect(await store.invitation("h2")).toBeNull();
        expect(await store.invitation("h3")).toMatchObject({ usedAt: null });
      });

      test("is not for strangers", async () => {
        await meet(store, "stranger");
        expect(await shut("me", ["stranger"])).toBe("conflict");
        expect(await meet(store, "stranger")).toMatchObject({ enterpriseId: "body of stranger", version: 0 });
      });

      test("leaves somebody who may do everything, also when the last two leave at once", async () => {
        await delegate();
        await invite("me", "h2");
        await join("you", "h2");
        const leave = (who: string) => shut(who, [who]);
        expect((await Promise.all([leave("me"), leave("you")])).toSorted()).toEqual(["committed", "conflict"]);
        expect(await applicationsOf("body of me")).toEqual(["a"]);
      });
    });

    describe("forgetting", () => {
      test("removes invitations and unlinks delegates; what they were told goes, too", async () => {
        await delegate();
        await invite("me", "h2");
        expect(await shut("me", ["accountant"], { forget: true })).toBe("committed");
        expect(await store.invitation("h1")).toBeNull();
        expect(await store.invitation("h2")).toBeNull();
        const accountant = await meet(store, "accountant");
        expect(accountant).toMatchObject({ enterpriseId: "new body of accountant", scope: null });
        expect(await store.said(accountant.id, 0, 10)).toEqual([]);
      });

      test("waits for a delegate who has just joined", async () => {
        await apply("me", "a");
        await invite("me", "h1", finances);
        const me = await meet(store, "me");
        await join("accountant", "h1");
        expect(await commit(me, { forget: true })).toBe("conflict");
        expect(await applicationsOf("body of me")).toEqual(["a"]);
      });
    });
  });
