import { synonyms } from "./synonyms.ts";

/** From here on a name is taken as meant; below it is shown as unsure. */
export const SURE = 0.9;
/** Below this a name says nothing. */
export const LOOSE = 0.5;

/** No heading is longer. */
const LONGEST = 80;
const BRACKETS = /\([^)]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕/g;

/** A heading as names are compared: without spaces, punctuation, brackets, a leading number, 其中, 的, 及, 与. */
export const foldName = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、)]\s*/, "")
    .replace(/^\s*(?:其中|\*)/, "")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/[的及与]/g, "");

/** The folded forms of a heading: whole, without what stands in brackets, without `/万元`. */
export const formsOf = (heading: string): readonly string[] => {
  if (heading.length > LONGEST) return [];
  const text = heading.normalize("NFKC");
  const bare = text.replace(BRACKETS, "");
  const forms = [text, bare, bare.replace(/[/／][十百千万亿]*元$/, "")].map(foldName);
  return [...new Set(forms)].filter((form) => form !== "");
};

/** How near two headings are, 0–1: the same, of one group of synonyms, one within the other, alike. */
export const nearness = (a: readonly string[], b: readonly string[]): number => nearest(a, b, nearTo);

/** How alike two names are written, 0–1, whatever they mean. */
export const likeness = (a: string, b: string): number => nearest(formsOf(a), formsOf(b), likeTo);

const nearest = (a: readonly string[], b: readonly string[], compare: (one: string, other: string) => number): number =>
  a.reduce((best, one) => b.reduce((near, other) => Math.max(near, compare(one, other)), best), 0);

const groupsOf = new Map<string, number[]>();
for (const [at, group] of synonyms.entries())
  for (const name of group) groupsOf.set(foldName(name), [...(groupsOf.get(foldName(name)) ?? []), at]);

const nearTo = (one: string, other: string): number => {
  const groups = groupsOf.get(other) ?? [];
  const isSynonym = one !== other && groupsOf.get(one)?.some((group) => groups.includes(group));
  return isSynonym ? 0.95 : likeTo(one, other);
};

const likeTo = (one: string, other: string): number => {
  if (one === other) return 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 2 || long.length > 40) return 0;
  if (long.includes(short)) return 0.55 + (0.3 * short.length) / long.length;
  const alike = dice(short, long);
  return alike >= LOOSE ? 0.3 + 0.5 * alike : 0;
};

/** Pairs of neighbouring characters in common. */
const dice = (one: string, other: string): number => {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  const common = pairs.filter((pair) => others.includes(pair)).length;
  return (2 * common) / (pairs.length + others.length || 1);
};

const pairsOf = (text: string): readonly string[] =>
  [...text].slice(1).map((character, at) => `${[...text][at]}${character}`);
