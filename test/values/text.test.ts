import { describe, expect, test } from "vitest";
import type { Scalar, ValueKind } from "../../rules/define.ts";
import { plain, read, schemaOf, show } from "../../rules/values/index.ts";
import { check, on, refuses } from "./rows.ts";

check({ kind: "text" }, [
  ["太原市某某服务中心", "太原市某某服务中心"],
  ["  某某\n服务   中心 ", "某某 服务 中心"],
  ["某某（太原）１２３％", "某某（太原）１２３％"],
  ["a\u0000b\u0007c\u009f", "abc"],
  ["𠮷野家👨‍👩‍👧", "𠮷野家👨‍👩‍👧"],
  ["a\ud83d", "a"],
  ["a\uffff", "a"],
  ["无", "无"],
  ["", refuses("没有收到")],
  [" \u3000\n\t", refuses("没有收到")],
  ["\u200b\u200d", refuses("没有收到")],
  ["字".repeat(200), "字".repeat(200)],
  ["字".repeat(201), refuses("一共 201 个字")],
  ["👍".repeat(200), "👍".repeat(200)],
]);
check({ kind: "text", max: 4 }, [
  ["一二三四", "一二三四"],
  ["一二三四五", refuses("最多 4 个字")],
]);
check({ kind: "longText" }, [
  ["第一段\n\n第二段", "第一段\n\n第二段"],
  ["第一段\r\n第二段\r第三段", "第一段\n第二段\n第三段"],
  ["\n\n　　第一段\n", "　　第一段"],
  ["a\tb\u0000c\u000b", "a bc"],
  ["字".repeat(20_001), refuses("最多 20000 个字")],
  ["\n\n", refuses("没有收到")],
]);
check({ kind: "longText", max: 5 }, [["一二三四五六", refuses("请精简 1 个字")]]);

describe("printing", () => {
  const choices = [
    { id: "a", label: "信息" },
    { id: "b", label: "技术" },
  ];
  test.each<[ValueKind, Scalar, string, string]>([
    [{ kind: "money", unit: "万元" }, "250", "250 万元", "250"],
    [{ kind: "money", unit: "万元" }, "-1234567.5", "-1234567.5 万元", "-1234567.5"],
    [{ kind: "money", unit: "亿元" }, "0.3", "0.3 亿元", "0.3"],
    [{ kind: "count", unit: "人" }, 20, "20 人", "20"],
    [{ kind: "decimal", unit: "平方米" }, "320.5", "320.5 平方米", "320.5"],
    [{ kind: "percent" }, "80", "80%", "80"],
    [{ kind: "date" }, "2019-03-05", "2019年3月5日", "2019年3月5日"],
    [{ kind: "year" }, 2020, "2020年", "2020"],
    [{ kind: "yesNo" }, true, "是", "是"],
    [{ kind: "yesNo" }, false, "否", "否"],
    [{ kind: "choice", choices }, "b", "技术", "技术"],
    [{ kind: "choices", choices }, ["a", "b"], "信息、技术", "信息、技术"],
    [{ kind: "choices", choices }, [], "无", "无"],
    [{ kind: "phone" }, "0571-85154906转8001", "0571-85154906转8001", "0571-85154906转8001"],
    [{ kind: "text" }, "某某", "某某", "某某"],
  ])("%j %j", (kind, value, shown, inCell) => {
    expect(show(kind, value)).toBe(shown);
    expect(plain(kind, value)).toBe(inCell);
    expect(schemaOf(kind).safeParse(value).success).toBe(true);
  });

  test("a value that is no longer well-formed is printed as it stands", () => {
    expect(show({ kind: "date" }, "some day")).toBe("some day");
    expect(plain({ kind: "choice", choices }, "gone")).toBe("gone");
  });
});

describe("stored values", () => {
  test.each<[ValueKind, unknown]>([
    [{ kind: "money", unit: "万元" }, "0.0000001"],
    [{ kind: "money", unit: "万元" }, "1.50"],
    [{ kind: "money", unit: "万元" }, "1,000"],
    [{ kind: "money", unit: "万元" }, "-0"],
    [{ kind: "money", unit: "万元" }, "1e3"],
    [{ kind: "money", unit: "万元" }, 250],
    [{ kind: "count", unit: "人" }, 1.5],
    [{ kind: "count", unit: "人" }, -1],
    [{ kind: "count", unit: "人" }, "20"],
    [{ kind: "decimal", unit: "平方米" }, "-1"],
    [{ kind: "percent" }, "100.1"],
    [{ kind: "date" }, "2019-02-29"],
    [{ kind: "date" }, "2019-3-5"],
    [{ kind: "date" }, "1899-12-31"],
    [{ kind: "year" }, 20],
    [{ kind: "mobile" }, "1381234567"],
    [{ kind: "phone" }, "057185154906"],
    [{ kind: "email" }, "li@QQ.com"],
    [{ kind: "postcode" }, "31001"],
    [{ kind: "url" }, "Example.com"],
    [{ kind: "creditCode" }, "91350100M000100Y44"],
    [{ kind: "yesNo" }, "是"],
    [{ kind: "choice", choices: [] }, "a"],
    [{ kind: "choices", choices: [{ id: "a", label: "甲" }] }, ["a", "a"]],
    [{ kind: "choices", choices: [{ id: "a", label: "甲" }] }, ["b"]],
    [{ kind: "text" }, " a"],
    [{ kind: "text" }, ""],
    [{ kind: "longText" }, "a\r\n"],
    [{ kind: "text" }, null],
  ])("%j refuses %j", (kind, value) => expect(schemaOf(kind).safeParse(value).success).toBe(false));
});

test("a refusal names an example and no English", () => {
  const reading = read({ kind: "money", unit: "万元" }, "？？", on);
  expect(reading).toMatchObject({ status: "refused", example: "250万元" });
  if (reading.status === "refused") expect(reading.why).not.toMatch(/[a-z]/i);
});
