import { expect, test } from "vitest";
import type { AnyProcedure } from "../../rules/define.ts";
import type { Form } from "../../templates/blocks.ts";
import { differencesIn, printedIn } from "../labels.ts";

const cite = { document: "某办法", article: "附件1", text: "……" };
const procedure = {
  code: "apply",
  fields: {
    name: { kind: "text", label: "单位名称", cite },
    nature: { kind: "choice", label: "性质", cite, choices: [{ id: "own", label: "自有" }] },
    years: { kind: "table", label: "年度", cite, columns: { year: { kind: "year", label: "年度（年）" } } },
    list: { kind: "table", label: "清单", cite, ours: true, columns: { item: { kind: "text", label: "项目" } } },
  },
} as unknown as AnyProcedure;
const form: Form = {
  title: "申请表",
  blocks: [
    { block: "title", text: "申 请 表" },
    {
      block: "grid",
      rows: [
        { band: "一、基本情况" },
        {
          cells: [
            { of: [{ label: "name" }, "：", { answer: "name" }, "\n（盖章）　　"] },
            { of: [{ boxes: "nature" }] },
          ],
        },
      ],
    },
    { block: "list", table: "years", least: 1, columns: [{ column: "year", group: "时间" }] },
    { block: "list", table: "list", least: 1, columns: [{ column: "item" }] },
  ],
};
const source = "附件1 申请表\n一、基本 情况 | 单位名称: ____(盖 章) | □自有\n时间 | 年度(年)";

test("all words, labels, choices and columns are compared, those that are ours are not", () => {
  expect(printedIn(form, procedure)).toEqual([
    "申 请 表",
    "一、基本情况",
    "（盖章）　　",
    "时间",
    "年度（年）",
    "单位名称",
    "自有",
  ]);
  expect(printedIn({ ...form, ours: "栏目由本系统拟定" }, procedure)).toEqual(["申请表", "单位名称", "自有"]);
});

test("white space and the width of signs make no difference, any other sign does", () => {
  const printed = printedIn(form, procedure);
  expect(differencesIn(printed, source, []).words).toEqual([]);
  expect(differencesIn(printed, source.replace("基本", "主要"), []).words).toEqual(["一、基本情况"]);
  expect(differencesIn(["单位名称。"], source, []).words).toEqual(["单位名称。"]);
});

test("an intended difference is named with what the text says instead; one that is not needed is told", () => {
  const faulty = source.replace("单位名称", "单位 and 名称");
  const mended = { ours: "单位名称", source: "单位and名称", why: "the extraction translated a sign" };
  const own = { ours: "由本系统拟定", why: "ours" };
  expect(differencesIn(["单位名称"], faulty, []).words).toEqual(["单位名称"]);
  const found = differencesIn(["单位名称", "由本系统拟定"], faulty, [mended, own]);
  expect({ words: found.words, used: [...found.used] }).toEqual({ words: [], used: [mended, own] });
  expect(differencesIn(["单位名称"], source, [mended]).used.size).toBe(0);
  expect(differencesIn(["单位名称"], source.replace("单位", "机构"), [mended]).words).toEqual(["单位名称"]);
});
