import type { Passage } from "../../rules/content.ts";
import { headingWords } from "../../rules/headings.ts";
import { fold } from "../../rules/values/fold.ts";

/** Stands between two cells of a row; no text has it. */
export const CELL = "\u001f";

/** A text without white space and with half-width signs: `words`, each character's place in `text` in `at`. */
interface Flat {
  readonly text: string;
  readonly words: string;
  readonly at: readonly number[];
}

/** A paragraph, or a row of a table (`cells`), as one line; `table` tells the tables apart. */
export interface Line extends Flat {
  /** Its words as a heading's; "" where it is too long for one. */
  readonly heading: string;
  readonly cells: readonly string[] | null;
  readonly table: number;
}

/** A document's paragraphs and its tables' rows in their order. */
export const linesIn = (passages: readonly Passage[]): readonly Line[] =>
  passages.flatMap((passage, table): readonly Line[] => {
    const rows = "table" in passage ? passage.table : passage.paragraph.split("\n").map((text) => [text]);
    return rows.map((row): Line => {
      const cells = row.map((cell) => cell.replaceAll(CELL, " "));
      const line = flat(cells.join(CELL));
      const heading = line.words.length > LONGEST_HEADING ? "" : headingWords(line.words);
      return { ...line, heading, cells: "table" in passage ? cells : null, table };
    });
  });

const LONGEST_HEADING = 120;

/** The text with its folded words. */
const flat = (text: string): Flat => {
  const at: number[] = [];
  let words = "";
  for (let place = 0; place < text.length; place++) {
    const folded = foldedCharacter(text.charAt(place));
    words += folded;
    for (let count = 0; count < folded.length; count++) at.push(place);
  }
  return { text, words, at };
};

/** The words as labels are compared: without white space, half-width. */
export const wordsOf = (text: string): string => flat(text).words;

const foldedCharacter = (character: string): string => (USUAL.test(character) ? character : fold(character));
const USUAL = /[\u4e00-\u9fa5\w]/;
