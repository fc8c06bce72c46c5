/**
 * A text as the structured kinds read it: full-width forms become half-width, dashes `-`, white space one space;
 * control and invisible characters go. Not all of NFKC, which would read 3½ as 31/2 and 10² as 102.
 */
export const fold = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E\uFFE5\u2F00-\u2FDF\uF900-\uFAFF]/g, (character) => character.normalize("NFKC"))
    .replace(/[\u2010-\u2015\u2212\uFE63]/g, "-")
    .replace(/[\p{Cf}\p{Cs}\p{VS}\p{Me}]/gu, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();

/** Marks that end a sentence, dropped from the end: `80。` → `80`. */
export const withoutEndMark = (text: string): string => /^(.*?)[ 。.!！?？;；,~]*$/s.exec(text)?.[1] ?? text;

/** Characters that no document may hold: lone halves of a pair, and the non-characters that XML forbids. */
const ILLEGAL = /[\p{Cs}\uFFFE\uFFFF]/gu;

/** One line as stored: as typed, save that control characters go and runs of white space become one space. */
export const cleanLine = (text: string): string =>
  text
    .replace(ILLEGAL, "")
    .replace(/\s/g, " ")
    .replace(/\p{Cc}/gu, "")
    .replace(/\s+/g, " ")
    .trim();

/** Several lines as stored: as typed, save that control characters and outer blank lines go; tabs become spaces. */
export const cleanLines = (text: string): string =>
  text
    .replace(ILLEGAL, "")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/\t/g, " ")
    .replace(/(?!\n)\p{Cc}/gu, "")
    .replace(/^\s*\n/, "")
    .trimEnd();

/** Length in characters as a person counts them: an emoji of four bytes is one. */
export const lengthOf = (text: string): number => {
  let length = 0;
  for (const _ of text) length++;
  return length;
};
