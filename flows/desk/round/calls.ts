import type { Jurisdiction, Procedure, Round, RoundDate } from "../../../rules/define.ts";
import type { Notice } from "../../../rules/notice/notice.ts";
import { roundFrom } from "../../../rules/notice/round.ts";
import { partsOf } from "../../../rules/values/day.ts";
import { type Draft, opensOnOf } from "./draft.ts";

export const applicants = ({ procedures }: Jurisdiction): readonly Procedure[] =>
  procedures.filter(({ role }) => role === undefined);
export const departments = ({ procedures }: Jurisdiction): readonly Procedure[] =>
  procedures.filter(({ role }) => role === "department");

export const procedureLabel = ({ title }: Procedure): string => title;

/** The applicants' procedures that it is of. */
export const chosenOf = (jurisdiction: Jurisdiction, { procedures }: Draft): readonly string[] =>
  procedures ?? applicants(jurisdiction).map(({ code }) => code);

/**
 * The procedures that get a round. Where each city sets the applicants' day, theirs would look open until the
 * departments' day: then it is the departments' alone, if they have any.
 */
const targetsOf = (jurisdiction: Jurisdiction, draft: Draft): readonly string[] => {
  const own = departments(jurisdiction).map(({ code }) => code);
  return draft.isLocal && own.length > 0 ? own : [...chosenOf(jurisdiction, draft), ...own];
};

/** The year that the title names, else that of the last date. */
export const yearOf = ({ notice: { title, dates } }: Draft): number | null => {
  const named = /(20\d{2})年/.exec(title?.value ?? "")?.[1];
  const last = dates
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  return named ? Number(named) : last ? partsOf(last).year : null;
};

/** Rounds that were opened by one notice: `henan/2027`, for `henan/2027/apply` and `henan/2027/recommend`. */
export const callOf = (round: string): string => round.replace(/\/[^/]+$/, "");

/** The calls of that year that there are for its procedures. */
export const callsOf = (jurisdiction: Jurisdiction, draft: Draft, year: number): readonly string[] => {
  const targets = targetsOf(jurisdiction, draft);
  const same = new RegExp(`^${jurisdiction.code}/${year}(?:-\\d+)?/`);
  const taken = jurisdiction.rounds.filter(({ id, procedure }) => same.test(id) && targets.includes(procedure));
  return [...new Set(taken.map(({ id }) => callOf(id)))];
};

const freshCall = (jurisdiction: Jurisdiction, year: number): string => {
  const taken = new Set(jurisdiction.rounds.map(({ id }) => callOf(id)));
  const first = `${jurisdiction.code}/${year}`;
  for (let nth = 1; ; nth++) {
    const call = nth === 1 ? first : `${first}-${nth}`;
    if (!taken.has(call)) return call;
  }
};

/** The rounds that a draft without open questions gives: one for each procedure. */
export const roundsOf = (draft: Draft, jurisdiction: Jurisdiction): readonly Round[] => {
  const year = yearOf(draft);
  const opensOn = opensOnOf(draft)?.value;
  const notice = settled(draft);
  if (year === null || !opensOn || !notice.title) return [];
  const call = freshCall(jurisdiction, year);
  const common = { title: nameIn(notice.title.value), year, opensOn };
  return targetsOf(jurisdiction, draft).map((procedure) => {
    return { ...roundFrom(notice, procedure).parts, ...common, id: `${call}/${procedure}` };
  });
};

/** Nothing is doubted any more: every date stands. */
const settled = ({ notice }: Draft): Notice => ({
  ...notice,
  dates: notice.dates.map((date) => ({ ...date, certain: true })),
});

/** The round with the dates of a draft; those that nobody touched stay as they are. */
export const redated = (round: Round, draft: Draft): Round => {
  const { parts } = roundFrom(settled(draft), round.procedure);
  const dates = parts.dates.map((date) => round.dates.find((old) => isSame(old, date)) ?? date);
  return { ...round, dates, opensOn: opensOnOf(draft)?.value ?? round.opensOn };
};

const isSame = (one: RoundDate, other: RoundDate): boolean =>
  one.by === other.by && one.at === other.at && one.role === other.role && one.way === other.way;

/** What a notice calls for: 2027年度省级示范平台申报. */
export const nameIn = (title: string): string => {
  const name = /(20\d{2}年.*?)(?:工作)?的?(?:通知|公告|公示|通告|函)(?:[（(].*)?$/.exec(title)?.[1] ?? title;
  return /(?:申报|推荐|认定|复核|评审|报送|总结|测评|评价)(?:工作)?$/.test(name) ? name : `${name}申报`;
};
