import fc from "fast-check";
import type { Scalar, ValueKind } from "../../rules/define.ts";
import { addDays } from "../../rules/values/day.ts";
import { cleanLine, cleanLines } from "../../rules/values/fold.ts";

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

/** Well-formed values of a kind. */
export const valuesOf = (kind: ValueKind): fc.Arbitrary<Scalar> => {
  switch (kind.kind) {
    case "text":
      return written(cleanLine);
    case "longText":
      return written(cleanLines);
    case "money":
      return signed(decimal(99_999_999, kind.unit === "万元" ? 6 : 9));
    case "count":
      return fc.oneof(fc.nat(1000), fc.nat(Number.MAX_SAFE_INTEGER));
    case "decimal":
      return decimal(9_999_999, 6);
    case "percent":
      return kind.isChange ? signed(decimal(99, 6)) : decimal(99, 6);
    case "date":
      return fc.nat(73_000).map((n) => addDays("1900-01-01", n));
    case "year":
      return fc.integer({ min: 1900, max: 2100 });
    case "phone":
      return fc.oneof(mobiles, landlines);
    case "mobile":
      return mobiles;
    case "email":
      return fc.constantFrom("service@example.com", "Li.Ming@mail.gov.cn");
    case "postcode":
      return digits(6);
    case "url":
      return fc.webUrl({ validSchemes: ["http", "https"] });
    case "creditCode":
      return fc.constantFrom("91350100M000100Y43", "91350211M000100Y46");
    case "yesNo":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...kind.choices.map(({ id }) => id));
    case "choices":
      return fc.subarray(kind.choices.map(({ id }) => id));
  }
};

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
/** Texts as anybody and anything may send them. */
export const anyText = fc.oneof(
  near,
  fc.string({ unit: "binary" }),
  fc.string(),
  fc.array(fc.nat(0xffff)).map(ofUnits),
);
function ofUnits(units: readonly number[]): string {
  return String.fromCharCode(...units);
}
