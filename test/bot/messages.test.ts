import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Field, Row, TypedAnswers, Value } from "../../rules/define.ts";
import { loadJurisdictions, servedBy } from "../../rules/index.ts";
import { read } from "../../rules/values/index.ts";
import { applyWhole, finish } from "../contracts/whole.ts";
import { Office } from "./office.ts";

const served = servedBy(await loadJurisdictions());

/** A procedure, a complete fixture of it, the day, and how few messages it may take. */
const wholes = [
  { id: "zhejiang/apply", fixture: "zhejiang-complete", on: "2021-05-12", most: 13, mostWithLastYears: 8 },
  { id: "xinjiang/apply", fixture: "xinjiang-apply", on: "2021-05-12", most: 13, mostWithLastYears: 8 },
] as const;

describe.each(wholes)("$id", ({ id, fixture, on, most, mostWithLastYears }) => {
  const { procedure } = served.find((one) => one.id === id)!;
  const typed = JSON.parse(
    readFileSync(join(import.meta.dirname, `../fixtures/${fixture}.json`), "utf8"),
  ) as TypedAnswers;
  const fields = Object.entries(procedure.fields as Readonly<Record<string, Field>>);
  const expected = fields.flatMap(([field, kind]): [string, Value][] => {
    const answer = typed[field];
    if (answer === undefined || answer.length === 0 || kind.kind === "file") return [];
    return [[field, understood(kind, answer, on)]];
  });

  test(`whole from pasted facts, a workbook and a Word file in ${most} messages, next year in ${mostWithLastYears}`, async () => {
    const office = await Office.open(on);
    await applyWhole(office, { id, fields, typed });
    expect(await office.answers()).toMatchObject(Object.fromEntries(expected));
    expect(office.replies.filter(({ file }) => file).length).toBeGreaterThan(3);
    expect(office.sent, `${id}: messages to the end`).toBeLessThanOrEqual(most);
    const zip = (await office.files()).find(({ name }) => name.endsWith(".zip"))!;
    await office.close();

    const nextYear = await Office.open(on);
    await nextYear.press(id);
    await nextYear.press("agree");
    await nextYear.send(zip.name, zip.bytes);
    await nextYear.press("yes");
    await finish(nextYear, typed);
    // A document prints the computed figure where there is one.
    const printed = expected.filter(
      ([field]) => !(procedure.fields as Readonly<Record<string, Field>>)[field]?.computed,
    );
    expect(await nextYear.answers()).toMatchObject(Object.fromEntries(printed));
    expect(nextYear.sent, `${id}: messages with last year's documents`).toBeLessThanOrEqual(mostWithLastYears);
    await nextYear.close();
  }, 60_000);
});

const understood = (field: Field, answer: TypedAnswers[string], on: string): Value => {
  if (field.kind === "file") throw new Error("a material");
  if (field.kind !== "table") {
    const reading = read(field, answer as string, on);
    if (reading.status !== "understood") throw new Error(`${field.label}: ${answer as string}`);
    return reading.value;
  }
  return (answer as readonly Record<string, string>[]).map(
    (row): Row =>
      Object.fromEntries(
        Object.entries(field.columns).map(([column, kind]) => [
          column,
          row[column] ? (understood({ ...kind, cite: field.cite }, row[column], on) as never) : null,
        ]),
      ),
  );
};
