import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { contents, type Ended, expectMistake, fixture, freshPath, run, shortened, type Typed } from "./command.ts";

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const verdicts = z.array(
  z.strictObject({
    criterion: z.string().min(1),
    status: z.enum(["met", "notMet", "undecided"]),
    severity: z.enum(["blocking", "warning", "note"]),
    value: decimal.nullable(),
    figure: decimal.nullable(),
    distance: decimal.nullable(),
    unit: z.string().nullable(),
    cite: z.string().min(1),
    reading: z.enum(["source", "ours"]),
  }),
);

const fileOf = (answers: unknown): string => {
  const path = `${freshPath()}.json`;
  writeFileSync(path, typeof answers === "string" ? answers : JSON.stringify(answers));
  return path;
};

const fill = async (answers: string, on?: string): Promise<Ended & { out: string }> => {
  const out = freshPath();
  const flags = ["--procedure", "zhejiang/apply", "--answers", answers, "--out", out, ...(on ? ["--on", on] : [])];
  return { ...(await run("fill", flags)), out };
};

const verdictsIn = (out: string) => verdicts.parse(JSON.parse(readFileSync(join(out, "verdict.json"), "utf8")));

/** The command succeeded and stdout is the JSON list of exactly the files that are there, none of them empty. */
const expectFiles = ({ code, stdout, stderr, out }: Ended & { out: string }): readonly string[] => {
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const names = z.array(z.string()).parse(JSON.parse(stdout));
  expect(names.toSorted()).toEqual(readdirSync(out).toSorted());
  for (const name of names)
    expect(statSync(join(out, name)).size, name).toBeGreaterThan(name.endsWith(".json") ? 2 : 4000);
  return names;
};

test.concurrent("a complete application: every document, every criterion met", async () => {
  const ended = await fill("test/fixtures/zhejiang-complete.json", "2021-05-12");
  const names = expectFiles(ended);
  expect(names.filter((name) => name.endsWith(".zip"))).toHaveLength(1);
  for (const form of ["附件1", "附件2", "附件3", "附件4", "附件5", "目录"])
    expect(
      names.filter((name) => name.includes(form) && name.endsWith(".docx")),
      form,
    ).toHaveLength(1);
  expect(names.join()).not.toContain("草稿");

  const all = verdictsIn(ended.out);
  expect(all.filter(({ status }) => status !== "met")).toEqual([]);
  expect(all.map(({ distance }) => distance).filter(Boolean)).toEqual([]);
  for (const article of [1, 2, 3, 4, 5, 6, 7]) expect(all.map(({ cite }) => cite)).toContain(`一（一）${article}`);
  expect(all.find(({ criterion }) => criterion === "professionals")).toMatchObject({ value: "81.81", figure: "80" });
});

test.concurrent("three misses: exactly these, with value, figure, distance and article", async () => {
  const ended = await fill("test/fixtures/zhejiang-three-misses.json", "2021-05-12");
  const names = expectFiles(ended);
  for (const name of names.filter((one) => one !== "verdict.json")) expect(name).toContain("草稿");
  const notMet = { status: "notMet", severity: "blocking", reading: "source" };
  expect(verdictsIn(ended.out).filter(({ status }) => status !== "met")).toEqual([
    {
      ...notMet,
      criterion: "totalAssets",
      value: "165.5",
      figure: "200",
      distance: "34.5",
      unit: "万元",
      cite: "一（一）2",
    },
    // 19 of 24 is 79.16…: it is not rounded up to the figure.
    {
      ...notMet,
      criterion: "professionals",
      value: "79.16",
      figure: "80",
      distance: "0.84",
      unit: "%",
      cite: "一（一）3",
    },
    { ...notMet, criterion: "satisfaction", value: "76", figure: "80", distance: "4", unit: "%", cite: "一（一）5" },
  ]);
});

test.concurrent("with no round open it works, too, and judges by that day", async () => {
  const complete = fixture("complete");
  // All years of the operation table: the latest one's figures govern.
  const ended = await fill(fileOf({ ...shortened(complete, 1), operation: complete.operation }), "2026-11-20");
  expect(expectFiles(ended).join()).not.toContain("草稿");
  const all = verdictsIn(ended.out);
  expect(all.filter(({ status }) => status !== "met")).toEqual([]);
  // Registered on 2014-06-18: 6 years at the round of 2021, 12 by now.
  expect(all.find(({ criterion }) => criterion === "registeredYears")?.value).toBe("12.42");
});

test.concurrent("an unanswered criterion is undecided, and the documents are drafts", async () => {
  const { staff: _, ...rest } = shortened(fixture("complete"), 1);
  const ended = await fill(fileOf(rest), "2021-05-12");
  expect(expectFiles(ended).some((name) => name.includes("草稿"))).toBe(true);
  const open = verdictsIn(ended.out).filter(({ status }) => status === "undecided");
  expect(open.map(({ criterion, value, distance }) => ({ criterion, value, distance }))).toEqual(
    expect.arrayContaining([
      { criterion: "staff", value: null, distance: null },
      { criterion: "professionals", value: null, distance: null },
    ]),
  );
});

test.concurrent("refused and ambiguous answers are all named, with their text", async () => {
  const wrong: Typed = {
    ...shortened(fixture("complete"), 1),
    totalAssets: "很多钱",
    staff: "二十来个吧",
    satisfaction: "0.8",
    email: "service.example.com",
    postcode: "31001",
    investors: [{ name: "杭州启航投资管理有限公司", nature: "民营企业", share: "一大半" }],
  };
  const { code, stdout, stderr, out } = await fill(fileOf(wrong), "2021-05-12");
  expect(code).toBe(1);
  expect(stdout).toBe("");
  expect(contents(out)).toEqual([]);
  const named = stderr.split("\n").filter((line) => line.includes("“"));
  for (const [field, text] of Object.entries({
    totalAssets: "很多钱",
    staff: "二十来个吧",
    satisfaction: "0.8",
    email: "service.example.com",
    postcode: "31001",
    "investors[1].share": "一大半",
  })) {
    expect(
      named.filter((line) => line.startsWith(`${field}: “${text}”`)),
      stderr,
    ).toHaveLength(1);
  }
  expect(named).toHaveLength(6);
});

test.concurrent("unknown ids, columns and shapes are all named", async () => {
  const { out, ...ended } = await fill(
    fileOf({
      ...shortened(fixture("complete"), 1),
      staffCount: "22",
      constructor: "1",
      // Computed: nobody may state it.
      facilitiesShare: "20%",
      roster: "22人",
      city: [{ name: "杭州市" }],
      investors: [
        { name: "甲", share: "55%", nature: "民营企业" },
        { name: "乙", colour: "red", toString: "x" },
      ],
    }),
    "2021-05-12",
  );
  expectMistake(ended, /staffCount.*facilitiesShare|facilitiesShare.*staffCount/);
  for (const name of ["staffCount", "constructor", "facilitiesShare", "roster", "city", "investors.colour"])
    expect(ended.stderr).toContain(name);
  expect(ended.stderr).toContain("investors.toString");
  expect(ended.stderr).not.toMatch(/applicantName|investors\.name/);
  expect(contents(out)).toEqual([]);
});

describe.concurrent("one line that says what to do, and nothing written", () => {
  const complete = "test/fixtures/zhejiang-complete.json";
  const cases: [string, (out: string) => string[], RegExp][] = [
    ["no flags", () => [], /--procedure, --answers and --out are needed.*Usage: npm run -s fill/],
    [
      "an unknown flag",
      (out) => ["--procedure", "zhejiang/apply", "--answers", complete, "--out", out, "--fast"],
      /--fast.*Usage: /,
    ],
    [
      "an unknown procedure",
      (out) => ["--procedure", "nowhere/apply", "--answers", complete, "--out", out],
      /nowhere\/apply.*zhejiang\/apply/,
    ],
    [
      "a day that does not exist",
      (out) => ["--procedure", "zhejiang/apply", "--answers", complete, "--out", out, "--on", "2021-02-30"],
      /2021-02-30.*2027-03-01/,
    ],
    [
      "no such file",
      (out) => ["--procedure", "zhejiang/apply", "--answers", "/nowhere/a.json", "--out", out],
      /\/nowhere\/a\.json/,
    ],
    [
      "a file that is not JSON",
      (out) => ["--procedure", "zhejiang/apply", "--answers", fileOf("x\ny\n"), "--out", out],
      /\.json.*JSON/,
    ],
    [
      "JSON of another shape",
      (out) => ["--procedure", "zhejiang/apply", "--answers", fileOf({ staff: 22, roster: [["a"]] }), "--out", out],
      /staff, roster/,
    ],
  ];
  test.each(cases)("%s", async (_, flags, says) => {
    const out = freshPath();
    const ended = await run("fill", flags(out));
    expectMistake(ended, says);
    expect(contents(out)).toEqual([]);
  });

  test("an --out that cannot be a folder", async () => {
    const file = fileOf("{}");
    const few = fileOf({ city: "杭州市西湖区" });
    const ended = await run("fill", ["--procedure", "zhejiang/apply", "--answers", few, "--out", file]);
    expectMistake(ended, /--out|\.json/);
    expect(readFileSync(file, "utf8")).toBe("{}");
  });
});
