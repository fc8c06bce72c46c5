import { atLeast } from "../../condition.ts";
import { defineProcedure } from "../../define.ts";
import { figure } from "./areas.ts";
import { cite } from "./citations.ts";
import { department, year } from "./shared.ts";

/** The source names two papers and gives no form for either: their parts and columns are ours. */
const ours = { ours: true, cite: cite.第十九条 } as const;

const yesOrNo = (label: string, ask: string) => ({ kind: "yesNo", label, ask, example: "是" }) as const;

const platforms = {
  summaryYear: { ...year, ...ours, ask: "是哪一年的汇总？" },
  platforms: {
    ...ours,
    kind: "table",
    label: "辖区内示范平台",
    rowName: "平台",
    ask: "请列出辖区内的示范平台。",
    columns: {
      name: { kind: "text", max: 60, label: "运营单位", example: "新疆启航企业服务有限公司" },
      recognisedOn: { kind: "date", label: "认定日期", example: "2023年9月20日" },
      reported: yesOrNo("已交工作总结", "12月15日前交了工作总结吗？"),
      served: { kind: "count", unit: "家", label: "服务中小企业（家）", ask: "本年度服务了多少家？", example: "142" },
      satisfaction: { kind: "percent", label: "服务满意度（%）", ask: "服务满意度是百分之多少？", example: "93%" },
      publicBenefit: {
        kind: "percent",
        label: "公益性或低收费服务（%）",
        ask: "公益性或低收费服务占百分之多少？",
        example: "30%",
      },
      inspected: yesOrNo("已检查", "今年检查过吗？"),
      findings: {
        kind: "text",
        max: 100,
        label: "检查情况",
        ask: "检查情况怎样？没有检查可以跳过。",
        example: "合格",
        optional: true,
      },
    },
  },
  servedTogether: {
    ...ours,
    kind: "count",
    unit: "家",
    label: "服务中小企业合计",
    computed: { op: "sum", table: "platforms", column: "served" },
  },
  platformCount: {
    ...ours,
    kind: "count",
    unit: "家",
    label: "示范平台数",
    computed: { op: "rows", table: "platforms" },
  },
  reportedShare: {
    ...ours,
    kind: "percent",
    label: "已交工作总结的示范平台占",
    computed: { op: "shareOfRows", table: "platforms", column: "reported", is: ["true"] },
  },
  inspectedShare: {
    ...ours,
    kind: "percent",
    label: "已检查的示范平台占",
    computed: { op: "shareOfRows", table: "platforms", column: "inspected", is: ["true"] },
  },
} as const;

const text = (label: string, ask: string, ...prompts: readonly string[]) =>
  ({ ...ours, kind: "longText", label, ask, prompts }) as const;

const papers = {
  workOverview: text("示范平台工作情况", "汇总报告：请概括辖区内示范平台今年的工作。", "总体情况", "主要做法和成效"),
  problems: text("存在的问题和建议", "汇总报告：有什么问题和建议？", "存在的问题", "建议"),
  inspectionWay: text("检查的组织", "检查情况报告：检查是怎样组织的？", "时间和方式", "检查的平台"),
  qualityFound: text("服务质量", "检查情况报告：服务质量怎样？", "检查所见"),
  feesFound: text("服务收费情况", "检查情况报告：服务收费情况怎样？", "检查所见"),
  satisfactionFound: text("服务满意度", "检查情况报告：服务满意度怎样？", "检查所见"),
} as const;

const ids = <const F extends Record<string, unknown>>(group: F) => Object.keys(group) as (keyof F & string)[];
const warning = { severity: "warning", reading: "ours" } as const;

/** 第十九条: the prefecture's two reports to the region, by the end of December. */
export const summarise = defineProcedure({
  code: "summarise",
  title: "示范平台工作总结汇总和检查情况报告",
  role: "department",
  fields: { ...department, ...platforms, ...papers },
  sections: [
    { id: "department", title: "主管部门", fields: ids(department) },
    { id: "platforms", title: "辖区内示范平台", fields: ids(platforms) },
    { id: "papers", title: "报告正文", fields: ids(papers) },
  ],
  criteria: [
    {
      ...warning,
      id: "allReported",
      label: "各示范平台都交了工作总结",
      cite: cite.第十八条,
      remark: "每家示范平台每年12月15日前都要报工作总结",
      when: atLeast("reportedShare", figure(100, "%")),
    },
    {
      ...warning,
      id: "allInspected",
      label: "各示范平台都检查过",
      cite: cite.第十九条,
      remark: "办法要求定期检查，没有写多久一次；我们按每年一次提醒",
      when: atLeast("inspectedShare", figure(100, "%")),
    },
  ],
  binding: [
    { label: "示范平台工作总结汇总报告", form: "summary", cite: cite.第十九条, ours: true },
    { label: "示范平台工作总结汇总表", form: "summaryTable", cite: cite.第十九条, ours: true },
    { label: "示范平台检查情况报告", form: "inspection", cite: cite.第十九条, ours: true },
  ],
  declaration: {
    title: "内容属实",
    // The source has no declaration for the department.
    text: "本部门确认汇总报告和检查情况报告的内容属实。",
    cite: cite.第十九条,
  },
  afterwards: [
    { text: "打印两份报告和汇总表并盖公章", cite: cite.第十九条 },
    { text: "每年12月底前报自治区工信厅；部门下班比当天结束早，建议提前一天", cite: cite.第十九条 },
  ],
});
