import type { Choice } from "../../../rules/define.ts";
import { ROLE_NAMES, WAY_NAMES } from "../../../rules/notice/deadline.ts";
import { flatten } from "../../../rules/notice/flatten.ts";
import type { Doubt, NoticeDate } from "../../../rules/notice/notice.ts";
import { lastRoleIn } from "../../../rules/notice/role.ts";
import { waysIn } from "../../../rules/notice/way.ts";
import { addDays, isDay, showDay } from "../../../rules/values/day.ts";
import { read } from "../../../rules/values/index.ts";
import { type Draft, doubtsOf, isSaid, type Refused, refused, timesOf, withNotice } from "./draft.ts";
import type { Question } from "./question.ts";
import { exampleFor, roleIn, type SaidDate, saidDate, wayIn } from "./said-date.ts";

/** What is no part of a round is told, not asked. */
const isAsked = ({ about }: Doubt): boolean => about !== "text" && about !== "window";

/** The doubts as questions are asked about them, in the order of the text. */
const matters = ({ notice }: Draft): readonly (readonly Doubt[])[] => {
  const groups: Doubt[][] = [];
  for (const doubt of notice.doubts.filter(isAsked).toSorted((a, b) => a.start - b.start)) {
    const group = groups.find(([first]) => first && isSame(first, doubt));
    if (group) group.push(doubt);
    else groups.push([doubt]);
  }
  return groups;
};

/** At one place, or a thing told in two ways at two. */
const isSame = (one: Doubt, other: Doubt): boolean =>
  one.about === other.about &&
  (one.start === other.start ||
    one.about === "copies" ||
    (one.why === other.why && one.mayBe.length > 1 && one.mayBe.join() === other.mayBe.join()));

/** The first thing in the notice that is not certain; null where all is. */
export const doubtQuestion = (draft: Draft): Question | null => {
  const [group, ...others] = matters(draft);
  const [first] = group ?? [];
  if (!group || !first) return null;
  const words = [...new Set(group.map(({ words }) => words))].map((one) => `“${one}”`);
  const whys = [...new Set(group.map(({ why }) => why))];
  const who = isSaid(first) ? "您写的是" : "通知里写的是";
  return {
    text: [`${who}${words.join("，又写着")}。`, `${whys.join("")}${hint(first, draft)}`, ...left(others.length)].join(
      "\n",
    ),
    ...answering(draft, group, first),
  };
};

const left = (count: number): readonly string[] => (count > 0 ? [`（这一处之后还有 ${count} 处要问。）`] : []);

const hint = ({ about, mayBe }: Doubt, draft: Draft): string => {
  const [day] = mayBe.map((one) => one.slice(0, 10)).filter(isDay);
  const near = { on: day ? addDays(day, 1) : draft.on };
  if (about === "day") return `\n以哪一天为准？不在下面的，${exampleFor(near)}。`;
  if (about === "issuedOn") return `\n通知是哪天发的？${exampleFor(draft)}。`;
  if (about === "role") return "\n这是谁要办完的日期？";
  if (about === "way") return "\n这一天前要怎么办？";
  if (about === "time") return "\n到几点为止？";
  return about === "copies" ? "\n纸质材料要几份？" : "\n按哪一个？";
};

type Answering = Omit<Question, "text">;

const answering = (draft: Draft, group: readonly Doubt[], first: Doubt): Answering => {
  switch (first.about) {
    case "day":
      return dayAnswer(draft, group, first);
    case "issuedOn":
      return issuedAnswer(draft, group, first);
    case "role":
      return namesAnswer(draft, group, ROLE_NAMES, roleIn, (role) => ({ role }));
    case "way":
      return namesAnswer(draft, group, WAY_NAMES, wayIn, (way) => ({ way }));
    case "time":
      return timeAnswer(draft, group, first);
    case "copies":
      return copiesAnswer(draft, group);
    default:
      return quotaAnswer(draft, group, first);
  }
};

const drop: Choice = { id: "drop", label: "这不是期限，不要这一条" };

const dayAnswer = (draft: Draft, group: readonly Doubt[], first: Doubt): Answering => ({
  kind: "choice",
  choices: [...daysOf(group), drop],
  take: (said) => {
    if (said === drop.id) return without(draft, group);
    const date = pressedDay(said) ?? saidDate(said, timesOf(draft));
    if ("why" in date) return date;
    if (date.on === null) return refused(`要写到哪一天，${exampleFor(draft)}。`);
    return settleDay(draft, group, first, { ...date, on: date.on });
  },
});

const daysOf = (group: readonly Doubt[]): readonly Choice[] =>
  [...new Set(group.flatMap(({ mayBe }) => mayBe))].map((one) => {
    const [day = "", at] = one.split(" ");
    return { id: `day:${one}`, label: `${showDay(day)}${at ? ` ${at}` : ""}` };
  });

const pressedDay = (said: string): SaidDate | null => {
  const [, day = "", at = null] = /^day:(\S+)(?: (\S+))?$/.exec(said) ?? [];
  return isDay(day) ? { on: day, at, role: null, way: null } : null;
};

/** The dates that the doubts are about, with all that is doubted there. */
const without = (draft: Draft, group: readonly Doubt[]): Draft => {
  const starts = new Set(group.map(({ start }) => start));
  const isElsewhere = ({ start }: { readonly start: number }) => !starts.has(start);
  const { dates, doubts } = draft.notice;
  return withNotice(draft, { dates: dates.filter(isElsewhere), doubts: doubts.filter(isElsewhere) });
};

const answered = ({ notice }: Draft, group: readonly Doubt[]): readonly Doubt[] =>
  notice.doubts.filter((doubt) => !group.includes(doubt));

const settleDay = (
  draft: Draft,
  group: readonly Doubt[],
  { words, start, end }: Doubt,
  said: SaidDate & { readonly on: string },
): Draft => {
  const span = { words, start, end };
  const { dates } = draft.notice;
  const doubts = answered(draft, group).filter(
    (one) => one.start !== start || !((one.about === "role" && said.role) || (one.about === "way" && said.way)),
  );
  const own = dates.filter((date) => date.start === start);
  if (own.length === 0) {
    const { role, ways } = actIn(words, said);
    const added = (ways.length > 0 ? ways : [null]).map(
      (way): NoticeDate => ({
        ...{ ...span, on: said.on, at: said.at, certain: true },
        ...{ role: role ?? "applicant", way: way ?? "online" },
      }),
    );
    const way = ways[0] ?? null;
    return withNotice(draft, { dates: [...dates, ...added], doubts: [...doubts, ...doubtsOf(span, { role, way })] });
  }
  const places = new Set(group.map((one) => one.start));
  const isClashing = (date: NoticeDate) =>
    date.start !== start &&
    places.has(date.start) &&
    own.some(({ role, way }) => role === date.role && way === date.way);
  const settled = dates.flatMap((date) => {
    if (isClashing(date)) return [];
    return date.start === start ? { ...date, ...stated(said) } : date;
  });
  return withNotice(draft, { dates: settled, doubts });
};

const actIn = (words: string, said: SaidDate) => {
  const flat = flatten(words);
  const named = lastRoleIn(flat);
  const role = said.role ?? (named === "many" || named === "here" ? null : (named ?? null));
  return { role, ways: said.way ? [said.way] : waysIn(flat) };
};

/** Only the parts that were said. */
export const stated = ({ on, at, role, way }: SaidDate): Partial<NoticeDate> => ({
  ...(on !== null && { on }),
  ...(at !== null && { at }),
  ...(role !== null && { role }),
  ...(way !== null && { way }),
});

const issuedAnswer = (draft: Draft, group: readonly Doubt[], { words, start, end }: Doubt): Answering => ({
  kind: "choice",
  choices: [...daysOf(group), { id: "skip", label: "跳过" }],
  take: (said) => {
    const doubts = answered(draft, group);
    if (said === "skip") return withNotice(draft, { doubts });
    const date = pressedDay(said) ?? saidDate(said, { ...timesOf(draft), issuedOn: null });
    if ("why" in date) return date;
    if (date.on === null) return refused(`要写到哪一天，${exampleFor(draft)}。`);
    return withNotice(draft, { issuedOn: { words, start, end, value: date.on }, doubts });
  },
});

/** One of a few names: who, or how. */
const namesAnswer = <Name extends string>(
  draft: Draft,
  group: readonly Doubt[],
  names: Readonly<Record<Name, string>>,
  nameIn: (words: string) => Name | null,
  change: (name: Name) => Partial<NoticeDate>,
): Answering => {
  const ids = Object.keys(names) as Name[];
  return {
    kind: "choice",
    choices: [...ids.map((id) => ({ id, label: names[id] })), drop],
    take: (said) => {
      if (said === drop.id) return without(draft, group);
      const name = ids.find((id) => id === said) ?? nameIn(said);
      if (!name) return refused(`没有看懂，请从下面选一个，例如“${names[ids[0] as Name]}”。`);
      return changed(draft, group, change(name));
    },
  };
};

const changed = (draft: Draft, group: readonly Doubt[], change: Partial<NoticeDate>): Draft => {
  const starts = new Set(group.map(({ start }) => start));
  const dates = draft.notice.dates.map((date) => (starts.has(date.start) ? { ...date, ...change } : date));
  return withNotice(draft, { dates, doubts: answered(draft, group) });
};

const timeAnswer = (draft: Draft, group: readonly Doubt[], { mayBe }: Doubt): Answering => ({
  kind: "choice",
  choices: [...mayBe.map((at) => ({ id: `time:${at}`, label: at })), { id: "none", label: "不写钟点，当天都算" }],
  take: (said) => {
    if (said === "none") return changed(draft, group, { at: null });
    const pressed = mayBe.find((at) => said === `time:${at}`);
    if (pressed) return changed(draft, group, { at: pressed });
    const date = saidDate(said, timesOf(draft));
    if (isTold(date)) return changed(draft, group, { at: date.at });
    return "why" in date ? date : refused("请写钟点，例如“17:00”。");
  },
});

const isTold = (date: SaidDate | Refused): date is SaidDate & { readonly at: string } =>
  !("why" in date) && date.at !== null && date.on === null;

const copiesAnswer = (draft: Draft, group: readonly Doubt[]): Answering => ({
  kind: "count",
  choices: [...new Set(group.flatMap(({ mayBe }) => mayBe))].map((count) => ({
    id: `copies:${count}`,
    label: `${count}份`,
  })),
  take: (said) => {
    const value = copiesIn(said.replace(/^copies:/, ""), draft);
    if (typeof value !== "number") return value;
    const [{ words, start, end } = { words: "", start: 0, end: 0 }] = group;
    return withNotice(draft, { copies: { words, start, end, value }, doubts: answered(draft, group) });
  },
});

const mostCopies = 99;

/** How many copies a text says. */
export const copiesIn = (said: string, { on }: Draft): number | Refused => {
  const reading = read({ kind: "count", unit: "份" }, said, on);
  const value = reading.status === "understood" ? Number(reading.value) : 0;
  return value >= 1 && value <= mostCopies ? value : refused("份数请写 1 到 99 的数字，例如“3”。");
};

const quotaAnswer = (draft: Draft, group: readonly Doubt[], { words, start, end, mayBe }: Doubt): Answering => {
  const { quota } = draft.notice;
  const doubts = answered(draft, group);
  return {
    kind: "choice",
    choices: [
      { id: "keep", label: quota ? `“${quota.words}”` : "前面那一个" },
      { id: "other", label: `“${words}”` },
      { id: "none", label: "名额不写" },
    ],
    take: (said) => {
      if (said === "keep") return withNotice(draft, { doubts });
      if (said === "none") return withNotice(draft, { doubts, quota: null });
      const other = { words, start, end, per: quota?.per ?? "", atMost: Number(mayBe[0] ?? 0) };
      return said === "other" ? withNotice(draft, { doubts, quota: other }) : refused("请从下面选一个，例如“1”。");
    },
  };
};

/** What the notice leaves open that a round does without. */
export const untold = ({ notice }: Draft): readonly Doubt[] => notice.doubts.filter(({ about }) => about === "window");
