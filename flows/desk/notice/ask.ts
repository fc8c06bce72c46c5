import type { Choice } from "../../../rules/define.ts";
import { type NoticeTold, noticeReplies } from "../../notices/notice.ts";
import { asking, plain, type Reply } from "../../reply.ts";
import type { Reach, SendingEstimate } from "../reach.ts";
import type { Addressed } from "./address.ts";
import { everyone } from "./audience.ts";
import { optionsOf } from "./dimensions.ts";
import { lacksNamed, usualLacks } from "./lacks.ts";
import type { Dimension, NoticeState } from "./machine.ts";
import { addressedText, sendingText } from "./preview.ts";
import type { Setting } from "./setting.ts";
import { understand } from "./understand.ts";
import { audienceText, countText, leftText } from "./wording.ts";

/** What the conversation is seen in. */
export interface NoticeView {
  readonly setting: Setting;
  readonly reach: Reach;
  /** Null while it was not said whom the notice is for. */
  readonly to: Addressed | null;
  readonly estimate: readonly SendingEstimate[];
  /** As its recipients get it. */
  readonly told: NoticeTold;
}

const back: Choice = { id: "back", label: "返回" };
const cancel: Choice = { id: "drop", label: "取消，不发了" };

/** What is asked while a notice is written, rendered from its state. */
export const noticeQuestion = (state: NoticeState, view: NoticeView, refused: boolean): Reply =>
  asking(wordingOf(state, view), refused);

interface Wording {
  readonly text: string;
  readonly choices: readonly Choice[];
}

const wordingOf = (state: NoticeState, view: NoticeView): Wording => {
  if (state.matches("writing")) return writingWording(state.context);
  if (state.matches("preview")) return previewWording(state, view);
  if (state.matches("counting")) return countingWording(state, view);
  const dimension = dimensionOf(state);
  if (dimension)
    return { text: questions[dimension], choices: [...optionsOf(dimension, view.reach, view.setting), back] };
  return state.matches({ whom: "which" }) ? whichWording(state, view) : whomWording(state, view);
};

export const dimensionOf = (state: NoticeState): Dimension | null =>
  (["places", "procedures", "roles", "standings", "lacks", "until"] as const).find((whom) => state.matches({ whom })) ??
  null;

const writingWording = ({ text, files }: NoticeState["context"]): Wording => {
  if (text === "" && files.length === 0)
    return {
      text: "请把通知的内容发给我：打字、粘贴都行，可以分几条发，也可以附文件（最多 5 个）。",
      choices: [back],
    };
  return {
    text: [
      text === "" ? "还没有正文。" : `通知现在是这样：\n———\n${text}\n———`,
      ...(files.length > 0 ? [attachedText(files)] : []),
      text === "" ? "请再发几句话作正文。" : "还要加就接着发；够了请回复“写好了”。",
    ].join("\n"),
    choices: [
      ...(text === ""
        ? []
        : [
            { id: "written", label: "写好了" },
            { id: "clear", label: "正文重写" },
          ]),
      ...(files.length > 0 ? [{ id: "detach", label: "去掉附件" }] : []),
      back,
      cancel,
    ],
  };
};

const attachedText = (files: NoticeState["context"]["files"]): string =>
  `附件：${files.map(({ name }) => name).join("、")}`;

const questions: Readonly<Record<Dimension, string>> = {
  places: "发给哪些地方？可以选几个，例如“1、3”，也可以直接写地名。",
  procedures: "发给申报哪一项的？可以选几项，例如“1、2”。",
  roles: "发给哪一类？",
  standings: "发给填到哪一步的？可以选几项，例如“1、2”。",
  lacks: "发给缺哪一项的？可以选几项，也可以直接写申报表里的名称，例如“审计报告”。",
  until: "发给称号什么时候到期的？选一个，或者写日期，例如“2027年12月31日前”。",
};

const whomWording = ({ context: { audience } }: NoticeState, { setting, to }: NoticeView): Wording => {
  const isNone = audience === null || to === null;
  const ways: readonly Choice[] = [
    { id: "places", label: "选地方" },
    ...(setting.served.length > 1 ? [{ id: "procedures", label: "选事项" }] : []),
    { id: "roles", label: "选对象" },
    { id: "standings", label: "选进度" },
    { id: "lacks", label: "选缺什么" },
    { id: "until", label: "选称号到期日" },
    back,
  ];
  if (isNone)
    return {
      text: `发给谁？用一句话说最快，例如：\n${examples(setting)}\n也可以一项一项选：`,
      choices: [
        {
          id: "everyone",
          label: `所有单位（${setting.area ?? setting.jurisdiction?.name ?? ""}）`,
        },
        ...ways,
      ],
    };
  const isAny = to.accounts.length > 0;
  return {
    text: [
      `现在是：${audienceText(audience, setting)}，共 ${countText(to.accounts.length, audience)}。`,
      leftText(to, audience),
      "要改，可以再说一句（从头说），也可以选一项改：",
    ]
      .filter(Boolean)
      .join("\n"),
    choices: [
      ...(isAny ? [{ id: "show", label: `就发给这 ${countText(to.accounts.length, audience)}` }] : []),
      ...ways,
    ],
  };
};

/** Sentences that work here. */
export const examples = (setting: Setting): string => {
  const place = setting.area;
  const lack = lackShown(setting);
  const ends = setting.jurisdiction?.duties.some(({ owedBy, every }) => owedBy === "applicant" && "years" in every);
  return [
    `“${place === null ? "" : `${place} `}正在填${lack === null ? "" : ` 缺${lack}`}”`,
    "“所有没开始的”",
    ...(ends ? ["“明年年底前到期的示范平台”"] : []),
  ].join("\n");
};

/** Something that applications may lack here, in words that mean it alone. */
const lackShown = ({ served }: Setting): string | null => {
  const materials = usualLacks(served).filter(({ at }) => at.some(({ field }) => field !== undefined));
  const words = ["审计报告", ...materials.map(({ label }) => label).toSorted((a, b) => a.length - b.length)];
  return words.find((one) => lacksNamed(one, served).length === 1) ?? null;
};

const whichWording = ({ context: { said, audience } }: NoticeState, { reach, setting }: NoticeView): Wording => {
  const base = (said?.isChange ? audience : null) ?? everyone;
  const understood = said && understand({ ...said, base }, reach, setting);
  if (understood?.is !== "open") return { text: "发给谁？请再说一次。", choices: [back] };
  return { text: `“${understood.words}”指的是哪一个？`, choices: [...understood.options, back] };
};

/** Longer ones are read by nobody on a phone. */
export const handyText = 2000;

/** A longer one is shown whole in a message of its own. */
const longestInPreview = 500;

const toldWhole = (told: NoticeTold): string => noticeReplies(told)[0]?.text ?? "";

/** What is shown before the preview where the notice is too long for that. */
export const longReplies = (told: NoticeTold): readonly Reply[] =>
  toldWhole(told).length > longestInPreview ? [plain(toldWhole(told))] : [];

/** What the id of 发送 begins with; the draft that is shown follows, so that an old button sends nothing else. */
export const sendPrefix = "send:";

const previewWording = ({ context: { audience, tried, draft } }: NoticeState, view: NoticeView): Wording => {
  const { setting, to, estimate, told } = view;
  if (!audience || !to) return { text: "发给谁？", choices: [back] };
  const isAny = to.accounts.length > 0;
  const canInsist = audience.role === "holders" && (audience.isDuty || to.left.unsubscribed > 0);
  return {
    text: [
      tried !== null && tried === draft ? "对方收到的，就是刚才发给您看的。" : toldText(told),
      addressedText(audience, to, setting),
      ...(isAny ? [sendingText(estimate, setting)] : []),
      isAny ? "核对好了请选“发送”。" : "请选“改对象”。",
    ].join("\n"),
    choices: [
      ...(isAny ? [{ id: `${sendPrefix}${draft}`, label: "发送" }] : []),
      { id: "self", label: "先发给我自己看" },
      { id: "edit", label: "改内容" },
      { id: "aim", label: "改对象" },
      ...(canInsist ? [{ id: "duty", label: audience.isDuty ? "退订的不发" : "退订的也发" }] : []),
      { id: "keep", label: "存草稿，先不发" },
      cancel,
    ],
  };
};

const toldText = (told: NoticeTold): string => {
  const whole = toldWhole(told);
  const isShort = whole.length <= longestInPreview;
  return [
    isShort ? "对方收到的是：" : `对方收到的是（全文 ${told.text.length} 字，上面是全文）：`,
    "———",
    isShort ? whole : `${whole.slice(0, longestInPreview / 2)}……`,
    "———",
    ...(told.files.length > 0 ? [attachedText(told.files)] : []),
    ...(told.text.length > handyText
      ? [`正文有 ${told.text.length} 字，手机上要翻很久。可以选“改内容”写短些，全文做成附件。`]
      : []),
  ].join("\n");
};

const countingWording = ({ context: { audience } }: NoticeState, { to }: NoticeView): Wording => {
  const count = audience && to ? countText(to.accounts.length, audience) : "";
  return { text: `要发给 ${count}，发出去就收不回来了。确定请回复“发给 ${count}”。`, choices: [back] };
};
