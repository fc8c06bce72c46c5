import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ValueKind } from "../../rules/define.ts";
import { read, schemaOf, show } from "../../rules/values/index.ts";
import { anyText, valuesOf } from "./arbitrary.ts";
import { on } from "./rows.ts";

const choices = ["信息服务", "技术、咨询", "IT 服务", "A", "9"].map((label, at) => ({ id: `c${at}`, label }));

/** One of every kind; what differs by unit or sign, each. */
const kinds: readonly ValueKind[] = [
  { kind: "text" },
  { kind: "longText" },
  { kind: "money", unit: "万元" },
  { kind: "money", unit: "亿元" },
  { kind: "count", unit: "人" },
  { kind: "count", unit: "台（套）" },
  { kind: "decimal", unit: "平方米" },
  { kind: "percent" },
  { kind: "percent", isChange: true },
  { kind: "date" },
  { kind: "year" },
  { kind: "phone" },
  { kind: "mobile" },
  { kind: "email" },
  { kind: "postcode" },
  { kind: "url" },
  { kind: "creditCode" },
  { kind: "yesNo" },
  { kind: "choice", choices },
  { kind: "choices", choices },
];
const samples = kinds.map((kind) => ({ kind, values: valuesOf(kind) }));

describe.each(samples)("$kind.kind $kind.unit", ({ kind, values }) => {
  test("what is shown is read back", () =>
    fc.assert(
      fc.property(values, (value) => {
        expect(schemaOf(kind).safeParse(value).success).toBe(true);
        expect(read(kind, show(kind, value), on)).toEqual({ status: "understood", value, shown: show(kind, value) });
      }),
    ));

  test("nothing throws, and what is stored is well-formed", () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = read(kind, text, on);
        if (reading.status !== "understood") expect(reading.why.length).toBeGreaterThan(5);
        const results = reading.status === "understood" ? [reading] : "readings" in reading ? reading.readings : [];
        for (const { value, shown } of results) {
          expect(schemaOf(kind).safeParse(value).success, `${JSON.stringify(value)} from ${JSON.stringify(text)}`).toBe(
            true,
          );
          expect(shown).toBe(show(kind, value));
        }
      }),
      { numRuns: 300 },
    ));

  test("the example is understood", () => {
    const refused = read(kind, "", on);
    expect(refused.status).toBe("refused");
    if (refused.status === "refused") expect(read(kind, refused.example, on).status).toBe("understood");
  });

  // A pattern that goes back and forth over these would not come back at all.
  test.each([1000, 100_000])("%i characters come back", { timeout: 10_000 }, (length) => {
    for (const unit of [
      "a",
      "1",
      "一万",
      "大概",
      "..",
      "1-",
      "、1",
      "0571-",
      "a@",
      "\n",
      " \u0000",
      "👍",
      "的，",
      "嗯",
      "谢谢",
    ]) {
      const text = unit.repeat(length / unit.length);
      for (const typed of [text, `${text}x`])
        expect(["understood", "doubtful", "refused"]).toContain(read(kind, typed, on).status);
    }
  });
});
