import { eachRow } from "../../condition.ts";
import type { Criterion } from "../../define.ts";
import { cite } from "./citations.ts";

/**
 * 附件6's columns under the second header row, in its order; the first row's groups are in the form. The text does not
 * say what 累计 and 新增 count from: the questions say how we read them.
 */
const money = (label: string, ask: string, example: string) =>
  ({ kind: "money", unit: "万元", label, ask: `${ask}（新增金额按本报告期发生额，单位：万元）`, example }) as const;
const change = (ask: string, example = "8.5%") =>
  ({
    kind: "percent",
    isChange: true,
    label: "同比增长（%）",
    ask: `${ask}同比增长百分之几？下降写负数。`,
    example,
  }) as const;
const count = (unit: string, label: string, ask: string, example: string) =>
  ({ kind: "count", unit, label, ask, example }) as const;

const columns = {
  name: { kind: "text", max: 60, label: "平台名称", ask: "平台名称是什么？", example: "某某服务平台" },
  contact: { kind: "text", max: 30, label: "联系人", ask: "平台的联系人是谁？", example: "李四" },
  phone: { kind: "phone", label: "联系电话", ask: "平台的联系电话是多少？", example: "0971-8888666" },
  area: { kind: "decimal", unit: "平方米", label: "服务场地面积", ask: "服务场地有多少平方米？", example: "650" },
  staff: count("人", "总人数", "员工总人数是多少？", "22"),
  college: count("人", "其中：大专（含）以上学历", "其中大专（含）以上学历的有多少人？", "20"),
  titled: count("人", "中级（含）以上技术职称", "中级（含）以上技术职称的有多少人？", "14"),
  served: count("家", "累计数", "服务企业累计多少家？", "420"),
  newServed: count("家", "新增数", "服务企业本报告期新增多少家？", "68"),
  servedGrowth: change("服务企业数"),
  withAgreement: count("家", "签订服务协议户数", "签订服务协议的有多少户？", "120"),
  revenue: money("新增金额", "营业收入多少？", "480"),
  revenueGrowth: change("营业收入"),
  serviceRevenue: money("新增金额", "其中服务收入多少？", "360"),
  serviceRevenueGrowth: change("服务收入"),
  profit: money("新增金额", "利润多少？亏损写负数。", "46"),
  profitGrowth: change("利润", "-2%"),
  taxes: money("新增金额", "上缴税金多少？", "18"),
  taxesGrowth: change("上缴税金"),
  events: count("场", "累计数", "举办服务活动累计多少场？", "96"),
  newEvents: count("场", "新增数", "举办服务活动本报告期新增多少场？", "14"),
  governmentEvents: count("场", "累计数", "其中以政府名义举办的累计多少场？", "20"),
  newGovernmentEvents: count("场", "新增数", "其中以政府名义举办的本报告期新增多少场？", "4"),
} as const;

/** 附件6: a platform's own row in 报告, the rows of all in 汇总. */
export const summaryTable = {
  kind: "table",
  label: "运营情况汇总表",
  rowName: "平台",
  columns,
  minRows: 1,
  cite: cite.附件6,
} as const;

/** Above and below 附件6. */
export const summaryHead = {
  reportYear: {
    kind: "year",
    label: "年度",
    ask: "报告的是哪一年度？",
    help: "汇总表标题下的“（　　年度）”。",
    example: "2026",
    cite: cite.附件6,
  },
  reportPeriod: {
    kind: "choice",
    label: "报告期",
    ask: "是上半年的，还是全年的？",
    help: "半年度的8月底前报，年度的次年2月底前报；汇总表交市州（园区）还要更早，见“7月20日”和“1月30日”。",
    choices: [
      { id: "half", label: "上半年" },
      { id: "year", label: "全年" },
    ],
    example: "上半年",
    cite: cite.第十四条,
  },
  filledBy: { kind: "text", max: 30, label: "填报人", ask: "汇总表由谁填报？", example: "李四", cite: cite.附件6 },
  filledByPhone: {
    kind: "phone",
    label: "联系电话",
    ask: "填报人的联系电话是多少？",
    example: "0971-8888666",
    cite: cite.附件6,
  },
} as const;

type Column = keyof typeof columns;
const within = (id: string, label: string, part: Column, whole: Column): Criterion<"platforms"> => ({
  id,
  label,
  severity: "warning",
  cite: cite.附件6,
  reading: "ours",
  remark: "表头写的是“其中”，或按字面新增不超过累计；我们据此核对",
  when: eachRow("platforms", part, whole),
});

/** What does not fit together within a row: our readings. */
export const summaryChecks: readonly Criterion<"platforms">[] = [
  within("collegeWithinStaff", "大专以上学历人数不多于总人数", "college", "staff"),
  within("titledWithinStaff", "中级以上职称人数不多于总人数", "titled", "staff"),
  within("newServedWithinServed", "服务企业新增数不多于累计数", "newServed", "served"),
  within("agreementsWithinServed", "签订服务协议户数不多于服务企业累计数", "withAgreement", "served"),
  within("serviceRevenueWithinRevenue", "服务收入不超过营业收入", "serviceRevenue", "revenue"),
  within("newEventsWithinEvents", "活动新增数不多于累计数", "newEvents", "events"),
  within("governmentEventsWithinEvents", "以政府名义举办的累计数不多于活动累计数", "governmentEvents", "events"),
  within("newGovernmentEventsWithin", "以政府名义举办的新增数不多于活动新增数", "newGovernmentEvents", "newEvents"),
];
