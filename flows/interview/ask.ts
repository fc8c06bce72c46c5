import type { Choice, Column, Field, TableField } from "../../rules/define.ts";
import { rowsOf } from "../../rules/facts.ts";
import { blanks, nextCell } from "../../rules/plan.ts";
import type { Ask, Reply, Step } from "../reply.ts";
import type { InterviewState } from "./machine.ts";
import { offerOf, sameChoice } from "./offer.ts";
import { done, hints, valueChoices } from "./pressed.ts";
import { reviewText, shown, shownRow } from "./say.ts";
import type { Scene } from "./scene.ts";
import { verdictText } from "./verdict.ts";

const skip: Choice = { id: "skip", label: "跳过" };
const back: Choice = { id: "back", label: "返回" };
const keep: Choice = { id: "keep", label: "保持不变" };

export const stepOf = (state: InterviewState): Step => {
  if (state.matches({ active: "asking" })) return "field";
  if (state.matches({ active: "verdict" })) return "verdict";
  if (state.matches({ active: { table: "way" } })) return "table";
  if (state.matches({ active: { table: "cell" } })) return "cell";
  if (state.matches({ active: "writing" })) return "text";
  if (state.matches({ active: "files" })) return "file";
  if (state.matches({ active: "review" })) return "review";
  if (state.matches({ active: "declaring" })) return "declaration";
  return "doubt";
};

/** The cell in question: the one asked out of turn, else the one that follows from the rows. Rows count from 0. */
export const cellOf = (state: InterviewState, scene: Scene): { row: number; column: string } | null => {
  const { focus, cell } = state.context;
  if (!focus || !(state.matches({ active: { table: "cell" } }) || state.matches({ active: { table: "doubt" } })))
    return null;
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
  if (!focus || state.matches("restarting")) return null;
  const field = scene.facts.field(focus);
  if (field.kind === "file") return null;
  if (field.kind !== "table") return field;
  const cell = cellOf(state, scene);
  return (cell && field.columns[cell.column]) ?? null;
};

/** The open question, rendered from the state alone: asking it again gives the same message. */
export const question = (state: InterviewState, scene: Scene, refused: boolean): Reply => {
  const step = stepOf(state);
  const { focus } = state.context;
  const cell = cellOf(state, scene);
  const value = askedValue(state, scene);
  const field = focus ? scene.facts.field(focus) : null;
  const { done: count, total } = scene.plan;
  const isAboutField = !["verdict", "review", "declaration"].includes(step) && !state.matches("restarting");
  const ask: Ask = {
    step,
    field: isAboutField ? focus : null,
    column: cell?.column ?? null,
    row: cell ? cell.row + 1 : null,
    label: isAboutField ? (value?.label ?? field?.label ?? null) : null,
    kind: isAboutField ? (value?.kind ?? field?.kind ?? null) : null,
    refused,
  };
  return { ...wording(state, scene, step), file: null, progress: { done: count, total }, ask };
};

type Wording = Pick<Reply, "text" | "choices">;

const wording = (state: InterviewState, scene: Scene, step: Step): Wording => {
  if (state.matches("restarting"))
    return {
      text: "重新开始会清空这份申请的全部回答，确定吗？",
      choices: [
        { id: "yes", label: "清空，重新开始" },
        { id: "no", label: "不清空，接着填" },
      ],
    };
  switch (step) {
    case "field":
      return askField(state, scene);
    case "cell":
      return askCell(state, scene);
    case "table":
      return askTable(state, scene);
    case "text":
      return askText(state, scene);
    case "file":
      return askFile(state, scene);
    case "verdict":
      return {
        text: `${verdictText(scene)}\n想看看别处的条件，回复“还能报哪里”。`,
        choices: [
          { id: "yes", label: "继续填写" },
          { id: "elsewhere", label: "还能报哪里" },
          { id: "no", label: "先到这里" },
        ],
      };
    case "review":
      return {
        text: reviewText(scene),
        choices: [
          { id: "yes", label: "核对好了，去声明" },
          ...(blanks(scene.facts).length > 0 ? [{ id: "blanks", label: "补填空着的" }] : []),
          { id: "view", label: "查看全部内容" },
          { id: "draft", label: "生成草稿" },
        ],
      };
    case "declaration": {
      const { title, text } = scene.served.procedure.declaration;
      return {
        text: `《${title}》\n${text}\n\n确认后生成全部文件。`,
        choices: [
          { id: "agree", label: "同意并生成文件" },
          { id: "no", label: "再核对一下" },
        ],
      };
    }
    default:
      return askDoubt(state);
  }
};

const focused = (state: InterviewState, scene: Scene): { id: string; field: Field } => {
  const { focus } = state.context;
  if (!focus) throw new Error("no field in question");
  return { id: focus, field: scene.facts.field(focus) };
};

const sectionTitle = (scene: Scene, id: string): string =>
  scene.served.procedure.sections.find(({ fields }) => fields.includes(id))?.title ?? "";

const askField = (state: InterviewState, scene: Scene): Wording => {
  const { id, field } = focused(state, scene);
  const stated = scene.facts.stated(id);
  const has = stated !== undefined && stated !== null;
  const current = has ? `现在填的是：${shown(field, stated)}。要改请直接回复新的内容。` : "";
  const offer = offerOf(scene, id);
  const head = field.screening && stated === undefined ? "申报条件" : sectionTitle(scene, id);
  return {
    text: [
      `【${head}】${field.ask ?? `${field.label}？`}`,
      ...hints(field as Column, state.context.tries),
      current,
      offer?.text ?? "",
    ]
      .filter(Boolean)
      .join("\n"),
    choices: [
      ...(offer ? [sameChoice] : []),
      ...valueChoices(field as Column, state.context.picked),
      has ? keep : skip,
      back,
    ],
  };
};

const askCell = (state: InterviewState, scene: Scene): Wording => {
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
  const ending = isNewRow && cell.row > 0 ? `没有更多${table.rowName}了，请回复“完成”。` : "";
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

const askTable = (state: InterviewState, scene: Scene): Wording => {
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
        "一行一行地问您，填完最后一行回复“完成”。",
        ...(offer ? [offer.text] : []),
      ].join("\n"),
      choices: [...(offer ? [sameChoice] : []), { id: "row", label: "开始逐行填" }, skip, back],
    };
  }
  return {
    text: [
      `【${table.label}】已有 ${rows.length} 行：`,
      ...rows.map((row, at) => `${at + 1}. ${shownRow(table, row)}`),
      "要改某一行，回复“修改第2行”；要删，回复“删除第2行”。",
    ].join("\n"),
    choices: [{ id: "row", label: "再加一行" }, { id: "done", label: "填完了" }, back],
  };
};

const askText = (state: InterviewState, scene: Scene): Wording => {
  const { id, field } = focused(state, scene);
  const stated = scene.facts.stated(id);
  const prompts = field.kind === "longText" && field.prompts ? `可以写：${field.prompts.join("；")}。` : "";
  if (typeof stated !== "string") {
    const offer = offerOf(scene, id);
    return {
      text: [
        `【${sectionTitle(scene, id)}】${field.ask ?? field.label}`,
        prompts,
        "可以分几条消息发，写完回复“完成”。",
        ...(offer ? [offer.text] : []),
      ].join("\n"),
      choices: [...(offer ? [sameChoice] : []), skip, back],
    };
  }
  return {
    text: `【${field.label}】已有 ${[...stated].length} 字。可以接着补充，写完请回复“完成”；想重写，回复“重写”。`,
    choices: [done, { id: "rewrite", label: "重写" }, back],
  };
};

const askFile = (state: InterviewState, scene: Scene): Wording => {
  const { id, field } = focused(state, scene);
  const stated = scene.facts.stated(id);
  const has = stated !== undefined && stated !== null;
  return {
    text: [
      `【${sectionTitle(scene, id)}】${field.ask ?? field.label}`,
      has ? `现在记的是：${shown(field, stated)}` : "",
    ]
      .filter(Boolean)
      .join("\n"),
    choices: [{ id: has ? "done" : "yes", label: has ? "就这些" : "已备好" }, { id: "skip", label: "还没有" }, back],
  };
};

const askDoubt = (state: InterviewState): Wording => {
  const { pending } = state.context;
  const readings = pending?.readings ?? [];
  const isOne = readings.length === 1;
  return {
    text: pending?.why ?? "",
    choices: [
      ...readings.map(({ shown }, at) => ({
        id: isOne ? "yes" : `reading${at + 1}`,
        label: isOne ? `是，${shown}` : shown,
      })),
      { id: "no", label: isOne ? "不是，我重新填" : "都不是，我重新填" },
    ],
  };
};
