import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseNumber, plainNumerals } from "../../rules/values/numeral.ts";

const parsed = (text: string) => parseNumber(plainNumerals(text))?.toFixed();

describe("one number", () => {
  test.each([
    ["零", "0"],
    ["二", "2"],
    ["十", "10"],
    ["十五", "15"],
    ["二十", "20"],
    ["廿五", "25"],
    ["卅", "30"],
    ["一百零五", "105"],
    ["一百二", "120"],
    ["两百五", "250"],
    ["两百五十", "250"],
    ["一百十五", "115"],
    ["一千零五", "1005"],
    ["一千五", "1500"],
    ["一千五百", "1500"],
    ["一千零五十", "1050"],
    ["两万五", "25000"],
    ["十三万五", "135000"],
    ["三万零五", "30005"],
    ["一万零五百", "10500"],
    ["一万五百", "10500"],
    ["二百五十万", "2500000"],
    ["两百五十万", "2500000"],
    ["一亿两千万", "120000000"],
    ["一亿二", "120000000"],
    ["一亿零五", "100000005"],
    ["一万亿", "1000000000000"],
    ["一万两千亿", "1200000000000"],
    ["三千五百万", "35000000"],
    ["三点五", "3.5"],
    ["零点五", "0.5"],
    ["三点二五亿", "325000000"],
    ["一百零五点五", "105.5"],
    ["三点五百万", "3500000"],
    ["二〇一九", "2019"],
    ["二○一九", "2019"],
    ["二零二零", "2020"],
    ["二五〇万", "2500000"],
    ["贰佰伍拾萬", "2500000"],
    ["壹仟零贰拾叁", "1023"],
    ["壹億兩千萬", "120000000"],
    ["250", "250"],
    ["0.50", "0.5"],
    ["007", "7"],
    ["1.2万", "12000"],
    ["1.2w", "12000"],
    ["3.5亿", "350000000"],
    ["1.5千", "1500"],
    ["2.5千万", "25000000"],
    ["250百万", "250000000"],
    ["1.5万亿", "1500000000000"],
    ["3千5百", "3500"],
    ["3千5", "3500"],
    ["3千500", "3500"],
    ["3万5", "35000"],
    ["3万5千", "35000"],
    ["3万5000", "35000"],
    ["3万零500", "30500"],
    ["1亿2000万", "120000000"],
    ["1亿500万", "105000000"],
    ["12000亿5000万", "1200050000000"],
    ["2,500,000", "2500000"],
    ["2,500.5", "2500.5"],
    ["2,500万", "25000000"],
    ["99999999999999999999", "99999999999999999999"],
  ])("%s = %s", (text, number) => expect(parsed(text)).toBe(number));
});

describe("not surely one number", () => {
  test.each([
    "",
    "半",
    "两万半",
    "3亿半",
    "三五",
    "二三十",
    "十五六",
    "三五百",
    "一二三",
    "几十",
    "百万",
    "万",
    "一百五百",
    "一千零",
    "一百零零五",
    "一亿万",
    "一亿一亿",
    "1.5亿2000万",
    "3万50",
    "3万500",
    "两百五万",
    "零五",
    "点五",
    "三点",
    "三点五点五",
    "1.2.3",
    "2,50",
    "250,0000",
    "2500,000",
    "1e6",
    "½",
    "3½",
    "10²",
    "20 30",
    "-5",
    "0x10",
    "Infinity",
  ])("%j", (text) => expect(parsed(text)).toBeUndefined());
});

/** A whole number in Chinese, as it is taught: 10^4 and 10^8 part it, 零 stands for a gap. */
const spell = (n: number): string => {
  if (n < 10) return "零一二三四五六七八九"[n] ?? "";
  const [size, unit] = (
    [
      [1e8, "亿"],
      [1e4, "万"],
      [1000, "千"],
      [100, "百"],
      [10, "十"],
    ] as const
  ).find(([least]) => n >= least) ?? [1, ""];
  const rest = n % size;
  const many = n >= 10 && n < 20 ? "" : spell(Math.floor(n / size));
  return many + unit + (rest === 0 ? "" : (rest < size / 10 ? "零" : "") + spell(rest));
};

const financial = (text: string): string =>
  text.replace(/./g, (c) => "零壹贰叁肆伍陆柒捌玖拾佰仟萬億"["零一二三四五六七八九十百千万亿".indexOf(c)] ?? c);

test("spelt numbers are read back", () =>
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 1e5 }), powersNear()), (n) => {
      expect(parsed(spell(n)), spell(n)).toBe(String(n));
      expect(parsed(financial(spell(n)))).toBe(String(n));
    }),
    { numRuns: 1000 },
  ));

/** Sums of two digits at any places, where the zeros are. */
function powersNear() {
  const part = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 11 })).map(([d, p]) => d * 10 ** p);
  return fc.tuple(part, part).map(([a, b]) => Math.min(a + b, 1e12));
}
