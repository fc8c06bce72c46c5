import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { openReader } from "../../bot/intake/reader.ts";
import { sheetOf, xlsxOf } from "./made.ts";

const cell = (number: number): string => `<c><v>${(number * 7919) % 100_003}</v></c>`;
const row = (at: number): string =>
  `<row>${Array.from({ length: 140 }, (_, column) => cell(at * 140 + column)).join("")}</row>`;
const large = xlsxOf(sheetOf(Array.from({ length: 4500 }, (_, at) => row(at)).join("")));

test.each([
  ["time", { milliseconds: 300, heapMB: 512 }],
  ["memory", { milliseconds: 60_000, heapMB: 40 }],
])("a worker that runs out of %s is replaced, and the next file is read", async (_, bounds) => {
  const reader = openReader(bounds);
  const [lost, read] = await Promise.all([
    reader.look({ name: "名单.xlsx", bytes: large, packed: null }),
    reader.look({ name: "说明.txt", bytes: strToU8("甲"), packed: null }),
  ]);
  await reader.close();
  expect(lost).toBeNull();
  expect(read?.found.kind).toBe("document");
});
