import { all, any, atLeast, figuresFrom, includesAll, includesAny, yes } from "../../condition.ts";
import type { ServiceFunction } from "../../define.ts";
import { offers } from "../../offers.ts";
import { cite } from "./citations.ts";

/** The text has no day of issue; its newest reference is of 2019 (青发〔2019〕13号), so no figure is older than that year. */
export const from2019 = figuresFrom("2019-01-01");

const claims = (id: string) => ({ op: "includesAny", field: "functions", choices: [id] }) as const;

/** 第六条: which functions are claimed, and their figures. */
export const offering = {
  functions: {
    ...offers.functions,
    label: "服务功能",
    choices: [
      { id: "information", label: "信息服务" },
      { id: "technology", label: "技术服务" },
      { id: "startup", label: "创业服务" },
      { id: "training", label: "培训服务" },
      { id: "finance", label: "融资服务" },
    ],
    cite: cite.第六条,
    screening: true,
  },
  informationSystem: {
    kind: "yesNo",
    label: "便于中小企业查询的、开放的信息服务系统",
    ask: "信息服务：有便于中小企业查询的、开放的信息服务系统吗？",
    cite: cite["第六条（一）"],
    screening: true,
    when: claims("information"),
  },
  informationOnline: {
    ...offers.informationOnline,
    ask: "信息服务：具有在线服务和线上线下联动功能吗？",
    cite: cite["第六条（一）"],
    screening: true,
  },
  informationOffline: {
    ...offers.informationOffline,
    ask: "信息服务：线下一年服务多少家企业？",
    cite: cite["第六条（一）"],
    screening: true,
  },
  informationEvents: {
    ...offers.informationEvents,
    ask: "信息服务：一年组织多少次相关服务活动？",
    cite: cite["第六条（一）"],
    screening: true,
  },
  technologyPools: {
    kind: "choices",
    label: "专家库和新产品、新技术项目库",
    ask: "技术服务：建有下面哪些库？",
    choices: [
      { id: "experts", label: "专家库" },
      { id: "projects", label: "新产品、新技术项目库" },
    ],
    example: "全部",
    cite: cite["第六条（二）"],
    screening: true,
    when: claims("technology"),
  },
  sharedInstruments: {
    kind: "choice",
    label: "大型、精密仪器设备与中小企业共享",
    ask: "技术服务：大型、精密仪器设备向中小企业开放共享吗？",
    help: "办法只要求“具备条件的”开放，没有大型、精密仪器设备就选“不具备条件”。",
    choices: [
      { id: "open", label: "已开放共享" },
      { id: "unable", label: "不具备条件" },
      { id: "closed", label: "具备条件但没有开放" },
    ],
    example: "已开放共享",
    cite: cite["第六条（二）"],
    screening: true,
    when: claims("technology"),
  },
  technologyEvents: {
    ...offers.technologyEvents,
    ask: "技术服务：一年开展多少次技术洽谈、检测诊断、技术推广、项目推介、知识产权等活动？",
    cite: cite["第六条（二）"],
    screening: true,
  },
  startupResources: {
    kind: "choices",
    label: "创业辅导的项目库、指南、热线和政务代理",
    ask: "创业服务：有下面哪些？",
    choices: [
      { id: "pool", label: "创业项目库" },
      { id: "guide", label: "《创业指南》" },
      { id: "hotline", label: "创业服务热线" },
      { id: "agency", label: "相关政务代理服务" },
    ],
    example: "全部",
    cite: cite["第六条（三）"],
    screening: true,
    when: claims("startup"),
  },
  startupEvents: { ...offers.startupEvents, cite: cite["第六条（三）"], screening: true },
  trainingQualification: {
    ...offers.trainingQualification,
    help: "青海的办法只写了“具备培训资质”，备案不能代替资质。",
    cite: cite["第六条（四）"],
    screening: true,
  },
  trainingBothWays: { ...offers.trainingBothWays, cite: cite["第六条（四）"], screening: true },
  trainingEvaluation: { ...offers.trainingEvaluation, cite: cite["第六条（四）"], screening: true },
  trainingPersonTimes: {
    ...offers.trainingPersonTimes,
    example: "620",
    cite: cite["第六条（四）"],
    screening: true,
  },
  financeWays: { ...offers.financeWays, cite: cite["第六条（五）"], screening: true },
  financeEvents: {
    ...offers.financeEvents,
    label: "年组织开展相关服务活动",
    ask: "融资服务：一年组织多少次融资信息、投融资推介对接、产融对接、信用征集与评价等活动？",
    example: "6",
    cite: cite["第六条（五）"],
    screening: true,
  },
  financingObtained: {
    ...offers.financingObtained,
    example: "1.2亿",
    cite: cite["第六条（五）"],
    screening: true,
  },
  newGuarantees: { ...offers.newGuarantees, example: "3.5亿", cite: cite["第六条（五）"], screening: true },
} as const;

export const functions: readonly ServiceFunction<keyof typeof offering>[] = [
  {
    id: "information",
    label: "信息服务",
    cite: cite["第六条（一）"],
    when: all(
      yes("informationSystem"),
      yes("informationOnline"),
      atLeast("informationOffline", from2019(100, "家")),
      atLeast("informationEvents", from2019(5, "次")),
    ),
  },
  {
    id: "technology",
    label: "技术服务",
    cite: cite["第六条（二）"],
    when: all(
      includesAll("technologyPools", "experts", "projects"),
      includesAny("sharedInstruments", "open", "unable"),
      atLeast("technologyEvents", from2019(5, "次")),
    ),
  },
  {
    id: "startup",
    label: "创业服务",
    cite: cite["第六条（三）"],
    when: all(
      includesAll("startupResources", "pool", "guide", "hotline", "agency"),
      atLeast("startupEvents", from2019(5, "次")),
    ),
  },
  {
    id: "training",
    label: "培训服务",
    cite: cite["第六条（四）"],
    when: all(
      includesAll("trainingQualification", "qualified"),
      yes("trainingBothWays"),
      yes("trainingEvaluation"),
      atLeast("trainingPersonTimes", from2019(500, "人次")),
    ),
  },
  {
    id: "finance",
    label: "融资服务",
    cite: cite["第六条（五）"],
    when: any(
      all(atLeast("financeEvents", from2019(5, "次")), atLeast("financingObtained", from2019(1, "亿元"))),
      atLeast("newGuarantees", from2019(3, "亿元")),
    ),
  },
];
