import type { Column } from "../../rules/define.ts";
import { judgeField } from "../../rules/judge.ts";
import type { Command } from "../commands.ts";
import { contactText, howText } from "./explain.ts";
import { answersTexts, progressText, roundText, whyText } from "./say.ts";
import type { Scene } from "./scene.ts";
import { verdictLine, verdictText } from "./verdict.ts";

const helpText = [
  "随时可以回复：",
  "返回（上一题）、跳过（以后再填）、为什么（说明和依据）、怎么算、举个例子",
  "进度、查看（看已填的内容）、修改 3 或 修改 邮政编码、不对，是20人（改刚才那一题）",
  "一次可以说好几项，例如“法人代表：张三，注册资本：500万”；表格、去年的申请书、照片、PDF 都可以直接发来",
  "表格里：用表格填、复制上一行、删除第2行；拿不准：转人工",
  "条件（符合了没有、还差多少）、还能报哪里（和别处比较）、日期（截止时间）、生成草稿",
  "暂停（回主菜单，内容都保存着）、重新开始",
].join("\n");

/** The answer to a side question; the open question follows it unchanged. */
export const aside = (
  command: Command,
  scene: Scene,
  focus: string | null,
  column: Column | null,
): readonly string[] => {
  switch (command.type) {
    case "why":
      return [focus ? whyText(scene.facts.field(focus)) : "请从下面的选项里选一项；回复“帮助”看可以用的词。"];
    case "how":
      return [(focus && howText(scene, focus)) ?? "这一题由您直接填，不用算。回复“为什么”可以看说明和依据。"];
    case "human":
      return [contactText(scene)];
    case "example":
      return [exampleText(column?.example ?? (focus ? scene.facts.field(focus).example : undefined))];
    case "progress":
      return [progressText(scene)];
    case "view": {
      const texts = answersTexts(scene, command.what);
      return texts.length > 0 ? texts : ["没有这一部分。回复“查看”可以看到全部内容。"];
    }
    case "verdict": {
      const own = focus ? judgeField(scene.facts, focus).filter(({ status }) => status !== "undecided") : [];
      return own.length > 0 ? [own.map(verdictLine).join("\n")] : [verdictText(scene)];
    }
    case "deadline":
      return [roundText(scene.served, scene.round, scene.on)];
    default:
      return [helpText];
  }
};

const exampleText = (example: string | undefined): string =>
  example ? `例如：${example}` : "这一题没有现成的例子；回复“为什么”可以看说明。";
