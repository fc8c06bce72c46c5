import type { Column, Day } from "../define.ts";
import { fold } from "../values/fold.ts";
import { isEmptyCell, readCell } from "./cell.ts";

/** How much it says that cells are understood as a kind: anything is a text, little else is a credit code. */
const WEIGHT: Readonly<Record<Column["kind"], number>> = {
  creditCode: 1,
  email: 1,
  mobile: 0.95,
  phone: 0.95,
  url: 0.9,
  date: 0.9,
  choice: 0.85,
  choices: 0.8,
  year: 0.85,
  percent: 0.5,
  yesNo: 0.7,
  postcode: 0.6,
  money: 0.4,
  decimal: 0.35,
  count: 0.4,
  text: 0.1,
  longText: 0.1,
};
/** Kinds whose cells tell them from all others. */
export const isDistinctive = (column: Column): boolean => WEIGHT[column.kind] >= 0.8;

const ORGANISATION =
  /(?:公司|集团|厂|中心|合作社|研究[院所]|事务所|协会|商行|经营部|大学|学院|合伙\)?|局)(?:\([^)]{1,10}\))?$/;
const PERSON =
  /^(?!.*(?:经理|主任|总监|主管|本科|大专|专科|硕士|博士|民营|国有|满意|[师员长]$))\p{Script=Han}{2,4}(?:[·•]\p{Script=Han}+)?$/u;
/** What cells of some columns of words look like. */
const TRAITS: readonly (readonly [label: RegExp, cell: RegExp])[] = [
  [/姓名|联系人|代表|被访/, PERSON],
  [/企业|单位|投资方/, ORGANISATION],
  [/学历/, /^(?:全日制|在职)?(?:大学)?(?:小学|初中|高中|中专|大专|专科|高职|本科|学士|硕士|博士|研究生|大学)/],
  [/职称/, /^无$|师$|员$|高工|工程师|教授|讲师|研究员|初级|中级|高级/],
  [/性质/, /国有|民营|集体|外资|合资|事业|自然人|个人|股份|私营|国企|民企|独资|社会团体|政府/],
  [/职务|岗位/, /经理|主任|总监|董事|[长员管工师]$|主管|负责人|顾问|助理|总$/],
  [/院校|学校/, /大学|学院|学校|党校|电大/],
];

const traitOf = ({ label }: Column): RegExp | undefined => TRAITS.find(([name]) => name.test(label))?.[1];

export const isWords = (column: Column): boolean => column.kind === "text" || column.kind === "longText";

/** The share of the filled cells, 0–1, that read as the column's kind; `undefined` where all are empty. */
export const understoodShare = (column: Column, texts: readonly string[], on: Day): number | undefined => {
  const filled = texts.filter((text) => !isEmptyCell(column, text));
  if (filled.length === 0) return undefined;
  return filled.filter((text) => readCell(column, text, on).status !== "refused").length / filled.length;
};

/** The share of the cells, 0–1, that look like what the column's label names; `undefined` where it names nothing known. */
export const traitShare = (column: Column, texts: readonly string[]): number | undefined => {
  const trait = traitOf(column);
  const filled = texts.map((text) => fold(text).replaceAll(" ", "")).filter((text) => text !== "");
  if (!trait || filled.length === 0) return undefined;
  return filled.filter((text) => trait.test(text)).length / filled.length;
};

const FIGURE = /^[-¥]?[\d,.]+(?:%|[十百千万亿]*元)?$|^\d{4}[-年/.]\d{1,2}|^1\d{10}$|@/;

/** A figure, a day or a number to call: no words. */
export const looksLikeFigure = (text: string): boolean => FIGURE.test(fold(text));

const figureShare = (texts: readonly string[]): number => {
  const filled = texts.map(fold).filter((text) => text !== "");
  return filled.filter(looksLikeFigure).length / (filled.length || 1);
};

/** Do the cells speak against this column? */
export const contradicts = (column: Column, texts: readonly string[], on: Day): boolean => {
  if (isWords(column)) return figureShare(texts) > 0.5;
  const share = understoodShare(column, texts, on);
  return share !== undefined && share < 0.5;
};

/** How strongly the cells alone speak for the column, 0–1; 0 where most of them are something else. */
export const evidence = (column: Column, texts: readonly string[], on: Day): number => {
  if (isWords(column)) {
    const share = traitShare(column, texts) ?? 0;
    if (figureShare(texts) > 0.5) return 0;
    return share >= 0.6 ? 0.75 * share : WEIGHT[column.kind];
  }
  const share = understoodShare(column, texts, on) ?? 0;
  return share >= 0.6 ? WEIGHT[column.kind] * share : 0;
};
