import type { Day } from "../../../rules/define.ts";
import { showDay } from "../../../rules/values/day.ts";
import { dayText } from "../../dates/wording.ts";
import { untold } from "./doubts.ts";
import { type Draft, isSaid } from "./draft.ts";
import type { Impact } from "./impact.ts";
import type { Item } from "./items.ts";

/** The list of what a round will hold, each item with its words. */
export const listText = (
  { list, closing }: { readonly list: string; readonly closing: string },
  items: readonly Item[],
  draft: Draft,
): string =>
  [
    list,
    ...items.map((item, at) => `${at + 1}. ${item.label}：${item.value}${wordsText(item)}`),
    ...beside(draft),
    "",
    ...warnings(draft),
    `${closing}要改的可以说“${sampleNumber(items)} 改成……”“删除 ${sampleNumber(items)}”“加一条 县级 ${sampleDay(draft)} 纸质”。`,
  ].join("\n");

const sampleNumber = (items: readonly Item[]): number =>
  items.findIndex(({ label }) => label.includes("纸质")) + 1 || 1;

const sampleDay = ({ on, notice: { dates } }: Draft): string => shortDay(dates[0]?.on ?? on);

const longestWords = 45;
/** What stands before an item of a notice. */
const MARK = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]|(?:报送|联系|邮寄)?地址[：:])/;

/** The words, where the value does not say the same. */
const wordsText = ({ span, value }: Item): string => {
  const [line = ""] = (span?.words ?? "").split("\n");
  const words = line.replace(/\s+/g, "").replace(MARK, "");
  const plain = value.replace(/\s+/g, "").replace(/（星期.）/, "");
  if (!span || words === "" || plain.includes(words)) return "";
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

/** What may be meant, and is seldom. */
const warnings = ({ on, notice: { dates } }: Draft): readonly string[] => {
  const last = dates.filter(({ role }) => role === "applicant").map(({ on }) => on);
  const first = dates.filter(({ role, way }) => role !== "applicant" && way === "paper").map(({ on }) => on);
  const isLate = last.some((own) => first.some((theirs) => theirs < own));
  const names = dates.map(({ role, way }) => `${role} ${way}`);
  return [
    ...(last.length > 0 && last.every((own) => own < on) ? ["注意：申报单位的截止日期已经过了。"] : []),
    ...(isLate ? ["注意：申报单位的日期晚于主管部门报送的日期。"] : []),
    ...(new Set(names).size < names.length ? ["注意：同一件事有两个日期，两个都会提醒。"] : []),
  ];
};

/** What would happen, and to whom. */
export const impactText = (head: readonly string[], impact: Impact): string =>
  ["请最后看一遍，确认以前什么都不会发生：", ...head, ...reachLines(impact), ...silenceLines(impact)]
    .map((line, at) => (at === 0 ? line : `· ${line}`))
    .join("\n");

const reachLines = ({ enterprises, names, touched, begun, guessed, moved, accounts, reminders, days }: Impact) => {
  if (touched === 0) return ["现在没有哪份申请的日期因此变化；以后新来的单位会看到这些日期"];
  const times = days.map(({ on, count }) => `${shortDay(on)} ${count} 条`).join("，");
  return [
    `涉及 ${enterprises} 家单位${someOf(names, enterprises)}的 ${touched} 份申请：${standing(begun, touched - begun)}`,
    ...(guessed > 0 ? [`其中 ${guessed} 份原来按往年日期预计，改用这次的日期`] : []),
    ...(moved > 0 ? [`其中 ${moved} 份原来告知的日期变了，还没发的提醒跟着改`] : []),
    reminders > 0
      ? `安排 ${reminders} 条提醒，发给 ${accounts} 个账号；最早几天：${times}`
      : "没有提醒要发：这些日期已经过了，或者对方关了提醒",
  ];
};

/** （甲公司、乙公司等）. */
const someOf = (names: readonly string[], all: number): string =>
  names.length === 0 ? "" : `（${names.join("、")}${names.length < all ? "等" : ""}）`;

const standing = (begun: number, notBegun: number): string =>
  [...(begun > 0 ? [`填写中 ${begun} 份`] : []), ...(notBegun > 0 ? [`还没开始填 ${notBegun} 份`] : [])].join("，");

const shortDay = (day: Day): string => showDay(day).replace(/^\d+年/, "");

const silenceLines = ({ silent, done }: Impact) => [
  ...(silent > 0 ? [`${silent} 个账号关了提醒，不会收到`] : []),
  ...(done > 0 ? [`${done} 份申请已经生成文件，不再提醒`] : []),
  "没在这里登记过的单位收不到，要另外通知",
];
