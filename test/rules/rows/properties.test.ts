import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Grid } from "../../../rules/content.ts";
import type { Row, TableField } from "../../../rules/define.ts";
import { brokenText } from "../../../rules/rows/broken-text.ts";
import { assignSheets, fitOf, matchColumns } from "../../../rules/rows/match.ts";
import { matchText } from "../../../rules/rows/match-text.ts";
import { gridOf } from "../../../rules/rows/paste.ts";
import { takeRows } from "../../../rules/rows/take.ts";
import { plain, schemaOf, show } from "../../../rules/values/index.ts";
import { ordersOf, rowsOf } from "./arbitrary.ts";
import { on, tables } from "./tables.ts";

const distinct = [
  ...new Map([...tables].map(([name, table]) => [JSON.stringify(table.columns), { name, table }])).values(),
];

const gridFrom = (rows: readonly Row[], order: readonly string[], table: TableField, print: typeof show): Grid => [
  order.map((id) => table.columns[id]!.label),
  ...rows.map((row) => order.map((id) => (row[id] == null ? "" : print(table.columns[id]!, row[id])))),
];

const readBack = (grid: Grid | null, table: TableField) => {
  const matched = grid && matchColumns(grid, table, on);
  return grid && matched && takeRows(grid, matched, table, on);
};

describe.each(distinct)("$name", ({ table }) => {
  const written = fc.record({
    rows: rowsOf(table),
    order: ordersOf(table),
    print: fc.constantFrom(show, plain),
    above: fc.constantFrom<Grid>([], [["名单"], []]),
  });
  test("rows under the table's labels are read back the same from a sheet", () => {
    fc.assert(
      fc.property(written, ({ rows, order, print, above }) => {
        const grid = [...above, ...gridFrom(rows, order, table, print)];
        expect(readBack(grid, table)).toEqual({ rows, broken: [] });
      }),
      { numRuns: 25 },
    );
  });
  test("and from a pasted text", () => {
    fc.assert(
      fc.property(written, ({ rows, order, print }) => {
        const text = gridFrom(rows, order, table, print)
          .map((row) => row.join("\t"))
          .join("\n");
        expect(readBack(gridOf(text, table), table)).toEqual({ rows, broken: [] });
      }),
      { numRuns: 25 },
    );
  });
});

const samples = [
  "姓名",
  "企业名称（全称）",
  "合计",
  "例",
  "60%",
  "2019年13月",
  "13800138000",
  "-",
  "无",
  '"',
  "单位：元",
  "1",
  "2",
];
const cells = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(...samples, "\u0000", "😀", "\ud800"),
);
const grids = fc.array(fc.array(cells, { maxLength: 7 }), { maxLength: 9 });
const anyTable = fc.constantFrom(...distinct.map(({ table }) => table));

const isWhole = (grid: Grid, table: TableField): void => {
  const matched = matchColumns(grid, table, on);
  if (!matched) return;
  const ids = matched.columns.flatMap((id) => id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const fit = fitOf(grid, matched, table, on);
  expect(fit >= 0 && fit <= 1).toBe(true);
  const { rows, broken } = takeRows(grid, matched, table, on);
  expect(matchText(grid, matched, table)).not.toBe("");
  expect(brokenText(broken, table) === "").toBe(broken.length === 0);
  for (const [at, row] of rows.entries())
    for (const [id, column] of Object.entries(table.columns)) {
      const isBroken = broken.some((cell) => cell.row === at && cell.column === id);
      expect(Object.hasOwn(row, id)).toBe(!isBroken);
      if (row[id] != null) expect(schemaOf(column).safeParse(row[id]).success).toBe(true);
    }
};

describe("anything at all", () => {
  test("a grid gives whole rows or broken cells, and nothing throws", () => {
    fc.assert(
      fc.property(grids, anyTable, (grid, table) => isWhole(grid, table)),
      { numRuns: 200 },
    );
  });
  test("under headings too", () => {
    fc.assert(
      fc.property(grids, anyTable, (grid, table) =>
        isWhole([Object.values(table.columns).map(({ label }) => label), ...grid], table),
      ),
      { numRuns: 200 },
    );
  });
  test("with any correction of the person", () => {
    const corrections = fc.dictionary(
      fc.nat(8).map(String),
      fc.option(fc.constantFrom("name", "phone", "share", "none")),
    );
    fc.assert(
      fc.property(grids, anyTable, corrections, (grid, table, fixed) => {
        const matched = matchColumns(grid, table, on, fixed);
        for (const [at, id] of matched?.columns.entries() ?? [])
          if (fixed[at] !== undefined) expect([fixed[at], null]).toContain(id);
      }),
      { numRuns: 150 },
    );
  });
  test("a text", () => {
    const bits = fc.oneof(cells, fc.constantFrom("\t", "\n", "，", "、", "|", "；", " ", "1.", "姓名：", "10:23"));
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), anyTable, (parts, table) => {
        const grid = gridOf(parts.join(""), table);
        if (grid) isWhole(grid, table);
      }),
      { numRuns: 200 },
    );
  });
  test("sheets", () => {
    const sheets = fc.array(fc.record({ name: fc.string(), cells: grids }), { maxLength: 3 });
    const fields = distinct.map(({ name, table }) => ({ id: name, field: table }));
    fc.assert(
      fc.property(sheets, (some) => assignSheets(some, fields, on).length <= some.length),
      { numRuns: 20 },
    );
  });
});
