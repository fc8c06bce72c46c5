import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { verdictJson } from "../../bot/verdict-json.ts";
import { sampleAnswers } from "../../flows/sample.ts";
import { factsOf } from "../../rules/facts.ts";
import { loadJurisdictions } from "../../rules/index.ts";
import { judge } from "../../rules/judge.ts";

/** Each jurisdiction's own examples: answers on a day → verdicts, with the article that says so. */
const examples = z.array(
  z.strictObject({
    name: z.string(),
    on: z.string(),
    procedure: z.string().default("apply"),
    answers: z.record(z.string(), z.union([z.string(), z.null(), z.array(z.record(z.string(), z.string()))])),
    expect: z.record(z.string(), z.looseObject({ status: z.enum(["met", "notMet", "undecided"]), cite: z.string() })),
  }),
);

for (const { code, procedures, samples } of await loadJurisdictions()) {
  const file = join(import.meta.dirname, `../../rules/jurisdictions/${code}/examples.yaml`);
  const cases = examples.parse(parse(readFileSync(file, "utf8"), { schema: "core" }));

  describe(code, () => {
    test.each(cases)("$name", ({ on, procedure: wanted, answers, expect: expected }) => {
      const procedure = procedures.find((one) => one.code === wanted)!;
      const typed = { ...samples[wanted], ...answers };
      const given = Object.fromEntries(Object.entries(typed).filter((entry) => entry[1] !== null));
      const facts = factsOf(procedure, sampleAnswers(procedure, given as never, on).answers as never, on);
      const verdicts = verdictJson(judge(facts));
      for (const [criterion, verdict] of Object.entries(expected)) {
        expect(verdicts.find((one) => one.criterion === criterion)).toMatchObject(verdict);
      }
    });

    test("every criterion and function is met by an example and missed by another", () => {
      for (const wanted of procedures) {
        const ids = [
          ...wanted.criteria.map(({ id }) => id),
          ...(wanted.functions
            ? ["functions", ...wanted.functions.atLeastOneOf.map(({ id }) => `functions.${id}`)]
            : []),
        ];
        const shown = (status: string) => (id: string) => cases.some(({ expect }) => expect[id]?.status === status);
        expect(ids.filter((id) => !shown("notMet")(id))).toEqual([]);
      }
    });
  });
}
