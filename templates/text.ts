/** What may stand in an XML document: no control characters, no halves of a character. Line ends become line feeds. */
export const legal = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[^\n\u{20}-\u{7e}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, (c) =>
      c === "\t" ? " " : "",
    );

/** How wide a text prints, in halves of a Chinese character. */
export const widthOf = (text: string): number => [...text].reduce((width, c) => width + (c < "\u2000" ? 1 : 2), 0);

/** About how many lines a text of 五号, or 六号 in a dense list, takes in a cell of that width in mm; at least one. */
export const linesIn = (text: string, width: number, isDense = false): number => {
  const { half, padding } = isDense ? DENSE : USUAL;
  return Math.max(1, Math.ceil((widthOf(text) * half) / (width - padding)));
};

/** Half a character, and what a cell keeps free at its sides, in mm. */
const USUAL = { half: 1.86, padding: 3 };
const DENSE = { half: 1.33, padding: 1.4 };
