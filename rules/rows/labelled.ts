import type { Grid } from "../content.ts";
import type { TableField } from "../define.ts";
import { nameScore } from "./heading.ts";
import { SURE } from "./names.ts";

type Labelled = readonly [id: string, value: string];

/** `姓名：张三，学历：本科`, one record after another, as a grid under the labels; null where parts have none. */
export const labelledGrid = (lines: readonly string[], table: TableField): Grid | null => {
  const parts = lines
    .flatMap((line) => line.split(/[，,；;|]|\s+(?=[^\s：:]{1,12}[：:])/))
    .filter((part) => part.trim());
  const isLabelled = parts.every((part) => labelledPart(part, table).length > 0);
  const labelled = isLabelled ? parts.flatMap((part) => labelledPart(part, table)) : [];
  const ids = [...new Set(labelled.map(([id]) => id))];
  if (ids.length < 2) return null;
  const records: Map<string, string>[] = [];
  for (const [id, value] of labelled) {
    const last = records.at(-1);
    if (last && !last.has(id)) last.set(id, value);
    else records.push(new Map([[id, value]]));
  }
  const headings = ids.map((id) => table.columns[id]?.label ?? id);
  return [headings, ...records.map((record) => ids.map((id) => record.get(id) ?? ""))];
};

const labelledPart = (part: string, table: TableField): readonly Labelled[] => {
  const [, label = "", value = ""] = /^(.{1,24}?)\s*[：:]([^：:]*)$/.exec(part.trim()) ?? [];
  const scored = Object.entries(table.columns).map(([id, column]) => ({
    id,
    score: nameScore({ own: label, group: "" }, column),
  }));
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  return best && best.score >= SURE ? [[best.id, value.trim()]] : [];
};
