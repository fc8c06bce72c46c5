import type { InlineKeyboardButton } from "grammy/types";
import type { Choice } from "../../channel.ts";

export type Keyboard = readonly (readonly InlineKeyboardButton.CallbackButton[])[];

const mostButtons = 100;
const mostInRow = 4;
/** Chinese characters that a phone shows in one row of buttons; a longer label is cut by Telegram. */
const rowWidth = 20;

export const isTooWide = ({ label }: Choice): boolean => label.length > rowWidth;

/** Buttons for a question's choices, several in a row where they are short. The data names the question, never a label. */
export const keyboardOf = (choices: readonly Choice[], seq: number, numbered: boolean): Keyboard => {
  const rows: InlineKeyboardButton.CallbackButton[][] = [];
  for (const [at, choice] of choices.slice(0, mostButtons).entries()) {
    const text = numbered ? `${at + 1}. ${choice.label}` : choice.label;
    const row = rows.at(-1);
    if (!row || !fits([...row.map((button) => button.text), text])) rows.push([]);
    rows.at(-1)?.push({ text, callback_data: dataOf(seq, at) });
  }
  return rows;
};

/** Buttons of a row are equally wide. */
const fits = (labels: readonly string[]): boolean =>
  labels.length <= mostInRow && Math.max(...labels.map((label) => label.length + 1)) * labels.length <= rowWidth;

const dataOf = (seq: number, at: number): string => `q${seq}:${at}`;

/** The question's number and the choice's place in it; null where the data is not ours. */
export const readData = (data: string): { readonly seq: number; readonly at: number } | null => {
  const [, seq, at] = /^q(\d{1,15}):(\d{1,3})$/.exec(data) ?? [];
  return seq && at ? { seq: Number(seq), at: Number(at) } : null;
};
