import type { Field, Row, TableField } from "../../rules/define.ts";
import { rowsOf } from "../../rules/facts.ts";
import { gapCount } from "../../rules/plan.ts";
import type { InterviewState } from "./machine.ts";
import { hints, valueChoices } from "./pressed.ts";
import { shown } from "./say.ts";
import type { Scene } from "./scene.ts";
import { maybeMeant, wrongText } from "./unread.ts";
import { cellOf, focused, tableOf } from "./where.ts";
import { back, type Wording } from "./wording.ts";

/** A cell that came with a file or paste and was not understood: what stood there, and why it was not taken. */
export const askMending = (state: InterviewState, scene: Scene): Wording => {
  const { id } = focused(state, scene);
  const table = tableOf(scene, id);
  const rows = rowsOf(scene.facts, id);
  const cell = cellOf(state, scene);
  const column = cell && table.columns[cell.column];
  if (!cell || !column) throw new Error(`${id}: no cell in question`);
  const gaps = gapCount(table, rows);
  return {
    text: [
      `【${table.label}】第 ${cell.row + 1} 行（${nameOf(table, rows[cell.row] ?? {})}）${column.label}：`,
      wrongText(scene, id, cell.row, cell.column) ?? "还空着。",
      `请重新回复这一格。${hints(column, state.context.tries).join("")}`,
      ...(gaps > 1 ? [`后面还有 ${gaps - 1} 处。`] : []),
    ].join("\n"),
    choices: [
      ...maybeMeant(scene, id, cell.row, cell.column).map(({ shown }, at) => ({
        id: `meant${at + 1}`,
        label: `是，${shown}`,
      })),
      ...valueChoices(column, state.context.picked),
      { id: "skip", label: "这一格留空" },
      ...(gaps > 1
        ? [
            { id: "blankAll", label: `其余 ${gaps} 处都留空` },
            { id: "rows", label: "给我标出来的表格" },
          ]
        : []),
      back,
    ],
  };
};

/** What a row is called: its first cell that has something. */
const nameOf = (table: TableField, row: Row): string => {
  const [first] = Object.keys(table.columns).filter((id) => row[id] !== undefined && row[id] !== null);
  const column = first && table.columns[first];
  return column ? shown({ ...column } as Field, row[first]) : "空行";
};
