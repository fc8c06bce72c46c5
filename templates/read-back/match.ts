import { apart } from "./apart.ts";
import { CELL, type Line } from "./lines.ts";
import type { Slot, Token, Words } from "./pattern.ts";

/** What a line gives for a pattern of words. */
export interface Match {
  /** How many of the form's characters were found, less half of those that were not. */
  readonly weight: number;
  readonly found: readonly Found[];
}
/** What stands in an answer's place. */
export type Found = readonly [Slot, string];

/** A declaration is long; it must not outweigh a table. */
const MOST = 24;

/** How much the tokens weigh at most. */
export const weightOf = (tokens: readonly Token[]): number =>
  tokens.reduce((sum, token) => sum + ("words" in token ? Math.min(token.words.length, MOST) : 0), 0);

/** The line as one with these words; nothing where less than half of them are in it. */
export const matchOf = (tokens: readonly Token[], line: Line): Match | null => {
  const [only, ...more] = tokens;
  return only && "words" in only && more.length === 0 ? headingMatch(only, line) : inOrder(tokens, line);
};

const headingMatch = (token: Words, line: Line): Match | null => {
  const weight = weightOf([token]);
  if (line.words.replace(/:$/, "") === token.words) return { weight, found: [] };
  return line.heading !== "" && line.heading === token.heading ? { weight: weight / 2, found: [] } : null;
};

const inOrder = (tokens: readonly Token[], line: Line): Match | null => {
  const found: Found[] = [];
  const most = weightOf(tokens) / 2;
  let [weight, missing, next, from] = [0, 0, 0, 0];
  let open: Token[] = [];
  let isLost = false;
  for (const token of tokens) {
    if (!("words" in token)) {
      if (!isLost) open.push(token);
      continue;
    }
    const place = placeOf(token, line, next);
    if (place < 0) {
      missing += weightOf([token]);
      if (missing > most) return null;
      // Answers behind words that are not there have no place.
      isLost = true;
      continue;
    }
    found.push(...apart(open, line.text.slice(from, line.at[place])));
    weight += weightOf([token]);
    next = place + token.words.length;
    from = (line.at[next - 1] ?? 0) + 1;
    [open, isLost] = [[], false];
  }
  found.push(...apart(open, line.text.slice(from)));
  return weight > 0 ? { weight: weight - missing / 2, found } : null;
};

/** Where the words stand in the line's words, from `next` on; -1 where they do not. */
const placeOf = ({ words, begins, ends }: Words, line: Line, next: number): number => {
  let place = line.words.indexOf(words, next);
  while (place >= 0 && !((!begins || isStart(line, place)) && (!ends || isEnd(line, place + words.length))))
    place = line.words.indexOf(words, place + 1);
  return place;
};

const isStart = (line: Line, place: number): boolean =>
  place === 0 || [CELL, "\n"].some((edge) => between(line, place).includes(edge));
const isEnd = (line: Line, place: number): boolean =>
  place === line.words.length || line.words[place] === ":" || between(line, place) !== "";

/** What stands in the text before the character of that place and behind the one before. */
const between = ({ text, at }: Line, place: number): string => text.slice((at[place - 1] ?? -1) + 1, at[place]);
