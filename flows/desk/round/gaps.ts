import type { Jurisdiction, Procedure } from "../../../rules/define.ts";
import { showDay } from "../../../rules/values/day.ts";
import { read } from "../../../rules/values/index.ts";
import { applicants, callsOf, departments, procedureLabel, yearOf } from "./calls.ts";
import { copiesIn, doubtQuestion } from "./doubts.ts";
import { type Draft, opensOnOf, type Refused, refused, saidNow, timesOf, withDate, withNotice } from "./draft.ts";
import type { Asker, Question } from "./question.ts";
import { exampleFor, saidDate } from "./said-date.ts";

const skip = { id: "skip", label: "跳过" };

/** What is asked next about the round; null where the list can be shown. */
export const questionOf = (draft: Draft, jurisdiction: Jurisdiction): Question | null => {
  for (const ask of askers) {
    const question = ask(draft, jurisdiction);
    if (question) return question;
  }
  return null;
};

const askTitle: Asker = (draft) =>
  draft.notice.title
    ? null
    : {
        kind: "text",
        text: "没有找到通知的标题。标题是什么？\n例如：关于组织申报2027年度省级示范平台的通知",
        choices: [],
        take: (said) => {
          const value = titleIn(said);
          return typeof value === "string" ? withNotice(draft, { title: { ...saidNow(draft, value), value } }) : value;
        },
      };

const longestTitle = 120;

export const titleIn = (said: string): string | Refused => {
  const value = said.replace(/\s+/g, "");
  const isTitle = value.length >= 6 && value.length <= longestTitle && /\p{Script=Han}{4}/u.test(value);
  return isTitle ? value : refused("标题写 6 到 120 个字，例如“关于组织申报2027年度省级示范平台的通知”。");
};

const askProcedures: Asker = (draft, jurisdiction) => {
  const own = applicants(jurisdiction);
  if (draft.procedures || own.length < 2) return null;
  const choices = own.map((one) => ({ id: one.code, label: procedureLabel(one) }));
  return {
    kind: "choice",
    text: "这份通知是哪个事项的？可以选几个，例如“1和2”。",
    choices: [...choices, { id: "all", label: "以上都是" }],
    take: (said) => {
      const procedures = proceduresIn(said, own, draft);
      return "why" in procedures ? procedures : { ...draft, procedures };
    },
  };
};

/** The codes of the procedures that are named by their numbers or names. */
export const proceduresIn = (said: string, own: readonly Procedure[], { on }: Draft): readonly string[] | Refused => {
  if (said === "all") return own.map(({ code }) => code);
  const only = own.find(({ code }) => code === said);
  if (only) return [only.code];
  const reading = read(
    { kind: "choices", choices: own.map((one) => ({ id: one.code, label: procedureLabel(one) })) },
    said,
    on,
  );
  const codes = reading.status === "understood" ? (reading.value as readonly string[]) : [];
  return codes.length > 0 ? codes : refused("请回复编号或名称，至少选一个，例如“1”。");
};

const askAgain: Asker = (draft, jurisdiction) => {
  const year = yearOf(draft);
  if (draft.isSecond !== null || year === null || callsOf(jurisdiction, draft, year).length === 0) return null;
  return {
    kind: "choice",
    text: `${year}年度已经开过一轮了。是要改那一轮的日期，还是另开第二轮？`,
    choices: [redate, { id: "second", label: "另开第二轮" }],
    take: (said) => (said === "second" ? { ...draft, isSecond: true } : refused("请从下面选一个，例如“1”。")),
  };
};

/** Another conversation's: nothing of the draft goes there. */
export const redate = { id: "redate", label: "改已开那一轮的日期" };

const local = { id: "local", label: "由各市县定" };

/** A notice may date only what departments hand in: the applicants' day is then each city's. */
const askApplicantsDate: Asker = (draft, jurisdiction) => {
  const { dates } = draft.notice;
  if (draft.isLocal || dates.some(({ role }) => role === "applicant")) return null;
  const choices = dates.length > 0 ? [local] : [];
  const only = departments(jurisdiction).length === 0 ? "" : "，那样只按主管部门的日期开启";
  return {
    kind: "choice",
    text:
      dates.length > 0
        ? `通知没有写申报单位自己的截止日期。是哪一天？${exampleFor(draft)}。\n各市县自己定的，请选“${local.label}”${only}。`
        : `没有找到截止日期。如果这不是申报通知，请回复“取消”。\n是申报通知的话，申报单位最晚哪一天？${exampleFor(draft)}；主管部门的日期后面再加。`,
    choices,
    take: (said) => {
      if (said === local.id && dates.length > 0) return { ...draft, isLocal: true };
      const date = saidDate(said, timesOf(draft));
      if ("why" in date) return date;
      if (date.on === null) return refused(`要写到哪一天，${exampleFor(draft)}。`);
      const way = date.way ?? (draft.notice.online ? "online" : null);
      return withDate(draft, saidNow(draft, said.slice(0, 60)), {
        ...date,
        on: date.on,
        role: date.role ?? "applicant",
        way,
      });
    },
  };
};

const askOpening: Asker = (draft) =>
  opensOnOf(draft)
    ? null
    : {
        kind: "choice",
        text: `通知没有写发文日期，也没有写从哪天开始。从哪一天开始申报？${exampleFor(draft)}。`,
        choices: [{ id: "today", label: `今天（${showDay(draft.on)}）` }],
        take: (said) => {
          const value = said === "today" ? draft.on : saidDate(said, { ...timesOf(draft), issuedOn: null });
          if (typeof value !== "string" && "why" in value) return value;
          const day = typeof value === "string" ? value : value.on;
          return day === null
            ? refused(`要写到哪一天，${exampleFor(draft)}。`)
            : { ...draft, opensOn: { ...saidNow(draft, ""), value: day } };
        },
      };

const onPaper = ({ notice }: Draft): boolean => notice.dates.some(({ way }) => way === "paper");

const askCopies: Asker = (draft) =>
  draft.notice.copies || draft.skipped.includes("copies") || !onPaper(draft)
    ? null
    : {
        kind: "count",
        text: "通知没有写纸质材料要几份。要几份？例如：3",
        choices: [skip],
        take: (said) => {
          if (said === skip.id) return { ...draft, skipped: [...draft.skipped, "copies"] };
          const value = copiesIn(said, draft);
          return typeof value === "number"
            ? withNotice(draft, { copies: { ...saidNow(draft, said.slice(0, 60)), value } })
            : value;
        },
      };

const askAddress: Asker = (draft) =>
  draft.notice.address || draft.skipped.includes("address") || !onPaper(draft)
    ? null
    : {
        kind: "text",
        text: "通知没有写纸质材料送到哪里。地址是什么？\n例如：某某市某某区某某路1号，邮编100000",
        choices: [skip],
        take: (said) => {
          if (said === skip.id) return { ...draft, skipped: [...draft.skipped, "address"] };
          const address = addressIn(said, draft);
          return "why" in address ? address : withNotice(draft, { address });
        },
      };

const longestAddress = 120;

/** An address in a few words, with its postcode. */
export const addressIn = (said: string, draft: Draft) => {
  const text = said.replace(/\s+/g, " ").trim();
  const postcode = /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? null;
  const line = text
    .replace(/^地址(?:为|是)?[：:]?/, "")
    .replace(/[，,（(、\s]*(?:邮编|邮政编码)?[：:]?\s*(?<!\d)\d{6}(?!\d)[）)]?/, "")
    .trim();
  if (line.length < 4 || line.length > longestAddress || !/\p{Script=Han}{2}/u.test(line)) {
    return refused("地址写 4 到 120 个字，例如“某某市某某区某某路1号，邮编100000”。");
  }
  return { ...saidNow(draft, text), line, to: draft.notice.address?.to ?? null, postcode };
};

const askers: readonly Asker[] = [
  doubtQuestion,
  askTitle,
  askProcedures,
  askApplicantsDate,
  askAgain,
  askOpening,
  askCopies,
  askAddress,
];
