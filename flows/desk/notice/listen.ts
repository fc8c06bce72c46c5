import type { ReceivedFile } from "../../../rules/define.ts";
import { chosen } from "../../choose.ts";
import { commandOf, fold } from "../../commands.ts";
import type { Input } from "../../reply.ts";
import { dimensionOf, examples, handyText, type NoticeView, noticeQuestion, sendPrefix } from "./ask.ts";
import { everyone } from "./audience.ts";
import { optionsIn, optionsOf, withOptions } from "./dimensions.ts";
import type { Dimension, NoticeEvent, NoticeState } from "./machine.ts";
import { type Understood, understand } from "./understand.ts";

export interface NoticeHeard {
  readonly event: NoticeEvent | null;
  readonly notes: readonly string[];
  readonly refused: boolean;
}

const longestText = 10_000;
const mostFiles = 5;
/** Some messengers bring no larger ones. */
const handyMegabytes = 20;

/** Reads an input while a notice is written. Never throws on anything a person can send. */
export const listenNotice = (input: Input, state: NoticeState, view: NoticeView): NoticeHeard => {
  if ("file" in input) return hearFile(input.file, state);
  if ("choice" in input) return pressed(input.choice, state, view);
  if (!("text" in input)) return say(null);
  if (state.matches("writing")) return hearWriting(input.text, state, view);
  if (state.matches("counting")) return hearCount(input.text, state, view);
  const dimension = dimensionOf(state);
  if (dimension) return hearDimension(input.text, dimension, state, view);
  const { choices } = noticeQuestion(state, view, false);
  const id = chosen(input.text, choices, true) ?? commandIn(input.text);
  if (id) return pressed(id, state, view);
  if (state.matches({ whom: "which" })) return refuse("请从下面选一个，回复编号或文字都可以。");
  return state.matches("whom") ? hearSentence(input.text, false, state, view) : refuse(helpAt(state, view));
};

/** 返回, 暂停 and the like, as ids of choices. */
const commandIn = (text: string): string | null => {
  const command = commandOf(text)?.type;
  if (command === "back" || command === "help" || command === "pause") return command;
  if (command === "why" || command === "example") return "help";
  return /^(取消|不发了?|算了|作废)$/.test(fold(text)) ? "drop" : null;
};

/** Nothing of a text is taken for a word of ours unless it is just that. */
const hearWriting = (text: string, state: NoticeState, view: NoticeView): NoticeHeard => {
  const { choices } = noticeQuestion(state, view, false);
  const said = fold(text);
  const number = /^\d$/.test(said) ? chosen(text, choices, true) : null;
  const exact = choices.find(({ label }) => fold(label) === said)?.id ?? number ?? commandIn(text);
  if (exact) return pressed(exact, state, view);
  if (/^(写好了?|好了?|就这样|发完了?|完成|没有了|没了)$/.test(said))
    return state.context.text === "" ? refuse("还没有正文，请先把内容发给我。") : pressed("written", state, view);
  const length = state.context.text.length + text.length;
  if (text.trim() === "") return refuse("这条是空的，请再发一次。");
  if (length > longestText)
    return refuse(`太长了（共 ${length} 字），这一条没有记下。请把全文存成 Word 文件发给我当附件，正文写几句话。`);
  const isLong = length > handyText && state.context.text.length <= handyText;
  return say(
    { type: "add", text: text.trim() },
    ...(isLong ? [`已经有 ${length} 字了，手机上要翻很久。建议正文写短些，全文做成附件。内容都记下了。`] : []),
  );
};

const hearFile = (file: ReceivedFile, state: NoticeState): NoticeHeard => {
  if (!state.matches("writing") && !state.matches("preview"))
    return refuse("请先回答下面的问题，附件可以在“改内容”里加。");
  const { files } = state.context;
  if (files.some(({ hash }) => hash === file.hash)) return say(null, `“${file.name}”已经在附件里了。`);
  if (files.length >= mostFiles)
    return refuse(`最多 ${mostFiles} 个附件，“${file.name}”没有加上。可以打成一个压缩包再发。`);
  const megabytes = file.size / 1024 / 1024;
  const isLarge = megabytes > handyMegabytes;
  return say(
    { type: "attach", file },
    isLarge
      ? `已加附件“${file.name}”。它有 ${Math.ceil(megabytes)} MB，超过 ${handyMegabytes} MB 的文件有的聊天软件收不到，建议压缩后换一个。`
      : `已加附件“${file.name}”。`,
  );
};

const hearCount = (text: string, state: NoticeState, view: NoticeView): NoticeHeard => {
  const count = view.to?.accounts.length ?? 0;
  const [number] = /\d+/.exec(text.normalize("NFKC").replaceAll(",", "")) ?? [];
  if (number === String(count)) return say({ type: "send" });
  const command = commandIn(text);
  if (command) return pressed(command, state, view);
  if (fold(text) === "1") return pressed("back", state, view);
  return refuse(`还没有发。要发，请把数目写上：“发给 ${count} 家”；不发请回复“返回”。`);
};

const hearDimension = (text: string, dimension: Dimension, state: NoticeState, view: NoticeView): NoticeHeard => {
  const command = commandIn(text);
  const options = optionsOf(dimension, view.reach, view.setting);
  const ids = command ? null : optionsIn(text, options);
  if (ids) return chose(ids, dimension, state, view);
  const isBack = chosen(text, noticeQuestion(state, view, false).choices, true) === "back";
  if (command || isBack) return pressed(command ?? "back", state, view);
  return hearSentence(sentenceFor(dimension, text), true, state, view);
};

/** What is said of one dimension alone, as a sentence of its own. */
const sentenceFor = (dimension: Dimension, text: string): string => {
  if (dimension === "lacks") return /^(还|都)?(缺|没|未|差)/.test(text.trim()) ? text : `缺${text.trim()}`;
  return dimension === "until" && !/(到期|期满|失效|过期)/.test(text) ? `${text.trim()}到期` : text;
};

const chose = (
  ids: readonly string[],
  dimension: Dimension,
  state: NoticeState,
  { setting }: NoticeView,
): NoticeHeard => {
  const audience = withOptions(state.context.audience ?? everyone, dimension, ids, setting);
  return say({ type: "set", audience });
};

const hearSentence = (text: string, isChange: boolean, state: NoticeState, view: NoticeView): NoticeHeard => {
  const said = { text: text.slice(0, 300), picks: {}, isChange };
  return heard(said, state, view);
};

type Said = NonNullable<NoticeState["context"]["said"]>;

const heard = (said: Said, { context }: NoticeState, { reach, setting }: NoticeView): NoticeHeard => {
  const base = (said.isChange ? context.audience : null) ?? everyone;
  const understood: Understood = understand({ ...said, base }, reach, setting);
  if (understood.is === "open") return say({ type: "ask", said });
  if (understood.is === "refused") return refuse(`${understood.why}例如：\n${examples(setting)}`);
  return say({ type: said.isChange ? "set" : "aimed", audience: understood.audience });
};

const pressed = (id: string, state: NoticeState, view: NoticeView): NoticeHeard => {
  if (id === "help") return say(null, helpAt(state, view));
  if (id === "pause" || id === "keep") return say({ type: "keep" });
  if (id === "drop") return say({ type: "drop" });
  if (id === "back") return say({ type: "back" });
  const { choices } = noticeQuestion(state, view, false);
  const isOffered = choices.some((choice) => choice.id === id);
  if (id.startsWith(sendPrefix))
    return isOffered ? say({ type: "send" }) : refuse("那是改以前的一份，没有发。请看下面。");
  if (!isOffered) return refuse("没有听懂。请从下面选一项，回复编号或文字都可以。");
  const dimension = dimensionOf(state);
  if (dimension) return chose([id], dimension, state, view);
  if (state.matches({ whom: "which" })) return picked(id, state, view);
  return acted(id, state);
};

const picked = (id: string, state: NoticeState, view: NoticeView): NoticeHeard => {
  const { said, audience } = state.context;
  if (!said) return say({ type: "back" });
  const base = (said.isChange ? audience : null) ?? everyone;
  const open = understand({ ...said, base }, view.reach, view.setting);
  const words = open.is === "open" ? open.words : "";
  return heard({ ...said, picks: { ...said.picks, [words]: id } }, state, view);
};

/** What the choices of the menus do. */
const acted = (id: string, { context: { audience } }: NoticeState): NoticeHeard => {
  switch (id) {
    case "everyone":
      return say({ type: "aimed", audience: everyone });
    case "duty":
      return say(audience && { type: "set", audience: { ...audience, isDuty: !audience.isDuty } });
    case "places":
    case "procedures":
    case "roles":
    case "standings":
    case "lacks":
    case "until":
      return say({ type: "choose", dimension: id });
    default:
      return say({ type: id as "written" | "clear" | "detach" | "show" | "self" | "edit" | "aim" });
  }
};

const helpAt = (state: NoticeState, { setting }: NoticeView): string => {
  if (state.matches("writing")) return "把要通知的话发给我就行，发完回复“写好了”。还没有发出去，发之前会让您核对。";
  if (state.matches("preview")) return "还没有发出去。核对好了选“发送”；拿不准可以“先发给我自己看”。";
  if (state.matches("counting")) return "人数多，请把数目写上再发，免得发错。";
  return `说说发给谁就行，例如：\n${examples(setting)}`;
};

const say = (event: NoticeEvent | null, ...notes: readonly string[]): NoticeHeard => ({ event, notes, refused: false });
const refuse = (text: string): NoticeHeard => ({ event: null, notes: [text], refused: true });
