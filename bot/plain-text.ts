import { isNumbered } from "../flows/choose.ts";
import type { Reply } from "../flows/reply.ts";

/** What a reply says, with how far one is where it asks. */
export const headline = ({ text, progress, ask }: Reply): string =>
  `${text}${progress && ask ? `（${progress.done}/${progress.total}）` : ""}`;

/**
 * A question's choices as lines: numbered where a number picks one, else in brackets on one line. What does not ask says
 * its words itself, or its numbers would be taken for those of the question under it.
 */
export const choiceLines = ({ choices, ask }: Reply): readonly string[] => {
  if (choices.length === 0 || ask === null) return [];
  return isNumbered(ask)
    ? choices.map(({ label }, at) => `${at + 1}. ${label}`)
    : [choices.map(({ label }) => `[${label}]`).join(" ")];
};
