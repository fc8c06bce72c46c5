/** What may stand in an XML document: no control characters, no halves of a character. Line ends become line feeds. */
export const legal = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[^\n\u{20}-\u{7e}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, (c) =>
      c === "\t" ? " " : "",
    );

/** How wide a text prints, in halves of a Chinese character. */
export const widthOf = (text: string): number => [...text].reduce((width, c) => width + (c < "\u2000" ? 1 : 2), 0);

/** About how many lines a text of 五号 takes in a cell of that width in mm; at least one. */
export const linesIn = (text: string, width: number): number =>
  Math.max(1, Math.ceil((widthOf(text) * HALF) / (width - PADDING)));

/** Half a character of 五号, and what a cell keeps free at its sides, in mm. */
const HALF = 1.86;
const PADDING = 3;
