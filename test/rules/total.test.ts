import { expect, test } from "vitest";
import type { Answers, Field, Procedure } from "../../rules/define.ts";
import { compute, factsOf } from "../../rules/facts.ts";

const cite = { document: "某办法", article: "第一条", text: "……" };
const area = (label: string): Field => ({ kind: "decimal", unit: "平方米", label, cite });
const fields = { own: area("自有"), rented: area("租用") };
const totalOf = (answers: Answers) =>
  compute(factsOf({ fields } as unknown as Procedure, answers, "2023-03-20"), { op: "total", of: ["own", "rented"] });

test("fields add up exactly, once all of them are there", () => {
  expect(totalOf({ own: "0.1", rented: "0.2" })).toBe("0.3");
  expect(totalOf({ own: "0", rented: "350" })).toBe("350");
  expect(totalOf({ own: "120" })).toBeUndefined();
  expect(totalOf({ own: "120", rented: null })).toBeUndefined();
});
