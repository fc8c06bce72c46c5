import { Document, HeadingLevel, Packer, Paragraph } from "docx";
import ExcelJS from "exceljs";
import type { Reply } from "../../bot/channel.ts";
import type { Field, TypedAnswers } from "../../rules/define.ts";

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A conversation as one person has it; each thing said waits until all that answers it has come. */
export interface Talk {
  say(text: string): Promise<unknown>;
  /** A choice of the open question, by its id. */
  press(choice: string): Promise<unknown>;
  send(name: string, bytes: Uint8Array): Promise<unknown>;
  readonly question: Pick<Reply, "text" | "ask" | "choices">;
  /** The files that came with the last answer. */
  files(): Promise<readonly NamedFile[]>;
}

export type Fields = readonly (readonly [string, Field])[];

interface Whole {
  /** `zhejiang/apply` */
  readonly id: string;
  readonly fields: Fields;
  readonly typed: TypedAnswers;
  /** A photo for the material `licence`, sent without being asked. */
  readonly licence?: NamedFile;
}

/** A whole application from the menu on: facts pasted, the bot's own workbook filled, narratives in one Word file. */
export const applyWhole = async (talk: Talk, { id, fields, typed, licence }: Whole): Promise<void> => {
  await talk.press(id);
  await talk.press("agree");
  await talk.say(facts(fields, typed));
  await talk.press("yes");
  await talk.say("用表格填");
  const [workbook] = await talk.files();
  if (!workbook) throw new Error(`no workbook: ${talk.question.text}`);
  await talk.send("填好的表格.xlsx", await filled(workbook.bytes, fields, typed));
  await talk.press("yes");
  if (licence) {
    await talk.send(licence.name, licence.bytes);
    const label = fields.find(([field]) => field === "licence")?.[1].label;
    await talk.press(talk.question.choices.find((choice) => choice.label === label)?.id ?? "licence");
  }
  await talk.send("文字材料.docx", await narratives(fields, typed));
  await talk.press("yes");
  await finish(talk, typed);
};

/** What is still asked: the verdict, materials, the review, the declaration; single questions from the fixture. */
export const finish = async (talk: Talk, typed: TypedAnswers): Promise<void> => {
  for (let left = 30; left > 0; left--) {
    const { ask, choices } = talk.question;
    const answer = typed[ask?.field ?? ""];
    if (ask?.step === "menu") return;
    if (ask?.step === "file") await talk.say("材料都备好了");
    else if (ask?.step === "field" && typeof answer === "string" && answer !== "") await talk.say(answer);
    else if (ask?.step === "declaration") await talk.press("agree");
    else if (ask?.step === "verdict" || ask?.step === "review") await talk.press("yes");
    else await talk.press(choices.some((choice) => choice.id === "skip") ? "skip" : "done");
  }
  throw new Error(`not at the end: ${talk.question.text}`);
};

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
