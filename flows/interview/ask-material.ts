import type { Received } from "../../rules/define.ts";
import { sortingChoices } from "../listing/sorting.ts";
import type { InterviewState } from "./machine.ts";
import type { Scene } from "./scene.ts";
import { focused, sectionTitle } from "./where.ts";
import { back, type Wording } from "./wording.ts";

/** A material: its files, or that it is in hand. */
export const askFile = (state: InterviewState, scene: Scene): Wording => {
  const { id, field } = focused(state, scene);
  const stated = scene.facts.stated(id);
  const has = stated !== undefined && stated !== null;
  return {
    text: [
      `【${sectionTitle(scene, id)}】${field.ask ?? field.label}`,
      ...(has
        ? receivedTexts(stated as Received)
        : [`可以直接发照片、PDF、Word、Excel 或 zip，每个不超过 ${scene.megabytes} MB。`]),
    ]
      .filter(Boolean)
      .join("\n"),
    choices: [
      { id: has ? "done" : "yes", label: has ? "就这些" : "已备好" },
      ...(has ? [] : [{ id: "allReady", label: "全部材料都已备好" }]),
      { id: "skip", label: "还没有" },
      back,
    ],
  };
};

const receivedTexts = ({ files }: Received): readonly string[] =>
  files.length === 0
    ? ["现在记的是：已备好。"]
    : [
        "现在收到的文件：",
        ...files.map(({ name }, at) => `${at + 1}. ${name}`),
        "还有就接着发；要撤回某一个，回复“删除第1个”。",
      ];

/** What are these files? */
export const askSorting = (state: InterviewState, scene: Scene): Wording => {
  const { sorting } = state.context;
  const names = sorting.map(({ name }) => `“${name}”`).join("、");
  return {
    text: `收到${names}。是哪一项材料？`,
    choices: [...sortingChoices(sorting, scene), { id: "no", label: "都不是，不用留" }],
  };
};
