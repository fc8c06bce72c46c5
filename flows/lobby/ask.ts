import type { Choice } from "../../rules/define.ts";
import { showDay } from "../../rules/values/day.ts";
import { datesStep, datesWording } from "../dates/ask.ts";
import { asking, type Reply, type Step } from "../reply.ts";
import {
  applicationLabel,
  type Hall,
  own,
  procedureChoices,
  sampleChoices,
  sampled,
  scopeText,
  sectionChoices,
} from "./hall.ts";
import type { LobbyState } from "./machine.ts";

/** With more procedures than this the menu asks for the procedure in a step of its own. */
const mostInMenu = 12;

/** Where the lobby's menu is, rendered from its state alone. */
export const lobbyQuestion = (state: LobbyState, hall: Hall, refused: boolean): Reply => {
  const { step, ...wording } = lobbyWording(state, hall);
  return asking(wording, refused, { step });
};

const back: Choice = { id: "back", label: "返回" };
const help: Choice = { id: "help", label: "帮助" };
const forget: Choice = { id: "forget", label: "删除全部资料" };
const leave: Choice = { id: "leave", label: "不再帮忙填，退出" };

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
        choices: [...sampleChoices(hall), back],
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
    case "facts": {
      const lines = [
        ...hall.factLines,
        ...(hall.titles.length > 0 ? ["〔已有的称号〕"] : []),
        ...hall.titles.map(
          ({ label, recognisedOn, place }) =>
            `${label}：${showDay(recognisedOn)}认定${place === null ? "" : `，在${place}`}`,
        ),
      ];
      return {
        step: "menu",
        text: lines.length > 0 ? `为贵单位保存的资料：\n${lines.join("\n")}` : "还没有保存任何资料。",
        choices: [
          ...hall.titles.map(({ subject, label }) => ({ id: subject, label: `删除称号：${label}` })),
          ...(lines.length > 0 ? [hall.scope ? leave : forget] : []),
          back,
        ],
      };
    }
    case "links":
      return { step: "menu", ...linksWording(hall) };
    case "delegating":
      return {
        step: "menu",
        text: "请同事填哪一部分？可以选一项，也可以回复几个编号，例如“2、3”。同事只看得到这些部分的问题和回答。",
        choices: [...sectionChoices(hall), back],
      };
    default:
      return { step: "menu", ...(datesOf(state, hall) ?? { text: "请选择：", choices: menuChoices(hall) }) };
  }
};

const datesOf = (state: LobbyState, { dates }: Hall) => {
  const step = datesStep(state);
  return step && dates ? datesWording(step, dates) : null;
};

const menuChoices = (hall: Hall): readonly Choice[] => {
  const [latest] = own(hall);
  if (hall.hasJoined) return [{ id: "resume", label: "继续" }, help];
  if (hall.scope) return [...resumeChoice(hall), { id: "facts", label: "我填的内容" }, help];
  const isFew = hall.served.length <= mostInMenu;
  return [
    ...(hall.isContact ? [{ id: "desk", label: "部门工作" }] : []),
    ...resumeChoice(hall),
    // Who has nothing yet sees first what it will get.
    ...(latest ? [] : sampleChoice(hall)),
    // Who has an application has seen the whole list.
    ...(isFew && !latest
      ? procedureChoices(hall).map(({ id, label }) => ({ id, label: `新申请：${label}` }))
      : [{ id: "new", label: "新申请" }]),
    ...(latest ? sampleChoice(hall) : []),
    ...(hall.applications.length > 0 ? [{ id: "applications", label: "我的申请" }] : []),
    ...(hall.applications.length > 0 || hall.hasConsent ? [{ id: "facts", label: "我的资料" }] : []),
    ...(latest ? [{ id: "links", label: "换手机，或请同事帮忙填" }] : []),
    { id: "dates", label: "我的日期" },
    help,
  ];
};

const resumeChoice = (hall: Hall): readonly Choice[] => {
  const [latest] = own(hall);
  return latest ? [{ id: "resume", label: `继续：${applicationLabel(hall, latest)}` }] : [];
};

const sampleChoice = (hall: Hall): readonly Choice[] =>
  sampled(hall).length > 0 ? [{ id: "sample", label: "看示例（马上拿到一套文件）" }] : [];

const linksWording = (hall: Hall): { text: string; choices: readonly Choice[] } => ({
  text: [
    "同一份申请可以在另一个手机、另一个聊天软件里接着填，也可以请同事只填其中一部分（例如请会计填经营数据）。",
    ...(hall.colleagues.length > 0
      ? [
          "已经绑定：",
          ...hall.colleagues.map(({ channel, scope }) => `· ${channelName(channel)}，${scopeText(hall, scope)}`),
        ]
      : []),
  ].join("\n"),
  choices: [
    { id: "whole", label: "我换一个手机，或请同事一起填全部" },
    { id: "delegate", label: "请同事只填一部分" },
    ...hall.colleagues.map(({ id, channel, scope }, at) => ({
      id: `unlink:${id}`,
      label: `取消绑定 ${at + 1}：${channelName(channel)}，${scopeText(hall, scope)}`,
    })),
    back,
  ],
});

const channelNames: Readonly<Record<string, string>> = {
  web: "网页",
  terminal: "终端",
  wechat: "微信",
  telegram: "Telegram",
};
export const channelName = (channel: string): string => channelNames[channel] ?? channel;

/** Consent in plain words, before the first personal answer. */
const consentWording = {
  text: [
    "开始之前，请先看一下：",
    "· 我会保存您在这里填的内容（单位情况、人员名单、联系电话等）和收到的文件，只用来填写申请、生成文件、按时提醒您。",
    "· 内容保存在运行本助手的服务器上；文件由您自己打印、盖章、报送。",
    "· 主管部门可以通过本助手给您发通知，看得到单位名称、所在地和填到哪里；通知没有发到时，看得到联系人和电话。别的内容不给别人看。",
    "· 随时可以在“我的资料”里查看，或者全部删除。",
    "同意后开始填写。",
  ].join("\n"),
  choices: [
    { id: "agree", label: "同意，开始填写" },
    { id: "no", label: "不同意" },
  ],
} as const;
