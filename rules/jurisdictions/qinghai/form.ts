import { tableColumns } from "../../columns.ts";
import { facts } from "../../vocabulary.ts";
import { cite } from "./citations.ts";

/** The fields of 附件1 and 附件7, whose tables are the same, by the parts of the form. */

/** On the cover of 附件1, above the table of 附件7. */
export const cover = {
  applicantName: { ...facts.applicantName, label: "单位名称", example: "西宁某某企业服务有限公司", cite: cite.附件1 },
  platformName: {
    kind: "text",
    max: 60,
    label: "申报平台名称",
    ask: "申报的平台叫什么名字？",
    help: "和单位名称不同时分别填写；没有单独的平台名称就填单位名称。",
    example: "某某中小企业公共服务平台",
    cite: cite.附件1,
  },
} as const;

const { year, revenue, serviceRevenue, totalProfit, served, withAgreement } = tableColumns.operation;

export const basic = {
  unitNature: { ...facts.unitNature, cite: cite["附件1 一"] },
  legalRepresentative: { ...facts.legalRepresentative, cite: cite["附件1 一"] },
  registeredAddress: { ...facts.registeredAddress, example: "西宁市城西区某某路1号", cite: cite["附件1 一"] },
  postcode: { ...facts.postcode, example: "810000", cite: cite["附件1 一"] },
  contactPerson: { ...facts.contactPerson, cite: cite["附件1 一"] },
  contactPhone: { ...facts.contactPhone, example: "0971-8888666", cite: cite["附件1 一"] },
  mobile: { ...facts.mobile, cite: cite["附件1 一"] },
  fax: { ...facts.fax, example: "0971-8888667", cite: cite["附件1 一"] },
  email: { ...facts.email, cite: cite["附件1 一"] },
  website: { ...facts.website, cite: cite["附件1 一"] },
  registeredCapital: { ...facts.registeredCapital, cite: cite["附件1 一"] },
  investors: {
    kind: "table",
    label: "主要投资方",
    rowName: "投资方",
    ask: "主要投资方有哪些？",
    columns: tableColumns.investors,
    cite: cite["附件1 一"],
  },
  investorsShare: {
    kind: "percent",
    label: "投资比例合计",
    computed: { op: "sum", table: "investors", column: "share" },
    cite: cite["附件1 一"],
  },
  facilitiesValue: { ...facts.facilitiesValue, cite: cite["附件1 一"] },
  facilitiesShare: { ...facts.facilitiesShare, cite: cite["附件1 一"] },
  equipmentCount: { ...facts.equipmentCount, cite: cite["附件1 一"] },
  equipmentValue: { ...facts.equipmentValue, cite: cite["附件1 一"] },
  equipmentShare: { ...facts.equipmentShare, cite: cite["附件1 一"] },
  premisesArea: { ...facts.premisesArea, cite: cite["附件1 一"] },
  premisesNature: { ...facts.premisesNature, cite: cite["附件1 一"] },
  ownPremisesValue: { ...facts.ownPremisesValue, cite: cite["附件1 一"] },
  ownPremisesShare: { ...facts.ownPremisesShare, cite: cite["附件1 一"] },
  professionalsShare: { ...facts.professionalsShare, cite: cite["第五条（四）"] },
} as const;

export const operation = {
  operation: {
    kind: "table",
    label: "近三年平台运营管理",
    rowName: "年度",
    ask: "请填近三年的平台运营情况（单位：万元），从最早的一年填起。",
    columns: {
      year,
      revenue,
      serviceRevenue,
      totalProfit,
      serviceCosts: {
        kind: "money",
        unit: "万元",
        label: "服务成本支出",
        ask: "服务成本支出多少万元？",
        example: "420",
      },
      served,
      withAgreement,
    },
    minRows: 3,
    cite: cite["附件1 二"],
  },
} as const;

export const capability = {
  qualifications: {
    ...facts.qualifications,
    example: "人力资源服务许可证（2021年，西宁市人社局）",
    cite: cite["附件1 三"],
  },
  mainServices: {
    kind: "table",
    label: "主要服务产品",
    rowName: "服务产品",
    ask: "主要的服务产品有哪些？",
    columns: tableColumns.mainServices,
    cite: cite["附件1 三"],
  },
  mainServicesShare: {
    kind: "percent",
    label: "各项服务收入占年营业收入合计",
    computed: { op: "sum", table: "mainServices", column: "revenueShare" },
    cite: cite["附件1 三"],
  },
  partnersWithAgreement: {
    ...facts.partnersWithAgreement,
    example: "青海某某大学、某某会计师事务所",
    cite: cite["附件1 三"],
  },
  otherPartners: { ...facts.otherPartners, example: "青海省某某行业协会", cite: cite["附件1 三"] },
  itUse: { ...facts.itUse, cite: cite["附件1 三"] },
  honours: {
    ...facts.honours,
    label: "获得市级及以上部门授予的荣誉证书或证明",
    ask: "获得过市级及以上部门授予的哪些荣誉证书或证明？没有就写“无”。",
    example: "2022年获评西宁市中小企业服务先进单位",
    cite: cite["附件1 三"],
  },
} as const;

export const support = {
  governmentSupport: { ...facts.governmentSupport, cite: cite["附件1 四"] },
  recognitionDocuments: {
    kind: "longText",
    max: 2000,
    label: "市级及以上部门认定为公共服务平台的文件名及文号",
    ask: "市级及以上部门认定过贵单位为公共服务平台吗？请写文件名和文号，没有就写“无”。",
    example: "《关于认定××平台的通知》（宁工信〔2022〕×号）",
    cite: cite["附件1 四"],
  },
} as const;

export const ids = <const F extends Record<string, unknown>>(group: F) => Object.keys(group) as (keyof F & string)[];

/** The table's first part in the form's order; some of its fields decide eligibility and stand with those. */
export const basicOrder = [
  "registeredOn",
  "unitNature",
  "legalRepresentative",
  "registeredAddress",
  "postcode",
  "contactPerson",
  "contactPhone",
  "mobile",
  "fax",
  "email",
  "website",
  "registeredCapital",
  "investors",
  "investorsShare",
  "totalAssets",
  "facilitiesValue",
  "facilitiesShare",
  "equipmentCount",
  "equipmentValue",
  "equipmentShare",
  "premisesArea",
  "premisesNature",
  "ownPremisesValue",
  "ownPremisesShare",
  "staff",
  "professionals",
  "professionalsShare",
] as const;

/** Deciding answers that the form itself has; they stand where the form has them. */
export const inForm: ReadonlySet<string> = new Set([
  "qinghaiPrefecture",
  "registeredOn",
  "totalAssets",
  "staff",
  "professionals",
]);
