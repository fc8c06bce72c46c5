import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Scalar } from "../../../rules/define.ts";
import { matchColumns } from "../../../rules/rows/match.ts";
import { gridOf } from "../../../rules/rows/paste.ts";
import { takeRows } from "../../../rules/rows/take.ts";
import { cellsOf, on, tableAt } from "./tables.ts";

interface Pasted {
  readonly name: string;
  readonly table: string;
  readonly text: string;
  readonly rows: readonly (readonly (Scalar | null)[])[] | null;
  /** `2 phone`: the line of the pasted grid and the column. */
  readonly broken?: readonly string[];
}

const pasted = parse(
  readFileSync(join(import.meta.dirname, "../../fixtures/understanding/tables.yaml"), "utf8"),
) as readonly Pasted[];

test.each(pasted)("$table: $name", ({ table: name, text, rows, broken }) => {
  const table = tableAt(name);
  const grid = gridOf(text.replaceAll("⇥", "\t"), table);
  const matched = grid && matchColumns(grid, table, on);
  const taken = grid && matched && takeRows(grid, matched, table, on);
  expect(taken?.rows.map((row) => cellsOf(row, table)) ?? null).toEqual(rows);
  if (broken) expect(taken?.broken.map(({ line, column }) => `${line} ${column}`)).toEqual(broken);
});

test("there are at least sixty", () => {
  expect(pasted.length).toBeGreaterThanOrEqual(60);
});
