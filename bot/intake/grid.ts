import type { Grid } from "../../rules/content.ts";
import { limits } from "./limits.ts";
import { Unusable, why } from "./unusable.ts";

/**
 * The rows without empty rows and cells at the end. Throws `Unusable` where something is written beyond the last row or
 * column that is read.
 */
export const trimmed = (rows: Iterable<readonly string[]>): Grid => {
  const grid: (readonly string[])[] = [];
  let [at, last, letters] = [0, 0, 0];
  for (const cells of rows) {
    const filled = cells.findLastIndex((cell) => cell !== "") + 1;
    at += 1;
    if (filled === 0) {
      if (at <= limits.rows) grid.push([]);
      continue;
    }
    if (at > limits.rows) throw new Unusable(tooManyRows);
    if (filled > limits.columns) throw new Unusable(tooManyColumns);
    letters += cells.reduce((sum, { length }) => sum + length, 0);
    if (letters > limits.letters) throw new Unusable(why.tooLarge);
    grid.push(cells.slice(0, filled));
    last = grid.length;
  }
  return grid.slice(0, last);
};

const tooManyRows = `表格超过 ${limits.rows} 行，请拆成几个文件再发。`;
const tooManyColumns = `表格超过 ${limits.columns} 列，请只留要填的列再发。`;
