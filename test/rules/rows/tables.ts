import type { Row, TableField } from "../../../rules/define.ts";
import { loadJurisdictions, servedBy } from "../../../rules/index.ts";

export const on = "2026-07-15";

/** Every table of every served procedure by `zhejiang/apply roster`. */
export const tables: ReadonlyMap<string, TableField> = new Map(
  servedBy(await loadJurisdictions()).flatMap(({ id, procedure }) =>
    Object.entries(procedure.fields).flatMap(([field, definition]): [string, TableField][] =>
      definition.kind === "table" ? [[`${id} ${field}`, definition]] : [],
    ),
  ),
);

export const tableAt = (name: string): TableField => {
  const table = tables.get(name);
  if (!table) throw new Error(`there is no table ${name}`);
  return table;
};

/** A row's cells in the order of the columns; `?` for a missing one. */
export const cellsOf = (row: Row, table: TableField) =>
  Object.keys(table.columns).map((id) => (Object.hasOwn(row, id) ? row[id] : "?"));
