import type { Choice, Column, Field } from "../../rules/define.ts";

export const done: Choice = { id: "done", label: "完成" };

/** The answers that can be pressed. Where several may be chosen, those pressed so far are ticked. */
export const valueChoices = (kind: Column | Field, picked: readonly string[]): readonly Choice[] => {
  switch (kind.kind) {
    case "yesNo":
      return [
        { id: "yes", label: "是" },
        { id: "no", label: "否" },
      ];
    case "choice":
      return kind.choices;
    case "choices":
      return [
        ...kind.choices.map(({ id, label }) => ({ id, label: picked.includes(id) ? `☑ ${label}` : label })),
        ...(picked.length > 0
          ? [done]
          : [
              { id: "all", label: "全部都有" },
              { id: "none", label: "都没有" },
            ]),
      ];
    case "text":
      return (kind.suggest ?? []).map((label) => ({ id: `suggest:${label}`, label }));
    default:
      return [];
  }
};

/** How to answer; more of it after three answers that were not taken. */
export const hints = (kind: Column, tries: number): readonly string[] => {
  if (tries >= 2)
    return [
      ...(kind.help ? [kind.help] : []),
      ...(kind.example ? [`照这样写就可以：${kind.example}`] : []),
      "也可以先跳过，最后再补；拿不准可以回复“转人工”，问主管部门。",
    ];
  if (kind.kind === "choices") return ["可以选几项，也可以直接回复编号，例如“1、2”。"];
  return kind.example && !["yesNo", "choice"].includes(kind.kind) ? [`例如：${kind.example}`] : [];
};
