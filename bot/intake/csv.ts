import type { Grid } from "../../rules/content.ts";
import { trimmed } from "./grid.ts";
import { limits } from "./limits.ts";

/** The cells of comma- or tab-separated text; the separator is the one that the first line has most of. */
export const readCsv = (text: string): Grid => trimmed(rowsOf(text, separatorOf(text)));

const separators = [",", "\t", ";", "，"] as const;

const longestHeading = 10_000;

const separatorOf = (text: string): string => {
  const [first = ""] = text.slice(0, longestHeading).split("\n", 1);
  const plain = first.replace(/"[^"]*"/g, "");
  const count = (separator: string): number => plain.split(separator).length;
  return separators.reduce((best, one) => (count(one) > count(best) ? one : best));
};

function* rowsOf(text: string, separator: string): Generator<readonly string[]> {
  let row: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const closed = text[at] === '"' ? closingQuote(text, at) : -1;
    const end = plainEnd(text, closed < 0 ? at : closed + 1, separator);
    const cell = closed < 0 ? text.slice(at, end) : unquoted(text.slice(at + 1, closed)) + text.slice(closed + 1, end);
    // Beyond the last column that is read it only matters whether there is anything.
    if (row.length <= limits.columns) row.push(cell.trim());
    else if (cell.trim() !== "") row[limits.columns] = cell;
    at = end;
    if (text[at] === separator) continue;
    yield row;
    row = [];
  }
  if (row.length > 0) yield row;
}

const plainEnd = (text: string, from: number, separator: string): number => {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n") at++;
  return at;
};

const unquoted = (cell: string): string => cell.replaceAll('""', '"');

/** Where the quoted cell that begins at `open` ends, or -1; a doubled quote stands for one. */
const closingQuote = (text: string, open: number): number => {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
};
