import { tableColumns } from "../../columns.ts";
import { facts } from "../../vocabulary.ts";
import { cite } from "./citations.ts";

const latest = (column: string) => ({ op: "latest", table: "operation", column, by: "year" }) as const;

/** 附件1's cover, so far as the applicant knows it. */
export const cover = {
  applicantName: { ...facts.applicantName, example: "太原某某企业服务有限公司", cite: cite.附件2 },
  recommendingUnit: {
    kind: "text",
    max: 60,
    label: "推荐单位",
    ask: "由哪个县（市、区）或开发区的中小企业主管部门推荐？",
    help: "申报材料交给它审核，推荐表封面也要写。",
    example: "太原市小店区工业和信息化局",
    cite: cite.附件1,
  },
} as const;

/** 申请表 一. */
export const basic = {
  registeredOn: { ...facts.registeredOn, cite: cite["附件2 申请表一"] },
  unitNature: { ...facts.unitNature, cite: cite["附件2 申请表一"] },
  legalRepresentative: { ...facts.legalRepresentative, cite: cite["附件2 申请表一"] },
  registeredAddress: { ...facts.registeredAddress, example: "太原市小店区长治路100号", cite: cite["附件2 申请表一"] },
  postcode: { ...facts.postcode, example: "030006", cite: cite["附件2 申请表一"] },
  contactPerson: { ...facts.contactPerson, cite: cite["附件2 申请表一"] },
  contactPhone: { ...facts.contactPhone, example: "0351-7000001", cite: cite["附件2 申请表一"] },
  fax: { ...facts.fax, example: "0351-7000002", cite: cite["附件2 申请表一"] },
  mobile: { ...facts.mobile, cite: cite["附件2 申请表一"] },
  website: {
    ...facts.website,
    label: "网址及备案号（已建网站的填写）",
    help: "备案号下一题再问。",
    cite: cite["附件2 申请表一"],
  },
  websiteFiling: {
    kind: "text",
    max: 40,
    label: "备案号",
    ask: "网站的备案号是什么？",
    help: "网站首页最下面一般写着，形如“晋ICP备12345678号”。",
    example: "晋ICP备12345678号",
    optional: true,
    when: { op: "given", field: "website" },
    cite: cite["附件2 申请表一"],
  },
  email: { ...facts.email, cite: cite["附件2 申请表一"] },
  registeredCapital: { ...facts.registeredCapital, cite: cite["附件2 申请表一"] },
  investors: {
    kind: "table",
    label: "主要投资方",
    rowName: "投资方",
    ask: "主要投资方有哪些？",
    columns: tableColumns.investors,
    cite: cite["附件2 申请表一"],
  },
  investorsShare: {
    kind: "percent",
    label: "主要投资方的投资比例合计",
    computed: { op: "sum", table: "investors", column: "share" },
    cite: cite["附件2 申请表一"],
  },
  totalAssets: {
    ...facts.totalAssets,
    label: "上年末总资产",
    computed: latest("assets"),
    cite: cite["附件2 申请表一"],
  },
  equipmentCount: {
    ...facts.equipmentCount,
    label: "仪器、设备数量",
    ask: "有多少台（套）仪器、设备？",
    cite: cite["附件2 申请表一"],
  },
  equipmentValue: {
    ...facts.equipmentValue,
    label: "购买价格",
    ask: "这些仪器、设备的购买价格一共多少万元？",
    help: "占总资产的百分比由机器人算：购买价格除以上年末总资产。",
    cite: cite["附件2 申请表一"],
  },
  equipmentShare: { ...facts.equipmentShare, label: "占总资产", cite: cite["附件2 申请表一"] },
  premisesArea: {
    ...facts.premisesArea,
    unit: "平方米",
    label: "服务场地面积",
    cite: cite["附件2 申请表一"],
  },
  ownArea: {
    kind: "decimal",
    unit: "平方米",
    label: "其中：自有",
    ask: "服务场地里，自有的有多少平方米？没有就填 0。",
    example: "0",
    cite: cite["附件2 申请表一"],
  },
  rentedArea: {
    kind: "decimal",
    unit: "平方米",
    label: "租用",
    ask: "租用的有多少平方米？没有就填 0。",
    help: "既不是自有也不是租用的（例如免费使用），两项都不算。",
    example: "350",
    cite: cite["附件2 申请表一"],
  },
  ownAndRentedArea: {
    kind: "decimal",
    unit: "平方米",
    label: "自有和租用面积合计",
    computed: { op: "total", of: ["ownArea", "rentedArea"] },
    cite: cite["附件2 申请表一"],
  },
  staff: { ...facts.staff, cite: cite["附件2 申请表一"] },
  professionals: { ...facts.professionals, cite: cite["附件2 申请表一"] },
  professionalsShare: { ...facts.professionalsShare, label: "占总人数", cite: cite["附件2 申请表一"] },
} as const;

const { year, revenue, serviceRevenue, totalProfit, taxes, served } = tableColumns.operation;

/** 申请表 二, with the figures that follow from it. */
export const operation = {
  operation: {
    kind: "table",
    label: "运营管理情况",
    rowName: "年度",
    ask: "请填各年度的运营情况（单位：万元）。填几年都可以，一般填近三年，最近一年写上一年度。",
    help: "“上年末总资产”和“上一年度共服务企业”取最近一年的数，不再另问。",
    columns: {
      year: { ...year, example: "2022" },
      revenue,
      serviceRevenue,
      assets: {
        kind: "money",
        unit: "万元",
        label: "资产总额",
        ask: "这一年年末资产总额多少万元？",
        example: "650",
      },
      totalProfit,
      taxes,
      served: { ...served, unit: "户", label: "服务中小企业户数", ask: "服务了多少户中小企业？" },
    },
    cite: cite["附件2 申请表二"],
  },
  servedEnterprises: {
    ...facts.servedEnterprises,
    label: "上一年度共服务企业",
    computed: latest("served"),
    cite: cite["附件2 服务企业名单"],
  },
} as const;

/** 申请表 三. */
export const capability = {
  qualifications: {
    ...facts.qualifications,
    example: "人力资源服务许可证（2018年，太原市人社局）",
    cite: cite["附件2 申请表三"],
  },
  mainServices: {
    kind: "table",
    label: "主要服务内容",
    rowName: "服务内容",
    ask: "主要服务内容有哪些？",
    columns: {
      ...tableColumns.mainServices,
      product: { ...tableColumns.mainServices.product, label: "主要服务内容" },
    },
    cite: cite["附件2 申请表三"],
  },
  servicesShare: {
    kind: "percent",
    label: "各项服务收入占年营业收入的合计",
    computed: { op: "sum", table: "mainServices", column: "revenueShare" },
    cite: cite["附件2 申请表三"],
  },
  partnersWithAgreement: {
    ...facts.partnersWithAgreement,
    example: "山西某某大学、某某会计师事务所",
    cite: cite["附件2 申请表三"],
  },
  otherPartners: { ...facts.otherPartners, example: "太原市某某行业协会", cite: cite["附件2 申请表三"] },
} as const;

/** 申请表 四. */
export const support = { governmentSupport: { ...facts.governmentSupport, cite: cite["附件2 申请表四"] } } as const;
