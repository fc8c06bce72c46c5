import fc from "fast-check";
import { expect, test } from "vitest";
import { addressed } from "../../../flows/desk/notice/address.ts";
import { type Audience, everyone } from "../../../flows/desk/notice/audience.ts";
import { usualLacks } from "../../../flows/desk/notice/lacks.ts";
import { piecesOf } from "../../../flows/desk/notice/said.ts";
import { understand } from "../../../flows/desk/notice/understand.ts";
import type { Reached } from "../../../flows/desk/reach.ts";
import { isIn } from "../../../rules/place.ts";
import { account, application, deskOf, enterprise, hangzhou, settingFor, title } from "./addressees.ts";

const setting = settingFor(hangzhou);
const cities = ["杭州市西湖区", "杭州市余杭区", "温州市龙湾区", "宁波市", null];

const applications = fc.array(
  fc
    .record({ city: fc.constantFrom(...cities), done: fc.constantFrom(0, 3, "declared" as const), has: fc.boolean() })
    .map(({ city, done, has }) =>
      application({ city, ...(has ? { auditReport: { received: true, files: [] } } : {}) }, { done, title: "某公司" }),
    ),
  { maxLength: 2 },
);

const enterprises: fc.Arbitrary<readonly Reached[]> = fc
  .array(
    fc.record({
      id: fc.integer({ min: 0, max: 12 }),
      own: applications,
      held: fc.constantFrom([], [title("2025-06-01")], [title("2020-06-01")]),
      wants: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ id, own, held, wants }) =>
      enterprise(`e${id}`, {
        applications: own,
        recognitions: held,
        accounts: wants.map((isWanted, nth) => account(`e${id}-${nth}`, "wechat", isWanted, `2027-03-0${nth + 1}`)),
      }),
    ),
  );

const audiences: fc.Arbitrary<Audience> = fc.record({
  role: fc.constantFrom("everyone", "applicants", "holders"),
  areas: fc.subarray(["西湖区", "余杭区", "温州市"]),
  procedures: fc.subarray(["zhejiang/apply"]),
  standings: fc.subarray(["none", "open", "done"] as const),
  lacks: fc.subarray(usualLacks(setting.served).slice(0, 3)),
  lacksAny: fc.boolean(),
  until: fc.constantFrom(null, "2027-01-01", "2028-12-31"),
  isDuty: fc.boolean(),
});

test("all who are addressed are in the contact's area, each enterprise once, by an account that wants it", () => {
  fc.assert(
    fc.property(enterprises, audiences, (reached, audience) => {
      const to = addressed(audience, { fields: [], contacts: [], enterprises: reached }, setting);
      expect(new Set(to.subjects).size).toBe(to.subjects.length);
      expect(new Set(to.accounts).size).toBe(to.accounts.length);
      expect(to.accounts.length).toBe(to.subjects.length);
      for (const [at, id] of to.subjects.entries()) {
        const one = reached.findLast(({ enterprise }) => enterprise === id)!;
        const place = one.applications.map(({ given }) => given.city).findLast((city) => typeof city === "string");
        expect(isIn("杭州市", String(place))).toBe(true);
        const speaker = one.accounts.find((each) => each.id === to.accounts[at])!;
        if (!(audience.isDuty && audience.role === "holders")) expect(speaker.preference.wantsNotices).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test("a wider audience has all that a narrower one has", () => {
  fc.assert(
    fc.property(enterprises, audiences, (reached, audience) => {
      const reach = { fields: [], contacts: [], enterprises: reached };
      const narrow = addressed(audience, reach, setting).subjects;
      const wide = addressed(everyone, reach, setting).subjects;
      const isUnwilling = (id: string) => audience.isDuty && !wide.includes(id);
      expect(narrow.filter((id) => !wide.includes(id) && !isUnwilling(id))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

const said = fc.oneof(
  fc.constantFrom(
    ...[
      "杭州",
      "西湖区",
      "温州",
      "正在填",
      "没开始的",
      "缺审计报告",
      "缺",
      "2027年12月前到期",
      "示范平台",
      "联系人",
      "的",
      "所有",
      "和",
    ],
    ...[
      "发送",
      "写好了",
      "1",
      "2",
      "3",
      "返回",
      "暂停",
      "改对象",
      "改内容",
      "先发给我自己看",
      "取消",
      "选地方",
      "选缺什么",
      "不限",
      "帮助",
    ],
  ),
  fc.string({ maxLength: 12 }),
);

test("any words are understood wholly or not at all", () => {
  const reach = {
    fields: [],
    contacts: [],
    enterprises: cities.map((city, at) => enterprise(`${at}`, { applications: [application({ city })] })),
  };
  fc.assert(
    fc.property(fc.array(said, { maxLength: 6 }), (words) => {
      const understood = understand({ text: words.join(""), picks: {}, base: everyone }, reach, setting);
      const pieces = piecesOf(words.join(""), { byName: new Map(), longest: 0 });
      expect(["clear", "open", "refused"]).toContain(understood.is);
      expect(pieces.every((piece) => piece.is === "lacking" || piece.words !== "")).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("whatever is said, nothing is sent without 发送, and then what was previewed", () => {
  const reached = cities.map((city, at) =>
    enterprise(`e${at}`, { applications: [application({ city }, { done: 3, title: `单位${at}` })] }),
  );
  const inputs = fc.array(
    fc.oneof(
      { weight: 8, arbitrary: said.map((text) => ({ text })) },
      { weight: 1, arbitrary: fc.constant({ arrived: true } as const) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom("send:application-1", "self", "keep", "drop", "yes", "aim", "sample")
          .map((choice) => ({ choice })),
      },
      { weight: 1, arbitrary: fc.constant({ file: { hash: "f".repeat(64), name: "a.docx", size: 9 } }) },
    ),
    { maxLength: 14 },
  );
  fc.assert(
    fc.property(inputs, fc.boolean(), (all, isPreviewed) => {
      const phone = deskOf(hangzhou, reached).say("发通知").say("通知正文");
      if (isPreviewed) phone.say("写好了").say("正在填");
      for (const input of all) {
        const before = phone.question;
        phone.turn(input);
        const starts = phone.work?.starts;
        if (!starts) continue;
        const send = before.choices.findIndex(({ id }) => id.startsWith("send:"));
        expect(send).toBe(0);
        expect("choice" in input ? input.choice : "text" in input ? input.text : "").toMatch(
          /^(send:.*|\s*1\W*|第?1.?|发送?.?)$/,
        );
        for (const id of starts.accounts) expect(["e0-1", "e1-1"]).toContain(id);
      }
    }),
    { numRuns: 150 },
  );
});
