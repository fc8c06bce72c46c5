import { CELL, STOP } from "./flatten.ts";
import type { Mention } from "./mention.ts";
import { rolesIn } from "./role.ts";

/** What stands around a date, flattened. */
export interface Scope {
  /** Where the date's own clause lies. */
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
  /** The own clause before the date, and from the date on. */
  readonly before: string;
  readonly after: string;
  /** Clauses before it that speak of no other date, the nearest first. */
  readonly earlier: readonly string[];
  /** Clauses after it that speak of no other date, nor of who acts by the next one. */
  readonly later: readonly string[];
  /** The nearest date before it in the same sentence. */
  readonly previous: Mention | null;
}

const REACH = 400;

/** The parts of the sentence that belong to the date, or range of dates, from `first` to `last` of the mentions. */
export const scopeOf = (flat: string, mentions: readonly Mention[], first: number, last: number): Scope => {
  const own = { start: mentions[first]?.start ?? 0, end: mentions[last]?.end ?? 0 };
  const sentence = sentenceAround(flat, own);
  const clauses = clausesOf(flat, sentence, mentions.slice(Math.max(first - 8, 0), last + 9));
  const mine = clauses.findIndex(({ start, end }) => start <= own.start && own.start <= end);
  const { start, end } = clauses[mine] ?? sentence;
  const textOf = (clause: Range) => flat.slice(clause.start, clause.end);
  const speaksOf = (clause: Range, others: readonly Mention[]) =>
    others.some((one) => clause.start <= one.start && one.start < clause.end);
  const [before, after] = [mentions.slice(Math.max(first - 8, 0), first), mentions.slice(last + 1, last + 9)];
  const back = clauses.slice(0, Math.max(mine, 0)).toReversed();
  const ahead = clauses.slice(mine + 1);
  const previous = before.findLast((one) => one.start >= sentence.start) ?? null;
  const others = ahead.findIndex((clause) => speaksOf(clause, after));
  const next = others === -1 ? -1 : ahead.findIndex((clause) => rolesIn(textOf(clause)).length > 0);
  const stop = next === -1 ? others : Math.min(next, others);
  const stopBack = back.findIndex((clause) => speaksOf(clause, before));
  return {
    ...{ start, end, previous, sentence: textOf(sentence) },
    before: flat.slice(Math.max(start, previous && previous.end <= own.start ? previous.end : start), own.start),
    after: flat.slice(own.end, end),
    earlier: back.slice(0, stopBack === -1 ? undefined : stopBack).map(textOf),
    later: ahead.slice(0, stop === -1 ? undefined : stop).map(textOf),
  };
};

interface Range {
  readonly start: number;
  readonly end: number;
}

const sentenceAround = (flat: string, { start, end }: Range): Range => {
  const [from, to] = [Math.max(start - REACH, 0), Math.min(end + REACH, flat.length)];
  const stopBefore = flat.slice(from, start).lastIndexOf(STOP);
  const stopAfter = flat.slice(end, to).indexOf(STOP);
  return { start: stopBefore === -1 ? from : from + stopBefore + 1, end: stopAfter === -1 ? to : end + stopAfter };
};

/** Cut at commas and cells, but not within a date. */
const clausesOf = (flat: string, { start, end }: Range, near: readonly Mention[]): readonly Range[] => {
  const cuts = [...flat.slice(start, end).matchAll(new RegExp(`[,${CELL}]`, "g"))]
    .map(({ index }) => start + index)
    .filter((cut) => !near.some((one) => one.start < cut && cut < one.end));
  return [...cuts, end].map((cut, nth) => ({ start: nth === 0 ? start : (cuts[nth - 1] ?? start) + 1, end: cut }));
};
