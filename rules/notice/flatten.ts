/** Where one statement ends for certain: a full stop, a new item, a blank line. */
export const STOP = "\u2029";
/** Where a part of a statement ends: a comma, a table's cell, a short line. */
export const CELL = "\n";

const INVISIBLE = /[\p{Cf}\p{VS}]/u;
const WIDE = /[\uFF01-\uFF5E\u2F00-\u2FDF\uF900-\uFAFF]/;
/** A line at least so long goes on in the next one: it was wrapped, not ended. */
const WRAPPED = 20;

const SAME: Readonly<Record<string, string>> = {
  ...{ 〇: "零", "○": "零", "◯": "零", "－": "-", "–": "-", "—": "-", "―": "-", "−": "-", "～": "~", "〜": "~" },
  ...{
    "〔": "[",
    "〕": "]",
    "【": "[",
    "】": "]",
    "，": ",",
    "；": STOP,
    ";": STOP,
    "。": STOP,
    "！": STOP,
    "？": STOP,
  },
};

/**
 * The text as the reader sees it, each character at its own place: full-width forms half-width, all white space a
 * space, `CELL` or `STOP`. A line break within a wrapped sentence or a date is a space.
 */
export const flatten = (text: string): string => {
  const plain = text.replace(/[\s\S]/g, plainOf);
  return plain.replace(/[ \t\n|]+/g, (run, at: number) =>
    (/[\t\n|]/.test(run) ? breakOf(plain, at, run) : "").padEnd(run.length),
  );
};

const plainOf = (character: string): string => {
  const same = SAME[character];
  if (same) return same;
  if (character === "\n" || character === "\u2028" || character === "\u2029") return "\n";
  if (character === "\t" || character === "|") return character;
  if (/\s/.test(character) || INVISIBLE.test(character)) return " ";
  const narrow = WIDE.test(character) ? character.normalize("NFKC") : character;
  return narrow.length === 1 ? (SAME[narrow] ?? narrow) : character;
};

const ITEM =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\d{1,2}(?:[、)]|\.(?!\d))|\([一二三四五六七八九十\d]{1,3}\)|第[一二三四五六七八九十]{1,4}[章条]|附件|[-•●◆★☆▪·*①-⑳]|联 *系|地 *址|抄送)/;

/** A title's last line, however long. */
const TITLED = /(?:通知|公告|公示|通告|函|办法|号)$/;
/** How the text after a title begins. */
const BODY = /^(?:各|有关|现|为|根据|按照?|经)/;

/** A document's number, which has a line of its own wherever it begins one. */
const NUMBERED = /^[一-龥]{2,14} {0,2}[[(] {0,2}20\d{2} {0,2}[\])] {0,2}第? {0,2}\d{1,4} {0,2}号/;

/** What a run of white space with a line break or a table's rule stands for. */
const breakOf = (plain: string, at: number, run: string): string => {
  const [before, after] = [plain.charAt(at - 1), plain.slice(at + run.length, at + run.length + 8)];
  if (isWithinDate(before, after)) return " ";
  if (ITEM.test(after) || before === STOP) return STOP;
  if (before === ":" || !run.includes("\n")) return CELL;
  const isBlankLine = (run.match(/\n/g) ?? []).length > 1;
  const line =
    plain
      .slice(Math.max(at - 200, 0), at)
      .split("\n")
      .at(-1) ?? "";
  if (TITLED.test(line) && (isBlankLine || BODY.test(after))) return STOP;
  if (/[\t|]/.test(line)) return STOP;
  const isNumber = NUMBERED.test(plain.slice(at + run.length, at + run.length + 40));
  if (isNumber && (isBlankLine || TITLED.test(line))) return STOP;
  if (line.trim().length >= WRAPPED) return " ";
  return isBlankLine ? STOP : CELL;
};

const isWithinDate = (before: string, after: string): boolean =>
  (/[年月]/.test(before) && /^[\d一二三四五六七八九十]{1,3} *[月日号]/.test(after)) ||
  (/[\d一二三四五六七八九十]/.test(before) && /^[年月日号](?![\d一二三四五六七八九十] *[、.])/.test(after)) ||
  (/[日号]/.test(before) && /^(?:之前|以前|前)/.test(after));
