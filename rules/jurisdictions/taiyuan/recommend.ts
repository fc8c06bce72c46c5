import { all, figuresFrom, lacks, not, rowsAtLeast, yes } from "../../condition.ts";
import { defineProcedure } from "../../define.ts";
import { facts } from "../../vocabulary.ts";
import { cite } from "./citations.ts";
import { cover } from "./form-fields.ts";
import { ids } from "./sections.ts";

const from2023 = figuresFrom("2023-03-15");

const front = {
  applicantName: {
    ...facts.applicantName,
    label: "示范平台承担单位名称",
    ask: "推荐的示范平台，承担单位全称是什么？",
    cite: cite.附件1,
  },
  recommendingUnit: { ...cover.recommendingUnit, ask: "推荐单位的全称是什么？", help: "与公章一致。" },
} as const;

const survey = {
  surveyWays: {
    kind: "choices",
    label: "测评方法",
    ask: "测评用了哪些方法？",
    choices: [
      { id: "visit", label: "上门拜访" },
      { id: "phone", label: "电话询问" },
      { id: "online", label: "网络互动" },
      { id: "written", label: "书面征求" },
      { id: "other", label: "其他" },
    ],
    example: "1、2",
    cite: cite["附件1 测评"],
  },
  survey: {
    kind: "table",
    label: "推荐单位组织测评情况",
    rowName: "抽样企业",
    ask: "请逐家填写测评情况（随机抽取，不少于10家）。",
    minRows: 10,
    columns: {
      enterprise: { kind: "text", max: 60, label: "抽样企业名称", example: "太原某某机械有限公司" },
      interviewee: { kind: "text", max: 30, label: "被访人员姓名", example: "赵六" },
      post: { kind: "text", max: 30, label: "职务", example: "办公室主任" },
      phone: { kind: "phone", label: "联系电话", example: "13800138002" },
      service: {
        kind: "text",
        max: 100,
        label: "接受服务内容",
        ask: "这家企业接受了什么服务？",
        example: "政策咨询",
      },
      opinion: {
        kind: "choice",
        label: "对所受服务的总体评价",
        ask: "这家企业对所受服务的总体评价是什么？",
        choices: [
          { id: "verySatisfied", label: "很满意" },
          { id: "basicallySatisfied", label: "基本满意" },
          { id: "dissatisfied", label: "不满意" },
        ],
        example: "很满意",
      },
    },
    cite: cite["附件1 测评"],
  },
  effect: {
    kind: "longText",
    max: 2000,
    label: "对区域中小企业发展的影响和作用",
    ask: "这个平台对区域中小企业发展有什么影响和作用？",
    example: "带动了区域内中小企业的数字化改造",
    cite: cite.附件1,
  },
  opinion: {
    kind: "longText",
    max: 2000,
    label: "县（市、区）、开发区中小企业主管部门推荐意见",
    ask: "推荐意见怎么写？要明确写出推荐或者不推荐。",
    example: "经审核和实地考察，材料真实，同意推荐",
    cite: cite["一 4"],
  },
} as const;

const steps = {
  hasReviewed: {
    kind: "yesNo",
    label: "认真审核申报材料",
    ask: "申报材料认真审核过了吗？",
    cite: cite["一 4"],
  },
  hasVisited: {
    kind: "yesNo",
    label: "实地考察",
    ask: "到平台实地考察过了吗？",
    cite: cite["一 4"],
  },
  hasDocument: {
    kind: "yesNo",
    label: "正式行文推荐",
    ask: "推荐的正式文件准备好了吗？",
    cite: cite["一 4"],
  },
} as const;

const warning = { severity: "warning", reading: "source" } as const;

/** 附件1, which the department of the county or zone fills in for the city's track. */
export const recommend = defineProcedure({
  code: "recommend",
  title: "市级中小企业公共服务示范平台推荐",
  role: "department",
  fields: { ...front, ...survey, ...steps },
  sections: [
    { id: "cover", title: "封面", fields: ids(front) },
    { id: "survey", title: "测评和推荐意见", fields: ids(survey) },
    { id: "steps", title: "推荐工作", fields: ids(steps) },
  ],
  criteria: [
    {
      ...warning,
      id: "survey",
      label: "随机抽取测评的企业",
      cite: cite["附件1 测评"],
      remark: "要随机抽取；是不是随机，本系统无法核对",
      when: rowsAtLeast("survey", from2023(10, "家")),
    },
    {
      ...warning,
      id: "reviewed",
      label: "审核申报材料，实地考察",
      cite: cite["一 4"],
      when: all(yes("hasReviewed"), yes("hasVisited")),
    },
    {
      ...warning,
      id: "opinion",
      label: "明确的推荐意见",
      cite: cite["一 4"],
      reading: "ours",
      remark: "要写明推荐或者不推荐；我们只核对意见里有没有“推荐”二字",
      when: not(lacks("opinion", "推荐")),
    },
    { ...warning, id: "document", label: "正式行文推荐", cite: cite["一 4"], when: yes("hasDocument") },
  ],
  binding: [{ label: "附件1 推荐表", form: "recommendation", cite: cite.附件1 }],
  declaration: {
    title: "推荐确认（本系统自拟，通知没有规定声明格式）",
    text: "本部门对所推荐示范平台的申报材料进行了审核，对其服务进行了测评和实地考察，并对审核和考察内容的真实性负责。",
    cite: cite["一 4"],
  },
  afterwards: [
    { text: "在“县（市、区）、开发区中小企业主管部门推荐意见”处盖章并写日期", cite: cite.附件1 },
    { text: "“专家组评审意见”留给市里组织的专家填写", cite: cite["一 4"] },
    {
      text: "连同推荐文件、汇总表（附件3）、申报材料纸质版（一式三份）及扫描件电子版上报，逾期不予受理",
      cite: cite["一 5"],
    },
    {
      text: "推荐申报省级的，用《山西省中小企业公共服务示范平台推荐表》，本系统没有收录，请到山西省小企业发展促进局政务网下载",
      cite: cite["二 5"],
    },
  ],
});
