import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Field } from "../../rules/define.ts";
import { mergeTyped } from "../../templates/read-back/index.ts";
import { complete, draft, extreme } from "./body.ts";
import { back, printed, served, zhejiang } from "./printed.ts";

describe("drafts", () => {
  test.each(served)("$id: one without answers gives none", async (one) => {
    const blank = await printed(one, {}, true);
    for (const { name, passages } of blank.documents) expect(await back(passages, one), name).toEqual({});
  });

  test("one halfway gives what it has", async () => {
    const { documents: halves } = await printed(zhejiang, draft, true);
    const { typed, conflicts } = mergeTyped(await Promise.all(halves.map(({ passages }) => back(passages))));
    expect(conflicts).toEqual([]);
    expect(typed).toMatchObject({ totalAssets: "860万元", staff: "18人", contactPerson: "李示例" });
    expect(typed.operation).toEqual([{ year: "2020", revenue: "980万元", totalProfit: "96万元" }]);
    for (const id of ["city", "registeredCapital", "history", "roster", "equipment"])
      expect(typed).not.toHaveProperty(id);
  });
});

test("as much as the questions allow is read back as well", async () => {
  const { documents: full } = await printed(zhejiang, extreme);
  const { typed } = mergeTyped(await Promise.all(full.map(({ passages }) => back(passages))));
  for (const id of ["applicantName", "city", "registeredAddress", "email", "website", "qualifications", "achievements"])
    expect(typed[id], id).toBe(extreme[id]);
  for (const id of ["investors", "operation", "mainServices", "equipment", "roster"])
    expect(typed[id], id).toHaveLength((extreme[id] as unknown[]).length);
});

/** Words that a form has of its own, and what else makes reading hard. */
const confusing = fc.constantFrom(
  ...[
    "甲公司",
    "联系人：张三",
    "一、发展沿革",
    "二、申请单位的基本情况",
    "1. 服务质量",
    "日期：2020年3月5日",
    "合作资源",
  ],
  ...["不满意", "√", "□", "：", "——", "%", "500万元", "（盖章）", "2020", "附件3", "性质：", "人", "Co., Ltd", "无"],
);
const textFields = (Object.entries(zhejiang.procedure.fields) as [string, Field][]).filter(
  ([id, { kind }]) => (kind === "text" || kind === "longText") && id in complete,
);
const confusingTexts = fc.record(
  Object.fromEntries(
    textFields.map(([id, { kind }]) => [
      id,
      fc
        .array(confusing, { minLength: 1, maxLength: 3 })
        .map((words) => words.join(kind === "text" ? "" : "\n"))
        .map((text) => [...text].slice(0, 30).join("").trim()),
    ]),
  ),
);

test("texts with the form's own words in them are read back whole", async () => {
  await fc.assert(
    fc.asyncProperty(confusingTexts, async (texts) => {
      const { documents: confused } = await printed(zhejiang, { ...complete, ...texts });
      const { typed } = mergeTyped(await Promise.all(confused.map(({ passages }) => back(passages))));
      expect(typed).toMatchObject(texts);
    }),
    { numRuns: 15 },
  );
}, 60_000);
