import type { Column, Row, Scalar } from "../../rules/define.ts";
import { rowsOf } from "../../rules/facts.ts";
import { amendmentIn, namedCorrection } from "../../rules/said/correction.ts";
import { fieldsLabelled } from "../../rules/said/labels.ts";
import { read } from "../../rules/values/index.ts";
import type { Patch, Place } from "./events.ts";
import { type Heard, type Here, happen, patch, refuse } from "./heard.ts";
import { shown, shownRow } from "./say.ts";
import { patched, type Scene } from "./scene.ts";
import { consequences } from "./verdict.ts";
import { tableOf } from "./where.ts";

/** “不对，是20人”, “把职工人数改成20人”, “第5行职称改成高级”; null where the text corrects nothing. */
export const hearAmendment = (here: Here, text: string): Heard | null => {
  const inRow = /^(?:把)?\s*第\s*(\d{1,4})\s*[行条个]的?(.{1,20}?)(?:改成|改为|应该是|应为|换成)[:：]?\s*(.+)$/s.exec(
    text.trim(),
  );
  if (inRow?.[2] && inRow[3]) return amendRow(here, Number(inRow[1]) - 1, inRow[2], inRow[3]);
  const named = namedCorrection(text);
  if (named) return amendNamed(here, named.label, named.text);
  const amended = amendmentIn(text);
  if (amended === null) return null;
  const { last } = here.state.context;
  return last ? amend(here, last, amended) : refuse("还没有可以更正的回答。要改某一项，请回复“修改”加编号或名称。");
};

const amendNamed = (here: Here, label: string, text: string): Heard | null => {
  const asked = here.scene.asked.map((id) => ({ id, field: here.scene.facts.field(id) }));
  const column = here.step === "table" || here.step === "cell" ? columnNamed(here, label) : null;
  if (column && here.rows.length > 0)
    return amend(here, { field: here.focus, cell: { row: here.rows.length - 1, column } }, text);
  const [found, ...others] = fieldsLabelled(label, asked);
  if (!found || others.length > 0) return null;
  const { kind } = here.scene.facts.field(found);
  return kind === "table" || kind === "file" ? null : amend(here, { field: found, cell: null }, text);
};

const amendRow = (here: Here, row: number, label: string, text: string): Heard | null => {
  if (here.step !== "table" && here.step !== "cell") return null;
  const column = columnNamed(here, label);
  if (!here.rows[row]) return refuse(`没有第 ${row + 1} 行，现在共 ${here.rows.length} 行。`);
  return column === null ? null : amend(here, { field: here.focus, cell: { row, column } }, text);
};

const columnNamed = (here: Here, label: string): string | null => {
  const columns = Object.entries(here.table.columns).map(([id, field]) => ({ id, field: field as never }));
  const [found, ...others] = fieldsLabelled(label, columns);
  return found && others.length === 0 ? found : null;
};

const amend = (here: Here, place: Place, text: string): Heard => {
  const { scene } = here;
  const kind = kindAt(scene, place);
  if (!kind) return refuse("要改这一项，请回复“修改”加它的编号或名称。");
  const reading = read(kind, text, scene.on);
  if (reading.status !== "understood")
    return refuse(`要把“${kind.label}”改成什么？${reading.why}请回复“修改 ${kind.label}”重新填。`);
  const change = patchAt(scene, place, reading.value);
  const after = patched(scene, change);
  const stays = here.focus === "" || after.asked.includes(here.focus);
  return happen(here, { type: "amended", patch: change, of: place, stays }, [said(scene, after, place, kind)]);
};

const kindAt = (scene: Scene, { field: id, cell }: Place): Column | null => {
  const field = scene.facts.field(id);
  // The row may have gone since it was answered: deleted, or replaced by a list.
  if (field.kind === "table") return (cell && rowsOf(scene.facts, id)[cell.row] && field.columns[cell.column]) ?? null;
  return field.kind === "file" ? null : field;
};

const patchAt = (scene: Scene, { field, cell }: Place, value: Scalar): Patch => {
  if (!cell) return patch({ [field]: value });
  const rows: Row[] = [...rowsOf(scene.facts, field)];
  rows[cell.row] = { ...rows[cell.row], [cell.column]: value };
  // The table stays finished, if it was.
  return patch({ [field]: rows });
};

const said = (before: Scene, after: Scene, { field: id, cell }: Place, kind: Column): string => {
  if (cell) {
    const row = rowsOf(after.facts, id)[cell.row] ?? {};
    return `已改第 ${cell.row + 1} 行：${shownRow(tableOf(after, id), row)}`;
  }
  const value = after.facts.stated(id);
  return [`已改 ${kind.label}：${shown(after.facts.field(id), value)}`, ...consequences(before, after, id)].join("\n");
};
