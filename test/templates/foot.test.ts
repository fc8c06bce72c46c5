import { expect, test } from "vitest";
import type { Block } from "../../templates/blocks.ts";
import { listRows } from "../../templates/rows.ts";
import { complete, paperOf } from "./body.ts";

test("a list ends with its words over the whole width, the answer among them", () => {
  const list = {
    block: "list",
    table: "equipment",
    least: 1,
    columns: [{ column: "name" }, { column: "use", width: 40 }],
    foot: ["上一年度共服务企业 ", { answer: "staff" }, " 家"],
  } as const satisfies Block<string, Record<string, string>>;
  const paper = paperOf(complete);
  const last = listRows(list, 100, paper).at(-1);
  expect(last?.boxes.map(({ width }) => width)).toEqual([100]);
  const line = last?.boxes[0]?.lines[0] ?? [];
  expect(line.map(({ text }) => text).join("")).toBe(`上一年度共服务企业 ${paper.facts.value("staff")} 家`);
});
