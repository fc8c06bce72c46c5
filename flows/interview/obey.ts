import { askedFields, finished, mannerOf, nextCell } from "../../rules/plan.ts";
import { type Command, fold } from "../commands.ts";
import { changeTo, hearSame } from "./answer.ts";
import { aside } from "./aside.ts";
import { askedValue } from "./ask.ts";
import { brief, type Heard, type Here, happen, note, nothing, onward, patch, refuse, rowsPatch } from "./heard.ts";
import { differences } from "./say.ts";

/** Commands that leave the question. */
const moving: ReadonlySet<Command["type"]> = new Set([
  "back",
  "skip",
  "keep",
  "same",
  "done",
  "edit",
  "editRow",
  "deleteRow",
  "pause",
  "restart",
]);

/** Does what one of the words that work anywhere says. */
export const obey = (here: Here, command: Command): Heard => {
  if (here.state.matches("restarting") && moving.has(command.type)) {
    return command.type === "back" ? happen(here, { type: "no" }) : refuse("请先选：清空重新开始，还是接着填。");
  }
  switch (command.type) {
    case "back":
      return goBack(here);
    case "skip":
      return skip(here);
    case "keep":
      return keepAnswer(here);
    case "same":
      return hearSame(here);
    case "done":
      return finish(here);
    case "edit":
      return edit(here, command.what);
    case "editRow":
    case "deleteRow":
      return changeRow(here, command.type, command.row - 1);
    case "pause":
    case "restart":
      return happen(here, { type: command.type });
    case "draft":
    case "elsewhere":
      return { ...note(), wants: command.type };
    default: {
      const { state, scene } = here;
      const isAboutField = !["verdict", "review", "declaration"].includes(here.step);
      return note(...aside(command, scene, isAboutField ? state.context.focus : null, askedValue(state, scene)));
    }
  }
};

const goBack = (here: Here): Heard => {
  if (here.step === "doubt" || here.step === "declaration") return happen(here, { type: "no" });
  if (here.cell) return previousCell(here, here.cell);
  const { facts, served } = here.scene;
  const asked = askedFields(facts);
  const isDeciding = (id: string) => facts.field(id).screening === true;
  const deciding = Object.keys(served.procedure.fields).filter((id) => isDeciding(id) && asked.includes(id));
  const sequence = [...deciding, ...asked.filter((id) => !isDeciding(id))];
  const position =
    here.step === "verdict" ? deciding.length : here.step === "review" ? sequence.length : sequence.indexOf(here.focus);
  const previous = sequence[position - 1];
  return previous ? go(here, previous) : note("已经是第一题了。");
};

const previousCell = (here: Here, { row, column }: NonNullable<Here["cell"]>): Heard => {
  const columns = Object.keys(here.table.columns);
  const before = columns[columns.indexOf(column) - 1];
  if (before) return happen(here, { type: "cell", cell: { row, column: before, single: true } });
  const last = columns.at(-1);
  if (row === 0 || !last) return happen(here, { type: "no" });
  return happen(here, { type: "cell", cell: { row: row - 1, column: last, single: true } });
};

const skip = (here: Here): Heard => {
  if (here.step === "verdict" || here.step === "review" || here.step === "declaration" || here.focus === "") {
    return refuse("这一步不能跳过，请从下面选一项。");
  }
  if (here.cell) {
    const { patch: change, ...next } = changeTo(here, here.rows[here.cell.row]?.[here.cell.column] ?? null);
    return happen(here, { type: "understood", patch: change, ...next });
  }
  if (here.isAnswered) {
    if (here.step === "doubt") return happen(here, { type: "no" });
    return onward(here, { answers: {}, marks: { [finished(here.focus)]: "yes" } });
  }
  const { optional } = here.scene.facts.field(here.focus);
  const blank = patch({ [here.focus]: null });
  const said = [optional ? "好的，留空。" : "已跳过，最后核对时可以补。"];
  return here.step === "doubt" ? happen(here, { type: "understood", patch: blank }, said) : onward(here, blank, said);
};

const keepAnswer = (here: Here): Heard => {
  if (here.step === "cell") return skip(here);
  if (here.step === "field" && here.isAnswered) return onward(here, nothing);
  return refuse("这一题还没有回答，没有可以保持的内容。");
};

/** The table, text or material is complete. */
const finish = (here: Here): Heard => {
  const isComplete = { answers: {}, marks: { [finished(here.focus)]: "yes" } };
  if (here.step === "text" && here.isAnswered) return onward(here, isComplete);
  if (here.step === "file" && here.isAnswered) return onward(here, nothing);
  if ((here.step !== "table" && here.step !== "cell") || here.rows.length === 0) {
    return refuse("这里还没有内容可以结束。请先回答，或者回复“跳过”。");
  }
  const { table, rows } = here;
  const { row } = nextCell(table, rows);
  if (row < rows.length) {
    const open = Object.entries(table.columns).flatMap(([id, { label }]) =>
      rows[row]?.[id] === undefined ? label : [],
    );
    return refuse(`第 ${row + 1} 行还差：${open.join("、")}。请填完这一行，或者回复“删除第${row + 1}行”。`);
  }
  const isShort = table.minRows !== undefined && rows.length < table.minRows;
  return onward(here, isComplete, [
    `✓ ${table.label}：${rows.length} 行`,
    ...differences(here.scene),
    ...(isShort ? [`提醒：要求至少 ${table.minRows} 行，现在 ${rows.length} 行。`] : []),
  ]);
};

const changeRow = (here: Here, how: "editRow" | "deleteRow", row: number): Heard => {
  if (here.step !== "table" && here.step !== "cell") return refuse("要改表里的某一行，请先回复“修改”加表的名字。");
  const { table, rows } = here;
  const column = Object.keys(table.columns)[0];
  if (!rows[row] || !column) return refuse(`没有第 ${row + 1} 行，现在共 ${rows.length} 行。`);
  if (how === "editRow") return happen(here, { type: "cell", cell: { row, column, single: false } });
  const left = rows.filter((_, at) => at !== row);
  return happen(here, { type: "understood", patch: rowsPatch(here.focus, left), leave: true }, [
    `已删除第 ${row + 1} 行。`,
  ]);
};

const edit = (here: Here, what: string): Heard => {
  const found = findFields(here, what);
  const [only] = found;
  if (only && found.length === 1) return go(here, only);
  const asked = askedFields(here.scene.facts);
  if (found.length > 1) {
    const list = found.slice(0, 8).map((id) => `修改 ${asked.indexOf(id) + 1}（${here.scene.facts.field(id).label}）`);
    return note(`有几项都像“${brief(what)}”，请回复其中一个：\n${list.join("\n")}`);
  }
  return note(
    what === ""
      ? "要改哪一项？请回复“修改”加编号或名称，例如“修改 3”“修改 邮政编码”。编号可以回复“查看”来看。"
      : `没有找到“${brief(what)}”。回复“查看”可以看到每一项的编号，再回复“修改 编号”。`,
  );
};

/** The asked fields that a number or words mean: the exact label, else all labels that contain the words. */
export const findFields = (here: Here, what: string): readonly string[] => {
  const { facts } = here.scene;
  const asked = askedFields(facts);
  const number = /^(?:第)?(\d{1,3})(?:项|题|号)?$/.exec(what)?.[1];
  if (number) return Number(number) > 0 ? asked.slice(Number(number) - 1, Number(number)) : [];
  const wanted = fold(what);
  if (wanted === "") return [];
  const labelled = asked.map((id) => ({ id, label: fold(facts.field(id).label) }));
  const exact = labelled.filter(({ label }) => label === wanted);
  return (exact.length > 0 ? exact : labelled.filter(({ label }) => label.includes(wanted))).map(({ id }) => id);
};

const go = (here: Here, id: string): Heard =>
  happen(here, { type: "goto", item: { id, manner: mannerOf(here.scene.facts.field(id)) } });
