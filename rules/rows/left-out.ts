import type { Grid } from "../content.ts";
import { fold } from "../values/fold.ts";
import { isBlank } from "./grid.ts";
import type { Matched } from "./match.ts";

const TOTAL = /^(?:本页|本表|全部|年度)?(?:合计|小计|总计|共计|累计|平均)(?:数|值)?:?$/;
const EXAMPLE = /^[([【<]?示?例(?=[\s:.、,)\]】>\d如子行]|$)/;
const NOTE =
  /^[([*※]*(?:注|备注|说明|附注|填表(?:人|说明|日期|时间|单位)?|填报(?:人|说明|日期|时间|单位)?|制表人?|审核人?|复核人?|经办人|负责人签[字章]|联系人|日期|(?:单位)?(?:盖章|公章))(?:\([^)]*\))?[:.]|^(?:以上|共计?\s?\d+)|\((?:盖章|公章|签字|签章)\)/;

/** The rows of data: without empty and repeated heading rows, totals, an example, and notes. Indexes of the grid. */
export const dataRows = (cells: Grid, matched: Matched): readonly number[] => {
  const used = matched.columns.flatMap((id, at) => (id === null ? [] : at));
  const headings = matched.heading === null ? [] : cells.slice(matched.heading, matched.first);
  const rows = cells.flatMap((row, at) => (at >= matched.first && isData(row, used, headings) ? at : []));
  const end = rows.findLastIndex((at) => !isLoneSentence(cells[at] ?? [], used.length));
  return rows.slice(0, end + 1);
};

const isData = (row: readonly string[], used: readonly number[], headings: Grid): boolean => {
  const filled = row.filter((cell) => !isBlank(cell));
  const [first = "", second = ""] = filled.slice(0, 2).map(fold);
  const isNote = NOTE.test(first) && filled.length <= Math.max(1, used.length / 2);
  return (
    used.some((at) => !isBlank(row[at] ?? "")) &&
    ![first, /^\d+$/.test(first) ? second : ""].some((cell) => TOTAL.test(cell.replaceAll(" ", ""))) &&
    !EXAMPLE.test(first) &&
    !isNote &&
    !headings.some((heading) => isRepeated(row, used, heading))
  );
};

const isRepeated = (row: readonly string[], used: readonly number[], heading: readonly string[]): boolean => {
  const filled = used.filter((at) => !isBlank(row[at] ?? ""));
  const same = filled.filter((at) => row[at]?.trim() === heading[at]?.trim());
  return same.length >= Math.min(2, used.length) && same.length >= filled.length * 0.6;
};

/** Below the data: one cell that reads as a sentence, in a table of several columns. */
const isLoneSentence = (row: readonly string[], columns: number): boolean => {
  const filled = row.filter((cell) => !isBlank(cell));
  return columns > 1 && filled.length === 1 && /[:。;,]/.test(fold(filled[0] ?? ""));
};
