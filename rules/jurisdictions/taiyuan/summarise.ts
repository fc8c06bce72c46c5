import { tableColumns } from "../../columns.ts";
import { eachRow } from "../../condition.ts";
import { defineProcedure } from "../../define.ts";
import { facts } from "../../vocabulary.ts";
import { cite } from "./citations.ts";
import { cover } from "./form-fields.ts";
import { ids } from "./sections.ts";

const { revenue, serviceRevenue } = tableColumns.operation;
const { legalRepresentative, registeredOn, staff } = facts;

const head = {
  summaryYear: {
    kind: "year",
    label: "年度",
    ask: "汇总的是哪一年度的示范平台？",
    example: "2023",
    cite: cite.附件3,
  },
  recommendingUnit: { ...cover.recommendingUnit, ask: "汇总上报的部门全称是什么？", help: "与公章一致。" },
  track: {
    kind: "choice",
    label: "类别",
    ask: "汇总的是市级认定，还是省级推荐？两类分开上报。",
    choices: [
      { id: "city", label: "市级认定" },
      { id: "province", label: "省级推荐" },
    ],
    example: "市级认定",
    ours: true,
    cite: cite.附件3,
  },
} as const;

/** The notice names 附件3 only: its columns are the facts of 附件2's 申请表, chosen by us. */
const platforms = {
  platforms: {
    kind: "table",
    label: "示范平台基本情况",
    rowName: "示范平台",
    ask: "请逐个填写推荐的示范平台。",
    ours: true,
    columns: {
      name: { kind: "text", max: 60, label: "示范平台承担单位名称", example: "太原某某企业服务有限公司" },
      legalRepresentative,
      registeredOn,
      totalAssets: { kind: "money", unit: "万元", label: "上年末总资产", example: "650" },
      staff,
      professionals: { kind: "count", unit: "人", label: "其中：专业人员", example: "16" },
      revenue,
      serviceRevenue,
      served: { kind: "count", unit: "户", label: "服务中小企业户数", example: "96" },
      satisfaction: { kind: "percent", label: "企业满意度", example: "95%" },
      contact: facts.contactPerson,
      phone: facts.contactPhone,
    },
    cite: cite.附件3,
  },
} as const;

const warning = { severity: "warning", reading: "ours", cite: cite.附件3 } as const;

/** 附件3, for either track. */
export const summarise = defineProcedure({
  code: "summarise",
  title: "示范平台基本情况汇总",
  role: "department",
  fields: { ...head, ...platforms },
  sections: [
    { id: "head", title: "表头", fields: ids(head) },
    { id: "platforms", title: "汇总表", fields: ids(platforms) },
  ],
  criteria: [
    {
      ...warning,
      id: "professionalsWithinStaff",
      label: "专业人员不多于从业人数",
      remark: "专业人员是从业人员的一部分",
      when: eachRow("platforms", "professionals", "staff"),
    },
    {
      ...warning,
      id: "serviceRevenueWithinRevenue",
      label: "服务收入不多于营业收入",
      remark: "服务收入是营业收入的一部分",
      when: eachRow("platforms", "serviceRevenue", "revenue"),
    },
  ],
  binding: [{ label: "附件3 示范平台基本情况汇总表", form: "summary", cite: cite.附件3, ours: true }],
  declaration: {
    title: "汇总确认（本系统自拟，通知没有规定声明格式）",
    text: "本部门确认汇总表与所推荐示范平台的申报材料一致。",
    cite: cite["一 4"],
  },
  afterwards: [
    { text: "通知只给出附件3的表名，栏目是本系统拟的；下载到原表的，请把数据抄到原表", cite: cite.附件3 },
    { text: "市级：连同推荐文件、推荐表（附件1）、申报材料纸质版（一式三份）及扫描件电子版上报", cite: cite["一 5"] },
    {
      text: "省级：连同正式推荐文件、《山西省中小企业公共服务示范平台推荐表》和申请材料等纸质文件（一式三份）和全部材料的电子文档上报",
      cite: cite["二 5"],
    },
  ],
});
