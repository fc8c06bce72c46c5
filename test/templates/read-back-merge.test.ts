import { expect, test } from "vitest";
import { mergeTyped } from "../../templates/read-back/index.ts";

test("of several documents the earlier one governs, and differences are said", () => {
  const roster = [{ name: "王五", post: "主任" }];
  expect(
    mergeTyped([
      { applicantName: "甲公司", roster },
      { applicantName: "甲 公司", staff: "20人", roster: [{ post: "主任", name: "王五" }] },
      { applicantName: "乙公司", staff: "21人" },
    ]),
  ).toEqual({
    typed: { applicantName: "甲公司", roster, staff: "20人" },
    conflicts: [
      { field: "applicantName", kept: "甲公司", other: "乙公司" },
      { field: "staff", kept: "20人", other: "21人" },
    ],
  });
});
