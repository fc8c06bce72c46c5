import type { Column } from "../define.ts";
import { fold } from "../values/fold.ts";

const BARE = /^(?:[-¥]|负| )*[\d,]+(?:\.\d+)?$/;
const NAMED = /\(([^()]{1,8})\)|\[([^\]]{1,8})\]|\/([^/]{1,4})$/g;
const CAPTION = /单位\s*[:：]?\s*(?:人民币)?([十百千万亿]*[元圆])/;

/** What may be the unit of a heading's figures, for each kind that converts or refuses other units. */
const UNITS: Partial<Record<Column["kind"], RegExp>> = {
  money: /^(?:[十百千万亿]{1,2}|[十百千万亿]*[美欧日港]?[元圆])$/,
  count: /^[十百千万亿]+[^\d]{0,3}$/,
  decimal: /^(?:[十百千万亿]+[^\d]{0,4}|亩|公顷|个?月|天|日|小时)$/,
  percent: /^[‰‱]$/,
};

/** The unit that a heading (`注册资本（元）`, `金额/万元`) or a line above it (`单位：元`) names for a column's figures. */
export const unitNamed = (heading: string, caption: string, column: Column): string | undefined => {
  const isUnit = UNITS[column.kind];
  const named = [...fold(heading).matchAll(NAMED)]
    .flatMap(([, ...parts]) => parts.filter(Boolean))
    .map((part) => part.replace(/^(?:单位|人民币|:| )+/, ""));
  const unit = named.find((part) => isUnit?.test(part));
  return unit ?? (column.kind === "money" ? CAPTION.exec(caption)?.[1] : undefined);
};

/** A bare number with the unit that its heading names. In the column's own unit it only loses its commas. */
export const inUnit = (text: string, unit: string | undefined, column: Column): string => {
  const number = fold(text);
  if (unit === undefined || !BARE.test(number)) return text;
  const isOwn = "unit" in column && (column.unit === unit || (column.kind === "money" && column.unit === `${unit}元`));
  return isOwn ? number.replaceAll(",", "") : `${number}${unit}`;
};
