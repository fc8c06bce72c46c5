import type { Duty, Round } from "../../define.ts";
import { cite } from "./citations.ts";

/** The source holds no round: dates, addresses and copies beyond 一式两份 are the year's notice's. */
export const rounds: readonly Round[] = [];

const BUREAU = "省工业和信息化厅中小企业发展局";
/** The platform's own limit lies after the one by which its city has to have summed up its row. */
const EARLIER =
  "办法有两个日期：平台自己的期限（8月底、次年2月底）晚于市州汇总上报的期限（7月20日、次年1月30日）。汇总表要先交市州（园区），按早的日期准备；这样理解是我们的，具体日期以市州（园区）的通知为准";

export const duties: readonly Duty[] = [
  {
    id: "rowForHalfYear",
    label: "把半年的运营情况（附件6）填报给市州（园区）主管部门，赶在它7月20日汇总上报以前",
    owedBy: "applicant",
    procedure: "report",
    to: "所在市州（园区）中小企业主管部门",
    remark: EARLIER,
    every: { month: 7, day: 20 },
    cite: cite["附件6 注"],
  },
  {
    id: "halfYearReport",
    label: "报送示范平台半年度总结报告和附件6",
    owedBy: "applicant",
    procedure: "report",
    to: BUREAU,
    remark: "不报送会被撤销称号（第十六条）",
    every: { month: 8, day: "end" },
    cite: cite.第十四条,
  },
  {
    id: "rowForYear",
    label: "把全年的运营情况（附件6）填报给市州（园区）主管部门，赶在它1月30日汇总上报以前",
    owedBy: "applicant",
    procedure: "report",
    to: "所在市州（园区）中小企业主管部门",
    remark: EARLIER,
    every: { month: 1, day: 30 },
    cite: cite["附件6 注"],
  },
  {
    id: "yearReport",
    label: "报送示范平台年度总结报告和附件6",
    owedBy: "applicant",
    procedure: "report",
    to: BUREAU,
    remark: "不报送会被撤销称号（第十六条）",
    every: { month: 2, day: "end" },
    cite: cite.第十四条,
  },
  {
    id: "halfYearSummary",
    label: "汇总本地区示范平台半年运营情况（附件6）上报",
    owedBy: "city",
    to: BUREAU,
    every: { month: 7, day: 20 },
    cite: cite["附件6 注"],
  },
  {
    id: "yearSummary",
    label: "汇总本地区示范平台全年运营情况（附件6）上报",
    owedBy: "city",
    to: BUREAU,
    every: { month: 1, day: 30 },
    cite: cite["附件6 注"],
  },
  {
    id: "validity",
    label: "认定有效期三年，期满申请复核（与当年申报同时进行）",
    owedBy: "applicant",
    procedure: "renew",
    level: "province",
    to: BUREAU,
    remark: "附件7还要市（州）主管部门的复核意见；复核不合格会被撤销称号",
    every: { years: 3 },
    cite: cite.第十五条,
  },
];
