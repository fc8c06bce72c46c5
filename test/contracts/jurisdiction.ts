import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sampleAnswers } from "../../flows/sample.ts";
import { problemsIn } from "../../rules/check.ts";
import type { Citation } from "../../rules/cite.ts";
import { decide } from "../../rules/decide.ts";
import type { Answers, AnyProcedure, Column, Field, Jurisdiction } from "../../rules/define.ts";
import { factsOf } from "../../rules/facts.ts";
import { judge } from "../../rules/judge.ts";
import { offers } from "../../rules/offers.ts";
import { blanks } from "../../rules/plan.ts";
import { conditionsOf, figuresIn, inputsOf, referencesIn } from "../../rules/refers.ts";
import { read } from "../../rules/values/index.ts";
import { facts as vocabulary } from "../../rules/vocabulary.ts";
import { bind } from "../../templates/index.ts";
import { type Forms, loadForms } from "../../templates/load.ts";
import { partsOf } from "../templates/walk.ts";

const root = join(import.meta.dirname, "../..");
const shared: Readonly<Record<string, Pick<Field, "kind">>> = { ...vocabulary, ...offers };
const anyDay = "2026-11-20";

/** What every jurisdiction's two folders keep. Each failure lists what is wrong, with its place. */
export const jurisdictionContract = (jurisdiction: Jurisdiction) =>
  describe(`jurisdiction contract: ${jurisdiction.code}`, () => {
    const { code, procedures, rounds, samples } = jurisdiction;
    const formsOf = async (): Promise<Forms> => loadForms(code);

    test("refers to nothing that is not there", () => {
      expect(problemsIn(jurisdiction, code)).toEqual([]);
    });

    test("cites from its citations.ts alone, and everything there is cited", async () => {
      const held = citationsIn(await import(`../../rules/jurisdictions/${code}/citations.ts`));
      const used = citationsIn(jurisdiction);
      const named = ({ document, article }: Citation) => `${document} ${article}`;
      expect([...used].filter((cite) => !held.has(cite)).map(named), "cited, but not in citations.ts").toEqual([]);
      expect([...held].filter((cite) => !used.has(cite)).map(named), "in citations.ts, but never cited").toEqual([]);
      expect([...held].filter(({ text }) => text.trim() === "").map(named), "without a text").toEqual([]);
    });

    test("its examples of the law are there", () => {
      expect(existsSync(join(root, `rules/jurisdictions/${code}/examples.yaml`))).toBe(true);
    });

    test("binds forms that exist, and every form is bound", async () => {
      const forms = await formsOf();
      const bound = procedures.flatMap((procedure) =>
        procedure.binding.flatMap((part) => ("form" in part ? `${procedure.code}/${part.form}` : [])),
      );
      const written = Object.entries(forms).flatMap(([of, own]) => Object.keys(own).map((form) => `${of}/${form}`));
      expect(
        bound.filter((form) => !written.includes(form)),
        "bound, but not written",
      ).toEqual([]);
      expect(
        written.filter((form) => !bound.includes(form)),
        "written, but not bound",
      ).toEqual([]);
    });

    test("dates of its rounds are in order", () => {
      const wrong = rounds.flatMap(({ id, dates }) =>
        dates.flatMap(({ by, label }, at) => {
          const before = dates[at - 1];
          return before && by < before.by
            ? [`${id}: ${label} (${by}) stands after ${before.label} (${before.by})`]
            : [];
        }),
      );
      expect(wrong).toEqual([]);
    });

    describe.each(procedures.map((procedure) => [procedure.code, procedure] as const))("%s", (_, procedure) => {
      const fields = Object.entries(procedure.fields) as [string, Field][];
      const values = fields.flatMap(([id, field]): readonly (readonly [string, Column])[] =>
        field.kind === "table"
          ? Object.entries(field.columns).map(([column, value]) => [`${id}.${column}`, value] as const)
          : field.kind === "file"
            ? []
            : [[id, field] as const],
      );

      test("every figure has a value that holds by now", () => {
        const wrong = conditionsOf(procedure).flatMap(([where, condition]) =>
          figuresIn(condition).flatMap(({ values: dated }) =>
            dated.some(({ from }) => from <= anyDay) ? [] : [`${where}: no value holds by ${anyDay}`],
          ),
        );
        expect(wrong).toEqual([]);
      });

      test("every field that is asked stands on a form or decides something", async () => {
        const forms = Object.values((await formsOf())[procedure.code] ?? {}).map(partsOf);
        const used = new Set([
          ...forms.flatMap(({ answers, labels }) => [...answers, ...labels]),
          ...conditionsOf(procedure).flatMap(([, condition]) => referencesIn(condition).map(({ field }) => field)),
          ...fields.flatMap(([, { computed }]) => (computed ? inputsOf(computed).map(({ field }) => field) : [])),
          ...procedure.binding.flatMap((part) => ("material" in part ? part.material : [])),
          ...(procedure.functions ? [procedure.functions.claimed] : []),
          ...(procedure.areas ? [procedure.areas.field] : []),
        ]);
        // What is only computed is asked of nobody: it may be there to be shown.
        const asked = fields.filter(([, { computed, screening }]) => !computed || screening).map(([id]) => id);
        expect(asked.filter((id) => !used.has(id))).toEqual([]);
      });

      test("its forms speak of its fields, and print every column of their tables", async () => {
        const forms = Object.entries((await formsOf())[procedure.code] ?? {}).map(
          ([name, form]) => [name, partsOf(form)] as const,
        );
        const unknown = forms.flatMap(([name, { answers, labels, columns }]) => [
          ...[...answers, ...labels].filter((id) => !(id in procedure.fields)).map((id) => `${name}: no field ${id}`),
          ...columns.flatMap(({ table, column }) =>
            columnIn(procedure, table, column) ? [] : [`${name}: no column ${table}.${column}`],
          ),
        ]);
        expect(unknown).toEqual([]);
        const printed = forms.flatMap(([, { columns }]) => columns);
        const left = fields.flatMap(([id, field]) =>
          field.kind === "table" && printed.some(({ table }) => table === id)
            ? Object.keys(field.columns)
                .filter((column) => !printed.some((one) => one.table === id && one.column === column))
                .map((column) => `${id}.${column}`)
            : [],
        );
        expect(left, "columns that no form prints").toEqual([]);
      });

      test("its documents are written, a draft from nothing and the whole from its sample", async () => {
        const { answers } = sampleAnswers(procedure, samples[procedure.code] ?? {}, anyDay);
        const forms = (await formsOf())[procedure.code] ?? {};
        for (const [isDraft, given] of [
          [true, {}],
          [false, answers],
        ] as const) {
          const facts = factsOf(procedure, given as Answers, anyDay);
          const paper = { jurisdiction, procedure, facts, verdicts: judge(facts), round: null, declaredOn: null };
          const { documents } = await bind({ ...paper, isDraft, isSample: true, files: new Map() });
          const bound = procedure.binding.filter(({ when }) => !when || decide(when, facts).status === "met");
          const sheets = bound.filter((part) => "form" in part && forms[part.form]?.alsoSheet).length;
          const written = (ending: string) => documents.filter(({ name }) => name.endsWith(ending)).length;
          expect(written(".xlsx"), "spreadsheets").toBe(sheets);
          expect(written(".docx"), "documents with the contents sheet").toBe(
            1 + bound.filter((part) => "form" in part).length,
          );
        }
      });

      test("examples are understood", () => {
        const wrong = values.flatMap(([id, value]) => {
          if (value.example === undefined) return [];
          const { status } = read(value, value.example, anyDay);
          return status === "understood" ? [] : [`${id}: “${value.example}” is ${status}`];
        });
        expect(wrong).toEqual([]);
      });

      test("shared ids mean what the vocabulary means by them", () => {
        const wrong = fields.flatMap(([id, field]) => {
          const own = shared[id];
          if (!own) return [];
          const unit = (of: object) => ("unit" in of && field.kind === "money" ? of.unit : undefined);
          if (own.kind !== field.kind) return [`${id}: ${field.kind}, in the vocabulary ${own.kind}`];
          return unit(own) === unit(field) ? [] : [`${id}: in ${unit(field)}, in the vocabulary ${unit(own)}`];
        });
        expect(wrong).toEqual([]);
      });

      test.skipIf(procedure.role === "department")(
        `its sample is complete and meets everything blocking${procedure.role ? " (skipped: a department's, no sample is offered)" : ""}`,
        () => {
          const typed = samples[procedure.code];
          expect(typed, `samples.${procedure.code}`).toBeDefined();
          const { answers } = sampleAnswers(procedure, typed ?? {}, anyDay);
          const facts = factsOf(procedure, answers as Answers, anyDay);
          expect(blanks(facts), "left blank").toEqual([]);
          const short = judge(facts).filter(({ severity, status }) => severity === "blocking" && status !== "met");
          expect(
            short.map(({ criterion, status, cure }) => `${criterion}: ${status} ${cure ?? ""}`),
            "not met",
          ).toEqual([]);
        },
      );
    });
  });

const columnIn = ({ fields }: AnyProcedure, table: string, column: string): boolean => {
  const field: Field | undefined = fields[table];
  return field?.kind === "table" && column in field.columns;
};

/** All citations within, each object once. */
const citationsIn = (within: unknown): ReadonlySet<Citation> => {
  const found = new Set<Citation>();
  const seen = new Set<unknown>();
  const look = (at: unknown): void => {
    if (typeof at !== "object" || at === null || seen.has(at)) return;
    seen.add(at);
    if ("article" in at && "document" in at) found.add(at as Citation);
    else for (const inner of Object.values(at)) look(inner);
  };
  look(within);
  return found;
};
