import { describe, expect, test } from "vitest";
import type { Field, TypedAnswers } from "../../rules/define.ts";
import { read } from "../../rules/values/index.ts";
import { loadForms } from "../../templates/load.ts";
import { readBack } from "../../templates/read-back/index.ts";
import { answersIn, fixtures, on, printed, served } from "./printed.ts";
import { partsOf } from "./walk.ts";

/** What the typed texts are understood as; a blank cell is `null`, as in the answers. */
const understood = (field: Field, typed: TypedAnswers[string] | undefined): unknown => {
  if (typed === undefined || field.kind === "file") return undefined;
  if (field.kind !== "table") return meaning(field, String(typed));
  return (typed as readonly Readonly<Record<string, string>>[]).map((row) =>
    Object.fromEntries(Object.entries(field.columns).map(([id, kind]) => [id, meaning(kind, row[id])])),
  );
};

const meaning = (kind: Parameters<typeof read>[0], text: string | undefined): unknown => {
  if (text === undefined) return null;
  const reading = read(kind, text, on);
  return reading.status === "understood" ? reading.value : reading;
};

const isTyped = (field: Field): boolean => field.kind !== "file" && (!field.computed || field.screening === true);

describe("every document gives back the answers that it prints", () => {
  test("there is a body for every procedure", () => {
    const ids = new Set(fixtures.map(({ found }) => found.id));
    expect(served.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe(18);
  });

  test.each(fixtures)("$file", async ({ file, found }) => {
    const { jurisdiction, procedure } = found;
    const { facts, documents } = await printed(found, answersIn(found, file));
    expect(documents.length).toBeGreaterThan(0);
    for (const { name, form, passages } of documents) {
      const typed = await readBack(passages, jurisdiction, procedure);
      const answers = [...new Set(partsOf(form).answers)].filter((id) => isTyped(facts.field(id)));
      const is = answers.map((id) => [id, understood(facts.field(id), typed[id])]);
      const was = answers.map((id) => [id, facts.value(id)]);
      expect(Object.fromEntries(is), name).toEqual(Object.fromEntries(was));
      expect(
        Object.keys(typed).filter((id) => !answers.includes(id)),
        `${name}: answers that it has no place for`,
      ).toEqual([]);
    }
  });
});

/** Asked, neither screening nor a material, and on no form: a document cannot give them back. */
const onNoForm: Readonly<Record<string, readonly string[]>> = {
  // The forms print only the share of the total assets that follows from these, cut off after two decimals.
  "zhejiang/apply": ["facilitiesValue", "equipmentValue", "ownPremisesValue", "isSpecialised"],
  "qinghai/apply": ["facilitiesValue", "equipmentValue", "ownPremisesValue"],
  "qinghai/renew": ["facilitiesValue", "equipmentValue", "ownPremisesValue"],
  // What the department confirms having done before it writes.
  "henan/verify": ["isVerified", "isInterviewed"],
  "henan/recommend": ["isVerified", "isInterviewed"],
  "henan/summarise": ["recommendingCity"],
  "qinghai/recommend": ["recommendFor", "isQualified", "materialsReviewed", "siteReviewed"],
  "taiyuan/recommend": ["hasReviewed", "hasVisited", "hasDocument"],
  "xinjiang/recommend": ["isAuthentic", "isComplete", "meetsConditions"],
  // How a material is supplied: as a copy or by a promise.
  "xinjiang/apply": ["licenceBy", "qualificationsBy", "promisedBy", "auditWay"],
};

test.each(served)("$id: what no form prints is screening, a material, or named here", async (of) => {
  const { id, jurisdiction, procedure } = of;
  const forms = Object.values((await loadForms(jurisdiction.code))[procedure.code] ?? {});
  const onForms = new Set(forms.flatMap((form) => partsOf(form).answers));
  const fields = Object.entries(procedure.fields) as [string, Field][];
  const left = fields.filter(([field, { screening }]) => !onForms.has(field) && !screening);
  expect(left.filter(([, field]) => isTyped(field)).map(([field]) => field)).toEqual(onNoForm[id] ?? []);
});
