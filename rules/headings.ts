import { fold } from "./values/fold.ts";

const NUMBER =
  /^(?:第[一二三四五六七八九十\d]+[章节部分]+|[（(]?[一二三四五六七八九十\d]{1,3}(?:[)）、]|[.．](?!\d))|[①-⑳])+/;
const REMARK = /[（(][^（()）]*[)）]$/;

/** A heading's words as headings are compared: without number, white space, end marks and a remark in brackets. */
export const headingWords = (text: string): string => {
  const bare = fold(text)
    .replaceAll(" ", "")
    .replace(NUMBER, "")
    .replace(/[:;。；、.]+$/, "");
  return bare.replace(REMARK, "") || bare;
};

/** What a heading may name; `label` as heading words. */
export interface Labelled {
  readonly id: string;
  readonly label: string;
}

/**
 * The id whose label the text is a heading for. One that is marked as a heading, by its level, a number or a colon, may
 * say less or a little more than the label; any other has to be the label. Nothing where two fit alike.
 */
export const headedBy = (text: string, isHeading: boolean, labels: readonly Labelled[]): string | null => {
  if (text.length > LONGEST) return null;
  const words = headingWords(text);
  const isMarked = isHeading || /[:：]\s*$/.test(text) || NUMBER.test(fold(text).replaceAll(" ", ""));
  const ways = isMarked ? [isSame, isPart, hasSameStart] : [isSame];
  for (const way of ways) {
    const found = labels.filter(({ label }) => way(words, label));
    if (found.length > 0) return found.length === 1 && found[0] ? found[0].id : null;
  }
  return null;
};

const LONGEST = 100;

const isSame = (words: string, label: string): boolean => words !== "" && words === label;

/** 下一步发展规划 for 下一步发展规划或年度运营计划, 平台管理运营情况 for 管理运营情况. */
const isPart = (words: string, label: string): boolean =>
  (words.length >= 5 && words.length * 2 >= label.length && (label.startsWith(words) || label.endsWith(words))) ||
  (label.length >= 5 && label.length * 10 >= words.length * 7 && (words.startsWith(label) || words.endsWith(label)));

/** Labels shorten what a form's heading says at length: both begin with the same ten characters or more. */
const hasSameStart = (words: string, label: string): boolean => {
  const start = label.slice(0, Math.max(10, Math.ceil(label.length / 2)));
  return start.length >= 10 && words.startsWith(start);
};
