import type { Day } from "../define.ts";
import { halfAnswerIn } from "./half.ts";
import { type Head, headsIn } from "./heads.ts";
import { fieldsLabelled, type Labelled } from "./labels.ts";
import { beginsWithValue, isRead, isStructured, type Taken, trimmed, valueIn } from "./value.ts";

interface Pair {
  readonly field: string;
  /** As the person wrote it; empty where the open question was answered without one. */
  readonly label: string;
  readonly text: string;
}

export interface Several {
  readonly pairs: readonly Pair[];
  /** What belongs to no field, in the person's words. */
  readonly rest: readonly string[];
  /** Pairs whose label fits several fields, and all of those that answer one field differently. */
  readonly unclear: readonly { readonly label: string; readonly text: string; readonly fields: readonly string[] }[];
}

/** Beyond this a text is a narrative. */
const LONGEST = 10_000;

/**
 * A text that answers several questions: “注册日期：2019年3月5日，法人代表：张三，注册资本500万”, lines of a licence, cells
 * of a table. `open` is the question that is asked: a beginning without a label answers it. Null where the text is one
 * plain answer to it; prose is never torn apart. The values are as typed: whether they are well-formed is not said.
 */
export const severalIn = (typed: string, fields: readonly Labelled[], open: string | null, on: Day): Several | null => {
  const asked = fields.find(({ id }) => id === open);
  const text = typed.replace(/\r\n?|[\u2028\u2029]/g, "\n");
  if (text.length > LONGEST || halfAnswerIn(text) === "question") return null;
  if (asked && isStructured(asked.field) && isRead(asked.field, text, on)) return null;
  const all = headsIn(text, fields, (field, value) => beginsWithValue(field, value, on));
  const heads = withoutStopsInProse(all, fields);
  if (heads.length === 0 || speaksOfColumns(heads, asked)) return null;
  const parts = heads.map((head, at) =>
    partOf(head, text.slice(head.mark === "stop" ? head.start : head.end, heads[at + 1]?.start), fields, on),
  );
  const leading = beginning(text.slice(0, heads[0]?.start), asked, on);
  const several = settled([leading, ...parts]);
  if (several.pairs.length + several.unclear.length === 0) return null;
  const isLeft = [leading, ...parts].some(({ rest }, at) => heads[at - 1]?.mark !== "stop" && !NOISE.test(rest));
  const isUnread = several.pairs.some(({ field, text }) =>
    fields.some((one) => one.id === field && !isRead(one.field, text, on)),
  );
  return asked && isProse(asked.field, heads, { isLeft, isUnread }) ? null : several;
};

/** While a table is open, the names of its columns speak of rows. */
const speaksOfColumns = (heads: readonly Head[], asked: Labelled | undefined): boolean => {
  if (asked?.field.kind !== "table") return false;
  const columns = Object.entries(asked.field.columns).map(([id, column]) => ({
    id,
    field: { ...column, cite: asked.field.cite },
  }));
  return heads.some(({ label }) => fieldsLabelled(label, columns).length > 0);
};

/** A long text goes on after a comma, whatever word follows. */
const withoutStopsInProse = (heads: readonly Head[], fields: readonly Labelled[]): readonly Head[] => {
  const long = new Set(fields.filter(({ field }) => field.kind === "longText").map(({ id }) => id));
  let isLong = false;
  return heads.filter(({ mark, fields: [id = ""] }) => {
    if (mark !== "stop") isLong = long.has(id);
    return mark !== "stop" || !isLong;
  });
};

const STRONG: ReadonlySet<Head["mark"]> = new Set(["colon", "tab", "line"]);

/** An open text may speak of anything: only labels that stand apart, with nothing left over, are no part of it. */
const isProse = (open: Labelled["field"], heads: readonly Head[], odd: { isLeft: boolean; isUnread: boolean }) => {
  const isApart = heads.every(({ mark }) => STRONG.has(mark));
  if (open.kind === "longText") return !isApart || odd.isLeft || odd.isUnread || heads[0]?.start !== 0;
  return open.kind === "text" && !isApart && odd.isLeft;
};

interface Part {
  readonly pairs: readonly { readonly label: string; readonly text: string; readonly fields: readonly string[] }[];
  readonly rest: string;
}

/** The beginning without a label answers the open question, if it can. */
const beginning = (typed: string, asked: Labelled | undefined, on: Day): Part => {
  const text = trimmed(typed);
  const taken = asked && text !== "" ? answerIn(asked.field, text, on) : null;
  if (!asked || !taken) return { pairs: [], rest: text };
  return { pairs: [{ label: "", text: taken.text, fields: [asked.id] }], rest: taken.rest };
};

const answerIn = (field: Labelled["field"], text: string, on: Day): Taken | null => {
  if (field.kind === "text") return halfAnswerIn(text) || NOISE.test(text) ? null : cut(text, NEXT_PART);
  const isReceipt = field.kind === "yesNo" && RECEIPT.test(text);
  return isReceipt ? null : valueIn(field, text, on);
};

/** 好的 says that the question was heard, not that it is so. */
const RECEIPT = /^(?:好|嗯|可以|行|ok)/i;

/** What stands between a label and the next. */
const partOf = (head: Head, typed: string, fields: readonly Labelled[], on: Day): Part => {
  const { label, fields: ids } = head;
  if (head.value) return { pairs: [{ label, text: head.value, fields: ids }], rest: trimmed(typed) };
  const field = fields.find(({ id }) => id === ids[0])?.field;
  const { text, rest } = field ? takenBy(field, typed, on) : { text: "", rest: typed };
  const unit =
    field?.kind === "money" && /^[\d.,，]+$/.test(text) ? (/[（(](万?亿?元)[）)]/.exec(label)?.[1] ?? "") : "";
  return { pairs: text === "" ? [] : [{ label, text: `${text}${unit}`, fields: ids }], rest };
};

const takenBy = (field: Labelled["field"], typed: string, on: Day): Taken => {
  if (field.kind === "longText") return cut(trimmed(typed), NEXT_SECTION);
  const known = field.kind === "text" ? null : valueIn(field, typed, on);
  return known ?? cut(trimmed(typed), NEXT_PART);
};

const OTHER_LABEL = "[\\p{Script=Han}A-Za-z（）()/]{2,14}[ ]*[:：\\t=]";
const NEXT_SECTION = new RegExp(`\\n[ \\t]*(?=${OTHER_LABEL})`, "u");
const NEXT_PART = new RegExp(
  `[\\n；;\\t]|。(?=.)|[ \\u3000]+(?=${OTHER_LABEL})|[，,。][ ]*(?=${OTHER_LABEL}|另外|还有|对了|然后|其[他中]|谢谢|麻烦|辛苦|请|他|她|我|不过|但|因为|所以)`,
  "u",
);

const cut = (text: string, at: RegExp): Taken => {
  const end = at.exec(text)?.index ?? text.length;
  return { text: trimmed(text.slice(0, end)), rest: trimmed(text.slice(end)) };
};

const NOISE =
  /^(?:以下是.{0,12}|你好|您好|好的|好|嗯|呃|是的|对了|对|谢谢[你您]?|多谢|麻烦了|麻烦|辛苦了|辛苦|补充|补充一下|另外|还有|(?:我们|我司)?(?:公司|单位|企业)?的?(?:情况|信息|资料|材料|内容)?(?:如下|是这样的?)|[\p{P}\p{S}\s])*$/u;

/** One answer for each field; a field answered differently is not clear. */
const settled = (parts: readonly Part[]): Several => {
  const said = parts.flatMap(({ pairs }) => pairs);
  const distinct = said.filter(
    (one, at) => said.findIndex(({ text, fields }) => text === one.text && fields[0] === one.fields[0]) === at,
  );
  const isClear = ({ fields }: (typeof said)[number]): boolean =>
    fields.length === 1 && distinct.filter((other) => other.fields[0] === fields[0]).length === 1;
  const pairs = distinct
    .filter(isClear)
    .flatMap(({ label, text, fields: [field] }) => (field ? [{ field, label, text }] : []));
  const rest = parts.flatMap(({ rest }) => rest.split(/[\n；;]/).map(trimmed)).filter((words) => !NOISE.test(words));
  return { pairs, rest, unclear: distinct.filter((one) => !isClear(one)) };
};
