import type { Grid } from "../content.ts";

const TABBED = /"((?:[^"]|""){0,2000})"(?=\t|\n|$)|[^\t\n]*/y;

/** Cells as a spreadsheet or a word processor copies them: tabs, and quotation marks around cells of several lines. */
export const splitTabs = (text: string): Grid => {
  const rows: string[][] = [[]];
  for (let at = 0; at <= text.length; at++) {
    TABBED.lastIndex = at;
    const [whole = "", quoted] = TABBED.exec(text) ?? [];
    rows.at(-1)?.push(quoted !== undefined && /[\t\n]/.test(quoted) ? quoted.replaceAll('""', '"') : whole);
    at += whole.length;
    if (text[at] === "\n") rows.push([]);
  }
  return rows;
};

/** A line's cells between the separators; those in quotation marks hold them. Outer strokes of `| a | b |` go. */
export const splitLine = (line: string, separator: RegExp): readonly string[] => {
  const body = separator.test("|") ? line.replace(/^[|｜]|[|｜]$/g, "") : line;
  if (!body.includes('"') || !separator.test(",")) return body.split(separator).map((cell) => cell.trim());
  const quoted: string[] = [];
  const marked = body.replace(/"((?:[^"]|""){0,200})"(?=\s*(?:[,，]|$))/g, (_, cell: string) => {
    quoted.push(cell.replaceAll('""', '"'));
    return `\u0000${quoted.length - 1}\u0000`;
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the mark cannot stand in a cleaned line
  const mark = /\u0000(\d+)\u0000/g;
  return marked.split(separator).map((cell) => cell.trim().replace(mark, (_, at: string) => quoted[Number(at)] ?? ""));
};

/** How the cells of a line may be parted, the most certain first. */
export const separators: readonly RegExp[] = [
  /[|｜]/,
  /[;；]/,
  /，/,
  /,/,
  /[,，]/,
  /、/,
  /[,，、]/,
  /[,，、;；]/,
  /\s{2,}|\u3000+/,
  /\s+/,
  /\//,
  /[,，、;；\s]+/,
];
