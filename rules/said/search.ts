import type { Field } from "../define.ts";
import { fieldsLabelled, type Labelled, namesOf } from "./labels.ts";
import { isScalar } from "./value.ts";

/** Whether a text begins with a value of the field. */
export type Reads = (field: Field, text: string) => boolean;

/** A text in which labels of fields are looked for. */
export interface Search {
  readonly text: string;
  /** The text with half-width marks and letters in lower case, every character at its place. */
  readonly flat: string;
  readonly fields: readonly Labelled[];
  readonly byId: ReadonlyMap<string, Field>;
  /** The names of the fields by their first character, the longest first. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly reads: Reads;
}

export const searchFor = (text: string, fields: readonly Labelled[], reads: Reads): Search => ({
  ...dictionaryOf(fields),
  text,
  flat: flatten(text),
  fields,
  reads,
});

type Dictionary = Pick<Search, "byId" | "names">;
const dictionaries = new WeakMap<readonly Labelled[], Dictionary>();

/** Made once for each list of fields. */
const dictionaryOf = (fields: readonly Labelled[]): Dictionary => {
  const known = dictionaries.get(fields);
  if (known) return known;
  const all = new Set(fields.flatMap(({ field }) => namesOf(field)).map((name) => flatten(name).replaceAll(" ", "")));
  const names = new Map<string, string[]>();
  for (const name of [...all].toSorted((a, b) => b.length - a.length)) {
    const first = name[0] ?? "";
    names.set(first, [...(names.get(first) ?? []), name]);
  }
  const dictionary = { byId: new Map(fields.map(({ id, field }) => [id, field])), names };
  dictionaries.set(fields, dictionary);
  return dictionary;
};

const flatten = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\r]/g, " ")
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** 名    称: print spreads short labels. */
export const endOfName = (flat: string, at: number, name: string): number | null => {
  let place = at;
  for (const character of name) {
    while (place > at && flat[place] === " ") place++;
    if (!flat.startsWith(character, place)) return null;
    place += character.length;
  }
  return place;
};

/** The fields that words mean and that one value answers. */
export const idsNamed = ({ fields, byId }: Search, words: string): readonly string[] =>
  fieldsLabelled(words, fields).filter((id) => {
    const field = byId.get(id);
    return field !== undefined && isScalar(field);
  });
