import { hasLapsed } from "../rules/calendar.ts";
import type { Citation } from "../rules/cite.ts";
import type { Verdict } from "../rules/judge.ts";
import { showDay } from "../rules/values/day.ts";
import { type Block, type GridRow, words } from "./blocks.ts";
import type { Paper } from "./form.ts";

/** The criteria with what is asked, what there is and what came of it: ours, for the applicant's own eyes. */
export const selfCheck = (paper: Paper): readonly Block[] => {
  const { notHeld } = paper.jurisdiction;
  return [
    { block: "title", text: "条件自查表" },
    { block: "items", lines: [intro(paper)] },
    { block: "grid", rows: [head, ...paper.verdicts.map((verdict) => verdictRow(verdict, paper))] },
    { block: "heading", text: "依据原文" },
    { block: "items", lines: citationsIn(paper).map(({ article, text }) => `${article}　${text}`) },
    ...(notHeld.length > 0
      ? ([
          { block: "heading", text: "本系统没有收录的文件" },
          { block: "items", lines: [`${notHeld.join("、")}。表中没有按这些文件核对，请自行查阅。`] },
        ] as const)
      : []),
  ];
};

const head: GridRow = {
  isHead: true,
  cells: [words("要求"), words("实际", 32), words("结论", 48), words("依据", 20)].map((cell) => ({
    ...cell,
    isBold: true,
  })),
};

const intro = ({ jurisdiction: { source }, facts: { on } }: Paper): string => {
  const lapsed =
    hasLapsed(source, on) && source.lapsesOn
      ? `依据文件已于${showDay(source.lapsesOn)}到期，请向${source.authority}核实是否有新办法，以下结论仅供参考。`
      : (source.age ?? "");
  return `${lapsed}本表由本系统按${showDay(on)}的答案和《${source.title}》${source.number ? `（${source.number}）` : ""}核对，供申报单位自查，不属于申报材料，是否认定以主管部门的结论为准。`;
};

const verdictRow = (verdict: Verdict, { facts }: Paper): GridRow => {
  const missing = verdict.missing.map((id) => facts.field(id).label);
  const remark = verdict.remark ?? (verdict.reading === "ours" ? "原文没有写明这一条" : undefined);
  const remarkName = verdict.reading === "ours" ? "我们的理解" : "说明";
  return {
    cells: [
      { of: [demandOf(verdict), ...(remark ? [`\n（${remarkName}：${remark}）`] : [])] },
      { of: [actualOf(verdict, missing)], width: 32, align: "center" },
      { of: [outcomeOf(verdict)], width: 48 },
      { ...words(verdict.cite.article, 20) },
    ],
  };
};

const COMPARISON = { ">=": "不低于", ">": "超过", "<=": "不超过", "<": "低于" } as const;

const demandOf = ({ label, figure, unit = "", comparison }: Verdict): string =>
  figure !== undefined && comparison ? `${label}：${COMPARISON[comparison]} ${figure} ${unit}` : label;

const actualOf = ({ status, value, unit = "" }: Verdict, missing: readonly string[]): string => {
  if (status === "undecided") return missing.length > 0 ? `未填：${missing.join("、")}` : "未填";
  if (value !== undefined) return `${value} ${unit}`;
  return status === "met" ? "具备" : "不具备";
};

const FAILED = { blocking: "不符合", warning: "可能被退回", note: "未达到（仅提示）" } as const;

const outcomeOf = ({ status, severity, distance, unit = "", cure, readings }: Verdict): string => {
  if (status === "met") return "符合";
  if (readings)
    return readings
      .map(({ as, status: how }) => `${as}：${how === "met" ? "符合" : how === "notMet" ? "不符合" : "待定"}`)
      .join("\n");
  if (status === "undecided") return "待定";
  const how = cure ?? (distance === undefined ? "" : `差 ${distance} ${unit}`);
  return how ? `${FAILED[severity]}\n${how}` : FAILED[severity];
};

/** Each citation once, in the order of the table. */
const citationsIn = ({ verdicts }: Paper): readonly Citation[] => [
  ...new Map(verdicts.map(({ cite }) => [`${cite.document} ${cite.article}`, cite])).values(),
];
