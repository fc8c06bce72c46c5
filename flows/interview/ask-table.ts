import type { Field } from "../../rules/define.ts";
import { rowsOf } from "../../rules/facts.ts";
import { gapCount, unread } from "../../rules/plan.ts";
import type { InterviewState } from "./machine.ts";
import { offerOf, sameChoice } from "./offer.ts";
import { done, hints, valueChoices } from "./pressed.ts";
import { shown, shownRow, shownRows } from "./say.ts";
import type { Scene } from "./scene.ts";
import { cellOf, focused, tableOf } from "./where.ts";
import { back, keep, skip, type Wording } from "./wording.ts";

/** The next cell of a row. */
export const askCell = (state: InterviewState, scene: Scene): Wording => {
  const { id } = focused(state, scene);
  const table = tableOf(scene, id);
  const cell = cellOf(state, scene);
  const column = cell && table.columns[cell.column];
  if (!cell || !column) throw new Error(`${id}: no cell in question`);
  const rows = rowsOf(scene.facts, id);
  const current = rows[cell.row]?.[cell.column];
  const isNewRow = cell.row >= rows.length;
  const before =
    isNewRow && cell.row > 0 ? `第 ${cell.row} 行记下了：${shownRow(table, rows[cell.row - 1] ?? {})}` : "";
  const head = `【${table.label}】第 ${cell.row + 1} 行 ${column.ask ?? `${column.label}？`}`;
  const ending = isNewRow && cell.row > 0 ? `${table.rowName}都填完了，就回复“完成”。` : "";
  const has = current !== undefined && current !== null;
  return {
    text: [
      before,
      head,
      ...hints(column, state.context.tries),
      has ? `现在填的是：${shown({ ...column } as Field, current)}` : "",
      ending,
    ]
      .filter(Boolean)
      .join("\n"),
    choices: [
      ...valueChoices(column, state.context.picked),
      ...(isNewRow && cell.row > 0 ? [done] : []),
      has ? keep : skip,
      back,
    ],
  };
};

/** How the rows come, or what rows there are. */
export const askTable = (state: InterviewState, scene: Scene): Wording => {
  const { id } = focused(state, scene);
  const table = tableOf(scene, id);
  const rows = rowsOf(scene.facts, id);
  const columns = Object.values(table.columns).map(({ label }) => label);
  const offer = offerOf(scene, id);
  if (rows.length === 0) {
    return {
      text: [
        `【${table.label}】${table.ask ?? ""}`,
        `每行要填：${columns.join("、")}。`,
        "可以把现成的表格（Excel）直接发来，也可以从 Excel、Word 或微信里复制几行贴过来，或者一行一行地填。",
        ...(offer ? [offer.text] : []),
      ].join("\n"),
      choices: [
        ...(offer ? [sameChoice] : []),
        { id: "row", label: "一行一行填" },
        { id: "rows", label: "给我一份表格来填" },
        skip,
        back,
      ],
    };
  }
  const gaps = gapCount(table, rows);
  return {
    text: [
      `【${table.label}】已有 ${rows.length} 行：`,
      ...shownRows(table, rows),
      ...(gaps > 0 ? [`还有 ${gaps} 处没有填。`] : []),
      "要改某一行，回复“修改第2行”；要删，回复“删除第2行”；要加，可以贴几行过来或发表格。",
    ].join("\n"),
    choices: [
      ...(unread(id) in scene.marks ? [{ id: "mend", label: `逐个补这 ${gaps} 处` }] : []),
      { id: "row", label: "再加一行" },
      { id: "done", label: "填完了" },
      { id: "rows", label: "给我一份表格来填" },
      back,
    ],
  };
};
