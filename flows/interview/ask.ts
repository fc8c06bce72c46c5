import type { Column } from "../../rules/define.ts";
import { blanks } from "../../rules/plan.ts";
import { listWording } from "../listing/wording.ts";
import type { Ask, Reply, Step } from "../reply.ts";
import { askFile, askSorting } from "./ask-material.ts";
import { askMending } from "./ask-mending.ts";
import { askCell, askTable } from "./ask-table.ts";
import type { InterviewState } from "./machine.ts";
import { offerOf, sameChoice } from "./offer.ts";
import { done, hints, valueChoices } from "./pressed.ts";
import { reviewText, shown } from "./say.ts";
import type { Scene } from "./scene.ts";
import { verdictText } from "./verdict.ts";
import { askedValue, cellOf, focused, isMending, sectionTitle, stepOf } from "./where.ts";
import { back, keep, skip, type Wording } from "./wording.ts";

/** The open question, rendered from the state alone: asking it again gives the same message. */
export const question = (state: InterviewState, scene: Scene, refused: boolean): Reply => {
  const step = stepOf(state);
  const { focus } = state.context;
  const cell = cellOf(state, scene);
  const value = askedValue(state, scene);
  const field = focus ? scene.facts.field(focus) : null;
  const { done: count, total } = scene.plan;
  const isAboutField = state.matches("active") && !["verdict", "review", "declaration"].includes(step);
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
      return isMending(state) ? askMending(state, scene) : askCell(state, scene);
    case "match":
      return state.context.listing ? listWording(scene, state.context.listing) : askSorting(state, scene);
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
          ...(scene.only ? [] : [{ id: "yes", label: "核对好了，去声明" }]),
          ...(blanks(scene.facts).some((id) => scene.asked.includes(id))
            ? [{ id: "blanks", label: "补填空着的" }]
            : []),
          { id: "view", label: "查看全部内容" },
          scene.only ? { id: "pause", label: "先到这里" } : { id: "draft", label: "生成草稿" },
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
