import type { Choice } from "../../../rules/define.ts";
import { partsOf } from "../../../rules/values/day.ts";
import { asking, type Reply } from "../../reply.ts";
import { keptAudience } from "../notice/audience.ts";
import type { Setting } from "../notice/setting.ts";
import { audienceText } from "../notice/wording.ts";
import type { SentNotice } from "../reach.ts";
import { tally } from "../tally.ts";
import { perPage, type SentState } from "./machine.ts";

/** What the conversation is seen in. */
export interface SentView {
  readonly setting: Setting;
  /** Newest first. */
  readonly notices: readonly SentNotice[];
}

const back: Choice = { id: "back", label: "返回" };

export const sentQuestion = (state: SentState, view: SentView, refused: boolean): Reply =>
  asking(wordingOf(state, view), refused);

interface Wording {
  readonly text: string;
  readonly choices: readonly Choice[];
}

const wordingOf = (state: SentState, view: SentView): Wording => {
  const one = noticeAt(state, view);
  if (!one) return listWording(state, view);
  if (state.matches("stopping"))
    return {
      text: `停止以后，还没发的 ${one.counts.queued ?? 0} 家就不发了，不能再继续。确定停止吗？`,
      choices: [{ id: "yes", label: "确定停止" }, back],
    };
  return oneWording(one, view);
};

/** The notice that is looked at; null at the list. */
export const noticeAt = (state: SentState, { notices }: SentView): SentNotice | null =>
  state.matches("list") ? null : (notices.find(({ id }) => id === state.context.notice) ?? null);

/** Those that a person would look for: a draft that was dropped is none. */
const listed = ({ notices }: SentView): readonly SentNotice[] =>
  notices.filter(({ state, counts }) => state !== "stopped" || Object.keys(counts).length > 0);

const listWording = ({ context: { from } }: SentState, view: SentView): Wording => {
  const all = listed(view);
  const page = all.slice(from, from + perPage);
  if (all.length === 0) return { text: "还没有发过通知。要发，请返回后选“发通知”。", choices: [back] };
  return {
    text: page.length > 0 ? `我发的通知，新的在前（共 ${all.length} 份）：` : "没有更早的了。",
    choices: [
      ...page.map((one) => ({ id: `notice:${one.id}`, label: labelOf(one) })),
      ...(all.length > from + perPage ? [{ id: "more", label: "更早的" }] : []),
      back,
    ],
  };
};

const states: Readonly<Record<SentNotice["state"], string>> = {
  draft: "草稿，没有发",
  sending: "正在发",
  paused: "已暂停",
  stopped: "已停止",
  done: "发完了",
};

const longestLabel = 14;

const labelOf = ({ createdOn, text, state }: SentNotice): string =>
  `${dayText(createdOn)} ${brief(text, longestLabel)}（${states[state]}）`;

const dayText = (day: string): string => {
  const { month, day: date } = partsOf(day);
  return `${month}月${date}日`;
};

const brief = (text: string, longest: number): string => {
  const signs = [...text.replace(/\s+/g, " ").trim()];
  return signs.length > longest
    ? `${signs
        .slice(0, longest)
        .join("")
        .replace(/\p{P}+$/u, "")}……`
    : signs.join("");
};

const longestText = 80;

const oneWording = (one: SentNotice, { setting }: SentView): Wording => {
  const { createdOn, text, files, state, counts } = one;
  const audience = keptAudience(one.audience);
  return {
    text: [
      `${dayText(createdOn)}的通知（${states[state]}）：`,
      brief(text, longestText),
      ...(files.length > 0 ? [`附件：${files.map(({ name }) => name).join("、")}`] : []),
      ...(audience ? [`发给：${audienceText(audience, setting)}`] : []),
      ...(state === "draft" ? [] : [tally(counts)]),
      ...((counts.unknown ?? 0) > 0 ? ["“不确定”是对方可能已经收到，不再重发，请打电话问一下。"] : []),
    ].join("\n"),
    choices: [...actionsOf(one), back],
  };
};

const unreached = ({ counts }: SentNotice): number =>
  (counts.blocked ?? 0) + (counts.failed ?? 0) + (counts.unknown ?? 0) + (counts.skipped ?? 0);

/** What can be done with a notice now. */
const actionsOf = (one: SentNotice): readonly Choice[] => [
  ...(one.state === "draft"
    ? [
        { id: "resume", label: "发出草稿" },
        { id: "drop", label: "删除草稿" },
      ]
    : []),
  ...(one.state === "sending" ? [{ id: "paused", label: "暂停" }] : []),
  ...(one.state === "paused" ? [{ id: "sending", label: "继续发" }] : []),
  ...(one.state === "sending" || one.state === "paused" ? [{ id: "stop", label: "停止" }] : []),
  ...(unreached(one) > 0 ? [{ id: "calls", label: "没收到的名单" }] : []),
];

/** Why what was asked cannot be done with a notice any more. */
export const whyNot = ({ state }: SentNotice): string =>
  ({
    draft: "这份通知还是草稿，没有发出。",
    sending: "这份通知正在发。",
    paused: "这份通知已经暂停了。",
    stopped: "这份通知已经停止了，不能再改。",
    done: "这份通知已经发完了，不用再停。",
  })[state];
