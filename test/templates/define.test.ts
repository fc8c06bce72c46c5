import { expect, test } from "vitest";
import type { apply } from "../../rules/jurisdictions/zhejiang/apply.ts";
import { defineForm, labelled } from "../../templates/blocks.ts";
import { drawnRows } from "../../templates/rows.ts";
import { complete, paperOf } from "./body.ts";

type ApplyFields = typeof apply.fields;
const form = defineForm<ApplyFields>();
const title = "表";

test("a misspelt field or column does not compile", () => {
  form({ title, blocks: [{ block: "narrative", heading: "二", answer: "history" }] });
  // @ts-expect-error: no such field
  form({ title, blocks: [{ block: "narrative", heading: "二", answer: "histroy" }] });
  // @ts-expect-error: no such field in a cell
  form({ title, blocks: [{ block: "grid", rows: [{ cells: [labelled("registeredOm")] }] }] });
  form({ title, blocks: [{ block: "list", table: "equipment", least: 1, columns: [{ column: "use" }] }] });
  // @ts-expect-error: a column of another table
  form({ title, blocks: [{ block: "list", table: "equipment", least: 1, columns: [{ column: "education" }] }] });
  // @ts-expect-error: no table
  form({ title, blocks: [{ block: "list", table: "staff", least: 1, columns: [] }] });
  form({ title, blocks: [{ block: "grid", rows: [{ each: "investors", least: 3, cells: [{ column: "share" }] }] }] });
  // @ts-expect-error: no such column in a row
  form({ title, blocks: [{ block: "grid", rows: [{ each: "investors", least: 3, cells: [{ column: "shares" }] }] }] });
});

test("cells must fill their row, and not more", () => {
  const paper = paperOf(complete);
  const row = (...widths: number[]) => [{ cells: widths.map((width) => ({ of: ["字"], width })) }];
  expect(drawnRows(row(50, 50), 100, paper)).toHaveLength(1);
  expect(() => drawnRows(row(60, 50), 100, paper)).toThrow(RangeError);
  expect(() => drawnRows(row(40, 50), 100, paper)).toThrow(RangeError);
});
