import type { Grid } from "../content.ts";
import { fold } from "../values/fold.ts";

/** The cell's text, empty where the row is shorter. */
export const cellAt = (cells: Grid, row: number, column: number): string => cells[row]?.[column] ?? "";

// A look at the first character spares most cells the folding.
export const isBlank = (text: string): boolean => !VISIBLE.test(text) && fold(text) === "";
const VISIBLE = /^[\w\u4E00-\u9FFF]/;

export const isBlankRow = (row: readonly string[] = []): boolean => row.every(isBlank);

/** How many columns the longest row has. */
export const widthOf = (cells: Grid): number => cells.reduce((width, row) => Math.max(width, row.length), 0);

/** Numbers from 0 up to, not including, the end. */
export const upTo = (end: number): readonly number[] => Array.from({ length: end }, (_, at) => at);

const SAMPLE = 40;

/** Rows with something in them, evenly spread over the data: enough to judge columns by. */
export const sampleOf = (cells: Grid, first: number): Grid => {
  const step = Math.max(1, Math.floor((cells.length - first) / SAMPLE));
  return cells.slice(first).filter((row, at) => at % step === 0 && !isBlankRow(row));
};

const SERIAL_NAME = /^(?:序号|序|编号|排名|项次|no|id|行号)$/;

/** A column that only numbers the rows: by its heading, or the first one without any that counts up from 1. */
export const isSerial = (at: number, heading: string, texts: readonly string[]): boolean => {
  const name = fold(heading).toLowerCase().replace(/[ .#]/g, "");
  if (SERIAL_NAME.test(name)) return true;
  if (name !== "" || at > 0) return false;
  const numbers = texts.flatMap((text) => /^\(?(\d{1,5})[.、)]?$/.exec(fold(text))?.[1] ?? []);
  const filled = texts.filter((text) => !isBlank(text)).length;
  const ascends = numbers.every((number, at) => at === 0 || Number(number) > Number(numbers[at - 1]));
  return numbers.length > 0 && numbers.length >= filled * 0.8 && ascends && Number(numbers[0]) <= 1;
};
