import type { Duty } from "../../define.ts";
import { cite } from "./citations.ts";

/** The source holds no round: 第十五条 leaves each year's dates to that year's notice. */
export const duties: readonly Duty[] = [
  {
    id: "report",
    label: "报送年度工作总结",
    owedBy: "applicant",
    procedure: "report",
    to: "地（州、市）中小企业主管部门",
    every: { month: 12, day: 15 },
    cite: cite.第十八条,
  },
  {
    id: "summary",
    label: "报送示范平台工作总结汇总报告和检查情况报告",
    owedBy: "city",
    to: "自治区工业和信息化厅",
    every: { month: 12, day: "end" },
    cite: cite.第十九条,
  },
  {
    id: "validity",
    label: "示范平台认定有效期3年，期满当年可再次申报",
    owedBy: "applicant",
    procedure: "apply",
    level: "province",
    remark: "有效期内有违法违规等行为，一经查实予以撤销",
    every: { years: 3 },
    cite: cite.第十七条,
  },
];
