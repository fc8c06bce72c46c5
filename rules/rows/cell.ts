import type { Column, Day } from "../define.ts";
import { addDays } from "../values/day.ts";
import { cleanLine, fold } from "../values/fold.ts";
import { read } from "../values/index.ts";
import { quote } from "../values/manner.ts";
import type { Reading } from "../values/reading.ts";
import { isBlank } from "./grid.ts";
import { inUnit } from "./unit.ts";

const SERIAL = /^(\d{5})(?:\.\d+)?$/;
/** Day 0 of the 1900 system, from March 1900 on. */
const EPOCH = "1899-12-30";

/** Nothing in it; a dash or a stroke says so too, save in words, where it may be the answer. */
export const isEmptyCell = (column: Column, text: string): boolean => {
  if (column.kind === "text" || column.kind === "longText") return !/[^\s\p{Cf}\p{VS}]/u.test(cleanLine(text));
  return isBlank(text) || /^[-/\\]+$/.test(fold(text));
};

/**
 * A cell's text as the column's value. Bare figures are in the heading's unit where that names one; a bare 43529 in a
 * date column is a spreadsheet's day; the numbers of choices, known in chat only, are not taken.
 */
export const readCell = (column: Column, text: string, on: Day, unit?: string): Reading => {
  const folded = column.kind === "text" || column.kind === "longText" ? "" : fold(text);
  if (column.kind === "date") {
    const days = Number(SERIAL.exec(folded)?.[1]);
    if (days >= 20_000 && days <= 60_000) return read(column, addDays(EPOCH, days), on);
  }
  const refusal = /^\d{1,2}$/.test(folded) ? refusalOfNumber(column, folded) : undefined;
  return refusal ?? read(column, inUnit(text, unit, column), on);
};

const refusalOfNumber = (column: Column, number: string): Reading | undefined => {
  const words = wordsOf(column);
  const [example = ""] = words;
  if (words.length === 0 || words.includes(number)) return undefined;
  return { status: "refused", why: `${quote(number)}不确定是哪一项，请写：${words.join("、")}。`, example };
};

const wordsOf = (column: Column): readonly string[] => {
  if (column.kind === "yesNo") return ["是", "否"];
  return column.kind === "choice" || column.kind === "choices" ? column.choices.map(({ label }) => label) : [];
};
