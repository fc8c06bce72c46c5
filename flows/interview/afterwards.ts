import { closesOn, departmentsRound } from "../../rules/calendar.ts";
import type { Round, RoundDate } from "../../rules/define.ts";
import { showDay } from "../../rules/values/day.ts";
import { roundText } from "./say.ts";
import { roundsAround, type Scene } from "./scene.ts";
import { sourceNotice } from "./verdict.ts";

const roles = {
  applicant: "申报单位",
  county: "县（市、区）主管部门",
  city: "设区市主管部门",
  province: "省级主管部门",
} as const;

/** What to do now that the documents are there: print, seal, sign, how many copies, where, by when, and online. */
export const afterwardsText = (scene: Scene, isDraft: boolean): string => {
  const { served, round, on } = scene;
  const guide = round ?? departmentsRound(served.jurisdiction, on) ?? roundsAround(served, on).last;
  const isOpen = guide !== null && guide.opensOn <= on && on <= closesOn(guide);
  const steps = [
    ...served.procedure.afterwards.map(({ text, cite }) => `${text}〔${cite.article}〕`),
    ...(guide ? roundSteps(guide) : []),
  ];
  return [
    isDraft
      ? "文件已生成，但还是草稿：有空缺或不符合的条件，已在文件里标出。补齐后再生成正式文件。"
      : "文件已生成。接下来请这样做：",
    ...steps.map((step, at) => `${at + 1}. ${step}`),
    ...(guide && !isOpen ? [`（份数、地址、网站和电话是${guide.year}年度的，仅供参考；新批次以当年通知为准。）`] : []),
    "",
    roundText(served, round, on),
    sourceNotice(scene),
  ]
    .filter((line, at, lines) => line !== "" || lines[at - 1] !== "")
    .join("\n");
};

const roundSteps = ({ copies, address, online, contacts, dates }: Round): readonly string[] => {
  return [
    ...(online
      ? [
          `网上申报：登录${online.site}，${online.how}${deadline(dates, "applicant", "online")}〔${online.cite.article}〕`,
        ]
      : []),
    ...(copies !== undefined || address ? [paperStep(copies, address, dates)] : []),
    ...(contacts.length > 0
      ? [`有疑问请打电话：${contacts.map(({ name, phone }) => `${name} ${phone}`).join("，")}`]
      : []),
  ];
};

const paperStep = (copies: Round["copies"], address: Round["address"], dates: Round["dates"]): string => {
  const count = copies === undefined ? "纸质材料（份数请问主管部门）" : `纸质材料一式${chineseDigit(copies)}份`;
  if (!address) return `${count}，交到哪里请问主管部门`;
  const place = `${address.line}${inBrackets([address.to, address.postcode && `邮编${address.postcode}`])}`;
  const paper = address.sentBy === "applicant" ? `寄送到：${place}` : `由${roles[address.sentBy]}统一报送到：${place}`;
  return `${count}，${paper}${deadline(dates, address.sentBy, "paper")}〔${address.cite.article}〕`;
};

const inBrackets = (parts: readonly (string | undefined)[]): string => {
  const there = parts.filter(Boolean).join("，");
  return there === "" ? "" : `（${there}）`;
};

const deadline = (dates: readonly RoundDate[], role: RoundDate["role"], way: RoundDate["way"]): string => {
  const date = dates.find((one) => one.role === role && one.way === way);
  return date ? `，${showDay(date.by)}${date.at ?? ""}前` : "";
};

const chineseDigit = (count: number): string => "零一二三四五六七八九十"[count] ?? String(count);
