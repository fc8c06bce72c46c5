import { showDay } from "../../../rules/values/day.ts";
import { callOf, chosenOf, nameIn, procedureLabel, roundsOf } from "./calls.ts";
import { type Draft, draftOf, opensOnOf, refused } from "./draft.ts";
import { questionOf } from "./gaps.ts";
import { itemsOf } from "./items.ts";
import { noticeIn, pasted, type Source, textIn } from "./source.ts";
import type { Doing, Task, View } from "./task.ts";

/** A round is opened from a notice's text. */
export const opening: Task = {
  begin: () => ({
    text: "请把通知全文粘贴过来，或者发 Word（.docx）文件。我会找出日期、份数和地址，请您核对，您确认以后才生效。",
    choices: [],
  }),

  source(input, { world }) {
    if ("choice" in input) return refused("请把通知的文字粘贴过来，或者发 Word（.docx）文件。");
    const source: Source = "file" in input ? { file: input.file } : { text: input.text };
    const notice = noticeOf(source, world.on, world);
    return "why" in notice ? notice : source;
  },

  needs: (source, { contents }) =>
    source && "file" in source && !contents.has(source.file.hash) ? { needs: [], files: [source.file] } : null,

  renewed: () => null,

  draft(source, on, { world }) {
    const notice = noticeOf(source, on, world);
    return "why" in notice ? notice : draftOf(notice, on);
  },

  question: questionOf,
  list: itemsOf,

  doing(draft, source, { jurisdiction }): Doing {
    const rounds = roundsOf(draft, jurisdiction);
    const call = callOf(rounds[0]?.id ?? "");
    const title = draft.notice.title?.value ?? "";
    const { dates } = draft.notice;
    const procedures = rounds.map(({ procedure }) => procedure);
    return {
      rounds: rounds.map((round) => ({ round, version: 1 })),
      act: {
        act: "open-round",
        detail: { round: call, version: 1, procedures, title, dates: dates.map(brief) },
      },
      news: {
        draft:
          "file" in source
            ? { text: `${title}，全文见附件。`, files: [source.file] }
            : { text: "text" in source ? source.text : title, files: [] },
        about: {
          round: rounds[0]?.id ?? "",
          procedures: chosenOf(jurisdiction, draft).map((code) => `${jurisdiction.code}/${code}`),
        },
      },
    };
  },

  words: {
    list: "从通知里读到这些，请逐条核对：",
    accept: "全部正确",
    closing: "都对请回复“全部正确”。",
    head: (draft, { rounds }, view) => [
      `开启：${nameIn(draft.notice.title?.value ?? "")}，从${showDay(opensOnOf(draft)?.value ?? draft.on)}开始`,
      `对应事项：${labels(
        rounds.map(({ round }) => round.procedure),
        view,
      )}`,
      ...(draft.isLocal ? ["申报单位的截止日期由各市县定，这里不替他们设"] : []),
    ],
    yes: "确认开启",
    done: "已经开启。单位打开申请就能看到这些日期，提醒会按时发出。",
    offer: "要不要马上把这份通知发给各单位？",
    cancelled: "没有开启，什么都没有改动。",
    unchanged: null,
    help: "每一条下面是通知里的原话。改哪条就回复哪条的编号，例如“3 改成 3月25日”。确认以前什么都不会发生。",
  },
};

const noticeOf = (source: Source, on: string, { contents }: View["world"]) => {
  if ("text" in source) return pasted(source.text, on);
  const content = "file" in source ? contents.get(source.file.hash) : undefined;
  const text = content ? textIn(content) : refused("请再发一次。");
  return typeof text === "string" ? noticeIn(text, on) : text;
};

const brief = ({ on, at, role, way }: Draft["notice"]["dates"][number]) => ({ role, way, on, at });

const labels = (codes: readonly string[], { jurisdiction }: View): string =>
  jurisdiction.procedures
    .filter(({ code }) => codes.includes(code))
    .map(procedureLabel)
    .join("、");
