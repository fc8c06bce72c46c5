import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Field, Scalar, ValueKind } from "../../rules/define.ts";
import { loadJurisdictions, servedBy } from "../../rules/index.ts";
import { amendmentIn, columnCorrections, listCorrections, namedCorrection } from "../../rules/said/correction.ts";
import { halfAnswerIn } from "../../rules/said/half.ts";
import { severalIn } from "../../rules/said/several.ts";
import { read } from "../../rules/values/index.ts";

/** What people type, and what becomes of it: one row of a table in `test/fixtures/understanding`. */
interface Row {
  /** A kind of value, `count 人`, or a field, `zhejiang/apply staff`. */
  readonly kind?: string;
  readonly text: string;
  /** As it is read back. */
  readonly understood?: string;
  /** A part of why it is asked again. */
  readonly asked?: string;
  /** The readings among which the person confirms one. */
  readonly confirm?: readonly string[];
  /** The procedure in which several answers are told, the question that is open, and what is found; `plain`: nothing. */
  readonly in?: string;
  readonly open?: string;
  readonly pairs?: Readonly<Record<string, string>>;
  readonly rest?: readonly string[];
  readonly unclear?: Readonly<Record<string, readonly string[]>>;
  readonly plain?: true;
  /** A correction of the last answer, of a list's items, of a named field, of a spreadsheet's columns; `null`: none. */
  readonly amends?: string | null;
  readonly items?: Readonly<Record<number, string | null>> | null;
  readonly named?: Readonly<Record<string, string>> | null;
  readonly columns?: Readonly<Record<number, string | null>> | null;
  /** What a non-answer means; `null` where it may be an answer. */
  readonly half?: string | null;
}

const on = "2026-11-21";
const served = servedBy(await loadJurisdictions());
const lists = new Map(
  served.map(({ id, procedure }) => [
    id,
    Object.entries(procedure.fields).map(([id, field]) => ({ id, field: field as Field })),
  ]),
);
const fieldsOf = (procedure: string) => {
  const fields = lists.get(procedure);
  if (!fields) throw new Error(`no procedure ${procedure}`);
  return fields;
};

const folder = new URL("../fixtures/understanding/", import.meta.url);
// Pasted tables have rows of their own kind: test/rules/rows/pasted.test.ts.
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml") && name !== "tables.yaml");
const rowsOf = (name: string) => parse(readFileSync(new URL(name, folder), "utf8")) as readonly Row[];

const kindOf = (words: string): ValueKind => {
  const [name = "", more = ""] = words.split(" ");
  const field = fieldsOf(name.includes("/") ? name : "zhejiang/apply").find(({ id }) => id === more)?.field;
  if (name.includes("/")) return field as ValueKind;
  return (
    more === "change" ? { kind: name, isChange: true } : { kind: name, ...(more && { unit: more }) }
  ) as ValueKind;
};

const readingOf = ({ kind = "", text }: Row) => {
  const reading = read(kindOf(kind), text, on);
  const shown = ({ shown }: { shown: string; value: Scalar }) => shown;
  if (reading.status === "understood") return { understood: reading.shown };
  return reading.status === "doubtful" ? { confirm: reading.readings.map(shown) } : { asked: reading.why };
};

const severalOf = (row: Row) => {
  const several = severalIn(row.text, fieldsOf(row.in ?? ""), row.open ?? null, on);
  if (!several) return { plain: true };
  return {
    pairs: Object.fromEntries(several.pairs.map(({ field, text }) => [field, text])),
    rest: several.rest,
    unclear: Object.fromEntries(several.unclear.map(({ text, fields }) => [text, fields])),
  };
};

const record = <V>(list: readonly (readonly [PropertyKey, V])[] | undefined) =>
  list ? Object.fromEntries(list) : null;

const check = (row: Row): void => {
  const { text } = row;
  if (row.half !== undefined) expect(halfAnswerIn(text)).toBe(row.half);
  else if (row.amends !== undefined) expect(amendmentIn(text)).toBe(row.amends);
  else if (row.items !== undefined)
    expect(record(listCorrections(text)?.map(({ item, text }) => [item, text]))).toEqual(row.items);
  else if (row.columns !== undefined)
    expect(record(columnCorrections(text)?.map(({ column, words }) => [column, words]))).toEqual(row.columns);
  else if (row.named !== undefined) {
    const named = namedCorrection(text);
    expect(named && { [named.label]: named.text }).toEqual(row.named);
  } else if (row.in !== undefined) {
    const { pairs = {}, rest = [], unclear = {} } = row;
    expect(severalOf(row)).toEqual(row.plain ? { plain: true } : { pairs, rest, unclear });
  } else {
    const { understood, asked, confirm } = row;
    const expected =
      asked === undefined ? (confirm ? { confirm } : { understood }) : { asked: expect.stringContaining(asked) };
    expect(readingOf(row)).toEqual(expected);
  }
};

describe.each(files)("%s", (name) => {
  test.each(rowsOf(name).map((row) => [row.kind ?? row.open ?? "", row.text, row] as const))(
    "%s %j",
    (_kind, _text, row) => {
      check(row);
    },
  );
});

test("the corpus covers what people do", () => {
  const counts = new Map(files.map((name) => [name.replace(".yaml", ""), rowsOf(name).length]));
  const count = (...names: readonly string[]) => names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  expect(count(...counts.keys())).toBeGreaterThanOrEqual(420);
  for (const name of ["money", "count", "date", "corrections", "half"])
    expect(count(name), name).toBeGreaterThanOrEqual(40);
  expect(count("phone", "contact")).toBeGreaterThanOrEqual(40);
  expect(count("several")).toBeGreaterThanOrEqual(60);
});

test("no input stands twice", () => {
  const all = files.flatMap((name) => rowsOf(name).map((row) => JSON.stringify({ name, ...row })));
  expect(new Set(all).size).toBe(all.length);
});
