import type { Column, Row, Scalar } from "../../rules/define.ts";
import { rowsOf } from "../../rules/facts.ts";
import { finished, gapCount, unread } from "../../rules/plan.ts";
import { read } from "../../rules/values/index.ts";
import type { Cell, Patch, Place } from "./events.ts";
import { type Heard, type Here, happen, onward, patch, refuse, refuseAnswer, rowsPatch } from "./heard.ts";
import { offerOf } from "./offer.ts";
import { valueChoices } from "./pressed.ts";
import { differences, shown } from "./say.ts";
import { patched, type Scene } from "./scene.ts";
import { maybeMeant } from "./unread.ts";
import { consequences } from "./verdict.ts";
import { askedValue } from "./where.ts";

/** A typed answer to the field, cell or text in question. */
export const hearTyped = (here: Here, text: string): Heard => {
  const kind = askedValue(here.state, here.scene);
  if (!kind) return refuse("请从下面选一项。");
  if (here.step === "text") return hearParagraph(here, kind, text);
  const reading = read(kind, text, here.scene.on);
  if (reading.status === "understood") return understand(here, reading.value);
  if (reading.status === "refused")
    return refuseAnswer(here, kind.example ? reading.why : `${reading.why}\n例如：${reading.example}`);
  return happen(here, {
    type: "doubtful",
    why: reading.why,
    readings: reading.readings.map(({ value, shown }) => ({ shown, patch: changeTo(here, value).patch })),
  });
};

/** A pressed answer; null where the choice is no answer to what is asked. */
export const hearPressed = (here: Here, id: string): Heard | null => {
  const kind = askedValue(here.state, here.scene);
  if (!kind || !["field", "cell"].includes(here.step)) return null;
  const { picked } = here.state.context;
  const isValue = valueChoices(kind, picked).some((choice) => choice.id === id);
  if (!isValue) return null;
  switch (kind.kind) {
    case "yesNo":
      return understand(here, id === "yes");
    case "text":
      return understand(here, id.slice("suggest:".length));
    case "choices":
      return hearTick(here, kind, id);
    default:
      return understand(here, id);
  }
};

const hearTick = (here: Here, { choices }: Extract<Column, { kind: "choices" }>, id: string): Heard => {
  const { picked } = here.state.context;
  const ids = choices.map((choice) => choice.id);
  if (id === "all") return understand(here, ids);
  if (id === "none") return understand(here, []);
  if (id === "done")
    return understand(
      here,
      ids.filter((one) => picked.includes(one)),
    );
  return happen(here, {
    type: "picked",
    picked: picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id],
  });
};

/** The cell above says the same. */
export const hearAbove = (here: Here): Heard => {
  const { cell } = here;
  const above = cell && cell.row > 0 ? here.rows[cell.row - 1]?.[cell.column] : undefined;
  if (above === undefined || above === null) return refuse("上面一行这一格没有内容，请直接填。");
  return understand(here, above);
};

/** What another application holds for this question still holds. Rows and texts stay open for changes until 完成. */
export const hearSame = (here: Here): Heard => {
  const offer = here.focus !== "" && !here.cell ? offerOf(here.scene, here.focus) : null;
  if (!offer) return refuse("这一题没有以前的回答可以沿用，请直接回答。");
  if (here.step === "field") return understand(here, offer.value as Scalar);
  if (here.step !== "table" && here.step !== "text") return refuse("请先回答这个问题。");
  return happen(here, {
    type: "understood",
    patch: patch({ [here.focus]: offer.value }, { [finished(here.focus)]: undefined }),
  });
};

/** One of the meanings of a doubtful answer is the right one. */
export const settleDoubt = (here: Here, index: number): Heard => {
  const reading = here.state.context.pending?.readings[index];
  if (!reading) return refuse("请从下面选一项。");
  return settle(here, { patch: reading.patch, ...cellAfter(here) });
};

/** One of the meanings of the text that stood in a cell is the right one. */
export const settleMeant = (here: Here, index: number): Heard | null => {
  const { cell, focus, scene } = here;
  const meant = cell && here.isMending ? maybeMeant(scene, focus, cell.row, cell.column)[index] : undefined;
  return meant ? understand(here, meant.value) : null;
};

/** The answer is clear: keep it, read it back, say what it decides. */
const understand = (here: Here, value: Scalar): Heard => settle(here, changeTo(here, value));

/** The change is kept and read back. */
export const settle = (here: Here, change: Change): Heard => {
  const of: Place = { field: here.focus, cell: here.cell };
  if (isMended(here, change.patch)) return finishMending(here, change.patch);
  return happen(here, { type: "understood", of, ...change }, readBack(here, change.patch));
};

/** Was it the last of the cells that were not understood? */
const isMended = (here: Here, change: Patch): boolean =>
  here.isMending && gapCount(here.table, rowsOf(patched(here.scene, change).facts, here.focus)) === 0;

/** The table that came in a file or paste is whole. */
export const finishMending = (here: Here, change: Patch): Heard => {
  const whole = {
    ...change,
    marks: { ...change.marks, [finished(here.focus)]: "yes", [unread(here.focus)]: undefined },
  };
  return onward(here, whole, tableNotes(here, patched(here.scene, whole)));
};

/** What a finished table comes to. */
export const tableNotes = (here: Here, after: Scene): readonly string[] => {
  const { label, minRows } = here.table;
  const count = rowsOf(after.facts, here.focus).length;
  return [
    `✓ ${label}：${count} 行`,
    ...differences(after),
    ...(minRows !== undefined && count < minRows ? [`提醒：要求至少 ${minRows} 行，现在 ${count} 行。`] : []),
  ];
};

const readBack = (here: Here, change: Patch): readonly string[] => {
  if (here.cell) return [];
  const after = patched(here.scene, change);
  const field = here.scene.facts.field(here.focus);
  return [
    [
      `已记下 ${field.label}：${shown(field, after.facts.stated(here.focus))}`,
      ...consequences(here.scene, after, here.focus),
    ].join("\n"),
  ];
};

interface Change {
  readonly patch: Patch;
  /** The cell to ask next, if not the one that follows from the rows. */
  readonly cell: Cell | null;
  /** The row that was gone through is at its end. */
  readonly leave: boolean;
}

/** What the value changes, in the field or in the cell in question; `null` leaves a cell blank. */
export const changeTo = (here: Here, value: Scalar | null): Change => {
  if (!here.cell) return { patch: patch({ [here.focus]: value }), cell: null, leave: false };
  const rows: Row[] = [...here.rows];
  rows[here.cell.row] = { ...rows[here.cell.row], [here.cell.column]: value };
  return { patch: rowsPatch(here.focus, rows), ...cellAfter(here) };
};

const cellAfter = (here: Here): Omit<Change, "patch"> => {
  const { cell } = here.state.context;
  if (!cell || cell.single) return { cell: null, leave: false };
  const columns = Object.keys(here.table.columns);
  const column = columns[columns.indexOf(cell.column) + 1];
  return column ? { cell: { row: cell.row, column, single: false }, leave: false } : { cell: null, leave: true };
};

/** One more message of a text that may come in several. */
const hearParagraph = (here: Here, kind: Column, text: string): Heard => {
  const before = typeof here.stated === "string" ? [here.stated] : [];
  const reading = read(kind, [...before, text].join("\n"), here.scene.on);
  if (reading.status !== "understood") return refuseAnswer(here, reading.why);
  return happen(here, {
    type: "understood",
    patch: patch({ [here.focus]: reading.value }, { [finished(here.focus)]: undefined }),
  });
};
