import { expect, test } from "vitest";
import { z } from "zod";
import { expectMistake, run } from "./command.ts";

const choices = z.array(z.strictObject({ id: z.string().min(1), label: z.string().min(1) }));
const kinds =
  "text longText money count decimal percent date year phone mobile email postcode url creditCode yesNo choice choices table file";

const column = z.object({
  id: z.string().min(1),
  label: z.string().min(1),
  kind: z.enum(kinds.split(" ").filter((kind) => !["table", "file"].includes(kind))),
  unit: z.string().nullable(),
  required: z.boolean(),
  choices,
});

const field = z
  .strictObject({
    ...column.shape,
    section: z.string().min(1),
    kind: z.enum(kinds.split(" ")),
    when: z.looseObject({ op: z.string() }).nullable(),
    screening: z.boolean(),
    computed: z.looseObject({ op: z.string() }).nullable(),
    columns: z.array(column),
    minRows: z.int().min(1).nullable(),
    cite: z.string().min(1),
  })
  .refine(({ kind, columns }) => (kind === "table") === columns.length > 0, "a table has columns, nothing else has")
  .refine(({ kind, unit }) => !["money", "count", "percent"].includes(kind) || unit, "a figure has a unit")
  .refine(({ kind, choices }) => ["choice", "choices"].includes(kind) === choices.length > 0, "choices to choose from");

test("the fields of a procedure, each once, in the form's order", async () => {
  const { code, stdout, stderr } = await run("fields", ["zhejiang/apply"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const fields = z.array(field).parse(JSON.parse(stdout));

  const ids = fields.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { columns } of fields) expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);

  const sections = fields.map(({ section }) => section);
  expect(sections.filter((title, at) => title !== sections[at - 1])).toEqual([
    "封面",
    "一、平台基本情况",
    "二、平台运营管理",
    "三、服务能力及业绩",
    "四、政府支持情况",
    "申报条件",
    "申请报告正文",
    "附件清单",
    "证明材料",
  ]);
  // As the printed 申请表 has them.
  const basic = fields.filter(({ section }) => section === "一、平台基本情况").map(({ id }) => id);
  const inOrder =
    "registeredOn legalRepresentative postcode contactPerson email registeredCapital investors totalAssets";
  expect(basic.filter((id) => inOrder.split(" ").includes(id))).toEqual(inOrder.split(" "));

  const byId = new Map(fields.map((one) => [one.id, one]));
  expect(byId.get("staff")).toMatchObject({ kind: "count", unit: "人", screening: true, cite: "一（一）3" });
  expect(byId.get("professionalsShare")).toMatchObject({ kind: "percent", unit: "%", screening: false });
  expect(byId.get("professionalsShare")?.computed).not.toBeNull();
  expect(byId.get("experiencedStaff")?.when).toEqual({ op: "yes", field: "isSpecialised" });
  expect(byId.get("functions")?.choices).toHaveLength(5);
  expect(byId.get("operation")?.columns.map(({ id }) => id)).toContain("revenue");
});

test.concurrent.each([
  [[], /name one procedure of: .*zhejiang\/apply.*Usage: /],
  [["nowhere/apply"], /name one procedure of: .*zhejiang\/apply/],
  [["zhejiang/apply", "zhejiang/apply"], /name one procedure/],
  [["--all", "zhejiang/apply"], /--all.*Usage: /],
])("fields %j says what to do", async (args, says) => {
  expectMistake(await run("fields", args), says);
});
