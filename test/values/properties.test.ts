import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Scalar, ValueKind } from "../../rules/define.ts";
import { addDays } from "../../rules/values/day.ts";
import { cleanLine, cleanLines } from "../../rules/values/fold.ts";
import { read, schemaOf, show } from "../../rules/values/index.ts";
import { on } from "./rows.ts";

const choices = ["信息服务", "技术、咨询", "IT 服务", "A", "9"].map((label, at) => ({ id: `c${at}`, label }));

const decimal = (most: number, places: number) =>
  fc.tuple(fc.integer({ min: 0, max: most }), fc.nat(10 ** places - 1)).map(([whole, part]) => {
    const fraction = String(part).padStart(places, "0").replace(/0+$/, "");
    return fraction ? `${whole}.${fraction}` : String(whole);
  });
const signed = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.boolean()).map(([number, isLoss]) => (isLoss && number !== "0" ? `-${number}` : number));
const digits = (length: number) => fc.nat(10 ** length - 1).map((n) => String(n).padStart(length, "0"));
const mobiles = fc.tuple(fc.integer({ min: 3, max: 9 }), digits(9)).map(([second, rest]) => `1${second}${rest}`);
const landlines = fc
  .tuple(
    fc.constantFrom("0571-8", "010-6", "0971-61"),
    digits(7),
    fc.option(
      digits(3).map((n) => `转${n}`),
      { nil: "" },
    ),
  )
  .map(
    ([start, number, extension]) =>
      `${start.startsWith("0971") ? start + number.slice(2) : start + number}${extension}`,
  );
const written = (clean: (text: string) => string) =>
  fc
    .string({ unit: "binary", maxLength: 60 })
    .map((text) => `字${clean(text)}字`)
    .filter((text) => clean(text) === text);

/** Every kind with well-formed values of it. */
const samples: readonly { kind: ValueKind; values: fc.Arbitrary<Scalar> }[] = [
  { kind: { kind: "text" }, values: written(cleanLine) },
  { kind: { kind: "longText" }, values: written(cleanLines) },
  { kind: { kind: "money", unit: "万元" }, values: signed(decimal(99_999_999, 6)) },
  { kind: { kind: "money", unit: "亿元" }, values: signed(decimal(99_999_999, 9)) },
  { kind: { kind: "count", unit: "人" }, values: fc.nat(Number.MAX_SAFE_INTEGER) },
  { kind: { kind: "count", unit: "台（套）" }, values: fc.nat() },
  { kind: { kind: "decimal", unit: "平方米" }, values: decimal(9_999_999, 6) },
  { kind: { kind: "percent" }, values: decimal(99, 6) },
  { kind: { kind: "date" }, values: fc.nat(73_000).map((n) => addDays("1900-01-01", n)) },
  { kind: { kind: "year" }, values: fc.integer({ min: 1900, max: 2100 }) },
  { kind: { kind: "phone" }, values: fc.oneof(mobiles, landlines) },
  { kind: { kind: "mobile" }, values: mobiles },
  { kind: { kind: "email" }, values: fc.constantFrom("service@example.com", "Li.Ming@mail.gov.cn") },
  { kind: { kind: "postcode" }, values: digits(6) },
  { kind: { kind: "url" }, values: fc.webUrl({ validSchemes: ["http", "https"] }) },
  { kind: { kind: "creditCode" }, values: fc.constantFrom("91350100M000100Y43", "91350211M000100Y46") },
  { kind: { kind: "yesNo" }, values: fc.boolean() },
  { kind: { kind: "choice", choices }, values: fc.constantFrom(...choices.map(({ id }) => id)) },
  { kind: { kind: "choices", choices }, values: fc.subarray(choices.map(({ id }) => id)) },
];

/** Characters that make up answers, so that arbitrary texts come close to readable ones. */
const near = fc.string({
  unit: fc.constantFrom(
    ...[
      ..."0123456789.,，。、-/:@%％ 　零〇一二两五十百千万亿半点年月日号人家元角分整成之约多左右到至负亏是否没有不全部转①３abcIO\n\t\u0000\u200b\ufeff",
    ],
    ...["2019", "万元", "百分之", "www.", "138", "0571", "\ud83d", "👍", "𠮷", "服务"],
  ),
  maxLength: 16,
});
const anyText = fc.oneof(near, fc.string({ unit: "binary" }), fc.string(), fc.array(fc.nat(0xffff)).map(ofUnits));
function ofUnits(units: readonly number[]): string {
  return String.fromCharCode(...units);
}

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

  test.each([1000, 100_000])("%i characters take no time", (length) => {
    for (const unit of ["a", "1", "一万", "大概", "..", "1-", "、1", "0571-", "a@", "\n", " \u0000", "👍", "的，"]) {
      const text = unit.repeat(length / unit.length);
      const began = performance.now();
      read(kind, text, on);
      read(kind, `${text}x`, on);
      expect(performance.now() - began, JSON.stringify(unit)).toBeLessThan(100);
    }
  });
});
