import { LEADS } from "../../rules/calendar/reminders.ts";
import type { Choice } from "../../rules/define.ts";
import type { LobbyState } from "../lobby/machine.ts";
import type { Preference } from "./agenda.ts";
import { doneChoices, openChoices } from "./handed.ts";
import type { DatesView } from "./view.ts";

type DatesStep =
  | "list"
  | "wishes"
  | "hours"
  | "leads"
  | "titles"
  | "day"
  | "handed"
  | "unhanded"
  | "published"
  | "place";

/** Where among the dates the lobby is; null where it is elsewhere. */
export const datesStep = ({ value }: LobbyState): DatesStep | null =>
  typeof value === "object" && "dates" in value ? (value.dates as DatesStep) : null;

const back: Choice = { id: "back", label: "返回" };
/** 少提醒. */
export const fewerLeads: readonly number[] = [7, 1, 0];

export const datesWording = (step: DatesStep, view: DatesView): { text: string; choices: readonly Choice[] } => {
  switch (step) {
    case "list":
      return {
        text: [view.text, ...(view.open.length > 0 ? ["要接着填，回复下面的编号。"] : [])].join("\n"),
        choices: [
          ...view.open,
          ...(openChoices(view.owed).length > 0 ? [{ id: "handed", label: "已报送" }] : []),
          ...(doneChoices(view.owed).length > 0 ? [{ id: "unhanded", label: "撤销已报送" }] : []),
          ...view.published,
          ...(view.dues.length > 0 ? [{ id: "calendar", label: "日历文件" }] : []),
          { id: "wishes", label: "提醒设置" },
          ...(view.titles.length > 0 ? [{ id: "titles", label: "我已是示范平台" }] : []),
          back,
        ],
      };
    case "wishes":
      return { text: wishesText(view.preference), choices: wishesChoices(view.preference) };
    case "hours":
      return {
        text: "每天几点提醒您？请回复 9 到 20 的整点，例如“18点”。",
        choices: [...[9, 12, 18].map((hour) => ({ id: `hour:${hour}`, label: `${hour} 点` })), back],
      };
    case "leads":
      return {
        text: "提前几天提醒？选一项打开或关上，打✓的会提醒；也可以一次说全，例如“7天、1天、当天”。",
        choices: [
          ...LEADS.map((lead) => ({
            id: `lead:${lead}`,
            label: `${view.preference.leads.includes(lead) ? "✓ " : ""}${leadText(lead)}`,
          })),
          back,
        ],
      };
    case "handed":
      return { text: "哪一项已经报送了？", choices: [...openChoices(view.owed), back] };
    case "unhanded":
      return { text: "哪一项其实还没有报送？", choices: [...doneChoices(view.owed), back] };
    case "titles":
      return { text: "贵单位已经是哪里的示范平台？", choices: [...view.titles, back] };
    case "published":
      return { text: "公示是从哪一天开始的？以公告上的日期为准，例如“2027年6月1日”。", choices: [back] };
    case "place":
      return {
        text: "单位在哪个市、区（县）？当地主管部门按地方发通知，写了才收得到。例如“某某市某某区”。",
        choices: [{ id: "skip", label: "跳过" }, back],
      };
    case "day":
      return { text: "是哪一天认定的？以认定文件（或证书、牌匾）上的日期为准，例如“2025年6月1日”。", choices: [back] };
  }
};

const leadText = (lead: number): string => (lead === 0 ? "当天" : `提前 ${lead} 天`);

/** 提前 7、1 天和当天. */
const leadsText = (leads: readonly number[]): string => {
  const before = leads.filter((lead) => lead > 0).toSorted((a, b) => b - a);
  const days = before.length > 0 ? [`提前 ${before.join("、")} 天`] : [];
  return [...days, ...(leads.includes(0) ? ["当天"] : [])].join("和");
};

const wishesText = ({ hour, leads, wantsNotices }: Preference): string =>
  [
    leads.length === 0
      ? "您选了不提醒。只有示范平台必须办的报告和复核，仍会提前 7 天和当天各提醒一次。"
      : `现在${leadsText(leads)}的 ${hour} 点提醒您。通知来得急的，会马上补上。`,
    wantsNotices ? "主管部门发的通知，会转给您。" : "主管部门发的通知，已退订。",
  ].join("\n");

const wishesChoices = ({ leads, wantsNotices }: Preference): readonly Choice[] => [
  { id: "hours", label: "换个钟点" },
  { id: "leads", label: "选提前几天" },
  ...(leads.length === LEADS.length ? [] : [{ id: "usual", label: "照常提醒" }]),
  ...(String(leads) === String(fewerLeads) ? [] : [{ id: "fewer", label: `少提醒（${leadsText(fewerLeads)}）` }]),
  ...(leads.length > 0 ? [{ id: "none", label: "不提醒" }] : []),
  wantsNotices ? { id: "unsubscribe", label: "退订通知" } : { id: "subscribe", label: "恢复通知" },
  back,
];
