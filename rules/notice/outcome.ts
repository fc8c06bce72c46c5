import type { Day } from "../define.ts";
import { showDay } from "../values/day.ts";
import { type Act, type Found, foundAt } from "./deadline.ts";
import type { Mention } from "./mention.ts";
import type { NoticeWindow, Span } from "./notice.ts";
import type { Placed } from "./place.ts";
import type { Purpose } from "./purpose.ts";
import type { Scope } from "./scope.ts";

/** What came of one date, or range of dates. */
export interface Outcome extends Found {
  readonly windows: readonly NoticeWindow[];
}

export const NOTHING: Outcome = { dates: [], windows: [], doubts: [] };

interface Judged {
  readonly purpose: Purpose;
  readonly span: Span;
  readonly mention: Mention;
  readonly scope: Scope;
  readonly placed: Placed;
  readonly act: Act;
  /** The first day, where it is a range. */
  readonly from: Placed | null;
}

/** What a date with its purpose gives: dates, a window, or what is to be asked. */
export const outcomeOf = ({ purpose, span, mention, scope, placed, act, from }: Judged): Outcome => {
  const { day } = placed;
  const doubts = [...(from?.doubts ?? []), ...placed.doubts];
  const about = act.role === null || act.role === "applicant" ? "apply" : "review";
  if (day === null) return asked(span, placed.doubts);
  switch (purpose) {
    case "yearly":
      return asked(span, [{ why: "这是每年都有的日期，不是这一轮的期限。", mayBe: [] }]);
    case "unmarked":
      return asked(span, [{ why: "写了日期，但没有写“前”或“截止”，请核对是不是最后期限。", mayBe: [day] }]);
    case "event":
      return asked(span, [{ why: "看起来不是申报的期限，请核对。", mayBe: [day] }]);
    case "publicity":
      return from ? windowOf(span, from.day, day, "publicity", doubts) : NOTHING;
    case "window": {
      const window = windowOf(span, from?.day ?? null, day, about, doubts);
      const found = foundAt(span, day, placed, mention, scope, act);
      if (window.windows.length > 0) return { ...found, windows: window.windows };
      return placed.doubts.length > 0 ? { ...found, windows: [] } : window;
    }
    case "limit": {
      const windows = from ? windowOf(span, from.day, day, about, doubts).windows : [];
      return { ...foundAt(span, day, placed, mention, scope, act), windows };
    }
    case "old":
    case "other":
      return NOTHING;
  }
};

const asked = (
  span: Span,
  doubts: readonly { readonly why: string; readonly mayBe: readonly string[] }[],
): Outcome => ({
  ...NOTHING,
  doubts: doubts.map((doubt) => ({ about: "day", ...doubt, ...span })),
});

const windowOf = (
  span: Span,
  from: Day | null,
  to: Day,
  about: NoticeWindow["about"],
  doubts: Placed["doubts"],
): Outcome => {
  if (from === null) return asked(span, [{ why: "起止日期里有一个看不懂，请核对。", mayBe: [to] }]);
  if (from > to) return asked(span, [{ why: `起始日${showDay(from)}晚于截止日${showDay(to)}，请核对。`, mayBe: [] }]);
  return doubts.length > 0 ? asked(span, doubts) : { ...NOTHING, windows: [{ from, to, about, ...span }] };
};

/** The same from an annex: nothing in it is certain. */
export const inAnnex = (result: Outcome, span: Span): Outcome => {
  if (result.dates.length === 0) return result;
  const why = "这个日期在附件里，请核对是不是这一轮的期限。";
  return {
    ...result,
    dates: result.dates.map((date) => ({ ...date, certain: false })),
    doubts: [...result.doubts, { about: "day", why, mayBe: result.dates.map(({ on }) => on), ...span }],
  };
};
