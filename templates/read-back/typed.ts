import type { Choice, ValueKind } from "../../rules/define.ts";

const TICKED = "☑☒■√✓✔✅●";
const MARKS = `${TICKED}□☐○`;
/** The line that an answer stands on: ____500____ */
const LINE = /^[_＿]{2,200}|[_＿]{2,200}$/g;
const BLANK = /^[\s_＿…]*$/;
/** No figure, day or choice; in a text it may be meant. */
const DASH = /^[—–-]+$/;
const NUMBER = /^-?\d[\d,，]*(?:\.\d+)?$/;

/** What stands in an answer's place as a person would type it; "" for a blank. */
export const typedFrom = (kind: ValueKind, text: string): string => {
  const said = text.replaceAll("【待填】", "").replaceAll("\u00a0", " ").trim().replace(LINE, "").trim();
  const isText = kind.kind === "text" || kind.kind === "longText";
  if (BLANK.test(said) || (!isText && DASH.test(said))) return "";
  switch (kind.kind) {
    case "money":
    case "count":
    case "decimal":
      return NUMBER.test(said) ? `${said}${kind.unit}` : said;
    case "percent":
      return NUMBER.test(said) ? `${said}%` : said;
    case "choice":
    case "choices":
      return MARKS.includes(said.charAt(0)) ? ticked(said, kind.choices) : said;
    default:
      return said;
  }
};

/** Whether a cell under one choice's label is ticked. */
export const isTicked = (cell: string): boolean => [...cell].some((character) => TICKED.includes(character));

/** ☑租用　□自有 → 租用 */
const ticked = (text: string, choices: readonly Choice[]): string => {
  const items = text.matchAll(new RegExp(`([${MARKS}\\s]+)([^${MARKS}]+)`, "g"));
  const chosen = [...items].flatMap(([, marks = "", label = ""]) => (isTicked(marks) ? [label.trim()] : []));
  const labels = choices.map(({ label }) => label).toSorted((a, b) => b.length - a.length);
  return chosen.map((said) => labels.find((label) => said.startsWith(label)) ?? said).join("、");
};
