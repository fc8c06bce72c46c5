import type { Round, RoundDate } from "../../../rules/define.ts";
import { ROLE_NAMES, WAY_NAMES } from "../../../rules/notice/deadline.ts";
import { showDay } from "../../../rules/values/day.ts";
import { chosen } from "../../choose.ts";
import { dayText } from "../../dates/wording.ts";
import type { OpenedRound } from "../reach.ts";
import { applicants, callOf, redated } from "./calls.ts";
import { doubtQuestion } from "./doubts.ts";
import { draftOfRound, refused } from "./draft.ts";
import { dateItems } from "./items.ts";
import type { Source } from "./source.ts";
import type { Doing, Task, View } from "./task.ts";

/** The rounds that one notice opened: they have the same dates. */
interface Call {
  readonly id: string;
  readonly first: OpenedRound;
  readonly all: readonly OpenedRound[];
}

/** The dates of a round that was opened are changed. */
export const redating: Task = {
  begin: (view) => {
    const calls = callsIn(view);
    return calls.length === 0
      ? { text: "这里还没有开过申报，没有日期可改。要开启，请返回后选“开启一轮申报”。", choices: [] }
      : { text: "要改哪一轮的日期？", choices: choicesOf(calls) };
  },

  source(input, view) {
    const calls = callsIn(view);
    const said = "choice" in input ? input.choice : "text" in input ? input.text : "";
    const id = chosen(said, choicesOf(calls), true);
    const call = calls.find((one) => one.id === id);
    return call ? sourceOf(call) : refused(calls.length > 0 ? "请从下面选一轮，例如“1”。" : "请回复“返回”。");
  },

  needs: (_, { desk }) => (desk.rounds ? null : { needs: [], desk: { rounds: true } }),

  renewed(source, view) {
    const call = callAt(source, view);
    return call && "version" in source && call.first.version !== source.version ? sourceOf(call) : null;
  },

  draft(source, on, view) {
    const call = callAt(source, view);
    return call ? draftOfRound(call.first.round, on) : refused("这一轮现在找不到了，请重新选。");
  },

  question: (draft) => doubtQuestion(draft),
  list: (draft) => dateItems(draft),

  doing(draft, source, view): Doing {
    const call = callAt(source, view);
    const all = (call?.all ?? []).map(({ round, version }) => ({ round: redated(round, draft), version: version + 1 }));
    const [before, after] = [call?.first.round, all[0]?.round];
    return {
      rounds: all,
      act: {
        act: "redate-round",
        detail: {
          round: call?.id,
          version: all[0]?.version,
          before: before && datesOf(before),
          after: after && datesOf(after),
        },
      },
      news: {
        draft: { text: before && after ? newsText(before, after) : "", files: [] },
        about: { round: after?.id ?? "", procedures: proceduresOf(call, view) },
      },
    };
  },

  words: {
    list: "这一轮的日期：",
    accept: "改好了",
    closing: "改完请回复“改好了”。",
    head: (_, { rounds }, view) => {
      const [after] = rounds;
      const before = callsIn(view).find(({ id }) => id === callOf(after?.round.id ?? ""))?.first.round;
      return after && before ? [before.title, ...changes(before, after.round)] : [];
    },
    yes: "确认修改",
    done: "已经改好。还没发的提醒都按新日期重排了；单位下次打开申请，看到的就是新日期。",
    offer: "要不要发个通知，告诉各单位日期变了？",
    cancelled: "没有修改，日期还是原来的。",
    unchanged: "日期还没有改动。要改请说“2 改成 3月30日”这样，不改请回复“取消”。",
    help: "改哪条就回复哪条的编号，例如“2 改成 3月30日”。确认以前什么都不会发生。",
  },
};

const callsIn = ({ world, jurisdiction }: View): readonly Call[] => {
  const own = (world.desk.rounds ?? []).filter((one) => one.jurisdiction === jurisdiction.code);
  const ids = [...new Set(own.map(({ round }) => callOf(round.id)))];
  const calls = ids.flatMap((id) => {
    const all = own.filter(({ round }) => callOf(round.id) === id);
    return all[0] ? [{ id, first: all[0], all }] : [];
  });
  return calls.toSorted((a, b) => (a.first.round.opensOn < b.first.round.opensOn ? 1 : -1));
};

const callAt = (source: Source, view: View): Call | undefined =>
  "call" in source ? callsIn(view).find(({ id }) => id === source.call) : undefined;

const sourceOf = ({ id, first }: Call): Source => ({ call: id, version: first.version });

const choicesOf = (calls: readonly Call[]) =>
  calls.map(({ id, first: { round } }) => ({ id, label: `${round.title}（${showDay(round.opensOn)}开始）` }));

const proceduresOf = (call: Call | undefined, { jurisdiction }: View): readonly string[] => {
  const own = applicants(jurisdiction).map(({ code }) => code);
  const bound = (call?.all ?? []).map(({ round }) => round.procedure).filter((code) => own.includes(code));
  return (bound.length > 0 ? bound : own).map((code) => `${jurisdiction.code}/${code}`);
};

const datesOf = ({ opensOn, dates }: Round) => ({
  opensOn,
  dates: dates.map(({ role, way, by, at }) => ({ role, way, on: by, at: at ?? null })),
});

const said = ({ by, at }: RoundDate): string => `${dayText(by)}${at ?? ""}`;
const named = ({ role, way }: RoundDate): string => `${ROLE_NAMES[role]}${WAY_NAMES[way]}`;

/** What is other than before, in words. */
const changes = (before: Round, after: Round): readonly string[] => {
  const isIn = (dates: readonly RoundDate[]) => (date: RoundDate) =>
    dates.some((one) => named(one) === named(date) && said(one) === said(date));
  const gone = before.dates.filter((date) => !isIn(after.dates)(date));
  const come = after.dates.filter((date) => !isIn(before.dates)(date));
  const moved = come.flatMap((date) => {
    const old = gone.find((one) => named(one) === named(date));
    return old ? [{ old, date }] : [];
  });
  return [
    ...(before.opensOn === after.opensOn ? [] : [`开始申报由${dayText(before.opensOn)}改为${dayText(after.opensOn)}`]),
    ...moved.map(({ old, date }) => `${named(date)}由${said(old)}前改为${said(date)}前`),
    ...come
      .filter((date) => !moved.some((one) => one.date === date))
      .map((date) => `新增：${named(date)}，${said(date)}前`),
    ...gone
      .filter((date) => !moved.some(({ old }) => old === date))
      .map((date) => `取消：${named(date)}（原${said(date)}前）`),
  ];
};

const newsText = (before: Round, after: Round): string =>
  `${before.title}的日期有变化：${changes(before, after).join("；")}。其他要求不变，请按新日期办理。`;
