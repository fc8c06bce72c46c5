import type { Column, Day, TableField } from "../rules/define.ts";
import { plain, read } from "../rules/values/index.ts";
import { withUnit } from "./with-unit.ts";

/** The headings in the columns' order: labels with units; those of one label are told apart by what they ask, below. */
export const headingsOf = (table: TableField): readonly string[] => {
  const columns = Object.values(table.columns);
  const isShared = (label: string) => columns.filter((column) => column.label === label).length > 1;
  return columns.map((column) =>
    isShared(column.label) && column.ask ? `${withUnit(column)}\n〔${column.ask}〕` : withUnit(column),
  );
};

// No example speaks of a day that is counted from another.
const ANY_DAY: Day = "2020-01-01";

/** An answer that works, as it would stand in a cell; empty where the column has none. */
export const exampleOf = (column: Column): string => {
  const reading = read(column, column.example ?? optionsOf(column)[0] ?? "", ANY_DAY);
  return reading.status === "understood" ? plain(column, reading.value) : "";
};

/** What can be chosen in a cell of the column; empty where nothing is to choose from. */
export const optionsOf = (column: Column): readonly string[] => {
  if ("choices" in column) return column.choices.map(({ label }) => label);
  if (column.kind === "yesNo") return [true, false].map((value) => plain(column, value));
  return [];
};
