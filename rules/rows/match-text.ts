import type { Grid } from "../content.ts";
import type { Column, TableField } from "../define.ts";
import { quote } from "../values/manner.ts";
import { isBlank, sampleOf } from "./grid.ts";
import { headingsOf, headingText, nameScore } from "./heading.ts";
import { type Matched, unusedColumns } from "./match.ts";
import { LOOSE } from "./names.ts";

/** The match in words, for the person to confirm: what comes from where, what is not used, what was not found. */
export const matchText = (cells: Grid, matched: Matched, table: TableField): string => {
  const headings = headingsOf(cells, matched).map(headingText);
  const sample = sampleOf(cells, matched.first);
  const nameOf = (at: number) =>
    headings[at] ? quote(headings[at]) : `第 ${at + 1} 列${example(sample.map((row) => row[at] ?? ""))}`;
  const columns = Object.entries(table.columns);
  const used = columns.flatMap(([id, column]) => {
    const at = matched.columns.indexOf(id);
    const reason = matched.unsure.includes(id) ? reasonOf(headings[at], column) : "";
    return at === -1 ? [] : `${column.label} ← ${nameOf(at)}${reason}`;
  });
  const unused = unusedColumns(cells, matched);
  const lacking = columns.flatMap(([id, { label }]) => (matched.columns.includes(id) ? [] : label));
  return [
    ...used,
    ...(unused.length > 0 ? [`没有用上的列：${unused.map(nameOf).join("、")}`] : []),
    ...(lacking.length > 0 ? [`没有找到的栏目：${lacking.join("、")}（会留空）`] : []),
  ].join("；");
};

const reasonOf = (heading: string | undefined, column: Column): string =>
  heading && nameScore({ own: heading, group: "" }, column) >= LOOSE ? "（名称相近，请核对）" : "（按内容猜的）";

const example = (texts: readonly string[]): string => {
  const text = texts.find((one) => !isBlank(one));
  return text === undefined ? "" : `（如${quote(text.replace(/\s+/g, " ").trim())}）`;
};
