import { describe, expect, test } from "vitest";
import { addressed } from "../../../flows/desk/notice/address.ts";
import { type Audience, everyone } from "../../../flows/desk/notice/audience.ts";
import { isLacking } from "../../../flows/desk/notice/lacking.ts";
import { lacksNamed } from "../../../flows/desk/notice/lacks.ts";
import { fieldsFor } from "../../../flows/desk/notice/setting.ts";
import type { Contact } from "../../../flows/desk/office.ts";
import type { Reached, ReachedContact } from "../../../flows/desk/reach.ts";
import { sampleAnswers } from "../../../flows/sample.ts";
import type { Answers, TypedAnswers } from "../../../rules/define.ts";
import { factsOf } from "../../../rules/facts.ts";
import { loadJurisdictions, servedBy } from "../../../rules/index.ts";
import { askedFields, isBlank } from "../../../rules/plan.ts";
import { account, application, enterprise, hangzhou, on, province, settingFor, title } from "./addressees.ts";

const everywhere = servedBy(await loadJurisdictions()).filter(({ procedure }) => procedure.role !== "department");
const zhejiang = settingFor(hangzhou);
const lack = (words: string) => lacksNamed(words, zhejiang.served)[0]!;
const audit = { received: true, files: [] } as const;

const to = (
  audience: Partial<Audience>,
  enterprises: readonly Reached[],
  contact: Contact = hangzhou,
  contacts: readonly ReachedContact[] = [],
) => addressed({ ...everyone, ...audience }, { fields: [], enterprises, contacts }, settingFor(contact));

const who = (audience: Partial<Audience>, reached: Partial<Reached>, contact: Contact = hangzhou) => {
  const { accounts, left } = to(audience, [enterprise("a", reached)], contact);
  const why = Object.entries(left).find(([, count]) => count > 0)?.[0];
  return accounts[0] ?? why ?? "not meant";
};

const westLake = { city: "杭州市西湖区" };
const open = (given: Answers = westLake) => ({ applications: [application(given, { done: 3 })] });

describe("an enterprise gets the notice, is left out for a reason, or is not meant", () => {
  test.each<[string, Partial<Audience>, Partial<Reached>, string]>([
    ["in the contact's city", {}, open(), "a-1"],
    ["in another city", {}, open({ city: "温州市龙湾区" }), "not meant"],
    ["that did not say where it is", {}, open({}), "withoutPlace"],
    ["that skipped where it is", {}, open({ city: null }), "withoutPlace"],
    ["in the district", { areas: ["西湖区"] }, open(), "a-1"],
    ["in one of the districts", { areas: ["余杭区", "西湖区"] }, open(), "a-1"],
    ["in another district", { areas: ["余杭区"] }, open(), "not meant"],
    ["in a street of that name", { areas: ["西湖区"] }, open({ city: "温州市杭州路西湖小区" }), "not meant"],
    ["in progress", { standings: ["open"] }, open(), "a-1"],
    [
      "not begun, asked for in progress",
      { standings: ["open"] },
      { applications: [application(westLake)] },
      "not meant",
    ],
    [
      "done, asked for in progress",
      { standings: ["open"] },
      { applications: [application(westLake, { done: "declared" })] },
      "not meant",
    ],
    ["done", { standings: ["done"] }, { applications: [application(westLake, { done: "declared" })] }, "a-1"],
    [
      "opened and not answered, asked for not begun",
      { standings: ["none"] },
      { applications: [application(westLake)] },
      "a-1",
    ],
    ["in progress, asked for not begun", { standings: ["none"] }, open(), "not meant"],
    [
      "with a title alone, asked for not begun",
      { standings: ["none"] },
      { recognitions: [title("2026-06-01")] },
      "withoutPlace",
    ],
    ["in progress, lacking", { standings: ["open"], lacks: [lack("审计报告")] }, open(), "a-1"],
    ["that skipped what it lacks", { lacks: [lack("审计报告")] }, open({ ...westLake, auditReport: null }), "a-1"],
    ["that has it", { lacks: [lack("审计报告")] }, open({ ...westLake, auditReport: audit }), "not meant"],
    [
      "lacking one of both",
      { lacks: [lack("审计报告"), lack("营业执照")] },
      open({ ...westLake, auditReport: audit }),
      "not meant",
    ],
    [
      "lacking one of either",
      { lacks: [lack("审计报告"), lack("营业执照")], lacksAny: true },
      open({ ...westLake, auditReport: audit }),
      "a-1",
    ],
    [
      "not asked for what it lacks",
      { lacks: [lack("具有与所从事专业领域相关工作经验的从业人员")] },
      open({ ...westLake, isSpecialised: false }),
      "not meant",
    ],
    [
      "for which it is open whether it is asked",
      { lacks: [lack("具有与所从事专业领域相关工作经验的从业人员")] },
      open(),
      "not meant",
    ],
    [
      "asked for what it lacks",
      { lacks: [lack("具有与所从事专业领域相关工作经验的从业人员")] },
      open({ ...westLake, isSpecialised: true }),
      "a-1",
    ],
    ["that wants no notices", {}, { ...open(), accounts: [account("a-1", "wechat", false)] }, "unsubscribed"],
    [
      "that wants none of a duty either",
      { isDuty: true },
      { ...open(), accounts: [account("a-1", "wechat", false)] },
      "unsubscribed",
    ],
    ["the contact's own", {}, { ...open(), accounts: [account("own")] }, "not meant"],
    ["the contact's own, with a colleague", {}, { ...open(), accounts: [account("own"), account("a-2")] }, "a-2"],
    [
      "with a title, asked for applicants",
      { role: "applicants" },
      { recognitions: [title("2026-06-01")] },
      "not meant",
    ],
    ["without a title, asked for holders", { role: "holders" }, open(), "not meant"],
    ["with a title", { role: "holders" }, { ...open(), recognitions: [title("2026-06-01")] }, "a-1"],
    ["with a title that is over", { role: "holders" }, { ...open(), recognitions: [title("2020-06-01")] }, "not meant"],
    [
      "with a title that ends by then",
      { role: "holders", until: "2027-06-01" },
      { ...open(), recognitions: [title("2024-06-01")] },
      "a-1",
    ],
    [
      "with a title that ends a day later",
      { role: "holders", until: "2027-05-31" },
      { ...open(), recognitions: [title("2024-06-01")] },
      "not meant",
    ],
    [
      "with a title that is over before today",
      { role: "holders", until: "2027-06-01" },
      { ...open(), recognitions: [title("2023-06-01")] },
      "not meant",
    ],
    [
      "with a title that was over by then",
      { role: "holders", until: "2027-01-01" },
      { ...open(), recognitions: [title("2023-06-01")] },
      "a-1",
    ],
    [
      "a holder that wants no notices",
      { role: "holders" },
      { ...open(), recognitions: [title("2026-06-01")], accounts: [account("a-1", "web", false)] },
      "unsubscribed",
    ],
    [
      "such a holder, of a duty",
      { role: "holders", isDuty: true },
      { ...open(), recognitions: [title("2026-06-01")], accounts: [account("a-1", "web", false)] },
      "a-1",
    ],
  ])("%s", (_, audience, reached, expected) => expect(who(audience, reached)).toBe(expected));

  test("a province's contact needs no place", () => {
    expect(who({}, open({}), province)).toBe("a-1");
    expect(who({ areas: ["杭州市"] }, open({}), province)).toBe("withoutPlace");
  });

  test("a title whose end nobody says is told apart", () => {
    const henan: Contact = { ...province, jurisdiction: "henan" };
    const held = { recognitions: [title("2024-06-01", "henan")] };
    expect(who({ role: "holders", until: "2027-06-01" }, held, henan)).toBe("withoutEnd");
    expect(who({ role: "holders" }, held, henan)).toBe("a-1");
  });

  test("what was done in an earlier round is not begun in the one that is open", () => {
    const contact: Contact = { ...province };
    const setting = settingFor(contact);
    const round = { ...setting.jurisdiction!.rounds[0]!, id: "zhejiang/2027", opensOn: "2027-03-01" };
    const dates = round.dates.map((date) => ({ ...date, by: "2027-03-23" }));
    const jurisdiction = { ...setting.jurisdiction!, rounds: [...setting.jurisdiction!.rounds, { ...round, dates }] };
    const inRound = { ...setting, jurisdiction, served: setting.served.map((one) => ({ ...one, jurisdiction })) };
    const done = (id: string) =>
      enterprise(id, { applications: [application(westLake, { done: "declared", round: id })] });
    const reach = { fields: [], contacts: [], enterprises: [done("zhejiang/2021"), done("zhejiang/2027")] };
    const subjects = (audience: Partial<Audience>) => addressed({ ...everyone, ...audience }, reach, inRound).subjects;
    expect(subjects({ standings: ["none"] })).toEqual(["zhejiang/2021"]);
    expect(subjects({ standings: ["done"] })).toEqual(["zhejiang/2027"]);
    expect(subjects({ lacks: [lack("审计报告")] })).toEqual(["zhejiang/2027"]);
  });
});

describe("one account of an enterprise gets it", () => {
  const accounts = [
    account("first", "telegram", true, "2027-03-01T00:00:00.000Z"),
    account("latest", "wechat", true, "2027-03-03T00:00:00.000Z"),
    account("between", "web", true, "2027-03-02T00:00:00.000Z"),
  ];
  test("that last said something", () => expect(who({}, { ...open(), accounts })).toBe("latest"));
  test("of those that want notices", () => {
    const unwilling = accounts.map((one) =>
      one.id === "latest" ? { ...one, preference: { ...one.preference, wantsNotices: false } } : one,
    );
    expect(who({}, { ...open(), accounts: unwilling })).toBe("between");
  });
  test("and an enterprise that is there twice is counted once", () => {
    const twice = to({}, [enterprise("a", open()), enterprise("a", open()), enterprise("b", open())]);
    expect(twice).toMatchObject({ accounts: ["a-1", "b-1"], channels: { telegram: 2 } });
  });
  test("its newest name is told", () => {
    const named = ["旧名", "新名"].map((name, at) => application(westLake, { id: `${at}`, title: name, done: 3 }));
    expect(to({}, [enterprise("a", { applications: named })]).names).toEqual(["新名"]);
  });
});

describe("contacts of departments below", () => {
  const one = (id: string, level: Contact["level"], area: string | null): ReachedContact => ({
    ...{ id, level, area, jurisdiction: "zhejiang", name: "李科长", account: `account of ${id}`, channel: "wechat" },
  });
  const all = [
    one("contact", "city", "杭州市"),
    one("other city", "city", "温州市"),
    one("county", "county", "杭州市西湖区"),
    one("elsewhere", "county", "温州市龙湾区"),
    one("unclear", "county", "龙湾区"),
    one("province", "province", null),
  ];
  test.each<[Contact, readonly string[], readonly string[], number]>([
    [hangzhou, [], ["county"], 1],
    [province, [], ["contact", "other city", "county", "elsewhere", "unclear"], 0],
    [province, ["温州市"], ["other city", "elsewhere"], 1],
  ])("of %o in %j are %j", (contact, areas, expected, withoutPlace) => {
    const own = { ...contact, id: contact === province ? "the province's" : contact.id };
    const found = to({ role: "contacts", areas }, [enterprise("a", open())], own, all);
    expect(found.subjects).toEqual(expected);
    expect(found.left.withoutPlace).toBe(withoutPlace);
  });
});

describe("what an application lacks, told by the fields behind it alone", () => {
  test.each(everywhere.map((served) => [served.id, served] as const))("%s", (_, served) => {
    const { procedure, jurisdiction } = served;
    const whole = sampleAnswers(procedure, (jurisdiction.samples[procedure.code] ?? {}) as TypedAnswers, on)
      .answers as Answers;
    const setting = { ...settingFor({ ...province, jurisdiction: jurisdiction.code }), served: [served] };
    const ids = Object.keys(procedure.fields);
    // Every third answer skipped, every fifth not given yet.
    for (const gaps of [0, 1, 2]) {
      const answers = Object.fromEntries(
        Object.entries(whole).flatMap(([id, value], at) =>
          (at + gaps) % 5 === 0 ? [] : [[id, (at + gaps) % 3 === 0 ? null : value]],
        ),
      ) as Answers;
      const facts = factsOf(procedure, answers, on);
      const asked = askedFields(facts);
      for (const field of ids) {
        const wanted = { label: field, at: [{ procedure: served.id, field }] };
        const fields = fieldsFor(setting, { ...everyone, lacks: [wanted] });
        const given = Object.fromEntries(Object.entries(answers).filter(([id]) => fields.includes(id)));
        const lacks = isLacking(application(given, { procedure: served.id }), served, wanted, on);
        if (asked.includes(field)) expect(lacks, field).toBe(isBlank(facts, field));
        else if (facts.relevant(field) !== true) expect(lacks, field).toBe(false);
      }
      for (const { id: section, fields: within } of procedure.sections) {
        const wanted = { label: section, at: [{ procedure: served.id, section }] };
        const fields = fieldsFor(setting, { ...everyone, lacks: [wanted] });
        const given = Object.fromEntries(Object.entries(answers).filter(([id]) => fields.includes(id)));
        const open = asked.filter((id) => within.includes(id) && !facts.field(id).optional && isBlank(facts, id));
        expect(isLacking(application(given, { procedure: served.id }), served, wanted, on), section).toBe(
          open.length > 0,
        );
      }
    }
  });
});
