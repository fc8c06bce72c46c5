import { atLeast, figuresFrom, includesAny, lacks, yearsSince } from "../../condition.ts";
import type { Criterion } from "../../define.ts";
import { facts } from "../../vocabulary.ts";
import { cite } from "./citations.ts";

const from2022 = figuresFrom("2022-11-22");
const 注3 = cite["附件2 注3"];

/** What 附件2's notes ask of a platform: the applicant states it, the department verifies it, each row of the summary is judged by it. */
export const figures = {
  platformName: {
    kind: "text",
    max: 60,
    label: "平台名称",
    ask: "平台叫什么名称？",
    help: "平台名称和运营单位名称可以不同。名称里不能有“示范”两个字。",
    example: "洛阳某某中小企业公共服务平台",
    cite: cite["附件2 注1"],
    screening: true,
  },
  registeredOn: { ...facts.registeredOn, label: "注册登记时间", cite: 注3, screening: true },
  totalAssets: {
    ...facts.totalAssets,
    label: "资产总额",
    ask: "上年末的资产总额是多少万元？",
    help: "填运营单位上一年12月31日的资产总额，与资产负债表一致。原表没有写单位，按万元填。",
    cite: 注3,
    screening: true,
  },
  staff: {
    ...facts.staff,
    label: "服务人员数量",
    ask: "平台有多少服务人员？",
    help: "填从事平台服务的人员数。",
    example: "18",
    cite: 注3,
    screening: true,
  },
  serviceBodies: { ...facts.serviceBodies, label: "集聚服务机构数量", cite: 注3, screening: true },
  preferentialShare: {
    kind: "percent",
    label: "优惠服务占比",
    ask: "优惠服务占全部服务的百分之多少？",
    help: "例如免费、减价的服务占多少。通知没有写是占什么的比，我们按服务总量问。",
    example: "30%",
    cite: 注3,
    screening: true,
  },
  servedEnterprises: {
    ...facts.servedEnterprises,
    label: "年服务企业数",
    ask: "一年服务多少家企业？",
    help: "填最近一年服务的企业数。",
    cite: 注3,
    screening: true,
  },
} as const;

export const criteria = [
  {
    id: "platformName",
    label: "平台名称不含“示范”",
    severity: "blocking",
    cite: cite["附件2 注1"],
    reading: "source",
    when: lacks("platformName", "示范"),
  },
  {
    id: "registeredYears",
    label: "注册登记时间",
    severity: "blocking",
    cite: 注3,
    reading: "ours",
    remark: "通知没有说年限算到哪一天；我们按注册登记日到申报当天计算",
    when: yearsSince("registeredOn", from2022(2, "年")),
  },
  {
    id: "totalAssets",
    label: "上年末资产总额",
    severity: "blocking",
    cite: 注3,
    reading: "source",
    when: atLeast("totalAssets", from2022(200, "万元")),
  },
  {
    id: "staff",
    label: "服务人员",
    severity: "blocking",
    cite: 注3,
    reading: "ours",
    remark: "通知写的是“服务人员”，没有说哪些人算；我们按平台的从业人员计算，不做服务的人请不要算进去",
    when: atLeast("staff", from2022(15, "人")),
  },
  {
    id: "serviceBodies",
    label: "集聚服务机构",
    severity: "blocking",
    cite: 注3,
    reading: "source",
    when: atLeast("serviceBodies", from2022(5, "家")),
  },
  {
    id: "preferential",
    label: "优惠服务占比",
    severity: "blocking",
    cite: 注3,
    reading: "ours",
    remark: "通知没有说是占什么的比；我们按占服务总量的比计算",
    when: atLeast("preferentialShare", from2022(20, "%")),
  },
  {
    id: "servedEnterprises",
    label: "年服务企业数量",
    severity: "blocking",
    cite: 注3,
    reading: "source",
    when: atLeast("servedEnterprises", from2022(80, "家")),
  },
] as const satisfies readonly Criterion<keyof typeof figures>[];

/** 注2: the list of functions ends in 等, so others may be written. */
export const categories = {
  platformCategories: {
    kind: "choices",
    label: "平台类别",
    ask: "平台提供哪几类服务？",
    choices: [
      { id: "information", label: "信息" },
      { id: "technology", label: "技术" },
      { id: "training", label: "培训" },
      { id: "startup", label: "创业" },
      { id: "finance", label: "融资" },
      { id: "other", label: "其他" },
    ],
    help: "可以选几类。通知在五类后面写了“等”，五类以外的选“其他”再写明。",
    example: "1、3",
    cite: cite["附件2 注2"],
    screening: true,
  },
  otherCategories: {
    kind: "text",
    max: 40,
    label: "其他类别",
    ask: "其他类别是什么？",
    example: "法律服务",
    cite: cite["附件2 注2"],
    when: { op: "includesAny", field: "platformCategories", choices: ["other"] },
  },
} as const;

export const categoryCriterion = {
  id: "categories",
  label: "平台类别",
  severity: "warning",
  cite: cite["附件2 注2"],
  reading: "ours",
  remark: "通知只要求填写类别，没有写达不到的后果；我们理解为至少填一类",
  when: includesAny("platformCategories", "information", "technology", "training", "startup", "finance", "other"),
} as const satisfies Criterion<keyof typeof categories>;
