import { tableColumns } from "../../columns.ts";
import { defineProcedure } from "../../define.ts";
import { facts } from "../../vocabulary.ts";
import { checks } from "./checks.ts";
import { cite } from "./citations.ts";
import { criteria, functions } from "./criteria.ts";
import { deciding } from "./deciding.ts";

const basic = {
  applicantName: { ...facts.applicantName, cite: cite.附件2 },
  city: {
    kind: "text",
    max: 40,
    label: "所在市（县市区）",
    ask: "贵单位在哪个市、哪个县（市、区）？",
    help: "推荐表封面要写；申报材料先交所在县（市、区）经信部门初审。",
    example: "杭州市西湖区",
    cite: cite.附件1,
  },
  unitNature: { ...facts.unitNature, cite: cite["附件2 申请表一"] },
  legalRepresentative: { ...facts.legalRepresentative, cite: cite["附件2 申请表一"] },
  registeredAddress: { ...facts.registeredAddress, cite: cite["附件2 申请表一"] },
  postcode: { ...facts.postcode, cite: cite["附件2 申请表一"] },
  contactPerson: { ...facts.contactPerson, cite: cite["附件2 申请表一"] },
  contactPhone: { ...facts.contactPhone, cite: cite["附件2 申请表一"] },
  mobile: { ...facts.mobile, cite: cite["附件2 申请表一"] },
  fax: { ...facts.fax, cite: cite["附件2 申请表一"] },
  email: { ...facts.email, cite: cite["附件2 申请表一"] },
  website: { ...facts.website, cite: cite["附件2 申请表一"] },
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
    label: "投资比例合计",
    computed: { op: "sum", table: "investors", column: "share" },
    cite: cite["附件2 申请表一"],
  },
  facilitiesValue: { ...facts.facilitiesValue, cite: cite["附件2 申请表一"] },
  facilitiesShare: { ...facts.facilitiesShare, cite: cite["附件2 申请表一"] },
  equipmentCount: { ...facts.equipmentCount, cite: cite["附件2 申请表一"] },
  equipmentValue: { ...facts.equipmentValue, cite: cite["附件2 申请表一"] },
  equipmentShare: { ...facts.equipmentShare, cite: cite["附件2 申请表一"] },
  premisesArea: { ...facts.premisesArea, cite: cite["附件2 申请表一"] },
  premisesNature: { ...facts.premisesNature, cite: cite["附件2 申请表一"] },
  ownPremisesValue: { ...facts.ownPremisesValue, cite: cite["附件2 申请表一"] },
  ownPremisesShare: { ...facts.ownPremisesShare, cite: cite["附件2 申请表一"] },
  professionalsShare: { ...facts.professionalsShare, cite: cite["一（一）3"] },
  isSpecialised: {
    kind: "yesNo",
    label: "申请专业类平台",
    ask: "申请的是专业类平台吗？",
    help: "专业类平台还要填具有相关工作经验的从业人员数。",
    cite: cite["附件2 申请表一"],
  },
  experiencedStaff: {
    kind: "count",
    unit: "人",
    label: "具有与所从事专业领域相关工作经验的从业人员",
    ask: "具有与所从事专业领域相关工作经验的从业人员有多少人？",
    example: "15",
    cite: cite["附件2 申请表一"],
    when: { op: "yes", field: "isSpecialised" },
  },
} as const;

const operation = {
  operation: {
    kind: "table",
    label: "平台运营管理",
    rowName: "年度",
    ask: "请填各年度的运营情况（单位：万元）。填几年都可以，一般填近三年。",
    columns: tableColumns.operation,
    cite: cite["附件2 申请表二"],
  },
} as const;

const capability = {
  qualifications: { ...facts.qualifications, cite: cite["附件2 申请表三"] },
  mainServices: {
    kind: "table",
    label: "主要服务产品",
    rowName: "服务产品",
    ask: "主要的服务产品有哪些？",
    columns: tableColumns.mainServices,
    cite: cite["附件2 申请表三"],
  },
  partnersWithAgreement: { ...facts.partnersWithAgreement, cite: cite["附件2 申请表三"] },
  otherPartners: { ...facts.otherPartners, cite: cite["附件2 申请表三"] },
  itUse: { ...facts.itUse, cite: cite["附件2 申请表三"] },
  honours: { ...facts.honours, cite: cite["附件2 申请表三"] },
} as const;

const support = {
  governmentSupport: { ...facts.governmentSupport, cite: cite["附件2 申请表四"] },
} as const;

const report = {
  history: {
    kind: "longText",
    label: "申请单位的基本情况",
    ask: "申请报告“二、申请单位的基本情况”：请写一段。",
    prompts: ["创立发展沿革", "发展目标", "目前的基本情况"],
    cite: cite["附件2 二"],
  },
  region: {
    kind: "longText",
    label: "服务对象所在区域的行业状况和公共服务需求",
    ask: "申请报告“三”：服务对象所在区域的行业情况，请写一段。",
    prompts: ["行业状况", "在区域经济发展中的地位、作用", "中小企业发展情况", "公共服务需求情况"],
    cite: cite["附件2 三"],
  },
  management: {
    kind: "longText",
    label: "管理运营情况",
    ask: "申请报告“四、管理运营情况”：请写一段。",
    prompts: ["主要管理制度", "人员激励", "能力提升", "品牌建设", "可持续发展"],
    cite: cite["附件2 四"],
  },
  services: {
    kind: "longText",
    label: "近年来的服务情况",
    ask: "申请报告“五、近年来的服务情况”：请写一段。",
    prompts: ["主要服务内容", "服务对象", "规模", "方式", "收费"],
    cite: cite["附件2 五"],
  },
  achievements: {
    kind: "longText",
    label: "主要服务业绩及对区域经济和中小企业健康发展的贡献",
    ask: "申请报告“六、主要服务业绩和贡献”：请写一段。",
    prompts: ["主要服务业绩", "对区域经济和中小企业发展的贡献", "自测情况或典型案例"],
    cite: cite["附件2 六"],
  },
  supportReceived: {
    kind: "longText",
    label: "获得各级政府扶持的情况",
    ask: "申请报告“七、获得各级政府扶持的情况”：请写一段。没有就写“无”。",
    prompts: ["年份、部门、项目、金额"],
    cite: cite["附件2 七"],
  },
  nextSteps: {
    kind: "longText",
    label: "下一步发展设想",
    ask: "申请报告“八、下一步发展设想”：请写一段。",
    prompts: ["服务内容", "服务能力", "目标"],
    cite: cite["附件2 八"],
  },
} as const;

const lists = {
  equipment: {
    kind: "table",
    label: "平台服务设施、软件、仪器设备清单",
    rowName: "设备",
    ask: "请逐项列出服务设施、软件和仪器设备（附件3，单位：万元）。",
    // The source gives the title, the seal and the unit only; the columns are those of 青海 附件4.
    columns: tableColumns.equipment,
    ours: true,
    cite: cite.附件3,
  },
  roster: {
    kind: "table",
    label: "平台主要从业人员情况表",
    rowName: "人员",
    ask: "请列出主要从业人员（附件4）。",
    // The source gives the title only; the columns are those of 青海 附件3.
    columns: tableColumns.roster,
    ours: true,
    cite: cite.附件4,
  },
  listedStaff: {
    kind: "count",
    unit: "人",
    label: "附件4所列人员",
    computed: { op: "rows", table: "roster" },
    cite: cite.附件4,
  },
} as const;

const materials = {
  auditReport: {
    kind: "file",
    label: "上一年度审计报告",
    ask: "上一年度审计报告准备好了吗？可以直接把文件发给我，也可以只告诉我已备好纸质件。",
    help: "申请报告“九”要求附上一年度审计报告。",
    cite: cite["附件2 九"],
  },
  licence: {
    kind: "file",
    label: "营业执照或法人证书复印件",
    ask: "营业执照或法人证书的复印件准备好了吗？",
    help: "通知没有列出证明材料清单；这一项是我们建议附上的，用来证明一（一）1。",
    optional: true,
    ours: true,
    cite: cite["一（一）1"],
  },
  proofs: {
    kind: "file",
    label: "能证明各项条件的材料",
    ask: "能证明各项条件的材料（场地合同、人员证书、服务台账、满意度统计、合作协议等）准备好了吗？",
    help: "通知没有列出证明材料清单；这一项是我们建议附上的。",
    optional: true,
    ours: true,
    cite: cite["一（一）6"],
  },
} as const;

/** Deciding answers that the form itself asks for again; they stand where the form has them. */
const formToo: ReadonlySet<string> = new Set(["registeredOn", "totalAssets", "staff", "professionals"]);

const ids = <const F extends Record<string, unknown>>(group: F) => Object.keys(group) as (keyof F & string)[];

export const apply = defineProcedure({
  code: "apply",
  title: "省级中小企业公共服务示范平台申报",
  fields: {
    ...deciding,
    ...basic,
    ...operation,
    ...capability,
    ...support,
    ...report,
    ...lists,
    ...materials,
  },
  sections: [
    { id: "cover", title: "封面", fields: ["applicantName", "city"] },
    {
      id: "basic",
      title: "一、平台基本情况",
      fields: [
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
        "isSpecialised",
        "experiencedStaff",
      ],
    },
    { id: "operation", title: "二、平台运营管理", fields: ids(operation) },
    { id: "capability", title: "三、服务能力及业绩", fields: ids(capability) },
    { id: "support", title: "四、政府支持情况", fields: ids(support) },
    { id: "conditions", title: "申报条件", fields: ids(deciding).filter((id) => !formToo.has(id)) },
    { id: "report", title: "申请报告正文", fields: ids(report) },
    { id: "lists", title: "附件清单", fields: ids(lists) },
    { id: "materials", title: "证明材料", fields: ids(materials) },
  ],
  criteria: [...criteria, ...checks],
  functions: { claimed: "functions", label: "至少一项服务功能", cite: cite["一（二）"], atLeastOneOf: functions },
  places: "city",
  binding: [
    { label: "附件1 推荐表", form: "recommendation", cite: cite.附件1 },
    { label: "附件2 申请报告", form: "report", cite: cite.附件2 },
    { label: "附件2之九 上一年度审计报告", material: "auditReport", cite: cite["附件2 九"] },
    { label: "附件3 平台服务设施、软件、仪器设备清单", form: "equipment", cite: cite.附件3, ours: true },
    { label: "附件4 平台主要从业人员情况表", form: "roster", cite: cite.附件4, ours: true },
    { label: "附件5 申报材料真实性声明", form: "declaration", cite: cite.附件5 },
    { label: "营业执照或法人证书复印件", material: "licence", cite: cite["一（一）1"], ours: true },
    { label: "能证明各项条件的材料", material: "proofs", cite: cite["一（一）6"], ours: true },
  ],
  declaration: {
    title: "申报材料真实性声明",
    text: "本单位知悉并保证所提供的浙江省中小企业公共服务示范平台申报资料和相关证明文件的真实性、完整性和准确性，并承担因资料虚假而产生的后果。",
    cite: cite.附件5,
  },
  afterwards: [
    { text: "打印全部表格，按目录的顺序装订", cite: cite["三（二）"] },
    { text: "在附件2封面、附件3、附件5的“（盖章）”处盖公章", cite: cite.附件2 },
    { text: "附件5请法定代表人本人签字，并写上日期", cite: cite.附件5 },
    { text: "推荐表（附件1）由主管部门填写审核推荐意见，贵单位不用填", cite: cite.附件1 },
    { text: "交所在县（市、区）经信部门初审，由设区市汇总推荐；不归市、县管理的机构可直接报送省经信厅", cite: cite.二 },
  ],
});
