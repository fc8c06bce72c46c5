import { tableColumns } from "../../columns.ts";
import { facts } from "../../vocabulary.ts";
import { cite } from "./citations.ts";

const one = cite["附件1 申请表一"];
const three = cite["附件1 申请表三"];
const { year, revenue, serviceRevenue, totalProfit, taxes, served } = tableColumns.operation;

/** 申请表 一 */
export const basic = {
  applicantName: { ...facts.applicantName, example: "新疆启航企业服务有限公司", cite: cite.附件1 },
  registeredOn: { ...facts.registeredOn, help: "营业执照或法人证书上的成立日期。", cite: one },
  unitNature: { ...facts.unitNature, cite: one },
  legalRepresentative: { ...facts.legalRepresentative, cite: one },
  registeredAddress: { ...facts.registeredAddress, example: "乌鲁木齐市天山区示例路100号", cite: one },
  postcode: { ...facts.postcode, example: "830002", cite: one },
  contactPerson: { ...facts.contactPerson, cite: one },
  contactPhone: { ...facts.contactPhone, example: "0991-8888666", cite: one },
  fax: { ...facts.fax, example: "0991-8888667", cite: one },
  mobile: { ...facts.mobile, cite: one },
  website: {
    ...facts.website,
    label: "网址及备案号（已建网站的填写）",
    cite: one,
  },
  siteFiling: {
    kind: "text",
    max: 40,
    label: "网站备案号",
    ask: "网站的备案号是什么？没有网站可以跳过。",
    example: "新ICP备12345678号",
    optional: true,
    when: { op: "given", field: "website" },
    cite: one,
  },
  email: { ...facts.email, cite: one },
  registeredCapital: { ...facts.registeredCapital, cite: one },
  investors: {
    kind: "table",
    label: "主要投资方",
    rowName: "投资方",
    ask: "主要投资方有哪些？",
    columns: tableColumns.investors,
    cite: one,
  },
  investorsShare: {
    kind: "percent",
    label: "主要投资方的投资比例合计",
    computed: { op: "sum", table: "investors", column: "share" },
    cite: one,
  },
  equipmentCount: {
    ...facts.equipmentCount,
    label: "仪器、设备数量",
    ask: "仪器、设备一共多少台（套）？",
    cite: one,
  },
  equipmentValue: {
    ...facts.equipmentValue,
    label: "仪器、设备购买价格",
    ask: "这些仪器、设备的购买价格一共多少万元？",
    help: "占总资产的百分比由机器人算出。",
    cite: one,
  },
  equipmentShare: { ...facts.equipmentShare, label: "仪器、设备占总资产", cite: one },
  premisesArea: { ...facts.premisesArea, unit: "平方米", label: "服务场地面积", cite: one },
  ownArea: {
    kind: "decimal",
    unit: "平方米",
    label: "自有面积",
    ask: "服务场地里，自有的有多少平方米？没有就填 0。",
    example: "0",
    cite: one,
  },
  rentedArea: {
    kind: "decimal",
    unit: "平方米",
    label: "租用面积",
    ask: "服务场地里，租用的有多少平方米？没有就填 0。",
    help: "自有和租用以外的场地（例如无偿使用）不用填在这里。",
    example: "650",
    cite: one,
  },
  areaTogether: {
    kind: "decimal",
    unit: "平方米",
    label: "自有和租用面积合计",
    computed: { op: "total", of: ["ownArea", "rentedArea"] },
    cite: one,
  },
  staff: { ...facts.staff, help: "填全体从业人员；专职为中小企业服务的人数另外算。", cite: one },
  professionals: {
    ...facts.professionals,
    ask: "全体从业人员里，大专及以上学历和中级及以上技术职称的专业人员有多少人？",
    help: "表上按全体从业人员算占比；第七条（五）的80%按专职服务人员算，是另一个数。",
    cite: one,
  },
  professionalsShare: { ...facts.professionalsShare, label: "专业人员占总人数", cite: one },
} as const;

/** 申请表 二 and 三 */
export const performance = {
  operation: {
    kind: "table",
    label: "近两年运营管理情况",
    rowName: "年度",
    ask: "请填近两年的运营情况（单位：万元），从早到晚一年一行。",
    minRows: 2,
    columns: {
      year,
      revenue,
      serviceRevenue,
      assets: { kind: "money", unit: "万元", label: "资产总额", ask: "年末资产总额多少万元？", example: "620" },
      totalProfit,
      taxes,
      served: { ...served, unit: "户", label: "服务中小企业户数", ask: "服务了多少户中小企业？", example: "136" },
    },
    cite: cite["附件1 申请表二"],
  },
  qualifications: {
    ...facts.qualifications,
    example: "人力资源服务许可证（2019年，乌鲁木齐市人社局）",
    cite: three,
  },
  mainServices: {
    kind: "table",
    label: "主要服务产品",
    rowName: "服务产品",
    ask: "主要的服务产品有哪些？",
    columns: tableColumns.mainServices,
    cite: three,
  },
  mainServicesShare: {
    kind: "percent",
    label: "各项服务收入占年营业收入合计",
    computed: { op: "sum", table: "mainServices", column: "revenueShare" },
    cite: three,
  },
  partnersWithAgreement: { ...facts.partnersWithAgreement, example: "新疆某某大学、某某会计师事务所", cite: three },
  otherPartners: { ...facts.otherPartners, example: "某某市某某行业协会", cite: three },
} as const;

const person = tableColumns.titledRoster;

/** 附件1 二, 三, 四 */
export const lists = {
  equipment: {
    kind: "table",
    label: "主要服务设备、仪器及软件清单",
    rowName: "设备",
    ask: "请逐项列出主要服务设备、仪器及软件。",
    help: "办法只给出这张表的名字，没有给栏目；栏目取自太原市的同类清单。",
    // The source names the list without columns: they are those of 太原's list.
    columns: tableColumns.equipmentBought,
    ours: true,
    cite: cite["附件1 二"],
  },
  roster: {
    kind: "table",
    label: "管理和服务人员名单及职称情况一览表",
    rowName: "人员",
    ask: "请列出全部专职的管理和服务人员：至少10人（南疆四地州至少8人）。",
    help: "表的备注和第七条（五）的人数一样，所以我们按这张名单计算专职服务人员和其中的专业人员。",
    columns: {
      name: person.name,
      gender: {
        kind: "choice",
        label: "性别",
        choices: [
          { id: "male", label: "男" },
          { id: "female", label: "女" },
        ],
        example: "女",
      },
      age: person.age,
      education: person.education,
      position: { kind: "text", max: 30, label: "职务", example: "咨询部经理" },
      title: person.title,
      duty: person.duty,
    },
    cite: cite["附件1 三"],
  },
  servedList: {
    kind: "table",
    label: "服务的中小企业名单及服务评价表",
    rowName: "企业",
    ask: "请列出服务的中小企业和它们的评价：至少60家。",
    minRows: 60,
    columns: {
      ...tableColumns.servedEnterprises,
      satisfaction: {
        ...tableColumns.servedEnterprises.satisfaction,
        choices: [
          { id: "satisfied", label: "满意" },
          { id: "fairly", label: "基本满意" },
          { id: "dissatisfied", label: "不满意" },
        ],
      },
    },
    cite: cite["附件1 四"],
  },
  servedListed: {
    kind: "count",
    unit: "家",
    label: "服务评价表所列企业",
    computed: { op: "rows", table: "servedList" },
    cite: cite["附件1 四"],
  },
} as const;

/** 附件1 五: the headings name what is to be written; the text is put together from several messages. */
export const narrative = {
  history: {
    kind: "longText",
    label: "申请单位的基本情况",
    ask: "情况说明（一）申请单位的基本情况：请写一段。",
    prompts: ["创立发展沿革", "发展目标", "目前的基本情况"],
    cite: cite["附件1 五（一）"],
  },
  region: {
    kind: "longText",
    label: "服务对象所在区域的行业状况和公共服务需求",
    ask: "情况说明（二）服务对象所在区域的情况：请写一段。",
    prompts: ["行业状况", "在区域经济发展中的地位和作用", "中小企业发展情况", "公共服务需求情况"],
    cite: cite["附件1 五（二）"],
  },
  management: {
    kind: "longText",
    label: "平台管理运营情况",
    ask: "情况说明（三）平台管理运营情况：请写一段。",
    prompts: ["主要管理制度", "人员激励", "能力提升", "可持续发展"],
    cite: cite["附件1 五（三）"],
  },
  services: {
    kind: "longText",
    label: "近年来的服务情况",
    ask: "情况说明（四）近年来的服务情况：请写一段。",
    prompts: ["主要服务内容", "服务对象", "服务规模、方式、收费", "公益性或低收费服务情况"],
    cite: cite["附件1 五（四）"],
  },
  features: {
    kind: "longText",
    label: "平台服务特色",
    ask: "情况说明（五）平台服务特色：请写一段。",
    help: "第九条要求有突出的特色优势和示范性，在这里写出来。",
    prompts: ["在创新服务模式方面的示范性", "在集聚创新资源等方面的示范性"],
    cite: cite["附件1 五（五）"],
  },
  achievements: {
    kind: "longText",
    label: "主要服务业绩及对区域经济和中小企业健康发展的贡献",
    ask: "情况说明（六）主要服务业绩和贡献：请写一段。",
    prompts: ["主要服务业绩", "对区域经济和中小企业健康发展的贡献", "自测情况或典型案例"],
    cite: cite["附件1 五（六）"],
  },
  nextSteps: {
    kind: "longText",
    label: "下一步发展设想",
    ask: "情况说明（七）下一步发展设想：请写一段。",
    prompts: ["服务内容", "服务能力", "目标"],
    cite: cite["附件1 五（七）"],
  },
} as const;
