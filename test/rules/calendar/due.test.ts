import { describe, expect, test } from "vitest";
import { dueDatesFor, type Subject } from "../../../rules/calendar/due.ts";
import type { Jurisdiction, Round } from "../../../rules/define.ts";
import henan from "../../../rules/jurisdictions/henan/index.ts";
import qinghai from "../../../rules/jurisdictions/qinghai/index.ts";
import taiyuan from "../../../rules/jurisdictions/taiyuan/index.ts";
import xinjiang from "../../../rules/jurisdictions/xinjiang/index.ts";
import zhejiang from "../../../rules/jurisdictions/zhejiang/index.ts";

const nobody: Subject = { procedure: null, round: null, recognisedOn: null, role: "applicant" };
const told = (jurisdiction: Jurisdiction, subject: Partial<Subject>, from: string, to: string) =>
  dueDatesFor(jurisdiction, { ...nobody, ...subject }, from, to).map(
    ({ id, on, unconfirmed, cite }) => `${on} ${id}${unconfirmed ? " ?" : ""} ${cite.article}`,
  );

describe("the dates of rounds", () => {
  test.each<[string, Jurisdiction, Partial<Subject>, string, string, string[]]>([
    [
      "23 March 2023 is the county's, and bounds the applicant of Taiyuan",
      ...([taiyuan, { procedure: "apply" }, "2023-03-23", "2023-03-23"] as const),
      ["2023-03-23 taiyuan/2023-city/county-paper 一 5"],
    ],
    ["not a day earlier", taiyuan, { procedure: "apply" }, "2023-03-01", "2023-03-22", []],
    [
      "9 December 2022 is the city's in Henan",
      ...([henan, { procedure: "recommend", role: "city" }, "2022-11-22", "2022-12-09"] as const),
      ["2022-12-09 henan/2022/recommend/city-paper （五）"],
    ],
    ["and no county's", henan, { procedure: "recommend", role: "county" }, "2022-11-22", "2022-12-31", []],
    [
      "each role in Zhejiang has its own: the applicant",
      ...([zhejiang, { procedure: "apply" }, "2021-05-01", "2021-05-31"] as const),
      ["2021-05-16 zhejiang/2021/applicant-online 三（一）1"],
    ],
    [
      "the city",
      ...([zhejiang, { procedure: "apply", role: "city" }, "2021-05-01", "2021-05-31"] as const),
      ["2021-05-20 zhejiang/2021/city-review 三（一）2", "2021-05-21 zhejiang/2021/city-paper 三（二）"],
    ],
    ["who applies for nothing is told of no round", zhejiang, {}, "2021-05-01", "2021-05-31", []],
  ])("%s", (_, jurisdiction, subject, from, to, expected) => {
    expect(told(jurisdiction, subject, from, to)).toEqual(expected);
  });

  test.each<[string, Jurisdiction, Partial<Subject>, string, string, string[]]>([
    [
      "23 March 2027 by the round of 2023",
      ...([taiyuan, { procedure: "apply" }, "2027-01-01", "2027-12-31"] as const),
      ["2027-03-23 taiyuan/2023-city/2027/county-paper ? 一 5"],
    ],
    [
      "the applicant of Henan, whose round the notice does not date, by the departments' day",
      ...([henan, { procedure: "apply" }, "2026-11-21", "2027-12-31"] as const),
      [
        "2026-12-09 henan/2022/verify/2026/city-paper ? （五）",
        "2027-12-09 henan/2022/verify/2027/city-paper ? （五）",
      ],
    ],
    [
      "where no round was ever known there is nothing to tell",
      xinjiang,
      { procedure: "apply" },
      "2027-01-01",
      "2027-12-31",
      [],
    ],
  ])("without a round of that year the last one's day is told as unconfirmed: %s", (_, ...rest) => {
    const [jurisdiction, subject, from, to, expected] = rest;
    expect(told(jurisdiction, subject, from, to)).toEqual(expected);
  });

  test("an open round silences the guess of its year, and moves the next one", () => {
    const [last] = taiyuan.rounds as [Round];
    const round: Round = {
      ...last,
      ...{ id: "taiyuan/2027-city", year: 2027, opensOn: "2027-03-15" },
      dates: last.dates.map((date) => ({ ...date, by: "2027-03-25" })),
    };
    expect(told(taiyuan, { procedure: "apply", round }, "2027-01-01", "2028-12-31")).toEqual([
      "2027-03-25 taiyuan/2027-city/county-paper 一 5",
      "2028-03-25 taiyuan/2027-city/2028/county-paper ? 一 5",
    ]);
  });

  test("two dates of one role and way have two ids", () => {
    const [last] = taiyuan.rounds as [Round];
    const dates = [...last.dates, ...last.dates];
    const ids = dueDatesFor(
      taiyuan,
      { ...nobody, procedure: "apply", round: { ...last, dates } },
      "2023-01-01",
      "2023-12-31",
    );
    expect(ids.map(({ id }) => id)).toEqual(["taiyuan/2023-city/county-paper", "taiyuan/2023-city/county-paper-2"]);
  });

  test("the guess says so", () => {
    const [guess] = dueDatesFor(taiyuan, { ...nobody, procedure: "apply" }, "2027-01-01", "2027-12-31");
    expect(guess?.label).toContain("按2023年度的日期预计，以当年通知为准");
  });
});

describe("the duties of recognised platforms", () => {
  const recognisedOn = "2025-06-01";
  test.each<[string, Jurisdiction, Partial<Subject>, string, string, string[]]>([
    [
      "Qinghai: the city's 20 July and 30 January come before the end of August and of February",
      ...([qinghai, { recognisedOn }, "2026-07-01", "2027-06-30"] as const),
      [
        "2026-07-20 qinghai/rowForHalfYear/2026 附件6 注",
        "2026-08-31 qinghai/halfYearReport/2026 第十四条",
        "2027-01-30 qinghai/rowForYear/2027 附件6 注",
        "2027-02-28 qinghai/yearReport/2027 第十四条",
      ],
    ],
    [
      "February of a leap year ends with the 29th",
      ...([qinghai, { recognisedOn: "2027-06-01" }, "2028-02-01", "2028-02-29"] as const),
      ["2028-02-29 qinghai/yearReport/2028 第十四条"],
    ],
    [
      "the city's own",
      ...([qinghai, { role: "city" }, "2026-07-01", "2027-06-30"] as const),
      ["2026-07-20 qinghai/halfYearSummary/2026 附件6 注", "2027-01-30 qinghai/yearSummary/2027 附件6 注"],
    ],
    [
      "Xinjiang: the platform's 15 December",
      ...([xinjiang, { recognisedOn }, "2026-12-01", "2026-12-31"] as const),
      ["2026-12-15 xinjiang/report/2026 第十八条"],
    ],
    [
      "and the prefecture's end of December",
      ...([xinjiang, { role: "city" }, "2026-12-01", "2026-12-31"] as const),
      ["2026-12-31 xinjiang/summary/2026 第十九条"],
    ],
    [
      "a title ends three years after it was given",
      ...([zhejiang, { recognisedOn }, "2025-01-01", "2035-01-01"] as const),
      ["2028-06-01 zhejiang/validity/2028 二"],
    ],
    [
      "no report is owed once it ended",
      ...([xinjiang, { recognisedOn: "2023-12-20" }, "2026-12-01", "2027-12-31"] as const),
      ["2026-12-15 xinjiang/report/2026 第十八条", "2026-12-20 xinjiang/validity/2026 第十七条"],
    ],
    ["nor before it was given", xinjiang, { recognisedOn: "2026-12-16" }, "2026-01-01", "2026-12-31", []],
    ["who holds no title owes none", qinghai, {}, "2026-01-01", "2027-12-31", []],
  ])("%s", (_, jurisdiction, subject, from, to, expected) => {
    expect(told(jurisdiction, subject, from, to)).toEqual(expected);
  });
});

describe("a due day that is no working day", () => {
  test.each([
    ["Sunday 28 February 2027", "2027-02-28", "2027-02-26", true],
    ["Saturday 30 January 2027", "2027-01-30", "2027-01-29", true],
    ["Monday 31 August 2026", "2026-08-31", null, false],
    ["Monday 20 July 2026", "2026-07-20", null, false],
  ])("%s: told with the last working day before", (_, on, lastWorkday, provisional) => {
    const [due] = dueDatesFor(qinghai, { ...nobody, recognisedOn: "2025-06-01" }, on, on);
    expect(due).toMatchObject({ on, lastWorkday, provisional });
  });
});

test("a clock time is that year's alone", () => {
  const round = { ...zhejiang.rounds[0]!, dates: zhejiang.rounds[0]!.dates.map((date) => ({ ...date, at: "17:00" })) };
  const jurisdiction = { ...zhejiang, rounds: [round] };
  const dues = dueDatesFor(jurisdiction, { ...nobody, procedure: "apply" }, "2021-05-01", "2022-06-01");
  expect(dues.map(({ on, at }) => [on, at])).toEqual([
    ["2021-05-16", "17:00"],
    ["2022-05-16", null],
  ]);
});
