import { defineProcedure } from "../../define.ts";
import { facts } from "../../vocabulary.ts";
import { prefectures } from "./areas.ts";
import { cite } from "./citations.ts";
import { year } from "./shared.ts";

/** The source asks for a 工作总结 and gives no form: its parts follow what 第十八条 and 第十九条 speak of. */
const ours = { ours: true, cite: cite.第十八条 } as const;
const examined = { ours: true, cite: cite.第十九条 } as const;

const head = {
  applicantName: { ...facts.applicantName, ...ours, label: "示范平台运营单位", example: "新疆启航企业服务有限公司" },
  prefecture: {
    ...ours,
    kind: "choice",
    label: "地（州、市）",
    ask: "平台在哪个地（州、市）？",
    help: "工作总结报那里的中小企业主管部门。",
    choices: prefectures,
    example: "乌鲁木齐市",
  },
  reportYear: { ...year, ...ours, ask: "是哪一年的工作总结？" },
  recognisedOn: {
    ...ours,
    kind: "date",
    label: "认定日期",
    ask: "是哪一天被认定为示范平台的？",
    help: "认定有效期为3年，期满当年可以再次申报。",
    example: "2023年9月20日",
    cite: cite.第十七条,
  },
  contactPerson: { ...facts.contactPerson, ...ours, ask: "工作总结由谁联系？" },
  contactPhone: { ...facts.contactPhone, ...ours, example: "0991-8888666" },
} as const;

const figures = {
  servedInYear: {
    ...examined,
    kind: "count",
    unit: "家",
    label: "本年度服务中小企业",
    ask: "本年度服务了多少家中小企业？",
    example: "142",
  },
  satisfactionInYear: {
    ...examined,
    kind: "percent",
    label: "本年度用户满意度",
    ask: "本年度的用户满意度是百分之多少？",
    example: "93%",
  },
  publicBenefitInYear: {
    ...ours,
    kind: "percent",
    label: "本年度公益性或低收费服务占总服务量",
    ask: "本年度公益性或低收费的服务占总服务量的百分之多少？",
    example: "30%",
  },
} as const;

const text = {
  capabilityGained: {
    ...ours,
    kind: "longText",
    label: "服务能力和组织带动社会服务资源的能力",
    ask: "工作总结之一：今年服务能力和带动社会服务资源的能力有哪些提高？",
    prompts: ["服务能力", "组织带动社会服务资源"],
  },
  publicServices: {
    ...ours,
    kind: "longText",
    label: "开展公益性服务的情况",
    ask: "工作总结之二：今年开展了哪些公益性服务？",
    prompts: ["服务内容", "场次和企业数"],
  },
  governmentTasks: {
    ...ours,
    kind: "longText",
    label: "承担政府部门委托任务的情况",
    ask: "工作总结之三：今年承担了政府部门委托的哪些任务？没有就写“无”。",
    prompts: ["委托部门", "任务和完成情况"],
  },
  qualityAndFees: {
    ...examined,
    kind: "longText",
    label: "服务质量和服务收费情况",
    ask: "工作总结之四：今年的服务质量和服务收费情况怎样？",
    prompts: ["服务质量", "服务收费"],
  },
  problemsAndPlans: {
    ...ours,
    kind: "longText",
    label: "存在的问题和下一年度打算",
    ask: "工作总结之五：有什么问题，下一年度有什么打算？",
    prompts: ["存在的问题", "下一年度打算"],
  },
} as const;

const ids = <const F extends Record<string, unknown>>(group: F) => Object.keys(group) as (keyof F & string)[];

/** 第十八条: a recognised platform's yearly duty, by 15 December. */
export const report = defineProcedure({
  code: "report",
  title: "示范平台年度工作总结",
  fields: { ...head, ...figures, ...text },
  sections: [
    { id: "head", title: "基本情况", fields: ids(head) },
    { id: "figures", title: "本年度数据", fields: ids(figures) },
    { id: "text", title: "工作总结", fields: ids(text) },
  ],
  criteria: [],
  places: "prefecture",
  binding: [{ label: "示范平台年度工作总结", form: "report", cite: cite.第十八条, ours: true }],
  declaration: {
    title: "内容属实",
    // The source has no declaration for the summary.
    text: "本单位确认工作总结的内容属实，并自觉接受社会监督。",
    cite: cite.第十八条,
  },
  afterwards: [
    { text: "打印工作总结并盖公章", cite: cite.第十八条 },
    { text: "每年12月15日前报地（州、市）中小企业主管部门；部门下班比当天结束早，建议提前一天", cite: cite.第十八条 },
    { text: "自治区工信厅不定期检查，检查不合格会撤销称号", cite: cite.第二十条 },
  ],
});
