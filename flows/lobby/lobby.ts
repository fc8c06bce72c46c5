import type { Choice, Day } from "../../rules/define.ts";
import type { Served } from "../../rules/index.ts";
import { chosen } from "../choose.ts";
import { commandOf } from "../commands.ts";
import type { Input, Reply, Step } from "../reply.ts";
import type { LobbyEvent, LobbyState } from "./machine.ts";

/** An application as the lobby lists it. */
export interface Listed {
  readonly id: string;
  readonly procedure: string;
  readonly sample: boolean;
  readonly updatedOn: Day;
  /** What it is called: the applicant's name, once given. */
  readonly title: string;
  /** `12/58`, or 已生成文件. */
  readonly status: string;
}

/** What the lobby knows. `factLines` are read only where they are shown. */
export interface Hall {
  readonly served: readonly Served[];
  readonly applications: readonly Listed[];
  readonly hasConsent: boolean;
  readonly factLines: readonly string[];
}

export interface LobbyHeard {
  readonly event: LobbyEvent | null;
  readonly notes: readonly string[];
  readonly refused: boolean;
}

/** With more procedures than this the menu asks for the procedure in a step of its own. */
const mostInMenu = 12;

const titleOf = ({ jurisdiction, procedure }: Served): string => `${jurisdiction.name} ${procedure.title}`;

const procedureChoices = (hall: Hall): readonly Choice[] =>
  hall.served.map((served) => ({ id: served.id, label: titleOf(served) }));

const sampled = (hall: Hall): readonly Served[] =>
  hall.served.filter(({ jurisdiction, procedure }) => jurisdiction.samples[procedure.code]);

const own = (hall: Hall): readonly Listed[] => hall.applications.filter(({ sample }) => !sample);

const applicationLabel = (hall: Hall, { procedure, title, status, sample }: Listed): string => {
  const served = hall.served.find(({ id }) => id === procedure);
  return `${sample ? "示例：" : ""}${title || "（未填名称）"}，${served ? titleOf(served) : procedure}，${status}`;
};

/** Where the lobby's menu is, rendered from its state alone. */
export const lobbyQuestion = (state: LobbyState, hall: Hall, refused: boolean): Reply => {
  const { text, choices, step } = lobbyWording(state, hall);
  const ask = { step, field: null, column: null, row: null, label: null, kind: null, refused };
  return { text, choices, file: null, progress: null, ask };
};

const back: Choice = { id: "back", label: "返回" };

const lobbyWording = (state: LobbyState, hall: Hall): { text: string; choices: readonly Choice[]; step: Step } => {
  switch (state.value) {
    case "consent":
      return { step: "consent", ...consentWording };
    case "forgetting":
      return {
        step: "menu",
        text: "将删除为贵单位保存的全部回答、文件记录和聊天记录，不能恢复。确定删除吗？",
        choices: [
          { id: "yes", label: "确定删除" },
          { id: "no", label: "不删除" },
        ],
      };
    case "procedures":
      return { step: "menu", text: "请选择要办的事项：", choices: [...procedureChoices(hall), back] };
    case "samples":
      return {
        step: "menu",
        text: "看哪一个事项的示例？",
        choices: [...sampled(hall).map((served) => ({ id: served.id, label: titleOf(served) })), back],
      };
    case "applications":
      return {
        step: "menu",
        text: hall.applications.length > 0 ? "您的申请：" : "还没有申请。",
        choices: [
          ...hall.applications.map((listed) => ({ id: listed.id, label: applicationLabel(hall, listed) })),
          back,
        ],
      };
    case "facts":
      return {
        step: "menu",
        text: hall.factLines.length > 0 ? `为贵单位保存的资料：\n${hall.factLines.join("\n")}` : "还没有保存任何资料。",
        choices: [...(hall.factLines.length > 0 ? [{ id: "forget", label: "删除全部资料" }] : []), back],
      };
    default:
      return { step: "menu", text: "请选择：", choices: menuChoices(hall) };
  }
};

const menuChoices = (hall: Hall): readonly Choice[] => {
  const [latest] = own(hall);
  const isFew = hall.served.length <= mostInMenu;
  return [
    ...(latest ? [{ id: "resume", label: `继续：${applicationLabel(hall, latest)}` }] : []),
    // Who has nothing yet sees first what it will get.
    ...(latest ? [] : sampleChoice(hall)),
    ...(isFew
      ? procedureChoices(hall).map(({ id, label }) => ({ id, label: `新申请：${label}` }))
      : [{ id: "new", label: "新申请" }]),
    ...(latest ? sampleChoice(hall) : []),
    ...(hall.applications.length > 0
      ? [
          { id: "applications", label: "我的申请" },
          { id: "facts", label: "我的资料" },
        ]
      : []),
    { id: "help", label: "帮助" },
  ];
};

const sampleChoice = (hall: Hall): readonly Choice[] =>
  sampled(hall).length > 0 ? [{ id: "sample", label: "看示例（马上拿到一套文件）" }] : [];

/** Consent in plain words, before the first personal answer. */
const consentWording = {
  text: [
    "开始之前，请先看一下：",
    "· 我会保存您在这里填的内容（单位情况、人员名单、联系电话等）和收到的文件，只用来填写这份申请、生成文件。",
    "· 内容保存在运行本助手的服务器上，不会发给别人；文件由您自己打印、盖章、报送。",
    "· 随时可以在“我的资料”里查看，或者全部删除。",
    "同意后开始填写。",
  ].join("\n"),
  choices: [
    { id: "agree", label: "同意，开始填写" },
    { id: "no", label: "不同意" },
  ],
} as const;

export const welcome =
  "您好！我是中小企业公共服务示范平台申报助手。我会一问一答帮您判断是否符合条件、填好全部申报表，最后给您可以打印盖章的 Word 文件。随时可以停，下次接着填。";

const lobbyHelp = [
  "我能做这些事：",
  "· 新申请：先用十几个问题判断条件，再逐项填表，最后生成全部文件。",
  "· 看示例：用一个虚构单位的资料，马上生成一套完整文件给您看。",
  "· 我的申请：接着填、修改，或重新生成文件。",
  "· 我的资料：看看保存了什么，也可以全部删除。",
  "填写时随时可以回复“返回”“跳过”“为什么”“进度”“暂停”。",
].join("\n");

/** Reads an input in the lobby. */
export const listenLobby = (input: Input, state: LobbyState, hall: Hall): LobbyHeard => {
  if ("arrived" in input) return { event: null, notes: [], refused: false };
  if ("file" in input) return refuse("请先选择要办的事项；材料文件在填到“证明材料”时再发。");
  const { choices } = lobbyQuestion(state, hall, false);
  if ("choice" in input) return pressed(input.choice, state, hall);
  const command = commandOf(input.text);
  const choice = chosen(input.text, choices, true) ?? (command?.type === "done" ? null : command?.type) ?? null;
  if (choice) return pressed(choice, state, hall);
  if (/^(我要|我想)?(新的?)?(申请|申报)$/.test(input.text.trim())) return pressed("new", state, hall);
  if (state.value === "menu" && isGreeting(input.text)) return note(welcome);
  if (state.value === "consent" && /^(是|是的|可以|好|好的|行|同意.*|ok|y|yes)$/i.test(input.text.trim()))
    return say({ type: "yes" });
  return refuse("没有听懂。请从下面选一项，回复编号或文字都可以。");
};

const isGreeting = (text: string): boolean =>
  /^(你好|您好|hi|hello|嗨|在吗|早上好|下午好|开始|\/start|start)/i.test(text.trim());

const pressed = (id: string, state: LobbyState, hall: Hall): LobbyHeard => {
  if (state.value === "consent" && ["agree", "yes"].includes(id)) return say({ type: "yes" });
  if (state.value === "forgetting" && id === "yes") return say({ type: "yes" }, "已全部删除。");
  if (["consent", "forgetting"].includes(String(state.value)) && id === "no")
    return say(
      { type: "no" },
      ...(state.value === "consent" ? ["好的，没有保存任何内容。想开始时再选“新申请”。"] : []),
    );
  if (state.value === "samples" && sampled(hall).some((served) => served.id === id))
    return say({ type: "sample", procedure: id });
  if (hall.served.some((served) => served.id === id))
    return say(hall.hasConsent ? { type: "start", procedure: id } : { type: "wish", procedure: id });
  if (hall.applications.some((listed) => listed.id === id)) return say({ type: "open", application: id });
  const [latest] = own(hall);
  const [onlySample, ...moreSamples] = sampled(hall);
  switch (id) {
    case "sample":
      if (!onlySample) break;
      return say(moreSamples.length > 0 ? { type: "samples" } : { type: "sample", procedure: onlySample.id });
    case "resume":
      return latest ? say({ type: "open", application: latest.id }) : refuse("还没有可以继续的申请。请选“新申请”。");
    case "new":
      return say({ type: "procedures" });
    case "applications":
    case "facts":
      return say({ type: id });
    case "forget":
      return state.value === "facts" ? say({ type: "forget" }) : refuse("请先选“我的资料”。");
    case "back":
    case "no":
    case "pause":
      return say({ type: "menu" });
    case "help":
    case "why":
    case "example":
      return note(lobbyHelp);
  }
  return refuse("这个选项现在用不上，请看下面的选项。");
};

const say = (event: LobbyEvent, ...notes: readonly string[]): LobbyHeard => ({ event, notes, refused: false });
const note = (text: string): LobbyHeard => ({ event: null, notes: [text], refused: false });
const refuse = (text: string): LobbyHeard => ({ event: null, notes: [text], refused: true });
