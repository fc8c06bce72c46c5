import type { Column, Day, TableField } from "../define.ts";
import { contradicts, evidence, isDistinctive, isWords, traitShare, understoodShare } from "./evidence.ts";
import { isBlank, isSerial } from "./grid.ts";
import { type Heading, nameScore } from "./heading.ts";
import { LOOSE, SURE } from "./names.ts";

/** A table's column for a column of the grid, and how sure, 0–1. */
interface Pair {
  readonly at: number;
  readonly id: string;
  readonly score: number;
}
export type Pairs = readonly Pair[];

/** A column of the grid: its heading and a sample of its cells. */
export interface Source {
  readonly at: number;
  readonly heading: Heading;
  readonly texts: readonly string[];
}

/** What is to be matched still: columns of the grid with columns of the table. */
export interface Open {
  readonly sources: readonly Source[];
  readonly columns: readonly (readonly [id: string, column: Column])[];
  readonly on: Day;
}

export const openIn = (sources: readonly Source[], table: TableField, on: Day): Open => ({
  sources: sources.filter(({ at, heading, texts }) => !isSerial(at, heading.own, texts)),
  columns: Object.entries(table.columns),
  on,
});

export const without = ({ sources, columns, on }: Open, pairs: Pairs): Open => ({
  sources: sources.filter(({ at }) => !pairs.some((pair) => pair.at === at)),
  columns: columns.filter(([id]) => !pairs.some((pair) => pair.id === id)),
  on,
});

/** By headings: sure names first, then the loose ones that no cells speak against and that may mean one column only. */
export const byName = (open: Open): Pairs => {
  const scored = scoredBy(open, ({ heading, texts }, column) => {
    const score = nameScore(heading, column);
    return score >= SURE ? score + 0.01 * (understoodShare(column, texts, open.on) ?? 0) : 0;
  });
  const sure = best(scored);
  const rest = without(open, sure);
  const loose = scoredBy(rest, ({ heading, texts }, column) => {
    const score = nameScore(heading, column);
    return score >= LOOSE && !contradicts(column, texts, open.on) ? score : 0;
  });
  return [...sure, ...best(unambiguous(loose))];
};

/** By cells that can be of one kind only, below headings that say nothing. */
export const byDistinctiveCells = (open: Open): Pairs =>
  best(
    unambiguous(
      scoredBy(open, ({ texts }, column) => (isDistinctive(column) ? evidence(column, texts, open.on) : 0)).filter(
        ({ score }) => score >= 0.7,
      ),
    ),
  );

/** Without headings, by the cells: what is told most surely first, words in their order at last; not by words alone. */
export const byCells = (open: Open): Pairs => {
  const pairs = best(scoredBy(open, ({ texts }, column) => evidence(column, texts, open.on)));
  const figures = open.columns.flatMap(([id, column]) => (isWords(column) ? [] : id));
  return pairs.some(({ id }) => figures.includes(id)) ? pairs : [];
};

/**
 * Without headings, in the table's order, where no cells speak against it: all columns, those that must be filled, or the
 * first ones.
 */
export const byOrder = (open: Open): Pairs | null => {
  const filled = open.sources.filter(({ texts }) => texts.some((text) => !isBlank(text)));
  const required = open.columns.filter(([, column]) => !column.optional);
  const start = open.columns.slice(0, filled.length);
  const orders = [open.columns, required, start].filter(({ length }) => length === filled.length);
  const order = orders.find((columns) => isAgreed(columns, filled, open.on));
  return order ? filled.flatMap(({ at }, place) => pairOf(at, order[place]?.[0])) : null;
};

const pairOf = (at: number, id: string | undefined): Pairs => (id === undefined ? [] : [{ at, id, score: 1 }]);

/** No cells would fit elsewhere, and most of those that are no words are understood where they are. */
const isAgreed = (columns: Open["columns"], sources: readonly Source[], on: Day): boolean => {
  const textsAt = (at: number) => sources[at]?.texts ?? [];
  const figures = columns.flatMap(([, column], at) =>
    isWords(column) ? [] : (understoodShare(column, textsAt(at), on) ?? []),
  );
  return (
    figures.filter((share) => share >= 0.5).length >= Math.max(figures.length / 2, 1) &&
    columns.every(([, column], at) => !isMisplaced(column, at, sources, on))
  );
};

const isMisplaced = (column: Column, at: number, sources: readonly Source[], on: Day): boolean => {
  const texts = sources[at]?.texts ?? [];
  const others = sources.filter((_, place) => place !== at);
  if (!isWords(column)) return contradicts(column, texts, on) && others.some((one) => fits(column, one.texts, on));
  const isElsewhere = others.some((source) => (traitShare(column, source.texts) ?? 0) >= 0.6);
  return contradicts(column, texts, on) || (isElsewhere && traitShare(column, texts) === 0);
};

const fits = (column: Column, texts: readonly string[], on: Day): boolean => evidence(column, texts, on) > 0;

const scoredBy = ({ sources, columns }: Open, score: (source: Source, column: Column) => number): Pairs =>
  sources
    .flatMap((source) => columns.map(([id, column]) => ({ at: source.at, id, score: score(source, column) })))
    .filter((pair) => pair.score > 0);

/** The best pairs, each column once; of equals the first. */
const best = (pairs: Pairs): Pairs => {
  const [ats, ids] = [new Set<number>(), new Set<string>()];
  return pairs
    .toSorted((a, b) => b.score - a.score)
    .filter(({ at, id }) => {
      if (ats.has(at) || ids.has(id)) return false;
      ats.add(at);
      ids.add(id);
      return true;
    });
};

/** Without those that may as well mean another column. */
const unambiguous = (pairs: Pairs): Pairs =>
  pairs.filter(
    (one) =>
      !pairs.some((other) => other !== one && sharesColumn(one, other) && Math.abs(other.score - one.score) < 0.02),
  );

const sharesColumn = (one: Pair, other: Pair): boolean => one.at === other.at || one.id === other.id;
