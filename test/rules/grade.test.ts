import { describe, expect, test } from "vitest";
import { hasGrade } from "../../rules/grade.ts";

describe("大专及以上学历", () => {
  test.each([
    ["大专", true],
    ["本科", true],
    ["硕士研究生", true],
    ["大学", true],
    ["中专", false],
    ["高中", false],
    ["无", false],
    ["看不清", undefined],
  ])("%s: %s", (words, expected) => expect(hasGrade("college", words)).toBe(expected));
});

describe("中级及以上技术职称", () => {
  test.each([
    ["工程师", true],
    ["高级工程师", true],
    ["经济师", true],
    ["注册会计师", true],
    ["讲师", true],
    ["副教授", true],
    ["助理工程师", false],
    ["技术员", false],
    ["初级会计", false],
    ["无", false],
    ["", false],
    ["某某专家", undefined],
  ])("%s: %s", (words, expected) => expect(hasGrade("middleTitle", words)).toBe(expected));
});
