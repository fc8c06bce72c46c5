import type { Day, Field, ScalarField } from "../define.ts";
import { read } from "../values/index.ts";

/** What a value takes of a text, and what is left of it; both as typed. */
export interface Taken {
  readonly text: string;
  readonly rest: string;
}

/** A mark between figures may belong to the number. */
const ENDS = /[\n；;\t【]|(?<!\d)[，,。、]|[，,。、](?!\d)/g;
const ENDS_AND_SPACES = new RegExp(`${ENDS.source}|[ \\u3000]`, "g");
const MOST_PARTS = 6;
const LONGEST = 200;

/** Kinds whose values can be told from prose. */
export const isStructured = ({ kind }: Field): boolean =>
  !["text", "longText", "yesNo", "choice", "choices", "table", "file"].includes(kind);

export const isScalar = (field: Field): field is ScalarField => field.kind !== "table" && field.kind !== "file";

/** White space and marks that part answers, dropped from both ends. */
export const trimmed = (text: string): string => {
  const from = text.search(/[^\s；;，,。、]/);
  return from < 0
    ? ""
    : text
        .slice(from)
        .replace(/[\s；;，,。、]{1,50}$/, "")
        .trimEnd();
};

/** The longest beginning, ending where a part does, that the field's kind reads; null where there is none. */
export const valueIn = (field: Field, typed: string, on: Day): Taken | null => {
  const text = trimmed(typed);
  const end = endsOf(text, ENDS).findLast((at) => isRead(field, text.slice(0, at), on));
  return end === undefined ? null : { text: trimmed(text.slice(0, end)), rest: trimmed(text.slice(end)) };
};

/** Whether a value comes first. What follows after a space may be the next label: 500万 员工20人. */
export const beginsWithValue = (field: Field, typed: string, on: Day): boolean => {
  const text = trimmed(typed);
  return endsOf(text, ENDS_AND_SPACES).some((at) => isRead(field, text.slice(0, at), on));
};

/** Where a value may end, the nearest first. */
const endsOf = (text: string, marks: RegExp): readonly number[] => {
  const ends = [...text.slice(0, LONGEST).matchAll(marks)].map(({ index }) => index).slice(0, MOST_PARTS);
  return text.length <= LONGEST ? [...ends, text.length] : ends;
};

/** Whether a kind makes anything of a text. */
export const isRead = (field: Field, text: string, on: Day): boolean =>
  text !== "" && isScalar(field) && read(field, text, on).status !== "refused";
