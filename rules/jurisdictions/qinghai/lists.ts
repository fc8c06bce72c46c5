import { tableColumns } from "../../columns.ts";
import { atLeast, notMoreThan } from "../../condition.ts";
import type { Criterion } from "../../define.ts";
import { cite } from "./citations.ts";
import type { Deciding } from "./deciding.ts";
import { from2019 } from "./offering.ts";

/** 附件3, 附件4 and 附件5, and who filled them in. */
export const lists = {
  roster: {
    kind: "table",
    label: "服务平台主要从业人员情况表",
    rowName: "人员",
    ask: "请列出主要从业人员（附件3）。",
    columns: {
      ...tableColumns.roster,
      school: { ...tableColumns.roster.school, example: "青海大学 工商管理" },
      issuer: { ...tableColumns.roster.issuer, example: "青海省人社厅" },
    },
    cite: cite.附件3,
  },
  rosterCount: {
    kind: "count",
    unit: "人",
    label: "附件3列出的人数",
    computed: { op: "rows", table: "roster" },
    cite: cite.附件3,
  },
  equipment: {
    kind: "table",
    label: "服务平台服务设施、软件、仪器设备清单",
    rowName: "设备设施",
    ask: "请逐项列出服务设施、软件和仪器设备（附件4，单位：万元）。",
    columns: tableColumns.equipment,
    cite: cite.附件4,
  },
  servedList: {
    kind: "table",
    label: "平台服务中小企业名单及满意度评价表",
    rowName: "服务企业",
    ask: "请列出上一年度服务的中小企业和它们的满意度（附件5）。企业多，建议用表格文件发给我。",
    columns: tableColumns.servedEnterprises,
    cite: cite.附件5,
  },
  servedListCount: {
    kind: "count",
    unit: "家",
    label: "附件5列出的企业数",
    computed: { op: "rows", table: "servedList" },
    cite: cite.附件5,
  },
  filledBy: {
    kind: "text",
    max: 30,
    label: "填表人",
    ask: "附件3、附件4由谁填表？",
    example: "李四",
    cite: cite.附件3,
  },
  filledByPhone: {
    kind: "phone",
    label: "联系电话",
    ask: "填表人的联系电话是多少？",
    example: "0971-8888666",
    cite: cite.附件3,
  },
} as const;

export const listChecks: readonly Criterion<Deciding | keyof typeof lists>[] = [
  {
    id: "rosterWithinStaff",
    label: "附件3列出的人数不多于从业人数",
    severity: "warning",
    cite: cite.附件3,
    reading: "ours",
    remark: "附件3列的是平台的从业人员",
    when: notMoreThan("rosterCount", "staff"),
  },
  {
    id: "listedWithinServed",
    label: "附件5列出的企业数不多于年服务中小企业数",
    severity: "warning",
    cite: cite.附件5,
    reading: "ours",
    remark: "附件5末行写“上一年度共服务企业”；名单比总数还多，两处要改成一致",
    when: notMoreThan("servedListCount", "servedEnterprises"),
  },
  {
    id: "listedEnterprises",
    label: "附件5列出的企业数",
    severity: "note",
    cite: cite.附件5,
    reading: "ours",
    remark: "办法没有要求名单列全；名单不到50家，就不能单靠它证明第五条（三）的年服务数",
    when: atLeast("servedListCount", from2019(50, "家")),
  },
];
