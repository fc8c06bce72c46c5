import type { Grid, Sheet } from "../content.ts";
import type { Day, TableField } from "../define.ts";
import { understoodShare } from "./evidence.ts";
import { isBlank, isSerial, sampleOf, upTo, widthOf } from "./grid.ts";
import { headingsOf, headOf } from "./heading.ts";
import { LOOSE, likeness, SURE } from "./names.ts";
import {
  byCells,
  byDistinctiveCells,
  byName,
  byOrder,
  type Open,
  openIn,
  type Pairs,
  type Source,
  without,
} from "./pairs.ts";

export interface Matched {
  /** Index of the heading row in the grid; null where the grid has none. */
  readonly heading: number | null;
  /** Index of the first row of data. */
  readonly first: number;
  /** For each column of the grid the table's column id, or null: not used. Each id at most once. */
  readonly columns: readonly (string | null)[];
  /** Column ids that were matched by content or loosely by name only: shown so. */
  readonly unsure: readonly string[];
}

/**
 * Which column of the grid is which of the table: by headings, then by what the cells hold; without headings by order.
 * `fixed` are the person's corrections by grid column index (null: not used). Null where nothing fits.
 */
export const matchColumns = (
  cells: Grid,
  table: TableField,
  on: Day,
  fixed: Readonly<Record<number, string | null>> = {},
): Matched | null => {
  const head = headOf(cells, table);
  const sources = sourcesOf(cells, head);
  const set = fixedPairs(fixed, sources, table);
  const isFree = ({ at }: Source) => fixed[at] === undefined;
  const open = without(openIn(sources.filter(isFree), table, on), set);
  const { pairs, unsure } = head.heading === null ? withoutHeadings(open) : withHeadings(open, table);
  const all = [...set, ...pairs];
  if (all.length === 0) return null;
  const columns = sources.map(({ at }) => all.find((pair) => pair.at === at)?.id ?? null);
  return { ...head, columns, unsure: columns.flatMap((id) => (id !== null && unsure.includes(id) ? id : [])) };
};

const sourcesOf = (cells: Grid, head: Pick<Matched, "heading" | "first">): readonly Source[] => {
  const headings = headingsOf(cells, head);
  const sample = sampleOf(cells, head.first);
  return upTo(widthOf(cells)).map((at) => ({
    at,
    heading: headings[at] ?? { own: "", group: "" },
    texts: sample.map((row) => row[at] ?? ""),
  }));
};

const fixedPairs = (fixed: Readonly<Record<number, string | null>>, sources: readonly Source[], table: TableField) => {
  const pairs: Pairs = sources.flatMap(({ at }) => {
    const id = fixed[at];
    return id && Object.hasOwn(table.columns, id) ? { at, id, score: 1 } : [];
  });
  return pairs.filter(({ id }, place) => pairs.findIndex((pair) => pair.id === id) === place);
};

interface Found {
  readonly pairs: Pairs;
  readonly unsure: readonly string[];
}

const withHeadings = (open: Open, table: TableField): Found => {
  const named = byName(open);
  const guessed = byDistinctiveCells(without(open, named));
  const labels = Object.values(table.columns).map(({ label }) => label);
  const isTwin = (id: string) => labels.filter((label) => label === table.columns[id]?.label).length > 1;
  const hasGroup = (at: number) => open.sources.some((source) => source.at === at && source.heading.group !== "");
  const loose = named.filter(({ at, id, score }) => score < SURE || (isTwin(id) && !hasGroup(at)));
  return { pairs: [...named, ...guessed], unsure: idsOf([...loose, ...guessed]) };
};

const withoutHeadings = (open: Open): Found => {
  const ordered = byOrder(open);
  if (ordered) {
    const isWhole = without(open, ordered).columns.every(([, column]) => column.optional);
    return { pairs: ordered, unsure: isWhole ? [] : idsOf(ordered) };
  }
  const guessed = byCells(open);
  return { pairs: guessed, unsure: idsOf(guessed) };
};

const idsOf = (pairs: Pairs): readonly string[] => pairs.map(({ id }) => id);

/** Columns of the grid that hold something, more than the rows' numbers. */
const usableColumns = (cells: Grid, matched: Matched): readonly Source[] =>
  sourcesOf(cells, matched).filter(
    ({ at, heading, texts }) =>
      !isSerial(at, heading.own, texts) && (heading.own !== "" || texts.some((text) => !isBlank(text))),
  );

/** Those of them that go into no column of the table, by index. */
export const unusedColumns = (cells: Grid, matched: Matched): readonly number[] =>
  usableColumns(cells, matched).flatMap(({ at }) => (matched.columns[at] ? [] : at));

/** How well the grid fits (0–1), to choose among tables for a sheet: columns found, cells understood, columns used. */
export const fitOf = (cells: Grid, matched: Matched, table: TableField, on: Day): number => {
  const sources = sourcesOf(cells, matched);
  const weighed = Object.entries(table.columns).map(([id, column]) => {
    const source = sources.find(({ at }) => matched.columns[at] === id);
    const understood = source ? (understoodShare(column, source.texts, on) ?? (column.optional ? 1 : 0.5)) : 0;
    return { weight: column.optional ? 0.3 : 1, share: understood * (matched.unsure.includes(id) ? 0.7 : 1) };
  });
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const found = weighed.reduce((sum, { weight, share }) => sum + weight * share, 0) / total;
  const unused = unusedColumns(cells, matched).length / Math.max(usableColumns(cells, matched).length, 1);
  return found * (1 - 0.3 * unused);
};

/** Below this a sheet is for no table, unless its name says so. */
const FITTING = 0.4;

/** Which of the tables each sheet is for (by its name as well as by headings and content); sheets for none are left out. */
export const assignSheets = (
  sheets: readonly Sheet[],
  tables: readonly { id: string; field: TableField }[],
  on: Day,
): readonly { sheet: Sheet; table: string; matched: Matched }[] =>
  sheets.flatMap((sheet) => {
    const scored = tables.flatMap(({ id, field }) => {
      const matched = matchColumns(sheet.cells, field, on);
      if (!matched) return [];
      const named = Math.max(...[field.label, field.rowName].map((name) => likeness(sheet.name, name)));
      const score = fitOf(sheet.cells, matched, field, on) + (named >= SURE ? 0.5 : named >= LOOSE ? 0.2 : 0);
      return score >= FITTING ? { sheet, table: id, matched, score } : [];
    });
    const [first] = scored.toSorted((a, b) => b.score - a.score);
    return first ? { sheet, table: first.table, matched: first.matched } : [];
  });
