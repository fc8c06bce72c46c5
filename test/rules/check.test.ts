import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { checked, MalformedRules, problemsIn } from "../../rules/check.ts";
import zhejiang from "../../rules/jurisdictions/zhejiang/index.ts";
import { Tree } from "../house/tree.ts";

/** A jurisdiction of two fields, laid over by what is wrong. */
const cite = { document: "某办法", article: "第一条", text: "……" };
const staff = { kind: "count", unit: "人", label: "人数", cite };
const area = { kind: "choice", label: "地区", cite, choices: [{ id: "south", label: "南部" }] };
const years = { kind: "table", label: "年度", cite, rowName: "年度", columns: { year: { kind: "year", label: "年" } } };
const figure = { unit: "人", values: [{ value: "20", from: "2021-01-01" }] };
const criterion = {
  id: "staff",
  label: "人数",
  severity: "blocking",
  cite,
  reading: "source",
  when: { op: ">=", field: "staff", figure },
};
const fields = { staff, area, years };
const apply = {
  code: "apply",
  title: "申报",
  fields,
  sections: [{ id: "all", title: "全部", fields: ["staff", "area", "years"] }],
  criteria: [criterion],
  binding: [],
  declaration: { title: "声明", text: "属实", cite },
  afterwards: [],
};
const whole = {
  code: "some",
  name: "某省",
  source: { title: "某办法", number: null, issuedOn: "2021-01-01", lapsesOn: null, authority: "某厅" },
  notHeld: [],
  procedures: [apply],
  rounds: [],
  duties: [],
  samples: {},
};
const withProcedure = (change: object) => ({ ...whole, procedures: [{ ...apply, ...change }] });
const withField = (id: string, field: object) => withProcedure({ fields: { ...fields, [id]: field } });
const withCondition = (when: object) => withProcedure({ criteria: [{ ...criterion, when }] });
const round = { id: "r", procedure: "apply", title: "批次", year: 2021, opensOn: "2021-05-10", cite };
const due = { role: "applicant", way: "online", by: "2021-05-16", label: "网上", cite };

test("what is right has no problems", () => {
  expect(problemsIn(whole, "some")).toEqual([]);
  expect(checked(zhejiang, "zhejiang")).toBe(zhejiang);
});

describe("what is wrong is named with its place", () => {
  test.each<[string, unknown, string]>([
    ["no jurisdiction at all", 7, "it: Invalid input: expected object, received number"],
    ["another code", { ...whole, code: "other" }, 'its code is "other": it must be its folder\'s, "some"'],
    ["no name", { ...whole, name: "" }, "name: is empty"],
    ["no sections", withProcedure({ sections: undefined }), "procedures.apply.sections: Invalid input"],
    ["no label", withField("staff", { ...staff, label: "" }), "procedures.apply.fields.staff.label: is empty"],
    ["no citation", withField("staff", { ...staff, cite: undefined }), "procedures.apply.fields.staff.cite:"],
    ["an id that is none", withField("Staff", staff), "procedures.apply.fields.Staff"],
    ["an unknown kind", withField("staff", { ...staff, kind: "number" }), "fields.staff: there is no kind number"],
    ["money without unit", withField("staff", { ...staff, kind: "money", unit: undefined }), "it has no unit"],
    ["a choice without choices", withField("area", { ...area, choices: undefined }), "fields.area: it has no choices"],
    ["a choice twice", withField("area", { ...area, choices: [...area.choices, ...area.choices] }), "south is there"],
    ["a table without columns", withField("years", { ...years, columns: {} }), "a table without columns"],
    ["a field in no section", withField("more", staff), "apply.fields.more: it is in no section"],
    [
      "a field in two sections",
      withProcedure({ sections: [...apply.sections, { id: "b", title: "乙", fields: ["staff"] }] }),
      "apply.sections: staff is there twice",
    ],
    [
      "an unknown field in a section",
      withProcedure({ sections: [{ id: "all", title: "全部", fields: ["staff", "area", "years", "stuff"] }] }),
      "apply.sections.all: there is no field stuff",
    ],
    ["a criterion twice", withProcedure({ criteria: [criterion, criterion] }), "apply.criteria: staff is there twice"],
    ["an unknown field", withCondition({ op: "yes", field: "open" }), "apply.criteria.staff: there is no field open"],
    ["an unknown choice", withCondition({ op: "is", field: "area", choice: "west" }), "area has no choice west"],
    ["a place that is no field", withProcedure({ places: "city" }), "apply.places: there is no field city"],
    ["a place that is a number", withProcedure({ places: "staff" }), "places: staff is neither a choice nor a text"],
    [
      "a place within none",
      {
        ...withProcedure({
          places: "area",
          fields: { ...fields, area: { ...area, choices: [{ id: "port", label: "港区", within: "south" }] } },
        }),
      },
      "places: area has no choice south",
    ],
    ["a column of no table", withCondition({ op: "ascending", table: "area", column: "year" }), "area is no table"],
    [
      "an unknown column",
      withCondition({ op: "ascending", table: "years", column: "yaer" }),
      "table years has no column yaer",
    ],
    [
      "an unknown comparison",
      withCondition({ op: "=", field: "staff" }),
      "criteria.staff.when.op: Invalid discriminator value",
    ],
    [
      "a figure without a day",
      withCondition({
        op: ">=",
        field: "staff",
        figure: { unit: "人", values: [{ value: "20", from: "2021-02-30" }] },
      }),
      "criteria.staff.when.figure.values.0.from: is no day",
    ],
    [
      "a dead computation",
      withField("staff", { ...staff, computed: { op: "sum", table: "years", column: "served" } }),
      "apply.fields.staff.computed: table years has no column served",
    ],
    [
      "a circle",
      withField("staff", { ...staff, when: { op: "yes", field: "staff" } }),
      "apply.fields.staff: it depends on itself",
    ],
    [
      "a round of no procedure",
      { ...whole, rounds: [{ ...round, procedure: "renew", dates: [due] }] },
      "rounds.r.procedure: there is no procedure renew",
    ],
    [
      "a round that is due before it opens",
      { ...whole, rounds: [{ ...round, dates: [{ ...due, by: "2021-05-09" }] }] },
      "rounds.r: 网上 is due on 2021-05-09",
    ],
    ["a sample of no field", { ...whole, samples: { apply: { stuff: "1" } } }, "samples: it answers stuff"],
  ])("%s", (_, exported, problem) => {
    expect(problemsIn(exported, "some").join("\n")).toContain(problem);
    expect(() => checked(exported, "some")).toThrow(MalformedRules);
  });
});

describe("a planted folder stops a command with one line", () => {
  const tree = new Tree("rules", "flows", "bot", "templates", "prisma");
  afterAll(() => tree.remove());
  const folder = join(tree.path, "rules/jurisdictions/planted");
  const said = (index: string | null, script = "bot/fields.ts"): string => {
    mkdirSync(folder, { recursive: true });
    if (index !== null) writeFileSync(join(folder, "index.ts"), index);
    const { stderr, stdout, status } = tree.run(script, script.includes("fields") ? ["zhejiang/apply"] : [], "");
    rmSync(folder, { recursive: true });
    expect({ stdout, status, lines: stderr.trimEnd().split("\n").length }, stderr).toEqual({
      stdout: "",
      status: 1,
      lines: 1,
    });
    return stderr.trimEnd();
  };

  test("without index.ts", () => {
    expect(said(null)).toMatch(/^rules\/jurisdictions\/planted\/index\.ts cannot be loaded: /);
  });
  test("without a default export", () => {
    expect(said("export const planted = 1;\n")).toBe(
      "rules/jurisdictions/planted/index.ts has no default export: export a jurisdiction",
    );
  });
  test("that is no TypeScript", () => {
    expect(said("export default {\n")).toMatch(/^rules\/jurisdictions\/planted\/index\.ts cannot be loaded: /);
  });
  test("without a folder for its forms", () => {
    const data = { ...whole, code: "planted" };
    expect(said(`export default ${JSON.stringify(data)};\n`, "bot/chat.ts")).toBe(
      "templates/jurisdictions/planted/index.ts is not there: a jurisdiction keeps its forms in a folder of its own",
    );
  });
  test("with the code of another, and with a field that is in no section, in chat", () => {
    cpSync(join(tree.path, "rules/jurisdictions/zhejiang"), folder, { recursive: true });
    expect(said(null)).toContain('rules/jurisdictions/planted: its code is "zhejiang"');
    const data = { ...whole, code: "planted", procedures: [{ ...apply, sections: [] }] };
    expect(said(`export default ${JSON.stringify(data)};\n`, "bot/chat.ts")).toBe(
      "rules/jurisdictions/planted: apply.fields.staff: it is in no section (and 2 more)",
    );
  });
});
