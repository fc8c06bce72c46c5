import { yes } from "../../condition.ts";
import { defineProcedure } from "../../define.ts";
import { cite } from "./citations.ts";
import { doneCriteria, donePersonally, operator, recommending } from "./department.ts";
import { criteria, figures } from "./figures.ts";

/** What the department found for each figure of 注3, under the ids by which the applicant stated it. */
const found = {
  platformName: { ...figures.platformName, ask: "被核查的平台叫什么名称？" },
  registeredOn: { ...figures.registeredOn, ask: "核查到的注册登记时间是哪一天？" },
  totalAssets: { ...figures.totalAssets, ask: "核查到的上年末资产总额是多少万元？" },
  staff: { ...figures.staff, ask: "核查到多少服务人员？" },
  serviceBodies: { ...figures.serviceBodies, ask: "核查到集聚了多少家服务机构？" },
  preferentialShare: { ...figures.preferentialShare, ask: "核查到的优惠服务占比是百分之多少？" },
  servedEnterprises: { ...figures.servedEnterprises, ask: "核查到一年服务多少家企业？" },
} as const;

const onSite = {
  isReviewed: {
    kind: "yesNo",
    label: "申请报告已逐项审核",
    ask: "申请报告的内容逐项审核过了吗？",
    cite: cite["（四）"],
  },
  isVerified: donePersonally.isVerified,
  verifiedOn: {
    kind: "date",
    label: "核查日期",
    ask: "哪一天到现场核查的？",
    example: "2022年12月1日",
    cite: cite["（四）"],
    ours: true,
    when: { op: "yes", field: "isVerified" },
  },
  siteAddress: {
    kind: "text",
    max: 120,
    label: "核查地点",
    ask: "在哪里核查的？",
    example: "洛阳市洛龙区某某路1号",
    cite: cite["（四）"],
    ours: true,
    when: { op: "yes", field: "isVerified" },
  },
  verifiers: {
    kind: "text",
    max: 60,
    label: "核查人员",
    ask: "哪些人去核查的？",
    example: "王五、赵六",
    cite: cite["（四）"],
    ours: true,
    when: { op: "yes", field: "isVerified" },
  },
  isTruthful: {
    kind: "yesNo",
    label: "申报材料真实有效，符合申报要求",
    ask: "核查下来，申报材料真实有效、符合申报要求吗？",
    help: "《现场核查真实性说明》写的就是这句话；答“否”时说明只作草稿。",
    cite: cite.附件1,
  },
} as const;

const interview = {
  isInterviewed: donePersonally.isInterviewed,
  headName: {
    kind: "text",
    max: 30,
    label: "主要负责人",
    ask: "和哪一位主要负责人谈的？",
    example: "张三",
    cite: cite["（四）"],
    ours: true,
    when: { op: "yes", field: "isInterviewed" },
  },
  interviewedOn: {
    kind: "date",
    label: "谈话日期",
    ask: "哪一天谈的？",
    example: "2022年12月1日",
    cite: cite["（四）"],
    ours: true,
    when: { op: "yes", field: "isInterviewed" },
  },
  interviewers: {
    kind: "text",
    max: 60,
    label: "谈话人",
    ask: "由谁去谈的？",
    example: "王五",
    cite: cite["（四）"],
    ours: true,
    when: { op: "yes", field: "isInterviewed" },
  },
  interviewResult: {
    kind: "longText",
    max: 2000,
    label: "谈话结果",
    ask: "谈话的结果是什么？",
    help: "谈话结果要写入推荐文件。",
    example: "主要负责人确认所报材料真实，与现场核查一致",
    cite: cite["（四）"],
    when: { op: "yes", field: "isInterviewed" },
  },
} as const;

const ids = <const F extends Record<string, unknown>>(group: F) => Object.keys(group) as (keyof F & string)[];

export const verify = defineProcedure({
  code: "verify",
  title: "现场核查和面谈",
  role: "department",
  fields: { ...recommending, ...operator, ...found, ...onSite, ...interview },
  sections: [
    { id: "whom", title: "推荐单位和被核查单位", fields: [...ids(recommending), ...ids(operator)] },
    { id: "found", title: "核查到的情况", fields: ids(found) },
    { id: "onSite", title: "审核和现场核查", fields: ids(onSite) },
    { id: "interview", title: "与主要负责人当面谈话", fields: ids(interview) },
  ],
  criteria: [
    ...criteria,
    {
      id: "reviewed",
      label: "申请报告已逐项审核",
      severity: "blocking",
      cite: cite["（四）"],
      reading: "source",
      when: yes("isReviewed"),
    },
    {
      id: "truthful",
      label: "申报材料真实有效，符合申报要求",
      severity: "blocking",
      cite: cite.附件1,
      reading: "source",
      when: yes("isTruthful"),
    },
    ...doneCriteria,
  ],
  binding: [
    { label: "附件1 现场核查真实性说明", form: "statement", cite: cite.附件1 },
    { label: "现场核查和谈话记录", form: "record", cite: cite["（四）"], ours: true },
  ],
  declaration: {
    title: "现场核查真实性说明",
    text: "经现场核查，该运营单位的省级中小企业公共服务示范平台申报材料真实有效，符合申报要求。",
    cite: cite.附件1,
  },
  afterwards: [
    { text: "《现场核查真实性说明》由被核查单位和工业和信息化主管部门盖章，写上日期", cite: cite.附件1 },
    { text: "把谈话结果写入推荐文件", cite: cite["（四）"] },
    { text: "说明随推荐文件一起报送省工业和信息化厅（中小企业局）", cite: cite["（五）"] },
  ],
});
