import type { Choice } from "../define.ts";
import { fold, withoutEndMark } from "./fold.ts";
import { parseNumber, plainNumerals } from "./numeral.ts";

export type Choices = readonly Choice[];

/** The choices that one item may mean: by label, id, number, the label's beginning, or a part of it. */
export const find = (text: string, choices: Choices): Choices => {
  const wanted = withoutEndMark(text).toLowerCase();
  const ways = [exactly, byId, numbered, byLine, byBeginning, byPart];
  return ways.map((way) => way(wanted, choices)).find((found) => found.length > 0) ?? [];
};

/** The choices with just this label. */
export const exactly = (text: string, choices: Choices): Choices =>
  choices.filter(({ label }) => same(label) === same(text));
const byId = (text: string, choices: Choices): Choices => choices.filter(({ id }) => same(id) === same(text));
const byBeginning = (text: string, choices: Choices): Choices =>
  text === "" ? [] : choices.filter(({ label }) => same(label).startsWith(same(text)));
// One character is too little: 有 is no 自有.
const byPart = (text: string, choices: Choices): Choices =>
  text.length < 2 ? [] : choices.filter(({ label }) => same(label).includes(same(text)));
const same = (text: string): string => withoutEndMark(fold(text)).toLowerCase();

/** The choice of this number: `3`, `三`, `③`, `3.`, `第三项`, `选3`. */
export const numbered = (text: string, choices: Choices): Choices => {
  const plain = text.replace(/^[①-⑳]$/, (circled) => circled.normalize("NFKC"));
  const [, number = ""] = /^(?:我?选|第)?(?:第)?([^第选个项号.、)]{1,4})[个项号.、)]?$/.exec(plain) ?? [];
  const place = parseNumber(plainNumerals(number));
  const one = place?.lte(choices.length) ? choices[place.toNumber() - 1] : undefined;
  return one ? [one] : [];
};

/** A line of the list as it was shown: `2 技术服务`, `2.技术`; number and label must agree. */
const byLine = (text: string, choices: Choices): Choices => {
  const [, number = "", label = ""] = /^(\d{1,3})[.、) ]{0,3}([^\d.、) ].*)$/.exec(text) ?? [];
  return numbered(number, choices).filter((one) => byBeginning(label, [one]).length > 0);
};
