import type { TableField } from "../define.ts";
import { quote } from "../values/manner.ts";
import type { Broken } from "./take.ts";

const MOST = 10;

/** The broken cells in words, one a line, at most ten, then how many there are. Empty where none is broken. */
export const brokenText = (broken: readonly Broken[], table: TableField): string => {
  const lines = broken.slice(0, MOST).map((cell) => lineOf(cell, table));
  return [...lines, ...(broken.length > MOST ? [`……共 ${broken.length} 处`] : [])].join("\n");
};

const lineOf = ({ line, column, text, why }: Broken, table: TableField): string => {
  const label = table.columns[column]?.label ?? column;
  const said = quote(text.replace(/\s+/g, " ").trim());
  const cause = said === "“”" || why.includes(said) ? why : `${said}：${why}`;
  return `第 ${line} 行“${label}”：${cause}`;
};
