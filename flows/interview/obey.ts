import { finished, mannerOf, nextCell, nextGap, unread } from "../../rules/plan.ts";
import { type Command, fold } from "../commands.ts";
import { changeTo, finishMending, hearAbove, hearSame, settle, tableNotes } from "./answer.ts";
import { aside } from "./aside.ts";
import { brief, type Heard, type Here, happen, note, nothing, onward, patch, refuse, rowsPatch } from "./heard.ts";
import { allReady, withdraw } from "./material.ts";
import { askedValue } from "./where.ts";

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
  "rows",
  "copyRow",
  "blankAll",
  "allReady",
]);

/** Commands about the whole application, which are not a delegate's. */
const wholesale: ReadonlySet<Command["type"]> = new Set(["draft", "elsewhere", "restart", "verdict"]);

/** Does what one of the words that work anywhere says. */
export const obey = (here: Here, command: Command): Heard => {
  if (here.state.matches("restarting") && moving.has(command.type)) {
    return command.type === "back" ? happen(here, { type: "no" }) : refuse("请先选：清空重新开始，还是接着填。");
  }
  if (here.scene.only && wholesale.has(command.type)) return refuse("您负责其中一部分，这件事请由邀请您的同事来做。");
  if (here.step === "match" && moving.has(command.type) && command.type !== "pause") {
    return command.type === "back" ? happen(here, { type: "no" }) : refuse("请先看看上面的内容对不对。");
  }
  switch (command.type) {
    case "back":
      return goBack(here);
    case "skip":
      return skip(here);
    case "keep":
      return keepAnswer(here);
    case "same":
      return here.cell ? hearAbove(here) : hearSame(here);
    case "done":
      return finish(here);
    case "edit":
      return edit(here, command.what);
    case "editRow":
    case "deleteRow":
      return changeRow(here, command.type, command.row - 1);
    case "rows":
      return { ...note(), wants: "workbook" };
    case "copyRow":
      return copyRow(here);
    case "blankAll":
      return blankAll(here);
    case "allReady":
      return allReady(here);
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
  const { facts, served, asked } = here.scene;
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
    return settle(here, changeTo(here, here.rows[here.cell.row]?.[here.cell.column] ?? null));
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
  const isComplete = { answers: {}, marks: { [finished(here.focus)]: "yes", [unread(here.focus)]: undefined } };
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
  return onward(here, isComplete, tableNotes(here, here.scene));
};

/** A new row like the last one; its first cell is asked at once, for it is what tells rows apart. */
const copyRow = (here: Here): Heard => {
  if (here.step !== "table" && here.step !== "cell") return refuse("只有在填表格的时候才能复制上一行。");
  const { table, rows } = here;
  const gap = nextGap(table, rows);
  const last = rows.at(-1);
  if (!last) return refuse("还没有上一行可以复制。");
  if (gap) return refuse(`第 ${gap.row + 1} 行还没有填完，填完再复制。`);
  const column = Object.keys(table.columns)[0] ?? "";
  const copied = { row: rows.length, column, single: true };
  return happen(here, { type: "understood", patch: rowsPatch(here.focus, [...rows, last]), cell: copied }, [
    `已复制成第 ${rows.length + 1} 行。请改第一栏；别的栏要改，回复“第${rows.length + 1}行某某栏改成……”。`,
  ]);
};

/** Every cell that was not understood stays blank. */
const blankAll = (here: Here): Heard => {
  if (!here.isMending) return refuse("这里没有要留空的格子。");
  const blank = Object.fromEntries(Object.keys(here.table.columns).map((id) => [id, null]));
  return finishMending(
    here,
    rowsPatch(
      here.focus,
      here.rows.map((row) => ({ ...blank, ...row })),
    ),
  );
};

const changeRow = (here: Here, how: "editRow" | "deleteRow", row: number): Heard => {
  if (here.step === "file" && how === "deleteRow") return withdraw(here, row);
  if (here.step !== "table" && here.step !== "cell") return refuse("要改表里的某一行，请先回复“修改”加表的名字。");
  const { table, rows } = here;
  const column = Object.keys(table.columns)[0];
  if (!rows[row] || !column) return refuse(`没有第 ${row + 1} 行，现在共 ${rows.length} 行。`);
  if (how === "editRow") return happen(here, { type: "cell", cell: { row, column, single: false } });
  const left = rows.filter((_, at) => at !== row);
  const change = rowsPatch(here.focus, left);
  // Rows have moved: what was written in the cells not understood cannot be told any more.
  const forgotten = unread(here.focus) in here.scene.marks ? { [unread(here.focus)]: "{}" } : {};
  const patch = { ...change, marks: { ...change.marks, ...forgotten } };
  return happen(here, { type: "understood", patch, leave: true }, [`已删除第 ${row + 1} 行。`]);
};

const edit = (here: Here, what: string): Heard => {
  const found = findFields(here, what);
  const [only] = found;
  if (only && found.length === 1) return go(here, only);
  const { asked } = here.scene;
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
  const { facts, asked } = here.scene;
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
