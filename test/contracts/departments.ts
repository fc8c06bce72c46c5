import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Preference } from "../../bot/store/dates-port.ts";
import { type Store, StoreFailure } from "../../bot/store/port.ts";
import { usual } from "../../bot/store/prisma-dates.ts";
import { effect, invite, register, round, tomorrow, work } from "../store/departments.ts";
import { at, changed, meet, opened } from "../store/turns.ts";
import type { OpenedStore } from "./store.ts";

/** What every store does for those who act for departments. */
export const departmentsContract = (name: string, open: () => Promise<OpenedStore>) =>
  describe(`departments contract: ${name}`, () => {
    let data: OpenedStore;
    let store: Store;

    beforeEach(async () => {
      data = await open();
      store = data.store;
      await invite(store, "wang");
    });
    afterEach(() => data.dispose());

    const wang = {
      ...{ id: "wang", jurisdiction: "zhejiang", level: "city", area: "杭州市", name: "王处长" },
      ...{ invitedAt: at, expiresAt: tomorrow, acceptedAt: null, account: null, revokedAt: null },
    };
    const acts = async (since = "") =>
      (await store.departments.audit(since)).map(({ actor, act }) => `${actor} ${act}`);

    describe("an invitation", () => {
      test("is kept with its office, found by its code's hash, and in the audit trail", async () => {
        const { departments } = await data.reopen();
        expect(await departments.invited("hash of wang")).toEqual(wang);
        expect(await departments.invited("another hash")).toBeNull();
        expect(await departments.contacts()).toEqual([wang]);
        const { id, jurisdiction, level, area, name, expiresAt } = wang;
        expect(await departments.audit("")).toEqual([
          { seq: 1, at, actor: "operator", act: "invite", detail: { id, jurisdiction, level, area, name, expiresAt } },
        ]);
      });

      test("of an id or code that is there keeps nothing, not even in the audit trail", async () => {
        await expect(invite(store, "wang")).rejects.toThrow(StoreFailure);
        expect(await acts()).toEqual(["operator invite"]);
      });

      test("makes the account that uses it a contact", async () => {
        expect(await store.departments.contactOf("account of me")).toBeNull();
        expect(await register(store, "me", "wang")).toBe("committed");
        const contact = { ...wang, acceptedAt: at, account: "account of me" };
        expect(await store.departments.contactOf("account of me")).toEqual(contact);
        expect(await store.departments.contactOf("account of you")).toBeNull();
        expect(await acts()).toEqual(["operator invite", "wang register"]);
      });

      test.each([
        ["2027-03-02T08:59:59.999+08:00", "committed"],
        [tomorrow, "conflict"],
        ["2027-03-02T09:00:00.001+08:00", "conflict"],
      ])("that lasts till tomorrow, 9 o'clock, at %s: %s", async (now, status) => {
        expect(await register(store, "me", "wang", { at: now })).toBe(status);
        expect((await store.departments.contactOf("account of me"))?.id).toBe(
          status === "committed" ? "wang" : undefined,
        );
      });

      test("lets one in, not two, also when they come at once through two stores", async () => {
        const [left, right] = [await meet(store, "left"), await meet(store, "right")];
        const other = await data.reopen();
        const statuses = await Promise.all([register(store, left, "wang"), register(other, right, "wang")]);
        expect(statuses.toSorted()).toEqual(["committed", "conflict"]);
        expect(await register(store, "third", "wang")).toBe("conflict");
        expect(await acts()).toEqual(["operator invite", "wang register"]);
      });

      test("that nobody made, and a second one for who is a contact already, do nothing", async () => {
        expect(await register(store, "me", "nobody")).toBe("conflict");
        await invite(store, "li");
        await register(store, "me", "wang");
        expect(await register(store, "me", "li")).toBe("conflict");
        expect(await store.departments.contactOf("account of me")).toMatchObject({ id: "wang" });
        expect(await register(store, "you", "li")).toBe("committed");
      });
    });

    describe("revoking", () => {
      test("ends a contact, once, and lets the person be invited again", async () => {
        await register(store, "me", "wang");
        expect(await store.departments.revoke("wang", at)).toBe(true);
        expect(await store.departments.revoke("wang", tomorrow)).toBe(false);
        expect(await store.departments.revoke("nobody", at)).toBe(false);
        expect(await store.departments.contactOf("account of me")).toBeNull();
        expect(await store.departments.contacts()).toMatchObject([{ id: "wang", revokedAt: at }]);
        expect(await acts()).toEqual(["operator invite", "wang register", "operator revoke"]);
        await invite(store, "wang again");
        expect(await register(store, "me", "wang again")).toBe("committed");
      });

      test("ends a code that was not used yet", async () => {
        await store.departments.revoke("wang", at);
        expect(await register(store, "me", "wang")).toBe("conflict");
      });

      test("between a turn's beginning and its end makes the turn a conflict", async () => {
        await register(store, "wang", "wang");
        const account = await meet(store, "wang");
        await store.departments.revoke("wang", at);
        const department = { contact: "wang", acts: [{ act: "open", detail: {} }] };
        expect(await effect(store, account, { department })).toBe("conflict");
        expect(await acts()).toEqual(["operator invite", "wang register", "operator revoke"]);
      });
    });

    describe("the audit trail", () => {
      test("tells every act with its detail, from an instant on, in order", async () => {
        await register(store, "wang", "wang");
        const department = { contact: "wang", acts: ["open", "correct"].map((act) => ({ act, detail: { act } })) };
        await effect(store, "wang", { department }, { at: tomorrow });
        expect(await acts()).toEqual(["operator invite", "wang register", "wang open", "wang correct"]);
        expect(await store.departments.audit(tomorrow)).toEqual([
          { seq: 3, at: tomorrow, actor: "wang", act: "open", detail: { act: "open" } },
          { seq: 4, at: tomorrow, actor: "wang", act: "correct", detail: { act: "correct" } },
        ]);
      });

      test("holds nothing of a turn that acts in another contact's name", async () => {
        await register(store, "wang", "wang");
        expect(await effect(store, "you", { department: { contact: "wang", acts: [{ act: "x", detail: 1 }] } })).toBe(
          "conflict",
        );
        expect(await acts()).toEqual(["operator invite", "wang register"]);
      });
    });

    describe("a round", () => {
      beforeEach(() => register(store, "wang", "wang"));
      const open = (title: string, version: number) =>
        work(store, "wang", { rounds: [{ jurisdiction: "zhejiang", round: round(title), version }] });
      const kept = (title: string, version: number) => ({
        ...{ jurisdiction: "zhejiang", round: round(title), version, openedBy: "wang", openedAt: at },
      });

      test("is kept, and every correction beside what was before", async () => {
        expect(await open("通知", 1)).toBe("committed");
        expect(await open("更正", 2)).toBe("committed");
        const { departments } = await data.reopen();
        expect(await departments.rounds()).toEqual([kept("更正", 2)]);
        expect(await departments.roundVersions("zhejiang/2027")).toEqual([kept("通知", 1), kept("更正", 2)]);
        expect(await departments.roundVersions("henan/2027")).toEqual([]);
      });

      test.each([0, 1, 3])("as version %i after the first is a conflict: somebody else was first", async (version) => {
        await open("通知", 1);
        expect(await open("更正", version)).toBe("conflict");
        expect(await store.departments.rounds()).toEqual([kept("通知", 1)]);
      });
    });

    test("the enterprises of a jurisdiction are those that apply or hold a title there, without samples", async () => {
      const title = {
        jurisdiction: "zhejiang",
        level: "province",
        recognisedOn: "2026-06-01",
        statedOn: "2027-03-01",
        place: null,
      };
      const invited = { codeHash: "h", scope: { application: "a", sections: [] }, expiresAt: tomorrow };
      const elsewhere = { ...opened("b"), procedure: "henan/apply" };
      await effect(store, "applicant", {}, { opened: [opened("a"), elsewhere], invited });
      await effect(store, "applicant", {}, { changed: [changed("a", 0, { name: "甲公司", city: "杭州" })] });
      await effect(store, "delegate", {}, { joins: { codeHash: "h" } });
      const preference = { hour: 9, leads: [], wantsNotices: false };
      await effect(store, "recognised", {
        titles: { recognitions: [title, { ...title, jurisdiction: "henan" }] },
        preference,
      });
      await effect(store, "trying", {}, { opened: [{ ...opened("s"), sample: true }] });
      const account = (who: string, wishes: Preference) => {
        return { id: `account of ${who}`, channel: "web", address: who, preference: wishes, lastSaidAt: at };
      };
      const [application] = await store.applications("body of applicant");
      expect(await store.departments.enterprises("zhejiang", ["name"])).toEqual([
        {
          enterpriseId: "body of applicant",
          accounts: [account("applicant", usual)],
          applications: [{ ...application, given: { name: "甲公司" } }],
          recognitions: [],
        },
        {
          enterpriseId: "body of recognised",
          accounts: [account("recognised", preference)],
          applications: [],
          recognitions: [title],
        },
      ]);
      expect(await store.departments.enterprises("qinghai", [])).toEqual([]);
    });
  });
