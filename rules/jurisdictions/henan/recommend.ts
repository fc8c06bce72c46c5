import { figuresFrom, includesAny, rowsAtLeast } from "../../condition.ts";
import { defineProcedure } from "../../define.ts";
import { cite } from "./citations.ts";
import { doneCriteria, donePersonally, operator, recommending } from "./department.ts";

const from2022 = figuresFrom("2022-11-22");
const { recommendingCity, department } = recommending;

const whom = {
  applicantName: { ...operator.applicantName, label: "平台运营单位名称", cite: cite.附件3 },
  recommendingCity: { ...recommendingCity, cite: cite.附件3 },
  department,
} as const;

const survey = {
  surveyWays: {
    kind: "choices",
    label: "测评方法",
    ask: "用了哪些方法测评？",
    choices: [
      { id: "visit", label: "上门拜访" },
      { id: "phone", label: "电话询问" },
      { id: "online", label: "网络互动" },
      { id: "written", label: "书面征求" },
      { id: "other", label: "其他" },
    ],
    example: "1、2",
    cite: cite["附件3 测评情况"],
  },
  otherWay: {
    kind: "text",
    max: 60,
    label: "其他方法",
    ask: "其他方法是什么？",
    example: "座谈会",
    cite: cite["附件3 测评情况"],
    ours: true,
    when: { op: "includesAny", field: "surveyWays", choices: ["other"] },
  },
  survey: {
    kind: "table",
    label: "抽样企业",
    rowName: "抽样企业",
    ask: "请逐家填写随机抽取的企业，不少于10家。",
    columns: {
      name: { kind: "text", max: 60, label: "抽样企业名称", example: "某某机械有限公司" },
      person: { kind: "text", max: 30, label: "被访人员姓名", example: "赵六" },
      position: { kind: "text", max: 30, label: "职务", example: "总经理" },
      phone: { kind: "phone", label: "联系电话", example: "13800138002" },
      opinion: {
        kind: "choice",
        label: "对所受服务的总体评价",
        choices: [
          { id: "verySatisfied", label: "很满意" },
          { id: "satisfied", label: "基本满意" },
          { id: "dissatisfied", label: "不满意" },
        ],
        example: "很满意",
      },
    },
    cite: cite["附件3 测评情况"],
  },
} as const;

const opinion = {
  regionEffect: {
    kind: "longText",
    max: 2000,
    label: "对区域中小企业发展的影响和作用",
    ask: "平台对区域中小企业发展有什么影响和作用？",
    example: "服务覆盖全市主要产业集群，带动中小企业数字化改造",
    cite: cite["附件3 影响和作用"],
  },
  ...donePersonally,
  recommendation: {
    kind: "longText",
    max: 2000,
    label: "省辖市、济源示范区工业和信息化主管部门推荐意见",
    ask: "推荐意见是什么？",
    example: "经审核和现场核查，该平台符合条件，同意推荐",
    cite: cite["附件3 推荐意见"],
  },
} as const;

const ids = <const F extends Record<string, unknown>>(group: F) => Object.keys(group) as (keyof F & string)[];

export const recommend = defineProcedure({
  code: "recommend",
  title: "推荐表（服务测评和推荐意见）",
  role: "department",
  fields: { ...whom, ...survey, ...opinion },
  sections: [
    { id: "cover", title: "封面", fields: ids(whom) },
    { id: "survey", title: "推荐单位组织测评情况", fields: ids(survey) },
    { id: "opinion", title: "影响和作用、推荐意见", fields: ids(opinion) },
  ],
  criteria: [
    ...doneCriteria,
    {
      id: "surveySize",
      label: "随机抽取的企业",
      severity: "warning",
      cite: cite["附件3 测评情况"],
      reading: "source",
      when: rowsAtLeast("survey", from2022(10, "家")),
    },
    {
      id: "surveyWays",
      label: "测评方法",
      severity: "warning",
      cite: cite["附件3 测评情况"],
      reading: "ours",
      remark: "推荐表列出五种方法，我们理解为至少选一种",
      when: includesAny("surveyWays", "visit", "phone", "online", "written", "other"),
    },
  ],
  binding: [{ label: "附件3 推荐表", form: "recommendation", cite: cite.附件3 }],
  // The form has none: what the department answers for is the random sample.
  declaration: {
    title: "推荐表内容确认（本系统拟定）",
    text: "抽样企业为随机抽取，测评情况属实。",
    cite: cite["附件3 测评情况"],
  },
  afterwards: [
    { text: "在推荐意见栏盖章，写上日期", cite: cite["附件3 推荐意见"] },
    { text: "推荐表随推荐文件一起报送省工业和信息化厅（中小企业局）", cite: cite["（五）"] },
  ],
});
