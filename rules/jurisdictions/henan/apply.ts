import { figuresFrom, notMoreThan, rowsAtLeast, yes } from "../../condition.ts";
import { defineProcedure } from "../../define.ts";
import { facts } from "../../vocabulary.ts";
import { cite } from "./citations.ts";
import { categories, categoryCriterion, criteria, figures } from "./figures.ts";
import { applicantsPlaces, remarks, specialAreas } from "./places.ts";

const from2022 = figuresFrom("2022-11-22");

const place = {
  inHenan: {
    kind: "yesNo",
    label: "在河南省内",
    ask: "运营单位在河南省内吗？",
    help: "平台由河南省的省辖市、济源示范区主管部门推荐，外省的单位没有推荐渠道。",
    cite: cite["（二）"],
    screening: true,
  },
} as const;

const identity = {
  applicantName: {
    ...facts.applicantName,
    label: "运营单位名称",
    ask: "运营单位的全称是什么？",
    example: "洛阳某某企业服务有限公司",
    cite: cite.附件2,
  },
  creditCode: {
    kind: "creditCode",
    label: "统一社会信用代码",
    ask: "运营单位的统一社会信用代码是什么？",
    help: "营业执照或法人证书上的 18 位代码，主管部门核查时用。",
    cite: cite["（四）"],
    ours: true,
  },
  henanPlace: {
    kind: "choice",
    label: "所在省辖市（示范区）",
    ask: "运营单位在哪个省辖市、济源示范区或航空港区？",
    choices: applicantsPlaces,
    help: "材料交给所在地的主管部门。航空港区内的平台由郑州市一并推荐。",
    example: "洛阳市",
    cite: cite["（二）"],
    when: { op: "yes", field: "inHenan" },
  },
  recommendedUnder: {
    kind: "choice",
    label: "推荐名额或区域",
    ask: "准备占哪种名额申报？",
    choices: remarks,
    help: "一般是所在市的推荐名额。四类区域可以各推荐1家、实验室可以直接提出申请，都不占所在市的名额；要写进汇总表的备注。",
    example: "省辖市（济源示范区）推荐名额",
    cite: cite["附件2 注5"],
  },
  specialArea: {
    kind: "text",
    max: 60,
    label: "区域名称",
    ask: "是哪一个区域（城市、合作区或产业集群）？",
    help: "每个区域可以推荐1家，写清名称便于主管部门核对。",
    example: "洛阳市某某特色产业集群",
    cite: cite["（三）"],
    ours: true,
    when: { op: "any", of: specialAreas.map((choice) => ({ op: "is", field: "recommendedUnder", choice }) as const) },
  },
} as const;

const visit = {
  siteAddress: {
    kind: "text",
    max: 120,
    label: "现场核查地址",
    ask: "主管部门来现场核查，地址是哪里？",
    help: "写实际的服务场所。",
    example: "洛阳市洛龙区某某路1号",
    cite: cite["（四）"],
    ours: true,
  },
  headName: {
    kind: "text",
    max: 30,
    label: "主要负责人",
    ask: "单位的主要负责人是谁？",
    help: "主管部门要和主要负责人就材料真实性当面谈话。",
    example: "张三",
    cite: cite["（四）"],
    ours: true,
  },
  headPhone: {
    kind: "phone",
    label: "主要负责人电话",
    ask: "主要负责人的电话是多少？",
    example: "13800138000",
    cite: cite["（四）"],
    ours: true,
  },
  contactPerson: { ...facts.contactPerson, cite: cite["（四）"], ours: true },
  mobile: { ...facts.mobile, cite: cite["（四）"], ours: true },
  email: { ...facts.email, cite: cite["（四）"], ours: true },
} as const;

const survey = {
  regionEffect: {
    kind: "longText",
    max: 2000,
    label: "对区域中小企业发展的影响和作用",
    ask: "平台对区域中小企业发展有什么影响和作用？没有可以跳过。",
    help: "推荐表里这一栏由主管部门写；贵单位写的供它参考。",
    example: "三年服务企业300多家，帮助20家企业获得贷款",
    optional: true,
    cite: cite["附件3 影响和作用"],
    ours: true,
  },
  servedList: {
    kind: "table",
    label: "服务企业名单",
    rowName: "企业",
    ask: "请列出最近一年服务的企业，主管部门从中随机抽取不少于10家来测评。",
    help: "栏目和推荐表里抽样企业的栏目一样。列得越全越好，至少10家。",
    columns: {
      name: { kind: "text", max: 60, label: "企业名称", example: "某某机械有限公司" },
      person: { kind: "text", max: 30, label: "联系人", example: "赵六" },
      position: { kind: "text", max: 30, label: "职务", ask: "联系人是什么职务？", example: "总经理" },
      phone: { kind: "phone", label: "联系电话", example: "13800138002" },
    },
    cite: cite["附件3 测评情况"],
    ours: true,
  },
  servedListed: {
    kind: "count",
    unit: "家",
    label: "名单所列企业数",
    computed: { op: "rows", table: "servedList" },
    cite: cite["附件3 测评情况"],
    ours: true,
  },
} as const;

const materials = {
  applicationReport: {
    kind: "file",
    label: "申请报告等申报资料",
    ask: "按《认定管理办法》写的申请报告等申报资料准备好了吗？可以把文件发给我，也可以只告诉我已备好。",
    help: "申报资料的格式在豫工信企业〔2020〕98号里，本系统没有收录，请向所在地主管部门索取。主管部门要逐项审核。",
    cite: cite["（四）"],
  },
  proofs: {
    kind: "file",
    label: "能证明各项指标的材料",
    ask: "能证明各项指标的材料（营业执照、上年末资产负债表、人员名册、合作协议、优惠规定、服务台账等）准备好了吗？",
    help: "通知没有列出证明材料清单；这一项是我们建议准备的，现场核查时要看。",
    optional: true,
    ours: true,
    cite: cite["（四）"],
  },
} as const;

const ids = <const F extends Record<string, unknown>>(group: F) => Object.keys(group) as (keyof F & string)[];

export const apply = defineProcedure({
  code: "apply",
  title: "省级中小企业公共服务示范平台申报",
  fields: { ...place, ...figures, ...categories, ...identity, ...visit, ...survey, ...materials },
  sections: [
    {
      id: "identity",
      title: "一、平台和运营单位",
      fields: [
        "inHenan",
        "platformName",
        "applicantName",
        "creditCode",
        "registeredOn",
        ...ids(categories),
        "henanPlace",
        "recommendedUnder",
        "specialArea",
      ],
    },
    {
      id: "figures",
      title: "二、主要指标",
      fields: ["totalAssets", "staff", "serviceBodies", "preferentialShare", "servedEnterprises"],
    },
    { id: "visit", title: "三、现场核查和面谈", fields: ids(visit) },
    { id: "survey", title: "四、服务测评", fields: ids(survey) },
    { id: "materials", title: "申报资料", fields: ids(materials) },
  ],
  criteria: [
    {
      id: "place",
      label: "由河南省的主管部门推荐",
      severity: "blocking",
      cite: cite["（二）"],
      reading: "ours",
      remark: "通知没有写在哪里注册；平台由省内各市推荐，我们理解为运营单位要在河南省内",
      isPlace: true,
      when: yes("inHenan"),
    },
    ...criteria,
    categoryCriterion,
    {
      id: "servedListLength",
      label: "服务企业名单够抽样",
      severity: "warning",
      cite: cite["附件3 测评情况"],
      reading: "ours",
      remark: "主管部门要随机抽取不少于10家来测评，名单至少要有这么多",
      when: rowsAtLeast("servedList", from2022(10, "家")),
    },
    {
      id: "servedListWithin",
      label: "名单所列企业不多于年服务企业数",
      severity: "warning",
      cite: cite["附件2 注3"],
      reading: "ours",
      remark: "名单和年服务企业数说的是同一年，名单不会比它多",
      when: notMoreThan("servedListed", "servedEnterprises"),
    },
  ],
  places: "henanPlace",
  binding: [
    { label: "申报信息表", form: "dataSheet", cite: cite.附件2, ours: true },
    { label: "服务企业名单", form: "servedList", cite: cite["附件3 测评情况"], ours: true },
    { label: "申请报告等申报资料", material: "applicationReport", cite: cite["（四）"] },
    { label: "能证明各项指标的材料", material: "proofs", cite: cite["（四）"], ours: true },
  ],
  // The notice gives applicants no declaration; what it has them answer for is 材料真实性.
  declaration: {
    title: "材料真实性承诺（本系统拟定）",
    text: "以上内容和所附材料真实、完整。愿意接受现场核查，并由主要负责人就材料真实性与主管部门当面谈话。",
    cite: cite["（四）"],
  },
  afterwards: [
    { text: "向所在地主管部门问清交材料的日期：通知没有规定申报单位的日期，由当地定", cite: cite["（五）"] },
    { text: "申报资料按《认定管理办法》准备，格式请向主管部门索取：本系统没有收录这份办法", cite: cite["（一）"] },
    { text: "打印申报信息表和服务企业名单，盖章，由主要负责人签字，和申报资料一起交给主管部门", cite: cite["（五）"] },
    { text: "航空港区内的平台由郑州市一并推荐", cite: cite["（二）"] },
    { text: "工信部认定的实验室可以直接向所在地省辖市中小企业主管部门提出申请，不占推荐数量", cite: cite["（三）"] },
    { text: "主管部门会逐项审核、现场核查，并与主要负责人当面谈话，请主要负责人到场", cite: cite["（四）"] },
    { text: "主管部门会从服务的企业里随机抽取不少于10家测评，请保证名单上的电话能打通", cite: cite["附件3 测评情况"] },
  ],
});
