import { legal, linesIn } from "./text.ts";

/** What all our spreadsheets are written in. */
export const FONT = "宋体";
/** About how many mm a character of a column's width is. */
export const CHARACTER = 2;

/** Points for a line of text of 11 points, and what a row keeps free. */
const LINE = 16;
const ROOM = 6;
const MOST_CHARACTERS = 32_767;

/** A text as a cell holds it: no control characters, and what looks like a coded character is none. Never a formula. */
export const cellText = (text: string): string =>
  legal(text)
    .slice(0, MOST_CHARACTERS)
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x");

/** How high a row is in points, in which this text stands in a cell of that width in mm. */
export const heightOf = (text: string, width: number): number =>
  text.split("\n").reduce((sum, line) => sum + linesIn(line, width), 0) * LINE + ROOM;

/** A name that a worksheet may bear, of at most so many characters; perhaps empty. */
export const sheetName = (name: string, most: number): string =>
  legal(name)
    .replace(/[\n*?:\\/[\]']/g, " ")
    .trim()
    .slice(0, most);
