import type { Day, Round } from "../../../rules/define.ts";
import type { Doubt, Notice, NoticeDate, Said, Span } from "../../../rules/notice/notice.ts";
import { SAID_ARTICLE } from "../../../rules/notice/round.ts";

/** A round as it will be, as far as is known: what its notice says, with what the contact said of that. */
export interface Draft {
  /** The day on which the contact began it. */
  readonly on: Day;
  /** As answered and corrected so far; its doubts are those still open. What the contact said has no place: see `isSaid`. */
  readonly notice: Notice;
  /** Where the contact said it. */
  readonly opensOn: Said<Day> | null;
  /** The codes of the applicants' procedures that it is of; null while that is open. */
  readonly procedures: readonly string[] | null;
  /** Each city or county sets the day of its applicants. */
  readonly isLocal: boolean;
  /** Another one in a year that has one already; null while that is open. */
  readonly isSecond: boolean | null;
  /** What the round does without. */
  readonly skipped: readonly ("copies" | "address")[];
}

/** What was said cannot be taken: why, in Chinese, with an example. */
export interface Refused {
  readonly why: string;
}

export const refused = (why: string): Refused => ({ why });
export const isRefused = (one: Draft | Refused): one is Refused => "why" in one;

export const draftOf = (notice: Notice, on: Day): Draft => ({
  ...{ on, notice, opensOn: null, procedures: null, isLocal: false, isSecond: null, skipped: [] },
});

/** The dates of a round that is open, to be changed. */
export const draftOfRound = ({ title, opensOn, dates }: Round, on: Day): Draft => {
  const here = (words: string, at: number): Span => ({ words, start: at, end: at });
  const notice: Notice = {
    ...{ title: { ...here(title, 0), value: title }, number: null, issuedOn: null, windows: [], copies: null },
    ...{ address: null, contacts: [], quota: null, online: null, doubts: [] },
    dates: dates.map(({ by, role, way, cite, at }, nth) => {
      return {
        ...here(cite.text, cite.article === SAID_ARTICLE ? -nth - 1 : nth),
        ...{ on: by, at: at ?? null, role, way, certain: true },
      };
    }),
  };
  return { ...draftOf(notice, on), opensOn: { ...here("", 0), value: opensOn } };
};

/** The words of the contact, which stand nowhere in the notice. */
export const saidNow = ({ notice }: Draft, words: string): Span => {
  const places = [...notice.dates, ...notice.doubts].map(({ start }) => start);
  const start = Math.min(0, ...places) - 1;
  return { words, start, end: start };
};

export const isSaid = ({ start }: Span): boolean => start < 0;

/** The first day to apply: as the contact said, else that of the window, else the notice's own. */
export const opensOnOf = ({ opensOn, notice }: Draft): Said<Day> | null => {
  const window = notice.windows.find(({ about }) => about === "apply");
  return opensOn ?? (window ? { ...window, value: window.from } : notice.issuedOn);
};

export const withNotice = (draft: Draft, change: Partial<Notice>): Draft => ({
  ...draft,
  notice: { ...draft.notice, ...change },
});

/** The last day by which a date that is said without a year, or one that is before it, is measured. */
export const timesOf = ({ notice, on }: Draft) => ({
  issuedOn: notice.issuedOn?.value ?? on,
  on,
  titled: [],
});

/** Asks who does it, and how, where that is not known. */
export const doubtsOf = (span: Span, { role, way }: { readonly role: unknown; readonly way: unknown }): Doubt[] => [
  ...(role === null ? [{ ...span, about: "role" as const, why: "没有写清是谁的期限。", mayBe: [] }] : []),
  ...(way === null ? [{ ...span, about: "way" as const, why: "没有写清怎么办理。", mayBe: [] }] : []),
];

/** Puts a date in; what is not known of it is doubted. */
export const withDate = (
  draft: Draft,
  span: Span,
  {
    on,
    at,
    role,
    way,
  }: Pick<NoticeDate, "on" | "at"> & {
    readonly role: NoticeDate["role"] | null;
    readonly way: NoticeDate["way"] | null;
  },
): Draft => {
  const { dates, doubts } = draft.notice;
  const date: NoticeDate = { ...span, on, at, role: role ?? "applicant", way: way ?? "online", certain: true };
  return withNotice(draft, { dates: [...dates, date], doubts: [...doubts, ...doubtsOf(span, { role, way })] });
};
