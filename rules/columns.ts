import type { Column } from "./define.ts";

const columns = <const C extends Record<string, Column>>(shared: C) => shared;

/** Columns of tables that many forms share. */
export const tableColumns = {
  investors: columns({
    name: { kind: "text", max: 60, label: "主要投资方名称", example: "杭州启航投资有限公司" },
    nature: { kind: "text", max: 30, label: "性质", ask: "这个投资方是什么性质？", example: "民营企业" },
    share: { kind: "percent", label: "投资比例", ask: "投资比例是百分之多少？", example: "60%" },
  }),
  operation: columns({
    year: { kind: "year", label: "年度", ask: "哪一年？", example: "2020" },
    revenue: { kind: "money", unit: "万元", label: "营业收入", ask: "这一年营业收入多少万元？", example: "980" },
    serviceRevenue: {
      kind: "money",
      unit: "万元",
      label: "其中：服务收入",
      ask: "其中服务收入多少万元？",
      example: "760",
    },
    totalProfit: {
      kind: "money",
      unit: "万元",
      label: "利润总额",
      ask: "利润总额多少万元？亏损请写负数。",
      example: "96",
    },
    taxes: { kind: "money", unit: "万元", label: "上缴税金", ask: "上缴税金多少万元？", example: "35" },
    served: {
      kind: "count",
      unit: "户（次）",
      label: "服务中小企业户（次）数",
      ask: "服务了多少户（次）中小企业？",
      example: "110",
    },
    withAgreement: {
      kind: "count",
      unit: "户",
      label: "其中：签订服务协议户数",
      ask: "其中签订服务协议的有多少户？",
      example: "66",
    },
  }),
  equipment: columns({
    name: { kind: "text", max: 60, label: "设备设施", ask: "设备（设施、软件）叫什么？", example: "服务器" },
    use: { kind: "text", max: 100, label: "功能", ask: "有什么功能？", example: "运行企业服务系统" },
    quantity: { kind: "count", unit: "台（套）", label: "数量", ask: "数量是多少？", example: "2" },
    originalValue: { kind: "money", unit: "万元", label: "设备原值", ask: "设备原值多少万元？", example: "6.5" },
    remark: {
      kind: "text",
      max: 100,
      label: "备注",
      ask: "有备注吗？没有可以跳过。",
      example: "2019年购置",
      optional: true,
    },
  }),
  roster: columns({
    name: { kind: "text", max: 30, label: "姓名", example: "王五" },
    post: { kind: "text", max: 30, label: "岗位", example: "咨询部经理" },
    education: { kind: "text", max: 20, label: "学历", suggest: ["大专", "本科", "硕士", "博士"], example: "本科" },
    school: { kind: "text", max: 60, label: "毕业院校及专业", example: "浙江大学 工商管理" },
    certificate: {
      kind: "text",
      max: 60,
      label: "资格证名称",
      ask: "有什么资格证？没有可以跳过。",
      example: "经济师",
      optional: true,
    },
    issuer: {
      kind: "text",
      max: 60,
      label: "发证机关",
      ask: "资格证的发证机关是哪里？没有可以跳过。",
      example: "浙江省人社厅",
      optional: true,
    },
    years: { kind: "decimal", unit: "年", label: "在服务平台工作年限", ask: "在平台工作几年了？", example: "4" },
    phone: { kind: "phone", label: "联系电话", example: "13800138001" },
  }),
  mainServices: columns({
    product: { kind: "text", max: 60, label: "主要服务产品", example: "创业辅导" },
    scale: {
      kind: "text",
      max: 60,
      label: "服务规模（家、人/次）",
      ask: "服务规模多大（家、人/次）？",
      example: "110家",
    },
    revenueShare: {
      kind: "percent",
      label: "服务收入占年营业收入",
      ask: "这项服务收入占年营业收入的百分之多少？",
      example: "40%",
    },
  }),
  /** Equipment as 太原 and 新疆 list it. */
  equipmentBought: columns({
    name: { kind: "text", max: 60, label: "名称", ask: "设备、仪器或软件叫什么？", example: "服务器" },
    quantity: { kind: "count", unit: "台（套）", label: "数量", ask: "数量是多少？", example: "2" },
    boughtOn: { kind: "date", label: "购买时间", ask: "哪一天购买的？", example: "2019年6月1日" },
    price: { kind: "money", unit: "万元", label: "购买价格", ask: "购买价格多少万元？", example: "6.5" },
    isLeading: { kind: "yesNo", label: "是否处于行业领先水平", ask: "处于行业领先水平吗？", example: "否" },
  }),
  /** Staff with degrees and professional titles, by which professionals can be counted. */
  titledRoster: columns({
    name: { kind: "text", max: 30, label: "姓名", example: "王五" },
    age: { kind: "count", unit: "岁", label: "年龄", example: "36" },
    education: {
      kind: "text",
      max: 20,
      label: "学历",
      suggest: ["大专", "本科", "硕士", "博士"],
      example: "本科",
    },
    school: { kind: "text", max: 60, label: "毕业学校", example: "太原理工大学" },
    title: {
      kind: "text",
      max: 30,
      label: "职称",
      ask: "职称是什么？没有就写“无”。",
      suggest: ["无", "助理工程师", "工程师", "高级工程师"],
      example: "工程师",
    },
    duty: { kind: "text", max: 60, label: "主管工作", example: "信息服务" },
  }),
  /** Served enterprises with two degrees of satisfaction. */
  servedEnterprises: columns({
    name: { kind: "text", max: 60, label: "服务企业名称", example: "某某机械有限公司" },
    contact: { kind: "text", max: 30, label: "联系人", example: "赵六" },
    phone: { kind: "phone", label: "联系电话", example: "13800138002" },
    service: { kind: "text", max: 100, label: "服务内容简述", ask: "为它提供了什么服务？", example: "政策咨询" },
    satisfaction: {
      kind: "choice",
      label: "企业满意度",
      ask: "企业满意吗？",
      choices: [
        { id: "satisfied", label: "满意" },
        { id: "dissatisfied", label: "不满意" },
      ],
      example: "满意",
    },
  }),
} as const;
