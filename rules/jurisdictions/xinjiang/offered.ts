import { offers } from "../../offers.ts";
import { cite } from "./citations.ts";

const first = { screening: true } as const;
const claims = <const Id extends string>(id: Id) => ({ op: "includesAny", field: "functions", choices: [id] }) as const;

/** 第八条: the functions, in its own names, and what each is judged by. */
export const offered = {
  functions: {
    ...offers.functions,
    ...first,
    choices: [
      { id: "information", label: "信息服务" },
      { id: "technology", label: "技术服务" },
      { id: "startup", label: "创业服务" },
      { id: "training", label: "培训服务" },
      { id: "finance", label: "融资服务" },
    ],
    cite: cite.第八条,
  },
  xinjiangInformation: {
    ...first,
    kind: "yesNo",
    label: "便于中小企业查询的、开放的信息服务体系",
    ask: "信息服务：利用信息网络技术，形成了便于中小企业查询的、开放的信息服务体系吗？",
    when: claims("information"),
    cite: cite["第八条（一）"],
  },
  informationOnline: {
    ...offers.informationOnline,
    ...first,
    ask: "信息服务：具有在线服务和线上线下联动功能吗？",
    cite: cite["第八条（一）"],
  },
  informationOffline: {
    ...offers.informationOffline,
    ...first,
    ask: "信息服务：线下一年服务多少家企业？",
    cite: cite["第八条（一）"],
  },
  informationEvents: {
    ...offers.informationEvents,
    ...first,
    ask: "信息服务：一年组织多少次相关服务活动？",
    cite: cite["第八条（一）"],
  },
  xinjiangTechnology: {
    ...first,
    kind: "choices",
    label: "技术服务的能力和机制",
    ask: "技术服务：下面这些有哪些？",
    choices: [
      { id: "resources", label: "组织技术服务资源的能力" },
      { id: "experts", label: "专家库" },
      { id: "projects", label: "新产品、新技术项目库" },
      { id: "joint", label: "良好的协同服务机制" },
    ],
    example: "全部",
    when: claims("technology"),
    cite: cite["第八条（二）"],
  },
  sharedInstruments: {
    ...first,
    kind: "choice",
    label: "大型、精密仪器设备与中小企业共享",
    ask: "技术服务：大型、精密仪器设备向中小企业开放共享吗？",
    help: "办法要求“具备条件的应开放”；没有这类设备不影响。",
    choices: [
      { id: "shared", label: "已开放共享" },
      { id: "none", label: "没有大型、精密仪器设备" },
      { id: "closed", label: "有，但没有开放" },
    ],
    example: "1",
    when: claims("technology"),
    cite: cite["第八条（二）"],
  },
  technologyEvents: {
    ...offers.technologyEvents,
    ...first,
    ask: "技术服务：一年开展多少次技术洽谈、检测诊断、技术推广、项目推介、知识产权等活动？",
    cite: cite["第八条（二）"],
  },
  xinjiangStartup: {
    ...first,
    kind: "choices",
    label: "创业服务的能力和条件",
    ask: "创业服务：下面这些有哪些？",
    choices: [
      { id: "coaching", label: "较强的创业辅导能力" },
      { id: "projects", label: "创业项目库" },
      { id: "guide", label: "《创业指南》" },
      { id: "hotline", label: "创业服务热线" },
      { id: "agency", label: "开展相关政务代理服务" },
    ],
    example: "全部",
    when: claims("startup"),
    cite: cite["第八条（三）"],
  },
  startupEvents: { ...offers.startupEvents, ...first, cite: cite["第八条（三）"] },
  trainingQualification: { ...offers.trainingQualification, ...first, cite: cite["第八条（四）"] },
  trainingBothWays: { ...offers.trainingBothWays, ...first, cite: cite["第八条（四）"] },
  trainingEvaluation: { ...offers.trainingEvaluation, ...first, cite: cite["第八条（四）"] },
  trainingPersonTimes: { ...offers.trainingPersonTimes, ...first, cite: cite["第八条（四）"] },
  financeWays: { ...offers.financeWays, ...first, cite: cite["第八条（五）"] },
  financeEvents: {
    ...offers.financeEvents,
    ...first,
    label: "年组织开展投融资对接、企业融资策划、推荐和融资代理等服务活动",
    ask: "融资服务：一年组织多少次投融资对接、融资策划、推荐和融资代理等活动？",
    cite: cite["第八条（五）"],
  },
  financingObtained: { ...offers.financingObtained, ...first, example: "1.2亿", cite: cite["第八条（五）"] },
  newGuarantees: { ...offers.newGuarantees, ...first, example: "5.5亿", cite: cite["第八条（五）"] },
} as const;
