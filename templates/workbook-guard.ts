import type ExcelJS from "exceljs";
import type { Column } from "../rules/define.ts";
import { exampleOf, optionsOf } from "./workbook-column.ts";

/** Gives the formula of a drop-down's list. */
export type Listed = (options: readonly string[]) => string;

/** Hints on the cells of a column's range, drop-downs for what is to choose, and a warning where a number is expected. */
export const guard = (page: ExcelJS.Worksheet, range: string, column: Column, listed: Listed): void => {
  const hint = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: column.label.slice(0, TITLE_LENGTH),
    prompt: [...promptOf(column)].slice(0, PROMPT_LENGTH).join(""),
  };
  (page as unknown as Guarded).dataValidations.add(range, { ...hint, ...limits(column, listed) });
};

/** The longest that a spreadsheet takes, and a little less. */
const TITLE_LENGTH = 30;
const PROMPT_LENGTH = 250;

interface Limits extends Partial<Omit<ExcelJS.DataValidation, "type">> {
  readonly type: ExcelJS.DataValidation["type"] | "any";
}

/** Of a worksheet: by range, which its library does not declare. */
interface Guarded {
  readonly dataValidations: { add(range: string, limits: Limits): void };
}

const promptOf = (column: Column): string => {
  const example = exampleOf(column);
  return [column.ask, column.help, manner(column), example && `例如：${example}`].filter(Boolean).join(" ");
};

const manner = (column: Column): string => {
  switch (column.kind) {
    case "money":
    case "count":
    case "decimal":
      return `填数字，单位是${column.unit}。`;
    case "percent":
      return "填数字，填 60 就是 60%。";
    case "choices":
      return `可以填几项，用顿号“、”隔开。可填：${optionsOf(column).join("、")}。`;
    case "choice":
    case "yesNo":
      return "点右边的小箭头选一项。";
    default:
      return "";
  }
};

const FAR = 1e15;

const limits = (column: Column, listed: Listed): Limits => {
  switch (column.kind) {
    case "choice":
    case "yesNo":
      return { ...chosen(listed(optionsOf(column))), ...refusal, error: "请点右边的小箭头，从里面选一项。" };
    case "text":
      return column.suggest ? chosen(listed(column.suggest)) : { type: "any" };
    case "count":
      return between("whole", 0, FAR);
    case "year":
      return between("whole", 1900, 2100);
    case "percent":
      return column.isChange ? between("decimal", -FAR, FAR) : between("decimal", 0, 100);
    case "money":
    case "decimal":
      return between("decimal", -FAR, FAR);
    default:
      return { type: "any" };
  }
};

const refusal = { showErrorMessage: true, errorTitle: "请看一下" } as const;
const chosen = (list: string): Limits => ({ type: "list", formulae: [list] });

/** Warns and lets pass: 250万 is understood as well. */
const between = (type: "whole" | "decimal", from: number, to: number): Limits => ({
  ...refusal,
  type,
  formulae: [from, to],
  errorStyle: "warning",
  error: "这里一般填数字，单位看表头。",
});
