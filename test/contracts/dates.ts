import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Plan, Planned } from "../../bot/store/dates-port.ts";
import { type Store, StoreFailure } from "../../bot/store/port.ts";
import { dated, effect, tomorrow } from "../store/departments.ts";
import { meet, opened } from "../store/turns.ts";
import type { OpenedStore } from "./store.ts";

const newYear = "2027-01-01T01:00:00.000Z";
const inBeijing = (minute: string) => new Date(`${minute}:00+08:00`).toISOString();

/** What every store does with titles, wishes and reminders. */
export const datesContract = (name: string, open: () => Promise<OpenedStore>) =>
  describe(`dates contract: ${name}`, () => {
    let data: OpenedStore;
    let store: Store;

    beforeEach(async () => {
      data = await open();
      store = data.store;
      for (const who of ["me", "you"]) await meet(store, who);
    });
    afterEach(() => data.dispose());

    const plan = (who: string, dues: Plan["dues"], subject = "a") => ({ account: `account of ${who}`, subject, dues });
    const keys = (planned: readonly Planned[]) => planned.map(({ reminder }) => reminder.key);
    const plannedFor = async (who: string) => keys(await store.dates.planned(`account of ${who}`));
    const job = (key: string) => ({ key, kind: "reminders", payload: {}, dueAt: newYear });
    /** The three of `paper`, 2027-03-23, for `me`: 7 and 1 days before, and on the day. */
    const paper = dated("paper", "2027-03-23", [7, 1, 0]);
    const paperKeys = ["paper|2027-03-23|7", "paper|2027-03-23|1", "paper|2027-03-23|0"];

    describe("planning", () => {
      test("keeps reminders in order of time, found by a store opened later", async () => {
        await store.dates.plan([plan("me", [paper, dated("online", "2027-03-20", [1])])], newYear);
        await store.dates.plan([plan("you", [paper])], newYear);
        const { dates } = await data.reopen();
        const [first, ...others] = await dates.planned("account of me");
        expect(first).toEqual({ account: "account of me", subject: "a", reminder: paper.reminders[0] });
        expect(keys(others)).toEqual(["online|2027-03-20|1", ...paperKeys.slice(1)]);
        expect(await plannedFor("you")).toEqual(paperKeys);
      });

      test("again changes nothing", async () => {
        for (let times = 0; times < 3; times++) await store.dates.plan([plan("me", [paper])], newYear);
        expect(await plannedFor("me")).toEqual(paperKeys);
      });

      test("what the account has just read counts as told, and is never planned again", async () => {
        const [first, ...ahead] = paper.reminders;
        const read = plan("me", [{ due: paper.due, reminders: ahead, told: [first!] }]);
        for (const plans of [[read], [plan("me", [paper])]]) await store.dates.plan(plans, newYear);
        expect(await plannedFor("me")).toEqual(paperKeys.slice(1));
      });

      test("a moved date moves what is not told yet, and leaves other subjects and people alone", async () => {
        await store.dates.plan([plan("me", [paper]), plan("me", [paper], "b"), plan("you", [paper])], newYear);
        await store.dates.plan([plan("me", [dated("paper", "2027-03-30", [6])])], newYear);
        expect(await plannedFor("me")).toEqual([...paperKeys, "paper|2027-03-30|6"]);
        expect(await plannedFor("you")).toEqual(paperKeys);
      });

      test("another hour or other leads move the rows; no dates at all remove them", async () => {
        await store.dates.plan([plan("me", [paper])], newYear);
        const later = paper.reminders.slice(0, 1).map((reminder) => ({ ...reminder, at: "2027-03-16T18:00" }));
        await store.dates.plan([plan("me", [{ ...paper, reminders: later }])], newYear);
        expect((await store.dates.planned("account of me")).map(({ reminder }) => reminder)).toEqual(later);
        await store.dates.plan([plan("me", [])], newYear);
        expect(await plannedFor("me")).toEqual([]);
      });

      test("keeps one whose time has come, unless its date has moved", async () => {
        const now = inBeijing("2027-03-16T09:00");
        await store.dates.plan([plan("me", [paper])], newYear);
        await store.dates.plan([plan("me", [{ ...paper, reminders: paper.reminders.slice(1) }])], now);
        expect(await plannedFor("me")).toEqual(paperKeys);
        await store.dates.plan([plan("me", [dated("paper", "2027-03-30", [1])])], now);
        expect(await plannedFor("me")).toEqual(["paper|2027-03-30|1"]);
      });

      test("keeps one whose day went by unsaid, planned or handed over, unless that day has moved", async () => {
        const later = inBeijing("2027-03-25T09:00");
        const next = dated("paper of 2028", "2028-03-23", [1]);
        for (const who of ["me", "you"]) await store.dates.plan([plan(who, [paper])], newYear);
        const [first, ...others] = await store.dates.planned("account of you");
        await store.dates.handOver([{ job: job("j"), reminders: [first!] }], others);
        await store.dates.plan([plan("me", [next]), plan("you", [])], later);
        expect(await plannedFor("me")).toEqual([...paperKeys, ...keys([{ ...first!, reminder: next.reminders[0]! }])]);
        expect(keys(await store.dates.queued("j"))).toEqual(paperKeys.slice(0, 1));
        await store.dates.plan([plan("me", [dated("paper", "2027-03-30", [1])])], later);
        expect(await plannedFor("me")).toEqual(["paper|2027-03-30|1"]);
      });

      test("of what was told, dropped or handed over plans nothing twice", async () => {
        await store.dates.plan([plan("me", [paper])], newYear);
        const [first, second, third] = await store.dates.planned("account of me");
        await store.dates.handOver([{ job: job("j"), reminders: [first!, second!] }], [third!]);
        await store.dates.told([first!]);
        await store.dates.plan([plan("me", [paper])], newYear);
        expect(await plannedFor("me")).toEqual([]);
        expect(keys(await store.dates.queued("j"))).toEqual(paperKeys.slice(1, 2));
      });

      test("takes back what was handed over and not told, where its date has moved or is done", async () => {
        await store.dates.plan([plan("me", [paper]), plan("you", [paper])], newYear);
        const [mine] = await store.dates.planned("account of me");
        const [yours] = await store.dates.planned("account of you");
        await store.dates.handOver([{ job: job("j"), reminders: [mine!, yours!] }], []);
        await store.dates.plan([plan("me", [dated("paper", "2027-03-30", [7])]), plan("you", [])], newYear);
        expect(await store.dates.queued("j")).toEqual([]);
        expect(await plannedFor("me")).toEqual(["paper|2027-03-30|7"]);
      });

      test("for an account that is not there plans nothing for anybody", async () => {
        const plans = [plan("me", [paper]), plan("nobody", [paper])];
        await expect(store.dates.plan(plans, newYear)).rejects.toThrow(StoreFailure);
        expect(await plannedFor("me")).toEqual([]);
      });

      test("for 3,000 subjects is one step, and so is moving them", async () => {
        const plans = (date: Plan["dues"][number]) =>
          Array.from({ length: 3000 }, (_, n) => plan("me", [date], `subject ${n}`));
        await store.dates.plan(plans(paper), newYear);
        expect(await plannedFor("me")).toHaveLength(9000);
        await store.dates.plan(plans(dated("paper", "2027-04-23", [7])), newYear);
        expect(new Set(await plannedFor("me"))).toEqual(new Set(["paper|2027-04-23|7"]));
      });

      test("for subjects with very many dates is one step, too", async () => {
        const dues = Array.from({ length: 300 }, (_, n) => dated(`date ${n}`, "2027-03-23", [1]));
        const plans = Array.from({ length: 40 }, (_, n) => plan("me", dues, `subject ${n}`));
        for (let times = 0; times < 2; times++) await store.dates.plan(plans, newYear);
        expect(await plannedFor("me")).toHaveLength(12_000);
      });

      test("in a turn happens with it, or not at all", async () => {
        const plans = [plan("me", [paper])];
        const stale = { ...(await meet(store, "me")), version: 7 };
        expect(await effect(store, stale, { plans })).toBe("conflict");
        expect(await plannedFor("me")).toEqual([]);
        expect(await effect(store, "me", { plans, jobs: [job("j")] })).toBe("committed");
        expect(await plannedFor("me")).toEqual(paperKeys);
      });
    });

    describe("what is due", () => {
      test.each([
        ["2027-03-16T08:59", 0],
        ["2027-03-16T09:00", 1],
        ["2027-03-22T09:00", 2],
        ["2027-12-31T09:00", 3],
      ])("by %s: %i", async (minute, count) => {
        await store.dates.plan([plan("me", [paper])], newYear);
        expect(keys(await store.dates.due(inBeijing(minute)))).toEqual(paperKeys.slice(0, count));
      });

      test("is whole accounts, however many there are", async () => {
        const subjects = Array.from({ length: 700 }, (_, n) => plan("me", [paper], `subject ${n}`));
        await store.dates.plan([...subjects, plan("you", [paper])], newYear);
        const due = await store.dates.due(inBeijing("2027-12-31T09:00"));
        expect(due.filter(({ account }) => account === "account of me")).toHaveLength(2100);
      });

      test("is handed over with its job, once, and told once", async () => {
        await store.dates.plan([plan("me", [paper])], newYear);
        const reminders = await store.dates.due(inBeijing("2027-03-22T09:00"));
        await store.dates.handOver([{ job: job("first"), reminders }], []);
        await store.dates.handOver([{ job: job("second"), reminders }], reminders);
        expect(await store.dates.due(inBeijing("2027-03-22T09:00"))).toEqual([]);
        expect(await store.dates.queued("second")).toEqual([]);
        expect(await store.dates.queued("first")).toEqual(reminders);
        const claim = { owner: "o", kinds: ["reminders"], now: newYear, until: tomorrow, limit: 10 };
        expect((await store.queue.claim(claim)).map(({ key }) => key)).toEqual(["first", "second"]);
        await effect(store, "me", { told: reminders.slice(0, 1) });
        await store.dates.told([], reminders);
        expect(await store.dates.queued("first")).toEqual([]);
        expect(await store.dates.due(inBeijing("2027-03-22T09:00"))).toEqual(reminders.slice(1));
      });
    });

    describe("titles and wishes", () => {
      const title = {
        jurisdiction: "qinghai",
        level: "province",
        recognisedOn: "2026-06-01",
        statedOn: "2027-03-01",
        place: "西宁市",
      };
      const preference = { hour: 18, leads: [7, 1], wantsNotices: false };

      test("a title stated again takes the place of the former, each level its own", async () => {
        const city = { ...title, level: "city", recognisedOn: "2025-06-01" };
        await effect(store, "me", { titles: { recognitions: [title, city] } });
        const renewed = { ...title, recognisedOn: "2026-12-01" };
        await effect(store, "me", { titles: { recognitions: [renewed] } });
        expect(await store.dates.recognitions("body of me")).toEqual([city, renewed]);
        expect(await store.dates.recognitions("body of you")).toEqual([]);
      });

      const subject = "title/qinghai/province";
      const duty = { subject, dueId: "qinghai/halfYearReport/2027", doneOn: "2027-08-20" };

      test("what was handed in is kept once, for the enterprise, until it is taken back", async () => {
        const other = { ...duty, dueId: "qinghai/rowForHalfYear/2027" };
        await effect(store, "me", { titles: { duties: [duty, other] } });
        await effect(store, "me", { titles: { duties: [{ ...duty, doneOn: "2027-08-21" }] } });
        expect(await (await data.reopen()).dates.done("body of me")).toEqual([duty, other]);
        expect(await store.dates.done("body of you")).toEqual([]);
        await effect(store, "me", { titles: { duties: [{ ...duty, doneOn: null }] } });
        expect(await store.dates.done("body of me")).toEqual([other]);
      });

      test("a title that is withdrawn goes with all that is kept about it, and nothing else does", async () => {
        const city = { ...title, level: "city" };
        for (const who of ["me", "you"]) {
          const plans = [plan(who, [paper], subject), plan(who, [paper])];
          await effect(store, who, { titles: { recognitions: [title, city], duties: [duty] }, plans });
        }
        await effect(store, "me", { titles: { withdrawn: [{ ...title, subject }] } });
        expect(await store.dates.recognitions("body of me")).toEqual([city]);
        expect(await store.dates.done("body of me")).toEqual([]);
        expect((await store.dates.planned("account of me")).map((planned) => planned.subject)).toEqual(["a", "a", "a"]);
        expect(await store.dates.recognitions("body of you")).toHaveLength(2);
        expect(await store.dates.done("body of you")).toEqual([duty]);
        expect(await store.dates.planned("account of you")).toHaveLength(6);
      });

      test("wishes are the usual until they are said", async () => {
        const usual = { hour: 9, leads: [30, 14, 7, 3, 1, 0], wantsNotices: true };
        expect(await store.dates.preference("account of me")).toEqual(usual);
        await effect(store, "me", { preference: { ...preference, leads: [] } });
        await effect(store, "me", { preference });
        expect(await (await data.reopen()).dates.preference("account of me")).toEqual(preference);
        expect(await store.dates.preference("account of you")).toEqual(usual);
      });

      test("all of it goes when the enterprise is forgotten, and nothing of others", async () => {
        for (const who of ["me", "you"])
          await effect(store, who, {
            titles: { recognitions: [title], duties: [duty] },
            preference,
            plans: [plan(who, [paper])],
          });
        await effect(store, "me", { plans: [plan("me", [paper], "b")] }, { forget: true });
        expect(await store.dates.recognitions("body of me")).toEqual([]);
        expect(await store.dates.done("body of me")).toEqual([]);
        expect(await store.dates.done("body of you")).toEqual([duty]);
        expect(await store.dates.preference("account of me")).toMatchObject({ hour: 9 });
        expect(await plannedFor("me")).toEqual([]);
        expect(await store.dates.recognitions("body of you")).toEqual([title]);
        expect(await store.dates.preference("account of you")).toEqual(preference);
        expect(await plannedFor("you")).toEqual(paperKeys);
      });
    });

    describe("with linked accounts", () => {
      const title = {
        jurisdiction: "qinghai",
        level: "province",
        recognisedOn: "2026-06-01",
        statedOn: "2027-03-01",
        place: "西宁市",
      };
      const invited = (codeHash: string, scope: null | { application: string; sections: string[] } = null) => ({
        invited: { codeHash, scope, expiresAt: tomorrow },
      });
      const join = (who: string, codeHash: string) => effect(store, who, {}, { joins: { codeHash } });
      const duty = { subject: "title/qinghai/province", dueId: "qinghai/yearReport/2027", doneOn: "2027-02-20" };
      const planMine = () =>
        effect(store, "me", { titles: { recognitions: [title], duties: [duty] }, plans: [plan("me", [paper])] });

      test("who was alone takes titles and reminders along", async () => {
        await planMine();
        await effect(store, "you", {}, invited("h"));
        expect(await join("me", "h")).toBe("committed");
        expect(await store.dates.recognitions("body of you")).toEqual([title]);
        expect(await store.dates.done("body of you")).toEqual([duty]);
        expect(await plannedFor("me")).toEqual(paperKeys);
      });

      test("who leaves others behind is not told of their dates any more", async () => {
        await effect(store, "me", {}, invited("h1"));
        await join("colleague", "h1");
        await planMine();
        await effect(store, "you", {}, invited("h2"));
        await join("me", "h2");
        expect(await plannedFor("me")).toEqual([]);
        expect(await store.dates.recognitions("body of me")).toEqual([title]);
        expect(await store.dates.recognitions("body of you")).toEqual([]);
      });

      test("who is shut out is not told of the enterprise's dates any more", async () => {
        await effect(store, "you", {}, invited("h"));
        await join("me", "h");
        await effect(store, "me", { plans: [plan("me", [paper])] });
        await effect(store, "you", {}, { unlinks: [{ account: "account of me", enterpriseId: "new" }] });
        expect(await plannedFor("me")).toEqual([]);
      });

      test("a delegate states no titles", async () => {
        await effect(store, "you", {}, { opened: [opened("a")], ...invited("h", { application: "a", sections: [] }) });
        await join("me", "h");
        for (const titles of [{ recognitions: [title] }, { duties: [duty] }])
          await expect(effect(store, "me", { titles })).rejects.toThrow(StoreFailure);
      });
    });
  });
