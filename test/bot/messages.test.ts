import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Document, HeadingLevel, Packer, Paragraph } from "docx";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import type { Field, Row, TypedAnswers, Value } from "../../rules/define.ts";
import { loadJurisdictions, servedBy } from "../../rules/index.ts";
import { read } from "../../rules/values/index.ts";
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
    await office.press(id);
    await office.press("agree");
    await office.say(facts(fields, typed));
    await office.press("yes");
    await office.say("用表格填");
    const [workbook] = await office.files();
    await office.send("填好的表格.xlsx", await filled(workbook!.bytes, fields, typed));
    await office.press("yes");
    await office.send("文字材料.docx", await narratives(fields, typed));
    await office.press("yes");
    await finish(office, typed);
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

/** What is still asked: the verdict, materials, the review, the declaration; single questions from the fixture. */
const finish = async (office: Office, typed: TypedAnswers): Promise<void> => {
  for (let left = 30; left > 0; left--) {
    const { ask, choices } = office.question;
    const answer = typed[ask?.field ?? ""];
    if (ask?.step === "menu") return;
    if (ask?.step === "file") await office.say("材料都备好了");
    else if (ask?.step === "field" && typeof answer === "string" && answer !== "") await office.say(answer);
    else if (ask?.step === "declaration") await office.press("agree");
    else if (ask?.step === "verdict" || ask?.step === "review") await office.press("yes");
    else await office.press(choices.some(({ id }) => id === "skip") ? "skip" : "done");
  }
  throw new Error(`not at the end: ${office.question.text}`);
};

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

type Fields = readonly (readonly [string, Field])[];

/** Every single answer as a person writes it down: the question's label, a colon, the answer. */
const facts = (fields: Fields, typed: TypedAnswers): string =>
  fields
    .flatMap(([id, field]) => {
      const answer = typed[id];
      const isFact = !["table", "file", "longText"].includes(field.kind);
      return isFact && typeof answer === "string" && answer !== "" ? [`${field.label}：${answer}`] : [];
    })
    .join("\n");

const narratives = (fields: Fields, typed: TypedAnswers): Promise<Uint8Array> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: fields.flatMap(([id, field]) => {
            const answer = typed[id];
            if (field.kind !== "longText" || typeof answer !== "string" || answer === "") return [];
            return [
              new Paragraph({ text: field.label, heading: HeadingLevel.HEADING_1 }),
              ...answer.split("\n").map((text) => new Paragraph({ text })),
            ];
          }),
        },
      ],
    }),
  );

/** The bot's own workbook with the fixture's rows typed in under the headings. */
const filled = async (bytes: Uint8Array, fields: Fields, typed: TypedAnswers): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  for (const [id, field] of fields) {
    const rows = typed[id];
    if (field.kind !== "table" || !Array.isArray(rows)) continue;
    const page =
      book.worksheets.find(({ name }) => name === field.label.slice(0, 31)) ??
      book.getWorksheet(field.label.slice(0, 26));
    if (!page) throw new Error(`no sheet for ${field.label}: ${book.worksheets.map(({ name }) => name).join()}`);
    const columns = Object.keys(field.columns);
    rows.forEach((row, at) => {
      columns.forEach((column, index) => {
        page.getCell(3 + at, index + 1).value = row[column] ?? "";
      });
    });
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
};
