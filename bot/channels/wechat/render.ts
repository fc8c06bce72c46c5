import { choiceLines, headline, type Reply, split } from "../../channel.ts";

/** One of WeChat's messages. */
export type Part = { readonly text: string } | { readonly file: NonNullable<Reply["file"]> };

const longestText = 2000;

/** A reply as messages: choices are lines under the text; what asks comes last, after a file. Never empty. */
export const render = (reply: Reply): readonly Part[] => {
  const { file, choices } = reply;
  // WeChat shows a file's name by itself.
  const lines = [...(file?.name === reply.text ? [] : [headline(reply)]), ...choiceLines(reply)];
  const texts = split(lines.join("\n"), longestText)
    .filter((text) => text.trim() !== "")
    .map((text) => ({ text }));
  const files = file ? [{ file }] : [];
  const parts = choices.length > 0 ? [...files, ...texts] : [...texts, ...files];
  return parts.length > 0 ? parts : [{ text: "…" }];
};
