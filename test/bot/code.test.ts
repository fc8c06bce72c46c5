import fc from "fast-check";
import { expect, test } from "vitest";
import { freshCode, hashOfCode } from "../../bot/code.ts";
import { codeLetters, plainCode } from "../../flows/code.ts";

test.each([
  [8, /^[2-9A-Z]{4}-[2-9A-Z]{4}$/],
  [12, /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/],
])("a code of %i is shown in fours, without letters that look like figures", (length, shape) => {
  const codes = Array.from({ length: 200 }, () => freshCode(length));
  for (const code of codes) {
    expect(code).toMatch(shape);
    expect(code).not.toMatch(/[01OIL]/);
  }
  expect(new Set(codes).size).toBe(200);
});

test.each(["k7qx-3mpa", "K7QX3MPA", " k7qx 3mpa。", "Ｋ７ＱＸ－３ＭＰＡ", "K7QX—3MPA"])("%s is K7QX-3MPA", (typed) => {
  expect(plainCode(typed)).toBe("K7QX3MPA");
  expect(hashOfCode(typed)).toBe(hashOfCode("K7QX-3MPA"));
});

test("another code has another hash, and the hash does not show the code", () => {
  const codes = fc.string({ unit: fc.constantFrom(...codeLetters), minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(codes, codes, (one, other) => {
      expect(hashOfCode(one) === hashOfCode(other)).toBe(one === other);
      expect(hashOfCode(one).toUpperCase()).not.toContain(one);
    }),
  );
});
