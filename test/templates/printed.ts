import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sampleAnswers } from "../../flows/sample.ts";
import type { Passage } from "../../rules/content.ts";
import { decide } from "../../rules/decide.ts";
import type { Answers, TypedAnswers } from "../../rules/define.ts";
import { type Facts, factsOf } from "../../rules/facts.ts";
import { loadJurisdictions, type Served, servedBy } from "../../rules/index.ts";
import { judge } from "../../rules/judge.ts";
import type { Form } from "../../templates/blocks.ts";
import { bind } from "../../templates/index.ts";
import { loadForms } from "../../templates/load.ts";
import { readBack } from "../../templates/read-back/index.ts";
import { readDocx } from "./passages.ts";

export const served = servedBy(await loadJurisdictions());
export const on = "2026-07-01";
const folder = join(import.meta.dirname, "../fixtures");

/** Every fixture with its procedure; Zhejiang's two are of its only one. */
export const fixtures = readdirSync(folder).flatMap((file) => {
  const [code = "", name = ""] = file.replace(/\.json$/, "").split("-");
  const of = served.filter(({ id }) => id.startsWith(`${code}/`));
  const found =
    of.find(({ procedure }) => procedure.code === name) ?? of.find(({ procedure }) => procedure.code === "apply");
  return found ? [{ file, found }] : [];
});

export const answersIn = ({ procedure }: Served, file: string): Answers =>
  sampleAnswers(procedure, JSON.parse(readFileSync(join(folder, file), "utf8")) as TypedAnswers, on).answers as Answers;

/** A document as it was handed over: its form, and what a reader finds in its bytes. */
export interface Printed {
  readonly name: string;
  readonly form: Form;
  readonly passages: readonly Passage[];
}

/** The Word files of a procedure's forms with these answers in them, in the order of binding. */
export const printed = async (
  { jurisdiction, procedure }: Served,
  answers: Answers,
  isDraft = false,
): Promise<{ readonly facts: Facts; readonly documents: readonly Printed[] }> => {
  const facts = factsOf(procedure, answers, on);
  const forms = (await loadForms(jurisdiction.code))[procedure.code] ?? {};
  const bound = procedure.binding.flatMap((part) =>
    "form" in part && (!part.when || decide(part.when, facts).status === "met") ? (forms[part.form] ?? []) : [],
  );
  const { documents } = await bind({
    ...{ jurisdiction, procedure, facts, verdicts: judge(facts), round: null, declaredOn: isDraft ? null : on },
    ...{ isDraft, isSample: false, files: new Map() },
  });
  const written = documents.slice(1).filter(({ name }) => name.endsWith(".docx"));
  return {
    facts,
    documents: bound.map((form, at) => ({
      name: written[at]?.name ?? "",
      form,
      passages: readDocx(written[at]?.bytes ?? new Uint8Array()),
    })),
  };
};

export const zhejiang = served.find(({ id }) => id === "zhejiang/apply") as Served;

/** The answers that a document gives back to a procedure. */
export const back = (passages: readonly Passage[], { jurisdiction, procedure } = zhejiang): Promise<TypedAnswers> =>
  readBack(passages, jurisdiction, procedure);
