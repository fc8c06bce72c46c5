import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Field } from "../../rules/define.ts";
import { completeAnswers, zhejiang } from "../bench/complete.ts";
import { Office } from "../bot/office.ts";
import { applyWhole, type Fields, type NamedFile, type Talk } from "../contracts/whole.ts";
import { Driven } from "./driver.ts";
import { drivers } from "./drivers.ts";

const day = "2021-05-12";
const licence = {
  name: "营业执照.jpg",
  bytes: new Uint8Array(readFileSync(join(import.meta.dirname, "../templates/photos/lying.jpg"))),
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const freshFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "channels-"));
  folders.push(folder);
  return folder;
};

/** Has the conversation; gives the documents at its end, each by its name and digest. */
const documentsOf = async (talk: Talk): Promise<readonly NamedFile[]> => {
  const { procedure } = await zhejiang();
  const fields: Fields = Object.entries(procedure.fields as Readonly<Record<string, Field>>);
  await applyWhole(talk, { id: "zhejiang/apply", fields, typed: completeAnswers, licence });
  return talk.files();
};

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const listed = (documents: readonly NamedFile[]) => documents.map(({ name, bytes }) => `${name} ${digest(bytes)}`);

describe("a whole application with a spreadsheet and a licence photo ends in the same documents", () => {
  let expected: readonly NamedFile[];
  beforeAll(async () => {
    const office = await Office.open(day);
    expected = await documentsOf(office);
    await office.close();
  });

  test("without a messenger there are forms, and a zip with the photo under its material", () => {
    expect(expected.length).toBeGreaterThan(5);
    const zip = unzipSync(expected.find(({ name }) => name.endsWith(".zip"))!.bytes);
    const [, bound] = Object.entries(zip).find(([name]) => name.endsWith("营业执照或法人证书复印件.docx"))!;
    const pictures = Object.entries(unzipSync(bound)).filter(([name]) => name.startsWith("word/media/"));
    expect(pictures.map(([, bytes]) => digest(bytes))).toContain(digest(licence.bytes));
  });

  test.each(Object.entries(drivers))("%s", async (_, open) => {
    const driver = await open(freshFolder(), `${day}T09:00`);
    const documents = await documentsOf(await Driven.begin(driver)).finally(() => driver.close());
    expect(listed(documents)).toEqual(listed(expected));
  });
});
