import { CELL } from "./lines.ts";
import type { Found } from "./match.ts";
import type { Gap, Token } from "./pattern.ts";

/** The text between two of the form's words, among the answers that stand there. */
export const apart = (tokens: readonly Token[], text: string): readonly Found[] => {
  const at = tokens.findIndex((token) => "gap" in token);
  const gap = tokens[at];
  if (!gap || !("gap" in gap))
    return tokens.flatMap((token) => ("slot" in token ? [[token.slot, own(text, token.begins)] as const] : []));
  const [before, after] = parted(text, gap);
  return [...apart(tokens.slice(0, at), before), ...apart(tokens.slice(at + 1), after)];
};

/** Parts the text at the gap as it is printed, else at the widest white space that there is. */
const parted = (text: string, { gap, behind, isLast }: Gap): readonly [string, string] => {
  const exact = behind ? text.search(behind) : text.indexOf(gap);
  const [from, size] = exact >= 0 ? [exact, gap.length] : behind ? [text.length, 0] : widestSpace(text, isLast);
  return [text.slice(0, from), text.slice(from + size)];
};

/** Where the widest white space within the text is, and how wide; of several the first or the last. */
const widestSpace = (text: string, isLast: boolean): readonly [from: number, size: number] => {
  const start = text.length - text.trimStart().length;
  let [from, size] = [text.length, 0];
  for (const { 0: space, index } of text.trim().matchAll(/\s+/g))
    if (space.length > size || (isLast && space.length === size)) [from, size] = [start + index, space.length];
  return [from, size];
};

/** An answer behind its label, or in the cell beside it where that is no label again. */
const own = (text: string, isBeside: boolean): string => {
  const [first = "", second = ""] = text.split(CELL);
  const behind = first.replace(/^\s*[:：]\s*/, "");
  return behind.trim() !== "" || (LABEL.test(second) && !isBeside) ? behind : second;
};

/** 传真： but not https:// */
const LABEL = /^[^:：]{1,12}[:：](?!\/\/)/;
