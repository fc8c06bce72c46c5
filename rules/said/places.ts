import { parseNumber, plainNumerals } from "../values/numeral.ts";
import { changesIn, changesOf } from "./listed.ts";

const NUMERAL = "[零一二三四五六七八九十]{1,3}";
const COUNTER = "(?:项|条|个|题|行|号|点)";
const WRONG = "(?:[写填打弄]错了?|错了?|不对|有误)[ ,，。]*(?:应该?)?(?:是|为|改成|改为)";
const CHANGE = "(?:请|要|应该?)?(?:改成|改为|改到|换成|更正为|修改为|应该是|应该为|应为|应是)";

/** 第3项 · 第三项 · 3项 · 3. No figure with more behind it: 20人 is none. */
const ITEM = `(?:第 *(?:\\d{1,3}|${NUMERAL}) *${COUNTER}?|\\d{1,3} *${COUNTER}?)(?![\\d年月.%])`;
const ITEM_CHANGES = changesOf(ITEM, `${CHANGE}|${WRONG}|(?:是|为|改(?!一下|[成为])|:|：|=|→)`);

/**
 * Changes to a numbered list, several in one message: “3 改成20人” → item 3, 20人; “去掉第5项” → item 5, null. Items
 * count from 1. Null where the text is anything else, also in part.
 */
export const listCorrections = (
  text: string,
): readonly { readonly item: number; readonly text: string | null }[] | null =>
  numbered(changesIn(text, ITEM_CHANGES, new RegExp(ITEM, "g")), numberIn)?.map(({ number, text }) => ({
    item: number,
    text,
  })) ?? null;

const COLUMN = `(?:第 *(?:\\d{1,3}|${NUMERAL}) *列|[A-Za-z]{1,2} *列)`;
const COLUMN_CHANGES = changesOf(COLUMN, `${CHANGE}|${WRONG}|(?:就?是|为|对应|填的?是|放的?是|:|：|=|→)`);

/**
 * What the columns of a spreadsheet hold, as the person says: “C列是电话” → column 2, 电话; “B列不要” → column 1, null.
 * Columns count from 0. Null where the text is anything else, also in part.
 */
export const columnCorrections = (
  text: string,
): readonly { readonly column: number; readonly words: string | null }[] | null =>
  numbered(changesIn(text, COLUMN_CHANGES, new RegExp(COLUMN, "g")), columnIn)?.map(({ number, text }) => ({
    column: number - 1,
    words: text,
  })) ?? null;

/** The changes with their places as numbers from 1; null where one is none. */
const numbered = (changes: ReturnType<typeof changesIn>, numberOf: (place: string) => number) => {
  const all = changes?.map(({ place, text }) => ({ number: numberOf(place), text })) ?? [];
  return all.length > 0 && all.every(({ number }) => number >= 1) ? all : null;
};

/** 第三项 → 3; 0 where there is no number. */
const numberIn = (place: string): number => {
  const [words = ""] = new RegExp(`\\d+|${NUMERAL}`).exec(place) ?? [];
  return parseNumber(plainNumerals(words))?.toNumber() ?? 0;
};

/** C列 → 3, AA列 → 27, 第三列 → 3. */
const columnIn = (place: string): number => {
  const [letters] = /[A-Za-z]+/.exec(place) ?? [];
  if (!letters) return numberIn(place);
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
};
