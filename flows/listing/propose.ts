import type { Field, Received, Row, Scalar, ScalarField, Value } from "../../rules/define.ts";
import { rowsOf } from "../../rules/facts.ts";
import { type Broken, takeRows } from "../../rules/rows/take.ts";
import { read } from "../../rules/values/index.ts";
import type { Listing } from "../interview/events.ts";
import { shown } from "../interview/say.ts";
import type { Scene } from "../interview/scene.ts";
import { collect, type Found } from "./collect.ts";

/** One answer of the list. */
export interface Item {
  readonly field: string;
  /** As it came, or as the person corrected it. */
  readonly text: string;
  /** What would be kept; undefined where it is not understood, or not wanted. */
  readonly value: Value | undefined;
  /** What is wrong, or what to know of how it was understood. */
  readonly remark: string | null;
  readonly isDropped: boolean;
  readonly rows: { readonly found: Found & { cells: unknown }; readonly broken: readonly Broken[] } | null;
}

export interface Proposal {
  /** In the form's order, numbered from 1. */
  readonly items: readonly Item[];
  /** How many answers are just as they were. */
  readonly same: number;
  readonly rest: readonly string[];
}

/** A turn looks at the same list several times; it is read once. */
const made = new WeakMap<Listing, { readonly scene: Scene; readonly proposal: Proposal }>();

/** The answers that a text or file holds, read and ready to be confirmed. */
export const proposalOf = (scene: Scene, listing: Listing): Proposal => {
  const known = made.get(listing);
  if (known?.scene === scene) return known.proposal;
  const proposal = propose(scene, listing);
  made.set(listing, { scene, proposal });
  return proposal;
};

const propose = (scene: Scene, listing: Listing): Proposal => {
  const { found, rest } = collect(scene, listing);
  const order = scene.served.procedure.sections.flatMap(({ fields }) => fields);
  const items = grouped(found)
    .toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
    .map((one) => itemOf(scene, one, listing.corrected[one.field]));
  const isSame = ({ field, value }: Item) =>
    value !== undefined && JSON.stringify(value) === JSON.stringify(scene.facts.stated(field));
  return { items: items.filter((item) => !isSame(item)), same: items.filter(isSame).length, rest };
};

/** Each field once: the first that was found, all files of a material together. */
const grouped = (found: readonly Found[]): readonly Found[] => {
  const byField = new Map<string, Found>();
  for (const one of found) {
    const before = byField.get(one.field);
    if (!before) byField.set(one.field, one);
    else if ("files" in before && "files" in one)
      byField.set(one.field, { field: one.field, files: [...before.files, ...one.files] });
  }
  return [...byField.values()];
};

const itemOf = (scene: Scene, found: Found, corrected: string | null | undefined): Item => {
  const field = scene.facts.field(found.field);
  const base = { field: found.field, text: "", value: undefined, remark: null, rows: null, isDropped: false };
  if (corrected === null) return { ...base, isDropped: true };
  if ("files" in found) return { ...base, value: withFiles(scene, found) };
  if ("cells" in found) return { ...base, ...rowsIn(scene, found) };
  const text = corrected ?? found.text;
  return { ...base, text, ...understood(field as ScalarField, text, scene.on) };
};

const withFiles = (scene: Scene, { field, files }: Extract<Found, { files: unknown }>): Received => {
  const before = (scene.facts.stated(field) as Received | null | undefined)?.files ?? [];
  const isNew = (hash: string) => !before.some((one) => one.hash === hash);
  return { received: true, files: [...before, ...files.filter(({ hash }) => isNew(hash))] };
};

const rowsIn = (scene: Scene, found: Extract<Found, { cells: unknown }>) => {
  const table = scene.facts.field(found.field);
  if (table.kind !== "table") throw new Error(`${found.field} is not a table`);
  const { rows, broken } = takeRows(found.cells, found.matched, table, scene.on);
  return { value: rows.length > 0 ? rows : undefined, rows: { found, broken } };
};

/** Clear, or the only meaning of what is doubtful: the list is confirmed anyway. */
const understood = (field: Field & ScalarField, text: string, on: string): Pick<Item, "value" | "remark"> => {
  const reading = read(field, text, on);
  if (reading.status === "understood") return { value: reading.value, remark: null };
  if (reading.status === "refused") return { value: undefined, remark: reading.why };
  const [only, ...others] = reading.readings;
  if (!only || others.length > 0) return { value: undefined, remark: reading.why };
  return { value: only.value as Scalar, remark: `您写的是“${text}”` };
};

/** The rows that the list would leave in a table: in the place of those there are, or after them. */
export const resultingRows = (scene: Scene, field: string, rows: readonly Row[], isAdding: boolean): readonly Row[] =>
  isAdding ? [...rowsOf(scene.facts, field), ...rows] : rows;

/** What was there before and would be replaced, in words. */
export const formerly = (scene: Scene, { field, value }: Item): string => {
  const stated = scene.facts.stated(field);
  if (stated === undefined || stated === null || value === undefined) return "";
  const kind = scene.facts.field(field);
  return kind.kind === "file" ? "" : `（原来是 ${shown(kind, stated)}）`;
};
