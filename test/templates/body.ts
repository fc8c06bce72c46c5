import type { Answers, Day, Round } from "../../rules/define.ts";
import { factsOf } from "../../rules/facts.ts";
import { judge } from "../../rules/judge.ts";
import { apply } from "../../rules/jurisdictions/zhejiang/apply.ts";
import zhejiang from "../../rules/jurisdictions/zhejiang/index.ts";
import type { Paper } from "../../templates/form.ts";

const SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
const DEVICES = [
  ["应用服务器", "运行企业服务云平台"],
  ["数据库服务器", "保存服务台账和企业档案"],
  ["网络存储", "数据备份"],
  ["视频会议系统", "线上培训和对接会"],
  ["三坐标测量机", "零部件精密检测"],
  ["光谱分析仪", "材料成分检测"],
  ["3D打印机", "工业设计打样"],
  ["工业设计软件", "结构与外观设计"],
  ["企业服务管理软件", "需求受理、派单和回访"],
  ["培训教室投影设备", "线下培训"],
  ["便携式电能质量分析仪", "节能诊断"],
  ["自助查询终端", "政策信息查询"],
] as const;

const rows = <R>(count: number, row: (at: number) => R): readonly R[] =>
  Array.from({ length: count }, (_, at) => row(at));
const person = (at: number) => ({
  name: `${SURNAMES[at % SURNAMES.length]}${"明华建国志强丽娟晓燕"[at % 10]}${at >= 32 ? "轩" : ""}`,
  post: ["主任", "咨询部经理", "培训专员", "技术顾问", "检测工程师"][at % 5] as string,
  education: ["本科", "硕士", "大专"][at % 3] as string,
  school: ["浙江虚构大学 工商管理", "钱江示例理工学院 机械工程", "西溪示例职业学院 会计"][at % 3] as string,
  certificate: at % 4 === 3 ? null : (["经济师", "工程师", "会计师"][at % 3] as string),
  issuer: at % 4 === 3 ? null : "浙江省人力资源和社会保障厅",
  years: String(1 + (at % 7) + (at % 2 ? 0.5 : 0)),
  phone: `138000${String(10000 + at)}`,
});

const paragraphs = (topic: string) =>
  `${topic}方面，平台围绕区域内中小微企业的实际需求，建立了需求受理、分派、跟踪和回访的闭环机制，由专人负责并按季度公布结果。\n近三年先后完善制度12项，服务流程全部公开，收费标准上墙公示，对小型微型企业减免收费。\n下一阶段将继续扩大服务覆盖面，提高服务质量。`;

/** A body that exists nowhere, with every answer given: 3 investors, 3 years, 4 products, 12 devices, 22 staff. */
export const complete: Answers = {
  isLegalPerson: true,
  registeredInZhejiang: true,
  registeredOn: "2016-03-05",
  totalAssets: "860",
  fixedPremises: true,
  staff: 22,
  professionals: 18,
  serviceBodies: 5,
  focusGroups: ["park", "giant"],
  satisfaction: "92.5",
  isWellKnown: true,
  systems: ["management", "process", "fees", "quality", "preference", "plan", "goals"],
  hasGoodName: true,
  publicBenefitShare: "30",
  joinsActivities: true,
  cooperates: true,
  functions: ["information", "training"],
  informationOnline: true,
  informationOffline: 120,
  informationEvents: 6,
  trainingQualification: ["filed"],
  trainingBothWays: true,
  trainingEvaluation: true,
  trainingPersonTimes: 1600,
  applicantName: "杭州虚构启航企业服务有限公司",
  city: "杭州市西湖区",
  unitNature: "有限责任公司",
  legalRepresentative: "张虚构",
  registeredAddress: "浙江省杭州市西湖区虚构路100号启航大厦8楼",
  postcode: "310012",
  contactPerson: "李示例",
  contactPhone: "0571-88886666",
  mobile: "13800138000",
  fax: "0571-88886667",
  email: "contact@example.com",
  website: "www.example.com",
  registeredCapital: "500",
  investors: [
    { name: "杭州虚构投资集团有限公司", nature: "国有企业", share: "51" },
    { name: "浙江示例科技股份有限公司", nature: "民营企业", share: "34.5" },
    { name: "张虚构", nature: "自然人", share: "14.5" },
  ],
  facilitiesValue: "120",
  equipmentCount: 12,
  equipmentValue: "60.2",
  premisesArea: "650",
  premisesNature: ["rented", "own"],
  ownPremisesValue: "215",
  isSpecialised: true,
  experiencedStaff: 15,
  operation: [
    {
      year: 2018,
      revenue: "720.5",
      serviceRevenue: "560",
      totalProfit: "-12.35",
      taxes: "21.4",
      served: 96,
      withAgreement: 51,
    },
    {
      year: 2019,
      revenue: "860",
      serviceRevenue: "655.8",
      totalProfit: "64",
      taxes: "28",
      served: 104,
      withAgreement: 60,
    },
    {
      year: 2020,
      revenue: "980",
      serviceRevenue: "760",
      totalProfit: "96",
      taxes: "35",
      served: 118,
      withAgreement: 66,
    },
  ],
  qualifications: "人力资源服务许可证（2018年，杭州市人力资源和社会保障局）\n检验检测机构资质认定证书（2019年）",
  mainServices: [
    { product: "政策信息与咨询", scale: "120家", revenueShare: "35" },
    { product: "企业培训", scale: "1600人次", revenueShare: "30" },
    { product: "产品检测", scale: "60家", revenueShare: "22.5" },
    { product: "管理咨询", scale: "25家", revenueShare: "12.5" },
  ],
  partnersWithAgreement: "浙江虚构大学、钱江示例会计师事务所、西溪示例律师事务所",
  otherPartners: "杭州市虚构行业协会",
  itUse: "建有服务网站和公众号，线上受理企业需求，服务过程全程留痕。",
  honours: "2019年获评杭州市中小企业服务先进单位（虚构）",
  governmentSupport: "2020年获市级中小企业服务补助30万元（虚构）",
  history: paragraphs("创立发展"),
  region: paragraphs("区域行业"),
  management: paragraphs("管理运营"),
  services: paragraphs("服务开展"),
  achievements: paragraphs("服务业绩"),
  supportReceived: "2020年，杭州市经信局，中小企业服务补助，30万元（虚构）。",
  nextSteps: paragraphs("发展设想"),
  equipment: DEVICES.map(([name, use], at) => ({
    name,
    use,
    quantity: 1 + (at % 3),
    originalValue: String(2.5 + at * 1.25),
    remark: at % 4 === 0 ? "2019年购置" : null,
  })),
  roster: rows(22, person),
  auditReport: { received: true, files: [{ hash: "a1", name: "2020年度审计报告.pdf", size: 9 }] },
  licence: { received: true, files: [] },
  proofs: {
    received: true,
    files: [
      { hash: "b1", name: "场地合同.pdf", size: 8 },
      { hash: "b2", name: "../场地合同.pdf", size: 8 },
      { hash: "b3", name: "场地合同.pdf", size: 8 },
    ],
  },
};

const file = (text: string) => new TextEncoder().encode(text);
const files: ReadonlyMap<string, Uint8Array> = new Map([
  ["a1", file("审计报告")],
  ["b1", file("合同一")],
  ["b2", file("合同二")],
  ["b3", file("合同三")],
]);

const round2021 = zhejiang.rounds[0] as Round;

/** The paper of a body as it would be written on that day. */
export const paperOf = (answers: Answers, more: Partial<Paper> = {}, on: Day = "2021-05-12"): Paper => {
  const facts = factsOf(apply, answers, on);
  return {
    jurisdiction: zhejiang,
    procedure: apply,
    facts,
    verdicts: judge(facts),
    round: round2021,
    declaredOn: "2021-05-12",
    isDraft: false,
    isSample: false,
    files,
    ...more,
  };
};

const {
  city: _city,
  registeredCapital: _capital,
  history: _history,
  auditReport: _audit,
  fax: _fax,
  roster: _roster,
  experiencedStaff: _experienced,
  facilitiesValue: _facilities,
  premisesNature: _nature,
  ...halfway
} = complete;

/** The same body halfway: too few staff, a column left blank, long texts missing. */
export const draft: Answers = {
  ...halfway,
  staff: 18,
  professionals: 14,
  registeredOn: "2020-03-05",
  operation: [{ year: 2020, revenue: "980", serviceRevenue: null, totalProfit: "96" }],
  equipment: [],
};

const long = (sentence: string, length: number) =>
  sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);

/** As much as the questions allow. */
export const extreme: Answers = {
  ...complete,
  applicantName:
    "浙江虚构长三角一体化示范区中小微企业数字化转型与知识产权运营公共技术服务中心有限责任公司（国家级）杭州总部办公室分中心",
  city: "杭州市西湖区三墩镇西湖科技经济园区虚构街道示例社区第十二网格创新创业综合服务体",
  registeredAddress: long("浙江省杭州市西湖区虚构路100号启航大厦", 120),
  legalRepresentative: "阿卜杜拉·买买提·艾合买提·吐尔逊江",
  email: "very.long.mailbox.name.for.the.service.centre@subdomain.department.example-organisation.com.cn",
  website: "https://www.an-extremely-long-domain-name-for-testing.example.com/index/about/contact?id=1234567890",
  registeredCapital: "1234567.123456",
  investors: rows(6, (at) => ({
    name: long(`杭州虚构第${at + 1}投资管理合伙企业（有限合伙）`, 60),
    nature: long("中外合资股份有限公司（上市）", 30),
    share: "16.666666",
  })),
  operation: rows(6, (at) => ({
    year: 2015 + at,
    revenue: "1234567.123456",
    serviceRevenue: "1034567.123456",
    totalProfit: "-234567.123456",
    taxes: "34567.123456",
    served: 123456,
    withAgreement: 65432,
  })),
  qualifications: long("人力资源服务许可证（2018年，杭州市人力资源和社会保障局）；", 2000),
  mainServices: rows(10, (at) => ({
    product: long(`第${at + 1}类服务产品：面向制造业中小企业的数字化诊断与改造咨询`, 60),
    scale: long("年服务120家企业、1600人次，", 60),
    revenueShare: "10.123456",
  })),
  partnersWithAgreement: long("浙江虚构大学、钱江示例会计师事务所、", 2000),
  otherPartners: long("杭州市虚构行业协会、", 600),
  honours: long("2019年获评杭州市中小企业服务先进单位（虚构）；", 700),
  history: `${long("平台自2016年成立以来，坚持为中小微企业提供公益性服务。", 3000)}\n${long("发展目标明确。", 2000)}`,
  achievements: rows(
    40,
    (at) => `（${at + 1}）${long("典型案例：帮助一家零部件企业完成数字化改造，成本下降。", 90)}`,
  ).join("\n"),
  equipment: rows(80, (at) => ({
    name: long(`第${at + 1}号精密检测与数据采集一体化设备`, at % 7 === 0 ? 60 : 14),
    use: long("为中小企业提供零部件精密检测和数据采集服务，", at % 7 === 0 ? 100 : 20),
    quantity: at + 1,
    originalValue: "123456.123456",
    remark: at % 5 ? null : long("2019年购置，由合作单位捐赠，", 100),
  })),
  roster: rows(60, (at) => ({
    ...person(at),
    ...(at % 9 === 0 && {
      name: "阿卜杜拉·买买提·艾合买提",
      school: long("浙江虚构大学继续教育学院 机械设计制造及其自动化", 60),
    }),
    phone: at % 2 ? "0571-88886666-8001" : "13800138000",
  })),
};
