import { expect, test } from "vitest";
import { textWidth } from "../../templates/page.ts";
import { linesIn } from "../../templates/text.ts";

const form = { title: "汇总表", blocks: [] };

test("a dense list has wider pages and more words on a line", () => {
  expect(textWidth({ ...form, isLandscape: true, isDense: true })).toBe(267);
  expect(textWidth({ ...form, isLandscape: true })).toBe(243);
  expect(linesIn("其中：大专（含）以上学历", 12)).toBe(5);
  expect(linesIn("其中：大专（含）以上学历", 12, true)).toBe(4);
});
