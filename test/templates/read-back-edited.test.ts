import { describe, expect, test } from "vitest";
import type { Grid, Passage } from "../../rules/content.ts";
import { mergeTyped } from "../../templates/read-back/index.ts";
import { complete } from "./body.ts";
import { back, type Printed, printed, zhejiang } from "./printed.ts";

const { documents } = await printed(zhejiang, complete);
const document = (name: string): Printed => documents.find((one) => one.name.includes(name))!;
const report = document("申请报告").passages;
const equipment = document("清单").passages;
const before = await back(report);
const devices = (await back(equipment)).equipment as readonly Readonly<Record<string, string>>[];

type Rows = (rows: Grid) => Grid;
/** The document with its tables changed. */
const withTables = (passages: readonly Passage[], change: Rows): readonly Passage[] =>
  passages.map((passage) => ("table" in passage ? { table: change(passage.table) } : passage));
/** The document with every occurrence of a text changed, as by find and replace. */
const replaced = (passages: readonly Passage[], from: string, to: string): readonly Passage[] =>
  passages.map((passage) =>
    "table" in passage
      ? { table: passage.table.map((row) => row.map((cell) => cell.replace(from, to))) }
      : { ...passage, paragraph: passage.paragraph.replace(from, to) },
  );
const said = (text: string): Passage => ({ paragraph: text, level: null });
const isDevice = (row: readonly string[], name: string): boolean => row[1] === name;

describe("a document edited by hand since", () => {
  test.each([
    ["a value", "500", "650.5", { registeredCapital: "650.5万元" }],
    ["a unit written again", "500", "500万元", { registeredCapital: "500万元" }],
    ["a box", "☑租用", "□租用", { premisesNature: "自有" }],
    ["a tick for a box", "☑租用", "√租用", {}],
    ["boxes behind their words", "☑租用\u00a0\u00a0☑自有", "租用☑ 自有□", { premisesNature: "租用☑ 自有□" }],
    ["a date", "2016年3月5日", "2016-3-6", { registeredOn: "2016-3-6" }],
    ["a half-width colon", "法人代表：张虚构", "法人代表: 王虚构", { legalRepresentative: "王虚构" }],
    ["a heading's number", "二、申请单位的基本情况", "1. 申请单位的基本情况：", {}],
    ["a label with spaces", "获得专业服务资质情况", "获得专业服务 资质情况", {}],
  ])("%s", async (_, from, to, changed) => {
    expect(await back(replaced(report, from, to))).toEqual({ ...before, ...changed });
  });

  test.each(["", "____", "【待填】", "　　", "……"])("a blank that was emptied gives nothing: “%s”", async (blank) => {
    const { legalRepresentative: _, ...rest } = before;
    expect(await back(replaced(report, "法人代表：张虚构", `法人代表：${blank}`))).toEqual(rest);
  });

  test("a dash is no figure, but may be a text", async () => {
    const { registeredCapital: _, ...rest } = before;
    const dashed = replaced(replaced(report, "500", "——"), "法人代表：张虚构", "法人代表：——");
    expect(await back(dashed)).toEqual({ ...rest, legalRepresentative: "——" });
  });

  test("a row added, one taken out, one left blank, the sum gone", async () => {
    const added = ["13", "示波器", "信号测量", "2", "3.5", ""];
    const typed = await back(
      withTables(equipment, (rows) =>
        rows.flatMap((row) => {
          if (isDevice(row, "数据库服务器") || row.some((cell) => cell === "合计")) return [];
          return isDevice(row, "网络存储") ? [row, added, ["", "", "", "", "", ""]] : [row];
        }),
      ),
    );
    const at = devices.findIndex(({ name }) => name === "网络存储");
    const expected = [
      ...devices.slice(0, at + 1),
      { name: "示波器", use: "信号测量", quantity: "2台（套）", originalValue: "3.5万元" },
      ...devices.slice(at + 1),
    ].filter(({ name }) => name !== "数据库服务器");
    expect(typed.equipment).toEqual(expected);
  });

  test("a sum added to a table that has none is no row", async () => {
    const typed = await back(
      withTables(report, (rows) =>
        rows.flatMap((row) => (row[1] === "张虚构" ? [row, ["", "合 计", "", "100"]] : [row])),
      ),
    );
    expect(typed).toEqual(before);
  });

  test("paragraphs put in before, between and behind", async () => {
    const noted = report.flatMap((passage) =>
      "table" in passage ? [said("（2021年填写）"), said(""), passage, said("注：已核对"), said("　")] : [passage],
    );
    expect(await back([said("内部资料"), ...noted])).toEqual(before);
  });

  test("a paragraph more in a long answer, and a table in it", async () => {
    const at = report.findIndex(
      (passage) =>
        "paragraph" in passage &&
        passage.paragraph ===
          "三、服务对象所在区域的行业状况，在区域经济发展中的地位、作用，中小企业发展情况和公共服务需求情况",
    );
    const more = [
      said("另有分部两处。"),
      said(""),
      {
        table: [
          ["分部", "人数"],
          ["城东", "6"],
        ],
      },
    ];
    const typed = await back([...report.slice(0, at), ...more, ...report.slice(at)]);
    expect(typed).toEqual({ ...before, history: `${before.history}\n另有分部两处。\n\n分部\t人数\n城东\t6` });
  });

  test("without cover and contents; without a row; with a row of another year's form", async () => {
    const start = report.findIndex((passage) => "paragraph" in passage && passage.paragraph.endsWith("申请表"));
    const { applicantName: _, ...rest } = before;
    expect(await back(report.slice(start))).toEqual(rest);
    const { email: _email, website: _website, ...fewer } = before;
    const without = withTables(report, (rows) => rows.filter((row) => !row[0]?.startsWith("电子邮件")));
    expect(await back(without)).toEqual(fewer);
    const withRow = withTables(report, (rows) =>
      rows.flatMap((row) => (row[0]?.startsWith("电子邮件") ? [row, ["开户银行：某某银行", "账号：123"]] : [row])),
    );
    expect(await back(withRow)).toEqual(before);
  });

  test("all forms in one file", async () => {
    const parts = await Promise.all(documents.map(({ passages }) => back(passages)));
    const { typed, conflicts } = mergeTyped(parts);
    expect(conflicts).toEqual([]);
    expect(await back(documents.flatMap(({ passages }) => passages))).toEqual(typed);
  });
});
