import type { Day, RoundDate } from "../define.ts";
import { conflictsAmong } from "./conflicts.ts";
import { type Act, actOf, wordsAt } from "./deadline.ts";
import type { Mention } from "./mention.ts";
import { inAnnex, NOTHING, type Outcome, outcomeOf } from "./outcome.ts";
import { type Placed, place, type Times } from "./place.ts";
import { purposeOf } from "./purpose.ts";
import { scopeOf } from "./scope.ts";

/** What is known of a notice before its dates are read. */
export interface Head {
  readonly times: Times;
  readonly addressee: RoundDate["role"] | null;
  /** Where signatures' dates begin. */
  readonly signed: ReadonlySet<number>;
  /** Where the annexes begin. */
  readonly bodyEnd: number;
}

/** A mention as read: later ones in its sentence may take its year and role; a new date for an old one its way. */
interface Read extends Act {
  readonly placed: Placed;
  readonly isOld: boolean;
}

/** Nothing is taken from the day under a signature. */
const SIGNATURE: Read = { placed: { day: null, doubts: [] }, role: null, ways: [], isOld: false };
const BETWEEN = /^ *(?:起|开始)? *(?:至|到|-{1,2}|~) *$/;

/** The dates and windows of a notice; each thing said twice stands once. */
export const datesIn = (text: string, flat: string, mentions: readonly Mention[], head: Head): Outcome => {
  const reads: Read[] = [];
  const results = mentions.map((_, at) => {
    const { result, read } = readMention(text, flat, mentions, at, head, reads);
    reads.push(read);
    return result;
  });
  const dates = once(
    results.flatMap((one) => one.dates),
    ({ on, at, role, way }) => `${on} ${at} ${role} ${way}`,
  );
  const conflicts = conflictsAmong(dates);
  const clashing = new Set(conflicts.map(({ start }) => start));
  return {
    dates: dates.map((date) => (clashing.has(date.start) ? { ...date, certain: false } : date)),
    windows: once(
      results.flatMap((one) => one.windows),
      ({ from, to, about }) => `${from} ${to} ${about}`,
    ),
    doubts: [...results.flatMap((one) => one.doubts), ...conflicts],
  };
};

const readMention = (
  text: string,
  flat: string,
  mentions: readonly Mention[],
  at: number,
  head: Head,
  reads: readonly Read[],
): { readonly result: Outcome; readonly read: Read } => {
  const mention = mentions[at] as Mention;
  const isEnd = isRange(flat, mentions[at - 1], mention);
  const first = isEnd ? at - 1 : at;
  const scope = scopeOf(flat, mentions, first, at);
  const previous = scope.previous ? (reads[first - 1] ?? null) : null;
  const from = isEnd ? (reads[first]?.placed ?? null) : null;
  const placed = place(mention, head.times, sureDay(isEnd ? from : previous?.isOld ? null : previous?.placed));
  const act = actOf(scope, previous, head.addressee);
  const read = { placed, ...act, isOld: false };
  if (head.signed.has(mention.start)) return { result: NOTHING, read: SIGNATURE };
  if (!isEnd && isRange(flat, mention, mentions[at + 1])) return { result: NOTHING, read };
  const purpose = purposeOf(mention, scope, isEnd, flat);
  const span = wordsAt(text, { start: mentions[first]?.start ?? mention.start, end: mention.end }, scope);
  const result = outcomeOf({ purpose, span, mention, scope, placed, act, from });
  const isOld = purpose === "old";
  return { result: mention.start < head.bodyEnd ? result : inAnnex(result, span), read: { ...read, isOld } };
};

const sureDay = (placed: Placed | null | undefined): Day | null => (placed?.doubts.length === 0 ? placed.day : null);

/** Two dates of one range; those written as one (3月1日至23日) touch. */
const isRange = (flat: string, first: Mention | undefined, second: Mention | undefined): boolean => {
  if (!first || !second) return false;
  const gap = second.start - first.end;
  return gap === 0 || (gap < 24 && BETWEEN.test(flat.slice(first.end, second.start)));
};

const once = <One>(all: readonly One[], keyOf: (one: One) => string): readonly One[] =>
  [...new Map(all.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();
