import { parseNumber } from "../values/numeral.ts";

const BULLET = /^(?:[•●◆■▪➢✅☑·○◦►▶]\s*|[-*+]\s+)/u;
const NUMBER =
  /^(?:[（(]?(\d{1,3}|[一二三四五六七八九十]{1,3})(?:[）)]|[、．：:]|[.](?!\d)|\s+|\uFE0F?\u20E3)|([\u2460-\u2473]))\s*/u;
const END = /[。；;.\s]+$/;

/** Lines without bullets, full stops, and the numbers of a list: those count up by one. */
export const withoutNumbering = (lines: readonly string[]): readonly string[] => {
  const plain = lines.map((line) => line.replace(BULLET, "").replace(END, ""));
  if (/^(?:序号|编号|序\b)/.test(plain[0] ?? "")) return plain;
  const numbers = plain.map(numberOf);
  // A heading above the list has no number.
  const from = numbers[0] === undefined ? 1 : 0;
  const counted = numbers.slice(from);
  const start = counted[0];
  const isList = start !== undefined && counted.every((number, at) => number === start + at);
  return isList && (start === 1 || counted.length > 1)
    ? plain.map((line, at) => (at < from ? line : line.replace(NUMBER, "")))
    : plain;
};

const numberOf = (line: string): number | undefined => {
  const [, written, circled = ""] = NUMBER.exec(line) ?? [];
  const number = parseNumber(written ?? circled.normalize("NFKC"));
  return number?.toNumber();
};
