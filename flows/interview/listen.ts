import type { Column, Row, Scalar, Value } from "../../rules/define.ts";
import { rowsOf } from "../../rules/facts.ts";
import { askedFields, blanks, finished, mannerOf, nextCell } from "../../rules/plan.ts";
import { read } from "../../rules/values/index.ts";
import type { Reading } from "../../rules/values/reading.ts";
import { chosen, isNumbered } from "../choose.ts";
import { type Command, commandOf, fold, isPlainCommand } from "../commands.ts";
import type { Input } from "../reply.ts";
import { aside } from "./aside.ts";
import { askedValue, cellOf, question, stepOf, tableOf, valueChoices } from "./ask.ts";
import type { Cell, InterviewEvent, InterviewState, Patch } from "./machine.ts";
import { consequences, shown } from "./say.ts";
import { guideOf, patched, type Scene, verdictMark } from "./scene.ts";

type Unguided = InterviewEvent extends infer Event
  ? Event extends InterviewEvent
    ? Omit<Event, "guide">
    : never
  : never;

/** What an input means where the conversation is: an event for the chart, things to say, or both. */
export interface Heard {
  readonly event: InterviewEvent | null;
  readonly notes: readonly string[];
  readonly refused: boolean;
  /** A draft of the documents is wanted; the conversation stays where it is. */
  readonly draft: boolean;
}

/** Reads an input in the light of the state. Never throws on anything a person can send. */
export const listen = (input: Input, state: InterviewState, scene: Scene): Heard => new Ear(state, scene).hear(input);

const nothing: Patch = { answers: {}, marks: {} };
/** A changed answer re-opens the declaration. */
const patch = (answers: Patch["answers"], marks: Patch["marks"] = {}): Patch => ({
  answers,
  marks: { declared: undefined, ...marks },
});

class Ear {
  private readonly state: InterviewState;
  private readonly scene: Scene;
  constructor(state: InterviewState, scene: Scene) {
    this.state = state;
    this.scene = scene;
  }

  hear(input: Input): Heard {
    if ("arrived" in input) return this.note();
    if ("file" in input) return this.hearFile(input.file);
    if ("choice" in input) return this.hearChoice(input.choice);
    return this.hearText(input.text);
  }

  private get step() {
    return stepOf(this.state);
  }

  /** The field in question; only called where there is one. */
  private get focus(): string {
    return this.state.context.focus ?? "";
  }

  private hearText(text: string): Heard {
    const command = commandOf(text);
    const asked = question(this.state, this.scene, false);
    const isFreeText = this.step === "text" || askedValue(this.state, this.scene)?.kind === "text";
    if (command && !(isFreeText && (command.type === "edit" || command.type === "view") && !this.names(command.what))) {
      return this.obey(command);
    }
    if (["field", "cell", "doubt", "text"].includes(this.step) && this.isValueAsked()) {
      const pressed = this.step === "doubt" ? chosen(text, asked.choices, true) : null;
      if (pressed) return this.hearChoice(pressed);
      const heard = this.hearValue(text);
      if (!heard.refused) return heard;
      const choice = chosen(text, asked.choices, isNumbered(asked.ask));
      return choice ? this.hearChoice(choice) : heard;
    }
    const choice = chosen(text, asked.choices, true);
    if (choice) return this.hearChoice(choice);
    if (this.step === "file") return this.hearReadiness(text);
    return this.refuse(`没有听懂“${brief(text)}”。请从下面选一项，或回复“帮助”。`);
  }

  /** In a doubt about a value, a fresh value may be typed as well. */
  private isValueAsked(): boolean {
    return this.step === "text" || (this.focus !== "" && askedValue(this.state, this.scene) !== null);
  }

  private hearChoice(id: string): Heard {
    const offered = question(this.state, this.scene, false).choices;
    const isOffered = offered.some((choice) => choice.id === id);
    if (!isOffered && !isPlainCommand(id) && !["yes", "no", "agree", "row", "view"].includes(id)) {
      return this.refuse("这个选项属于前面的问题，现在用不上了。请看下面的问题。");
    }
    const value = askedValue(this.state, this.scene);
    if (value && (this.step === "field" || this.step === "cell")) {
      const answer = this.hearPressedValue(id, value);
      if (answer) return answer;
    }
    switch (this.step) {
      case "doubt":
        if (this.state.matches("restarting")) return this.hearRestart(id);
        return this.hearDoubt(id);
      case "verdict":
        if (id === "yes" || id === "agree")
          return this.onward({ answers: {}, marks: { verdict: verdictMark(this.scene) } });
        if (id === "no") return this.event({ type: "no" });
        break;
      case "table":
        if (id === "row") return this.event({ type: "rows" });
        break;
      case "text":
        if (id === "rewrite")
          return this.event({
            type: "understood",
            patch: patch({ [this.focus]: undefined }, { [finished(this.focus)]: undefined }),
          });
        break;
      case "file":
        if (id === "yes") return this.keepMaterial();
        if (id === "no") return this.obey({ type: "skip" });
        break;
      case "review":
        if (id === "yes") return this.event({ type: "declare" });
        if (id === "blanks") return this.reopenBlanks();
        break;
      case "declaration":
        if (id === "agree" || id === "yes") return this.onward({ answers: {}, marks: { declared: this.scene.on } });
        if (id === "no") return this.event({ type: "no" });
        break;
    }
    if (id === "view") return this.obey({ type: "view", what: "" });
    if (isPlainCommand(id)) return this.obey({ type: id });
    return this.refuse("这个选项现在用不上，请看下面的问题。");
  }

  private hearPressedValue(id: string, kind: Column): Heard | null {
    const isValue = valueChoices(kind, []).some((choice) => choice.id === id);
    const { picked } = this.state.context;
    switch (kind.kind) {
      case "yesNo":
        return isValue ? this.understand(id === "yes") : null;
      case "choice":
        return isValue ? this.understand(id) : null;
      case "text":
        return isValue ? this.understand(id.slice("suggest:".length)) : null;
      case "choices":
        if (id === "all") return this.understand(kind.choices.map((choice) => choice.id));
        if (id === "none") return this.understand([]);
        if (id === "done" && picked.length > 0)
          return this.understand(kind.choices.flatMap((choice) => (picked.includes(choice.id) ? choice.id : [])));
        if (!isValue) return null;
        return this.event({
          type: "picked",
          picked: picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id],
        });
      default:
        return null;
    }
  }

  private hearValue(text: string): Heard {
    const kind = askedValue(this.state, this.scene);
    if (!kind) return this.refuse("请从下面选一项。");
    const reading = read(kind, text, this.scene.on);
    if (this.step === "text") return this.hearParagraph(reading);
    if (reading.status === "understood") return this.understand(reading.value);
    if (reading.status === "refused")
      return this.refuse(`${reading.why}\n例如：${reading.example}`, { type: "refused" });
    return this.event({
      type: "doubtful",
      why: reading.why,
      readings: reading.readings.map(({ value, shown }) => ({ shown, patch: this.change(value).patch })),
    });
  }

  private hearParagraph(reading: Reading): Heard {
    if (reading.status !== "understood") return this.refuse(reading.why, { type: "refused" });
    const before = this.scene.facts.stated(this.focus);
    const text = [...(typeof before === "string" ? [before] : []), String(reading.value)].join("\n");
    const whole = read(this.scene.facts.field(this.focus) as Column, text, this.scene.on);
    if (whole.status !== "understood")
      return this.refuse(whole.status === "refused" ? whole.why : "", { type: "refused" });
    return this.event({
      type: "understood",
      patch: patch({ [this.focus]: whole.value }, { [finished(this.focus)]: undefined }),
    });
  }

  /** The answer is clear: keep it, read it back, say what it decides. */
  private understand(value: Scalar): Heard {
    const { patch: change, cell, leave } = this.change(value);
    return this.event({ type: "understood", patch: change, cell, leave }, this.readBack(change));
  }

  private readBack(change: Patch): readonly string[] {
    const after = patched(this.scene, change);
    const field = this.scene.facts.field(this.focus);
    if (field.kind === "table") return [];
    return [
      `✓ ${field.label}：${shown(field, after.facts.stated(this.focus))}`,
      ...consequences(this.scene, after, this.focus),
    ];
  }

  /** The patch that this value is, in a field or in the cell in question, and the cell that comes after it. */
  private change(value: Scalar | null): { patch: Patch; cell: Cell | null; leave: boolean } {
    const at = cellOf(this.state, this.scene);
    if (!at) return { patch: patch({ [this.focus]: value }), cell: null, leave: false };
    const table = tableOf(this.scene, this.focus);
    const rows = [...rowsOf(this.scene.facts, this.focus)];
    rows[at.row] = { ...rows[at.row], [at.column]: value };
    return { patch: this.rowsPatch(rows), ...this.afterCell(Object.keys(table.columns), at) };
  }

  private afterCell(
    columns: readonly string[],
    at: { row: number; column: string },
  ): { cell: Cell | null; leave: boolean } {
    const { cell } = this.state.context;
    if (!cell || cell.single) return { cell: null, leave: false };
    const column = columns[columns.indexOf(at.column) + 1];
    return column ? { cell: { row: at.row, column, single: false }, leave: false } : { cell: null, leave: true };
  }

  private rowsPatch(rows: readonly Row[]): Patch {
    return patch({ [this.focus]: rows }, { [finished(this.focus)]: undefined });
  }

  private hearDoubt(id: string): Heard {
    const { readings } = this.state.context.pending ?? { readings: [] };
    const index = id === "yes" ? 0 : Number(/^reading(\d+)$/.exec(id)?.[1] ?? 0) - 1;
    if (id === "no") return this.event({ type: "no" });
    const reading = readings[index];
    if (!reading) return isPlainCommand(id) ? this.obey({ type: id }) : this.refuse("请从下面选一项。");
    const at = cellOf(this.state, this.scene);
    const next = at ? this.afterCell(Object.keys(tableOf(this.scene, this.focus).columns), at) : {};
    return this.event({ type: "understood", patch: reading.patch, ...next }, this.readBack(reading.patch));
  }

  private hearRestart(id: string): Heard {
    if (id !== "yes") return this.event({ type: "no" });
    const clear = (of: object) => Object.fromEntries(Object.keys(of).map((key) => [key, undefined]));
    return this.onward({ answers: clear(this.scene.answers), marks: clear(this.scene.marks) }, ["已清空，从头开始。"]);
  }

  private hearFile(file: { hash: string; name: string; size: number }): Heard {
    if (this.step !== "file")
      return this.refuse(
        `收到文件“${brief(file.name)}”，但现在这一题要的是回答。材料文件请到“证明材料”那一步再发，或回复“修改 材料名称”。`,
      );
    const files = [...this.receivedFiles().filter(({ hash }) => hash !== file.hash), file];
    return this.event({ type: "understood", patch: patch({ [this.focus]: { received: true, files } }) }, [
      `收到：${file.name}。还有就接着发，没有了请选“就这些”。`,
    ]);
  }

  private receivedFiles() {
    const value = this.scene.facts.stated(this.focus) as Extract<Value, { received: true }> | null | undefined;
    return value?.files ?? [];
  }

  private keepMaterial(): Heard {
    const { label } = this.scene.facts.field(this.focus);
    return this.onward(patch({ [this.focus]: { received: true, files: this.receivedFiles() } }), [
      `✓ ${label}：已备好`,
    ]);
  }

  private hearReadiness(text: string): Heard {
    const reading = read({ kind: "yesNo" }, text, this.scene.on);
    if (reading.status !== "understood")
      return this.refuse("请把文件发过来，或者选“已备好”“还没有”。", { type: "refused" });
    return reading.value === true ? this.keepMaterial() : this.obey({ type: "skip" });
  }

  private reopenBlanks(): Heard {
    const open = blanks(this.scene.facts);
    return this.onward({
      answers: Object.fromEntries(
        open.filter((id) => this.scene.facts.stated(id) === null).map((id) => [id, undefined]),
      ),
      marks: Object.fromEntries(open.map((id) => [finished(id), undefined])),
    });
  }

  private obey(command: Command): Heard {
    switch (command.type) {
      case "back":
        return this.goBack();
      case "skip":
        return this.skip();
      case "keep":
        return this.keepAnswer();
      case "done":
        return this.finish();
      case "edit":
        return this.edit(command.what);
      case "editRow":
      case "deleteRow":
        return this.changeRow(command.type, command.row - 1);
      case "pause":
        return this.event({ type: "pause" });
      case "restart":
        return this.event({ type: "restart" });
      case "draft":
        return { ...this.note(), draft: true };
      default:
        return this.note(...aside(command, this.scene, this.focusedField(), askedValue(this.state, this.scene)));
    }
  }

  private focusedField(): string | null {
    return ["verdict", "review", "declaration"].includes(this.step) ? null : this.state.context.focus;
  }

  private goBack(): Heard {
    const at = cellOf(this.state, this.scene);
    if (this.step === "doubt" || this.step === "declaration") return this.event({ type: "no" });
    if (at) {
      const columns = Object.keys(tableOf(this.scene, this.focus).columns);
      const before = columns[columns.indexOf(at.column) - 1];
      if (before) return this.event({ type: "cell", cell: { row: at.row, column: before, single: true } });
      const last = columns.at(-1);
      if (at.row === 0 || !last) return this.event({ type: "no" });
      return this.event({ type: "cell", cell: { row: at.row - 1, column: last, single: true } });
    }
    const asked = askedFields(this.scene.facts);
    const isScreening = (id: string) => this.scene.facts.field(id).screening === true;
    const deciding = Object.keys(this.scene.served.procedure.fields).filter(
      (id) => isScreening(id) && asked.includes(id),
    );
    const sequence = [...deciding, ...asked.filter((id) => !isScreening(id))];
    const position =
      { verdict: deciding.length, review: sequence.length }[this.step as string] ?? sequence.indexOf(this.focus);
    const previous = sequence[position - 1];
    return previous ? this.go(previous) : this.note("已经是第一题了。");
  }

  private skip(): Heard {
    const at = cellOf(this.state, this.scene);
    if (this.step === "verdict") return this.hearChoice("yes");
    if (this.step === "review" || this.step === "declaration" || this.state.matches("restarting"))
      return this.refuse("这一步不能跳过，请从下面选一项。");
    if (at) {
      if (this.step === "doubt") return this.event({ type: "no" });
      const current = rowsOf(this.scene.facts, this.focus)[at.row]?.[at.column];
      const { patch: change, ...next } = this.change(current ?? null);
      return this.event({ type: "understood", patch: change, ...next });
    }
    const stated = this.scene.facts.stated(this.focus);
    if (this.step === "doubt" && stated === undefined)
      return this.event({ type: "understood", patch: patch({ [this.focus]: null }) });
    if (this.step === "doubt") return this.event({ type: "no" });
    const has = stated !== undefined && stated !== null && !(Array.isArray(stated) && stated.length === 0);
    if (has) return this.onward({ answers: {}, marks: { [finished(this.focus)]: "yes" } });
    const { optional } = this.scene.facts.field(this.focus);
    return this.onward(patch({ [this.focus]: null }), [optional ? "好的，留空。" : "已跳过，最后核对时可以补。"]);
  }

  private keepAnswer(): Heard {
    if (this.step === "cell") return this.skip();
    const stated = this.scene.facts.stated(this.focus);
    const has = stated !== undefined && stated !== null;
    if (this.step !== "field" || !has) return this.refuse("这一题还没有回答，没有可以保持的内容。");
    return this.onward(nothing);
  }

  private finish(): Heard {
    const rows = this.step === "table" || this.step === "cell" ? rowsOf(this.scene.facts, this.focus) : [];
    const isText = this.step === "text" && typeof this.scene.facts.stated(this.focus) === "string";
    if (isText) return this.onward({ answers: {}, marks: { [finished(this.focus)]: "yes" } });
    if (this.step === "file" && this.receivedFiles().length > 0) return this.onward(nothing);
    if (this.step === "file") return this.keepMaterial();
    if (rows.length === 0) return this.refuse("这里还没有内容可以结束。请先回答，或者回复“跳过”。");
    const table = tableOf(this.scene, this.focus);
    const next = nextCell(table, rows);
    const open =
      next.row < rows.length ? Object.entries(table.columns).filter(([id]) => rows[next.row]?.[id] === undefined) : [];
    if (open.length > 0) {
      const labels = open.map(([, { label }]) => label).join("、");
      return this.refuse(`第 ${next.row + 1} 行还差：${labels}。请填完这一行，或者回复“删除第${next.row + 1}行”。`);
    }
    const short =
      table.minRows && rows.length < table.minRows
        ? [`提醒：要求至少 ${table.minRows} 行，现在 ${rows.length} 行。`]
        : [];
    return this.onward({ answers: {}, marks: { [finished(this.focus)]: "yes" } }, [
      `✓ ${table.label}：${rows.length} 行`,
      ...short,
    ]);
  }

  private changeRow(how: "editRow" | "deleteRow", row: number): Heard {
    if (this.step !== "table" && this.step !== "cell")
      return this.refuse("要改表里的某一行，请先回复“修改”加表的名字。");
    const table = tableOf(this.scene, this.focus);
    const rows = rowsOf(this.scene.facts, this.focus);
    const column = Object.keys(table.columns)[0];
    if (!rows[row] || !column) return this.refuse(`没有第 ${row + 1} 行，现在共 ${rows.length} 行。`);
    if (how === "editRow") return this.event({ type: "cell", cell: { row, column, single: false } });
    const left = rows.filter((_, at) => at !== row);
    return this.event({ type: "understood", patch: this.rowsPatch(left), leave: true }, [`已删除第 ${row + 1} 行。`]);
  }

  private edit(what: string): Heard {
    const found = this.find(what);
    const [only] = found;
    if (only && found.length === 1) return this.go(only);
    const numbers = askedFields(this.scene.facts);
    if (found.length > 1) {
      const list = found
        .slice(0, 8)
        .map((id) => `修改 ${numbers.indexOf(id) + 1}（${this.scene.facts.field(id).label}）`);
      return this.note(`有几项都像“${brief(what)}”，请回复其中一个：\n${list.join("\n")}`);
    }
    return this.note(
      what === ""
        ? "要改哪一项？请回复“修改”加编号或名称，例如“修改 3”“修改 邮政编码”。编号可以回复“查看”来看。"
        : `没有找到“${brief(what)}”。回复“查看”可以看到每一项的编号，再回复“修改 编号”。`,
    );
  }

  private names(what: string): boolean {
    return what === "" || this.find(what).length > 0;
  }

  /** The asked fields that a number or words mean: the exact label, else all labels that contain the words. */
  private find(what: string): readonly string[] {
    const asked = askedFields(this.scene.facts);
    const number = /^(?:第)?(\d{1,3})(?:项|题|号)?$/.exec(what)?.[1];
    if (number) return asked.slice(Number(number) - 1, Number(number));
    const wanted = fold(what);
    if (wanted === "") return [];
    const labelled = asked.map((id) => ({ id, label: fold(this.scene.facts.field(id).label) }));
    const exact = labelled.filter(({ label }) => label === wanted);
    return (exact.length > 0 ? exact : labelled.filter(({ label }) => label.includes(wanted))).map(({ id }) => id);
  }

  private go(id: string): Heard {
    return this.event({ type: "goto", item: { id, manner: mannerOf(this.scene.facts.field(id)) } });
  }

  private onward(change: Patch, notes: readonly string[] = []): Heard {
    return this.event({ type: "onward", patch: change }, notes);
  }

  /** Every event carries what will be open after it. */
  private event(event: Unguided, notes: readonly string[] = []): Heard {
    const after = "patch" in event ? patched(this.scene, event.patch) : this.scene;
    return { event: { ...event, guide: guideOf(after) } as InterviewEvent, notes, refused: false, draft: false };
  }

  private note(...notes: readonly string[]): Heard {
    return { event: null, notes, refused: false, draft: false };
  }

  private refuse(note: string, event?: { readonly type: "refused" }): Heard {
    return {
      event: event ? { ...event, guide: guideOf(this.scene) } : null,
      notes: [note],
      refused: true,
      draft: false,
    };
  }
}

const brief = (text: string): string => ([...text].length > 20 ? `${[...text].slice(0, 20).join("")}…` : text);
