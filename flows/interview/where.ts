import type { Column, Field, TableField } from "../../rules/define.ts";
import { rowsOf } from "../../rules/facts.ts";
import { nextCell } from "../../rules/plan.ts";
import type { Step } from "../reply.ts";
import type { InterviewState } from "./machine.ts";
import type { Scene } from "./scene.ts";

/** What kind of question is open. */
export const stepOf = (state: InterviewState): Step => {
  if (state.matches({ active: "asking" })) return "field";
  if (state.matches({ active: "verdict" })) return "verdict";
  if (state.matches({ active: { table: "way" } })) return "table";
  if (state.matches({ active: { table: "cell" } }) || isMending(state)) return "cell";
  if (state.matches({ active: "writing" })) return "text";
  if (state.matches({ active: "files" })) return "file";
  if (state.matches({ active: "review" })) return "review";
  if (state.matches({ active: "declaring" })) return "declaration";
  if (state.matches("listing") || state.matches("sorting")) return "match";
  return "doubt";
};

/** The cells that were not understood are asked again. */
export const isMending = (state: InterviewState): boolean => state.matches({ active: { table: "mending" } });

/** In a table's cell, or in doubt about one. */
const isInCell = (state: InterviewState): boolean =>
  (["cell", "doubt", "mending", "mendDoubt"] as const).some((table) => state.matches({ active: { table } }));

/** The cell in question: the one asked out of turn, else the one that follows from the rows. Rows count from 0. */
export const cellOf = (state: InterviewState, scene: Scene): { row: number; column: string } | null => {
  const { focus, cell } = state.context;
  if (!focus || !isInCell(state)) return null;
  return cell ?? nextCell(tableOf(scene, focus), rowsOf(scene.facts, focus));
};

export const tableOf = (scene: Scene, id: string): TableField => {
  const field = scene.facts.field(id);
  if (field.kind !== "table") throw new Error(`${id} is not a table`);
  return field;
};

/** The field or column whose value is asked, if one is. */
export const askedValue = (state: InterviewState, scene: Scene): Column | null => {
  const { focus } = state.context;
  const isAsking = state.matches("active") && ["field", "cell", "doubt", "text"].includes(stepOf(state));
  if (!focus || !isAsking) return null;
  const field = scene.facts.field(focus);
  if (field.kind === "file") return null;
  if (field.kind !== "table") return field;
  const cell = cellOf(state, scene);
  return (cell && field.columns[cell.column]) ?? null;
};

/** The field in question. Throws where none is. */
export const focused = (state: InterviewState, scene: Scene): { id: string; field: Field } => {
  const { focus } = state.context;
  if (!focus) throw new Error("no field in question");
  return { id: focus, field: scene.facts.field(focus) };
};

/** The title of the form's section that the field stands in. */
export const sectionTitle = (scene: Scene, id: string): string =>
  scene.served.procedure.sections.find(({ fields }) => fields.includes(id))?.title ?? "";
