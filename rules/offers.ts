import type { ScalarField } from "./define.ts";

type Shared<F> = F extends unknown ? Omit<F, "cite"> : never;
const fields = <const F extends Record<string, Shared<ScalarField>>>(shared: F) => shared;

const claims = <const Id extends string>(id: Id) => ({ op: "includesAny", field: "functions", choices: [id] }) as const;

/**
 * The service functions (服务功能) and the figures they are judged by, under one id everywhere. A field asks only of those
 * who claim its function; a jurisdiction adds its citation and leaves out what it does not ask.
 */
export const offers = fields({
  functions: {
    kind: "choices",
    label: "服务功能",
    ask: "平台提供下面哪些服务？至少要有一项达到要求。",
    choices: [
      { id: "information", label: "政策信息服务" },
      { id: "technology", label: "技术创新服务" },
      { id: "startup", label: "创业服务" },
      { id: "training", label: "培训服务" },
      { id: "finance", label: "融资服务" },
    ],
    help: "只选准备按要求提供数据的服务；选了几项就问几项，有一项达到就行。",
    example: "1、4",
  },
  informationOnline: {
    kind: "yesNo",
    label: "在线服务、线上线下联动功能",
    ask: "政策信息服务：具有在线服务和线上线下联动功能吗？",
    when: claims("information"),
  },
  informationOffline: {
    kind: "count",
    unit: "家",
    label: "线下年服务企业数量",
    ask: "政策信息服务：线下一年服务多少家企业？",
    example: "120",
    when: claims("information"),
  },
  informationEvents: {
    kind: "count",
    unit: "次",
    label: "年组织开展的相关服务活动",
    ask: "政策信息服务：一年组织多少次相关服务活动？",
    example: "6",
    when: claims("information"),
  },
  technologyEvents: {
    kind: "count",
    unit: "次",
    label: "年开展技术洽谈、产品检测与质量品牌诊断、技术推广、项目推介和知识产权等服务活动",
    ask: "技术创新服务：一年开展多少次技术洽谈、检测诊断、技术推广、项目推介、知识产权等活动？",
    example: "6",
    when: claims("technology"),
  },
  startupEvents: {
    kind: "count",
    unit: "次",
    label: "年开展创业项目洽谈、推介活动",
    ask: "创业服务：一年开展多少次创业项目洽谈、推介活动？",
    example: "8",
    when: claims("startup"),
  },
  trainingQualification: {
    kind: "choices",
    label: "培训资质或备案",
    ask: "培训服务：有培训资质，或者在中小企业主管部门备过案吗？",
    choices: [
      { id: "qualified", label: "具有培训资质" },
      { id: "filed", label: "在中小企业主管部门备案" },
    ],
    example: "1",
    when: claims("training"),
  },
  trainingBothWays: {
    kind: "yesNo",
    label: "线上和线下培训能力",
    ask: "培训服务：线上和线下的培训能力都有吗？",
    when: claims("training"),
  },
  trainingEvaluation: {
    kind: "yesNo",
    label: "完善的培训服务评价机制",
    ask: "培训服务：有完善的培训服务评价机制吗？",
    when: claims("training"),
  },
  trainingPersonTimes: {
    kind: "count",
    unit: "人次",
    label: "年培训人次",
    ask: "培训服务：一年培训多少人次？",
    example: "1600",
    when: claims("training"),
  },
  financeWays: {
    kind: "choices",
    label: "融资服务的方式",
    ask: "融资服务：贵单位属于哪一类？",
    choices: [
      { id: "service", label: "帮助中小企业融资的服务机构" },
      { id: "guarantee", label: "融资担保机构" },
    ],
    example: "1",
    when: claims("finance"),
  },
  financeEvents: {
    kind: "count",
    unit: "次",
    label: "年组织开展投融资对接、企业融资策划、推荐和融资代理、上市辅导等服务活动",
    ask: "融资服务：一年组织多少次投融资对接、融资策划、推荐代理、上市辅导等活动？",
    example: "10",
    when: { op: "includesAny", field: "financeWays", choices: ["service"] },
  },
  financingObtained: {
    kind: "money",
    unit: "亿元",
    label: "帮助中小企业融资总额",
    ask: "融资服务：帮助中小企业融资总额多少亿元？",
    example: "5.2亿",
    when: { op: "includesAny", field: "financeWays", choices: ["service"] },
  },
  newGuarantees: {
    kind: "money",
    unit: "亿元",
    label: "年新增担保额",
    ask: "融资服务：一年向中小企业新增担保额多少亿元？",
    example: "21亿",
    when: { op: "includesAny", field: "financeWays", choices: ["guarantee"] },
  },
});
