import type { Column } from "../rules/define.ts";

/** The label as on the form, with the unit in brackets where the label does not end in it. */
export const withUnit = (column: Column): string => {
  const unit = unitOf(column);
  if (unit === "" || column.label.endsWith(`（${unit}）`)) return column.label;
  return unit.includes("（") ? `${column.label}〔${unit}〕` : `${column.label}（${unit}）`;
};

const unitOf = (column: Column): string => (column.kind === "percent" ? "%" : "unit" in column ? column.unit : "");
