import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Account, Store, Turn } from "../../bot/store/port.ts";
import type { Value } from "../../rules/define.ts";
import { talkAllAtOnce } from "../store/crowd.ts";
import { expectNothingLost } from "../store/nothing-lost.ts";
import { at, changed, meet, opened, reply, turn } from "../store/turns.ts";

export interface OpenedStore {
  readonly store: Store;
  /** Another store on the same data, beside the first. */
  reopen(): Promise<Store>;
  /** Closes all and removes the data. */
  dispose(): Promise<void>;
}

/** What every store does, whatever database is behind it. */
export const storeContract = (name: string, open: () => Promise<OpenedStore>) =>
  describe(`store contract: ${name}`, () => {
    let data: OpenedStore;
    let store: Store;
    let account: Account;

    beforeEach(async () => {
      data = await open();
      store = data.store;
      account = await meet(store, "me");
    });
    afterEach(() => data.dispose());

    const again = () => meet(store, "me");
    const seqsOf = async (turn: Turn) => {
      const committed = await store.commit(turn);
      return committed.status === "committed" ? committed.seqs : [];
    };
    const textsSaid = async (accountId: string) =>
      (await store.said(accountId, 0, 100)).map(({ input, reply }) => (input ? Object.values(input)[0] : reply?.text));

    /** One application `a` with the answer `name`. */
    const begin = () =>
      store.commit(
        turn(account, "begin", { opened: [opened("a")], changed: [changed("a", 0, { name: "first" })], replies: [] }),
      );

    describe("account", () => {
      test("is made at the first call and found at the next", async () => {
        expect(account).toEqual({
          id: "account of me",
          channel: "web",
          address: "me",
          enterpriseId: "body of me",
          consentedOn: null,
          conversation: null,
          version: 0,
          scope: null,
        });
        expect(await store.account("web", "me", { accountId: "x", enterpriseId: "y", at })).toEqual(account);
      });

      test("is another one in another messenger", async () => {
        const other = await store.account("wechat", "me", { accountId: "x", enterpriseId: "y", at });
        expect(other).toMatchObject({ id: "x", enterpriseId: "y", channel: "wechat" });
      });

      test("is one, however many ask for it first", async () => {
        const stores = [store, await data.reopen()];
        const asked = Array.from({ length: 40 }, (_, n) =>
          (stores[n % 2] as Store).account("web", "new", { accountId: `a${n}`, enterpriseId: `e${n}`, at }),
        );
        const ids = (await Promise.all(asked)).map(({ id, enterpriseId }) => `${id} ${enterpriseId}`);
        expect(new Set(ids).size).toBe(1);
      });
    });

    describe("commit", () => {
      test("keeps everything of a turn, and a store opened later finds it", async () => {
        const conversation = { stack: [{ value: { active: { asking: {} } }, context: { focus: "name", tries: 2 } }] };
        const marks = { verdict: "seen", declaration: "2027-03-01" };
        const said = { ...reply("好"), choices: [{ id: "yes", label: "是" }], file: { hash: "f00", name: "表.docx" } };
        const committed = await store.commit(
          turn(account, "u1", {
            conversation,
            consentedOn: "2027-03-01",
            opened: [
              { id: "a", procedure: "zhejiang/apply", round: "2027", rules: "7", sample: true, marks },
              opened("b"),
            ],
            changed: [
              { application: "b", version: 0, round: "2028", rules: "8", marks: { x: "y" }, answers: { n: 3 } },
            ],
            replies: [said],
          }),
        );
        expect(committed).toMatchObject({ status: "committed", seqs: [expect.any(Number)] });

        await store.close();
        store = await data.reopen();
        expect(await again()).toEqual({ ...account, version: 1, conversation, consentedOn: "2027-03-01" });
        const times = { createdAt: at, updatedAt: at };
        expect(await store.applications("body of me")).toEqual([
          {
            id: "a",
            procedure: "zhejiang/apply",
            round: "2027",
            rules: "7",
            sample: true,
            marks,
            version: 0,
            ...times,
          },
          { ...opened("b"), round: "2028", rules: "8", marks: { x: "y" }, version: 1, ...times },
        ]);
        expect(await store.answers("a")).toEqual({});
        expect(await store.answers("b")).toEqual({ n: 3 });
        expect(await store.said(account.id, 0, 10)).toEqual([
          { seq: expect.any(Number), at, updateId: "u1", by: "person", input: { text: "u1" }, reply: null },
          { seq: expect.any(Number), at, updateId: null, by: "bot", input: null, reply: said },
        ]);
      });

      test("changes, adds and removes answers; null stays as an answer", async () => {
        await begin();
        const answers = { name: "second", phone: null, money: "250" };
        await store.commit(turn(await again(), "u2", { changed: [changed("a", 1, answers)] }));
        expect(await store.answers("a")).toEqual(answers);
        await store.commit(turn(await again(), "u3", { changed: [changed("a", 2, { money: undefined })] }));
        expect(await store.answers("a")).toEqual({ name: "second", phone: null });
      });

      test("tells when the application was last changed", async () => {
        await begin();
        await store.commit(turn(await again(), "u2", { at: "2027-04-01", changed: [changed("a", 1)] }));
        expect(await store.applications("body of me")).toMatchObject([{ createdAt: at, updatedAt: "2027-04-01" }]);
      });

      test("numbers the replies in the order they are said", async () => {
        const replies = Array.from({ length: 30 }, (_, n) => reply(`${n}`));
        const seqs = await seqsOf(turn(account, "u1", { replies }));
        expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
        const said = await store.said(account.id, 0, 100);
        expect(seqs.map((seq) => said.find((one) => one.seq === seq)?.reply?.text)).toEqual(replies.map((r) => r.text));
      });

      test("answers an update once, whatever else the repetition says", async () => {
        await begin();
        const repetition = turn(await again(), "begin", { changed: [changed("a", 1, { name: "again" })] });
        expect(await store.commit(repetition)).toEqual({ status: "duplicate" });
        expect(await store.commit({ ...repetition, account })).toEqual({ status: "duplicate" });
        expect(await store.answers("a")).toEqual({ name: "first" });
        expect(await store.isAnswered(account.id, "begin")).toBe(true);
        expect(await store.isAnswered(account.id, "other")).toBe(false);
        const other = await meet(store, "you");
        expect(await store.isAnswered(other.id, "begin")).toBe(false);
        expect(await store.commit(turn(other, "begin"))).toMatchObject({ status: "committed" });
      });

      const parts = {
        conversation: { half: true },
        consentedOn: "2027-03-01",
        opened: [opened("half")],
        replies: [reply("half")],
      };
      test.each([
        ["the account", () => account, [changed("a", 1, { name: "half" })]],
        ["an application", again, [changed("a", 0, { name: "half" })]],
        ["the second application", again, [changed("half", 0), changed("a", 2, { name: "half" })]],
        ["an application that is not there", again, [changed("a", 1, { name: "half" }), changed("gone", 0)]],
      ])("writes nothing when %s has moved on", async (_, loaded, changes) => {
        await begin();
        const before = await again();
        const late = turn(await loaded(), "late", { ...parts, changed: changes });
        expect(await store.commit(late)).toEqual({ status: "conflict" });
        expect(await again()).toEqual(before);
        expect(await store.applications("body of me")).toMatchObject([{ id: "a", version: 1 }]);
        expect(await store.answers("a")).toEqual({ name: "first" });
        expect(await textsSaid(account.id)).toEqual(["begin"]);
        expect(await store.isAnswered(account.id, "late")).toBe(false);
      });

      test("does not touch another enterprise's application", async () => {
        await begin();
        const stranger = await meet(store, "stranger");
        const intrusion = turn(stranger, "u1", { changed: [changed("a", 1, { name: "stolen" })] });
        expect(await store.commit(intrusion)).toEqual({ status: "conflict" });
        expect(await store.answers("a")).toEqual({ name: "first" });
      });

      test("goes on after a conflict", async () => {
        await begin();
        const late = turn(account, "late", { changed: [changed("a", 1, { name: "second" })] });
        await store.commit(late);
        expect(await store.commit({ ...late, account: await again() })).toMatchObject({ status: "committed" });
        expect(await store.answers("a")).toEqual({ name: "second" });
      });
    });

    describe("values", () => {
      const keep = async (value: Value | null) => {
        await store.commit(turn(account, "u1", { opened: [opened("a")], changed: [changed("a", 0, { value })] }));
        return (await store.answers("a")).value;
      };
      test.each<[string, Value | null]>([
        ["text", "浙江省中小企业公共服务示范平台"],
        ["signs beyond the basic plane", "𠮷野家 👩‍👩‍👧 🇨🇳"],
        ["control characters and quotes", `\u0000\u0001\t\r\n\u2028 '"\\\` {{}} $1 ? %s --; DROP TABLE "Answer"`],
        ["half a surrogate pair", "\ud83d"],
        ["empty text", ""],
        ["a count", 9_007_199_254_740_991],
        ["no", false],
        ["choices", ["information", "training"]],
        ["no choices", []],
        ["files", { received: true, files: [{ hash: "f00", name: "营业执照（副本）.pdf", size: 1024 }] }],
        ["a table with a blank cell", [{ name: "甲", share: "0.5", year: null }, {}]],
        ["a question skipped", null],
      ])("%s comes back as it was", async (_, value) => expect(await keep(value)).toEqual(value));

      test("a table of 5,000 rows comes back as it was", async () => {
        const rows = Array.from({ length: 5000 }, (_, n) => ({
          name: `设备 ${n} 🏭`,
          count: n,
          price: "12.5",
          note: null,
        }));
        expect(await keep(rows)).toEqual(rows);
      });

      test("names of fields are names only", async () => {
        const answers = JSON.parse(`{"__proto__": "a", "constructor": "b", "it's \\"1\\"": "c", "7": "d"}`);
        await store.commit(turn(account, "u1", { opened: [opened("a")], changed: [changed("a", 0, answers)] }));
        expect(JSON.stringify(Object.entries(await store.answers("a")).sort())).toBe(
          JSON.stringify(Object.entries(answers).sort()),
        );
      });

      test("300 answers in one turn are kept", async () => {
        const answers = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`field${n}`, `${n}`]));
        await store.commit(turn(account, "u1", { opened: [opened("a")], changed: [changed("a", 0, answers)] }));
        expect(await store.answers("a")).toEqual(answers);
      });
    });

    describe("messages", () => {
      test("said gives the last of what came after, oldest first", async () => {
        const seqs = await seqsOf(turn(account, "u1", { replies: ["1", "2", "3", "4"].map(reply) }));
        await store.commit(turn(await meet(store, "you"), "u1", { replies: [reply("not mine")] }));
        const texts = async (after: number, limit: number) =>
          (await store.said(account.id, after, limit)).map((said) => said.reply?.text ?? "me");
        expect(await texts(0, 10)).toEqual(["me", "1", "2", "3", "4"]);
        expect(await texts(0, 2)).toEqual(["3", "4"]);
        expect(await texts(seqs[0] as number, 2)).toEqual(["3", "4"]);
        expect(await texts(seqs[2] as number, 2)).toEqual(["4"]);
        expect(await texts(seqs[3] as number, 2)).toEqual([]);
      });

      test("replies are undelivered until they are delivered, in their own channel", async () => {
        const seqs = await seqsOf(turn(account, "u1", { replies: [reply("1"), reply("2")] }));
        const [first, second] = seqs as [number, number];
        expect(await store.undelivered("telegram")).toEqual([]);
        expect(await store.undelivered("web")).toEqual([
          { seq: first, address: "me", reply: reply("1") },
          { seq: second, address: "me", reply: reply("2") },
        ]);
        await store.delivered([first]);
        expect(await (await data.reopen()).undelivered("web")).toEqual([
          { seq: second, address: "me", reply: reply("2") },
        ]);
        await store.delivered([first, second]);
        await store.delivered([]);
        expect(await store.undelivered("web")).toEqual([]);
      });

      test("a delivery noted beside a turn that fails is noted", async () => {
        const seqs = await seqsOf(
          turn(account, "u1", { replies: Array.from({ length: 50 }, (_, n) => reply(`${n}`)) }),
        );
        await Promise.all(seqs.flatMap((seq) => [store.delivered([seq]), store.commit(turn(account, `stale ${seq}`))]));
        expect(await store.undelivered("web")).toEqual([]);
      });
    });

    describe("resume code", () => {
      test("leads to its address, in its own channel only, until there is a newer one", async () => {
        expect(await store.addressByResumeHash("web", "h1")).toBeNull();
        await store.setResumeHash(account.id, "h1");
        expect(await store.addressByResumeHash("web", "h1")).toBe("me");
        expect(await store.addressByResumeHash("wechat", "h1")).toBeNull();
        await store.setResumeHash(account.id, "h2");
        expect(await store.addressByResumeHash("web", "h1")).toBeNull();
        expect(await store.addressByResumeHash("web", "h2")).toBe("me");
      });
    });

    describe("forget", () => {
      beforeEach(async () => {
        await begin();
        await store.setResumeHash(account.id, "h1");
        await store.commit(
          turn(await again(), "u2", { consentedOn: "2027-03-01", conversation: { a: 1 }, replies: [reply("old")] }),
        );
      });

      test("leaves of the enterprise this turn's receipt and replies only", async () => {
        const neighbour = await meet(store, "you");
        await store.commit(turn(neighbour, "u1", { opened: [opened("theirs")], replies: [reply("theirs")] }));

        const before = await again();
        const conversation = { lobby: true };
        const forgetting = turn(before, "u3", { forget: true, conversation, replies: [reply("deleted")] });
        expect(await store.commit(forgetting)).toMatchObject({ status: "committed", seqs: [expect.any(Number)] });

        expect(await again()).toEqual({ ...before, version: before.version + 1, consentedOn: null, conversation });
        expect(await store.applications("body of me")).toEqual([]);
        expect(await store.answers("a")).toEqual({});
        expect(await textsSaid(account.id)).toEqual(["u3", "deleted"]);
        expect((await store.undelivered("web")).map(({ reply }) => reply.text)).toEqual(["theirs", "deleted"]);
        expect(await store.addressByResumeHash("web", "h1")).toBeNull();
        expect(await store.applications("body of you")).toMatchObject([{ id: "theirs" }]);
        expect(await textsSaid(neighbour.id)).toEqual(["u1", "theirs"]);
      });

      test("lets the person talk on, and knows the repeated update", async () => {
        const forgetting = turn(await again(), "u3", { forget: true, replies: [reply("deleted")] });
        await store.commit(forgetting);
        expect(await store.isAnswered(account.id, "u3")).toBe(true);
        expect(await store.commit({ ...forgetting, account: await again() })).toEqual({ status: "duplicate" });
        const next = turn(await again(), "u4", { opened: [opened("b")], changed: [changed("b", 0, { name: "new" })] });
        expect(await store.commit(next)).toMatchObject({ status: "committed" });
        expect(await store.answers("b")).toEqual({ name: "new" });
      });

      test("takes with it what the same turn still changed", async () => {
        const kept = { opened: [opened("b")], changed: [changed("a", 1, { name: "last" })] };
        await store.commit(turn(await again(), "u3", { forget: true, ...kept }));
        expect(await store.applications("body of me")).toEqual([]);
        expect(await store.answers("a")).toEqual({});
      });

      test("does nothing when somebody else was first", async () => {
        expect(await store.commit(turn(account, "u3", { forget: true }))).toEqual({ status: "conflict" });
        expect(await store.answers("a")).toEqual({ name: "first" });
        expect(await textsSaid(account.id)).toEqual(["begin", "u2", "old"]);
      });
    });

    test("finds an account without making one", async () => {
      expect(await store.find("web", "me")).toEqual(account);
      expect(await store.find("web", "nobody")).toBeNull();
      expect(await store.find("web", "nobody")).toBeNull();
    });

    test("knows the answers of other applications: no samples, nothing skipped, nobody else's", async () => {
      await store.commit(
        turn(account, "known", {
          opened: [opened("a"), { ...opened("s"), sample: true }, opened("now")],
          changed: [
            changed("a", 0, { name: "first", rows: [{ x: "1" }], skipped: null }),
            changed("s", 0, { name: "sample" }),
            changed("now", 0, { name: "current" }),
          ],
        }),
      );
      const stranger = await meet(store, "stranger");
      await store.commit(turn(stranger, "u", { opened: [opened("b")], changed: [changed("b", 0, { name: "other" })] }));
      const known = await store.known(account.enterpriseId, "now");
      expect(known.toSorted((a, b) => a.fieldId.localeCompare(b.fieldId))).toEqual([
        { fieldId: "name", value: "first", givenAt: at, procedure: "zhejiang/apply" },
        { fieldId: "rows", value: [{ x: "1" }], givenAt: at, procedure: "zhejiang/apply" },
      ]);
    });

    test("two stores on the same data do 200 turns each at once: none lost, none fails", async () => {
      const other = await data.reopen();
      await Promise.all([talkAllAtOnce(store, "left"), talkAllAtOnce(other, "right")]);
      await expectNothingLost(other, ["left", "right"]);
    });

    test("refuses all calls once it is closed", async () => {
      await store.close();
      await store.close();
      await expect(store.applications("body of me")).rejects.toThrow("The store is closed.");
    });
  });
