import { isNumbered, type Reply, split } from "../../channel.ts";
import { isTooWide, type Keyboard, keyboardOf } from "./keyboard.ts";

/** One of Telegram's messages. */
export type Part = ({ readonly text: string } | { readonly file: NonNullable<Reply["file"]> }) & {
  readonly keyboard: Keyboard;
};

const longestText = 4096;

/** A reply as messages: its text in pieces, then its file; the buttons are under the last. Never empty. */
export const render = (reply: Reply, seq: number): readonly Part[] => {
  const { file, choices } = reply;
  // Telegram shows a file's name by itself.
  const text = file?.name === reply.text ? "" : wordsOf(reply);
  const pieces = split(text, longestText).filter((piece) => piece.trim() !== "");
  const bare = [...pieces.map((piece) => ({ text: piece })), ...(file ? [{ file }] : [])];
  const keyboard = keyboardOf(choices, seq, isListed(reply) && isNumbered(reply.ask));
  return (bare.length > 0 ? bare : [{ text: "…" }]).map((part, at, { length }) => ({
    ...part,
    keyboard: at === length - 1 ? keyboard : [],
  }));
};

/** Labels that a button would cut are written out. */
const isListed = ({ choices }: Reply): boolean => choices.some(isTooWide);

const wordsOf = (reply: Reply): string => {
  const { text, progress, ask, choices } = reply;
  const done = progress && ask ? `（${progress.done}/${progress.total}）` : "";
  const mark = (at: number) => (isNumbered(ask) ? `${at + 1}.` : "·");
  const list = isListed(reply) ? `\n\n${choices.map(({ label }, at) => `${mark(at)} ${label}`).join("\n")}` : "";
  return `${text}${done}${list}`;
};
