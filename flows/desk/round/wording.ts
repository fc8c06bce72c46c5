import { dayText } from "../../dates/wording.ts";
import { untold } from "./doubts.ts";
import { type Draft, isSaid } from "./draft.ts";
import type { Impact } from "./impact.ts";
import type { Item } from "./items.ts";

/** The list of what a round will hold, each item with its words. */
export const listText = (head: string, items: readonly Item[], draft: Draft): string =>
  [
    head,
    ...items.map((item, at) => `${at + 1}. ${item.label}：${item.value}${wordsText(item)}`),
    ...beside(draft),
    "",
    `都对请回复“全部正确”。不对的可以说“${sampleNumber(items)} 改成……”“删除 ${sampleNumber(items)}”“加一条 县级 3月10日 纸质”。`,
  ].join("\n");

const sampleNumber = (items: readonly Item[]): number =>
  items.findIndex(({ label }) => label.includes("纸质")) + 1 || 1;

const longestWords = 45;

/** The words, where the value does not say the same. */
const wordsText = ({ span, value }: Item): string => {
  const words = span?.words.replace(/\s+/g, "") ?? "";
  const plain = value.replace(/\s+/g, "").replace(/（星期.）/, "");
  if (!span || words === "" || plain.includes(words) || words === `地址：${plain}`) return "";
  const brief = [...words].length > longestWords ? `${[...words].slice(0, longestWords).join("")}……` : words;
  return `\n　　${isSaid(span) ? "您写的" : "原文"}：“${brief}”`;
};

const WINDOWS = { apply: "申报时间", review: "审核时间", publicity: "公示时间" } as const;

/** What the notice says beside, of which nobody is reminded. */
const beside = (draft: Draft): readonly string[] => {
  const { windows } = draft.notice;
  const told = [
    ...windows.map(({ from, to, about }) => `${WINDOWS[about]} ${dayText(from)}到${dayText(to)}`),
    ...untold(draft).map(({ words }) => `“${words}”`),
  ];
  return told.length > 0 ? [`另外写到（只供核对，不单独提醒）：${told.join("；")}`] : [];
};

/** What would happen, and to whom. */
export const impactText = (head: readonly string[], impact: Impact): string =>
  ["请最后看一遍，确认以前什么都不会发生：", ...head, ...reachLines(impact), ...silenceLines(impact)]
    .map((line, at) => (at === 0 ? line : `· ${line}`))
    .join("\n");

const reachLines = ({ enterprises, touched, begun, guessed, moved, accounts, reminders, days }: Impact) => {
  if (touched === 0) return ["现在没有哪份申请的日期因此变化；以后新来的单位会看到这些日期"];
  const times = days.map(({ on, count }) => `${dayText(on)} ${count} 条`).join("，");
  return [
    `涉及 ${enterprises} 家单位的 ${touched} 份申请：填写中 ${begun} 份，还没开始填 ${touched - begun} 份`,
    ...(guessed > 0 ? [`其中 ${guessed} 份原来按往年日期预计，改用这次的日期`] : []),
    ...(moved > 0 ? [`其中 ${moved} 份原来告知的日期变了，还没发的提醒跟着改`] : []),
    reminders > 0
      ? `安排 ${reminders} 条提醒，发给 ${accounts} 个账号；最早几天：${times}`
      : "没有提醒要发：这些日期已经过了，或者对方关了提醒",
  ];
};

const silenceLines = ({ silent, done }: Impact) => [
  ...(silent > 0 ? [`${silent} 个账号关了提醒，不会收到`] : []),
  ...(done > 0 ? [`${done} 份申请已经生成文件，不再提醒`] : []),
  "没在这里登记过的单位收不到，要另外通知",
];
