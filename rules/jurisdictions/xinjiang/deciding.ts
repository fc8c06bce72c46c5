import { atLeast, not, shareAtLeast } from "../../condition.ts";
import { facts } from "../../vocabulary.ts";
import { figure, prefectures } from "./areas.ts";
import { cite } from "./citations.ts";
import { offered } from "./offered.ts";

const first = { screening: true } as const;

/** Where the applicant is and what it is. */
const body = {
  xinjiangRegistration: {
    ...first,
    kind: "choice",
    label: "注册地",
    ask: "贵单位注册在哪里？",
    help: "办法要求“注册地在本地”，又按属地化原则申报；“本地”指自治区还是申报的地（州、市），原文没有写。",
    choices: [
      { id: "here", label: "申报的地（州、市）内" },
      { id: "elsewhere", label: "新疆的其他地（州、市）" },
      { id: "outside", label: "新疆以外" },
    ],
    example: "1",
    cite: cite["第七条（一）"],
  },
  prefecture: {
    ...first,
    kind: "choice",
    label: "申报的地（州、市）",
    ask: "在哪个地（州、市）申报？",
    help: "申报材料交那里的中小企业主管部门初审推荐。南疆四地州有单独的数字；办法没有列出是哪四个，我们按喀什、和田、阿克苏地区和克孜勒苏柯尔克孜自治州理解。",
    choices: prefectures,
    example: "乌鲁木齐市",
    cite: cite.第十条,
  },
  isLegalPerson: { ...facts.isLegalPerson, ...first, label: "独立法人资格", cite: cite["第七条（一）"] },
  xinjiangBodyKind: {
    ...first,
    kind: "choice",
    label: "申报主体的类型",
    ask: "贵单位属于下面哪一类？",
    choices: [
      { id: "service", label: "中小企业服务机构" },
      { id: "intermediary", label: "社会中介机构" },
      { id: "technical", label: "技术服务机构" },
      { id: "research", label: "科研院所" },
      { id: "internet", label: "基于互联网等面向中小企业提供创业创新服务的企业" },
      { id: "none", label: "以上都不是" },
    ],
    example: "1",
    cite: cite["第七条（一）"],
  },
  xinjiangStanding: {
    ...first,
    kind: "choices",
    label: "运营、能力、财务、团队和负责人",
    ask: "下面这些，贵单位符合哪些？",
    choices: [
      { id: "runs", label: "运营管理本平台" },
      { id: "able", label: "有从事相关服务的资质或能力" },
      { id: "finances", label: "财务收支状况良好，经营规范" },
      { id: "prospects", label: "有良好的发展前景和可持续发展能力" },
      { id: "resources", label: "有组织带动社会服务资源的能力" },
      { id: "team", label: "有健全的管理团队和人才队伍" },
      { id: "honest", label: "主要负责人诚信、守法，无偷漏税等不良记录" },
      { id: "experienced", label: "主要负责人有开拓创新精神、丰富的实践经验和较高的管理水平" },
    ],
    example: "全部",
    cite: cite.第七条,
  },
  platformSince: {
    ...first,
    kind: "date",
    label: "平台开始运营的日期",
    ask: "平台是从哪一天开始运营的？",
    help: "要求的是平台运营满2年，不是公司注册满2年。",
    example: "2020年3月1日",
    cite: cite["第七条（一）"],
  },
  totalAssets: {
    ...facts.totalAssets,
    ...first,
    label: "上年末总资产",
    ask: "上年末总资产是多少万元？",
    help: "按审计报告填写。后面“近两年运营管理情况”表填好以后，以表上最近一年的资产总额为准。",
    computed: { op: "latest", table: "operation", column: "assets", by: "year" },
    cite: cite["第七条（一）"],
  },
} as const;

/** What it does and with whom. */
const work = {
  servedEnterprises: {
    ...facts.servedEnterprises,
    ...first,
    label: "年服务中小企业",
    ask: "最近一年服务了多少家中小企业？",
    help: "后面“近两年运营管理情况”表填好以后，以表上最近一年的服务中小企业户数为准。",
    example: "136",
    computed: { op: "latest", table: "operation", column: "served", by: "year" },
    cite: cite["第七条（二）"],
  },
  satisfaction: {
    ...facts.satisfaction,
    ...first,
    ask: "用户满意度是百分之多少？请把“满意”和“基本满意”加在一起算。",
    help: "服务评价表分满意、基本满意、不满意三档，基本满意算不算满意，办法没有写，所以两种都算一下。评价表填好以后按表计算。",
    computed: { op: "shareOfRows", table: "servedList", column: "satisfaction", is: ["satisfied", "fairly"] },
    cite: cite["第七条（二）"],
  },
  /** Asked only where it can matter: the stricter reading is missed where the wider one is. */
  satisfactionStrict: {
    ...first,
    kind: "percent",
    label: "用户满意度（只算“满意”）",
    ask: "只算“满意”的，占百分之多少？",
    help: "基本满意算不算满意，办法没有写，所以两种都算一下。评价表填好以后按表计算。",
    example: "85%",
    computed: { op: "shareOfRows", table: "servedList", column: "satisfaction", is: ["satisfied"] },
    when: atLeast("satisfaction", figure(80, "%")),
    cite: cite["第七条（二）"],
  },
  isWellKnown: {
    ...facts.isWellKnown,
    ...first,
    label: "在专业服务领域或区域内的声誉和品牌影响力",
    ask: "在专业服务领域或区域内有一定的声誉和品牌影响力吗？",
    cite: cite["第七条（二）"],
  },
  fixedPremises: {
    ...facts.fixedPremises,
    ...first,
    label: "固定经营服务场所和必要的服务设施、仪器设备",
    cite: cite["第七条（三）"],
  },
  serviceBodies: {
    ...facts.serviceBodies,
    ...first,
    label: "集聚服务机构",
    ask: "平台集聚了多少家服务机构？",
    cite: cite["第七条（三）"],
  },
  xinjiangSystems: {
    ...first,
    kind: "choices",
    label: "管理制度、服务流程、收费、规划和目标",
    ask: "下面这些，贵单位有哪些？（最好有书面文件，检查时要看）",
    choices: [
      { id: "management", label: "健全的管理制度" },
      { id: "process", label: "规范的服务流程" },
      { id: "fees", label: "合理的收费标准" },
      { id: "quality", label: "完善的服务质量保证措施" },
      { id: "preference", label: "对小型微型企业服务收费的优惠规定" },
      { id: "plan", label: "明确的发展规划" },
      { id: "goals", label: "年度服务目标" },
    ],
    example: "全部",
    cite: cite["第七条（四）"],
  },
  publicBenefitShare: { ...facts.publicBenefitShare, ...first, cite: cite["第七条（四）"] },
} as const;

/** 第七条（五）'s base: full-time service staff, not all staff as on the form. */
const people = {
  fullTimeStaff: {
    ...first,
    kind: "count",
    unit: "人",
    label: "专职从事为中小企业服务的人员",
    ask: "专职从事为中小企业服务的人员有多少人？",
    help: "和从业人数不是一回事：这里只算专职为中小企业服务的人。“管理和服务人员名单”填好以后，以名单的人数为准。",
    example: "16",
    computed: { op: "rows", table: "roster" },
    cite: cite["第七条（五）"],
  },
  fullTimeProfessionals: {
    ...first,
    kind: "count",
    unit: "人",
    label: "专职人员中大专及以上学历和中级及以上技术职称专业人员",
    ask: "专职人员里，既有大专及以上学历、又有中级及以上技术职称的有多少人？",
    help: "“和”是两样都要还是有一样就算，办法没有写，所以两种都算一下。“管理和服务人员名单”填好以后按名单计算。",
    example: "13",
    computed: {
      op: "rowsWhere",
      table: "roster",
      match: "all",
      cells: [
        { column: "education", grade: "college" },
        { column: "title", grade: "middleTitle" },
      ],
    },
    cite: cite["第七条（五）"],
  },
  /** Asked only where it can matter: who has both has either. */
  fullTimeProfessionalsEither: {
    ...first,
    kind: "count",
    unit: "人",
    label: "专职人员中有大专及以上学历或者中级及以上技术职称的人员",
    ask: "只要有其中一样（大专及以上学历，或者中级及以上技术职称）就算的话，专职人员里有多少人？",
    help: "“和”是两样都要还是有一样就算，办法没有写；两种算法结论不同时会告诉您。",
    example: "15",
    computed: {
      op: "rowsWhere",
      table: "roster",
      match: "any",
      cells: [
        { column: "education", grade: "college" },
        { column: "title", grade: "middleTitle" },
      ],
    },
    when: not(shareAtLeast("fullTimeProfessionals", "fullTimeStaff", figure(80, "%"))),
    cite: cite["第七条（五）"],
  },
  xinjiangFeatures: {
    ...first,
    kind: "choices",
    label: "突出的特色优势和示范性",
    ask: "平台在下面哪些方面有突出的特色优势和示范性？",
    help: "申请报告（五）“平台服务特色”要写出来。",
    choices: [
      { id: "modes", label: "创新服务模式" },
      { id: "resources", label: "集聚创新资源" },
      { id: "bothWays", label: "推进线上线下服务结合" },
      { id: "matching", label: "促进服务与需求精准对接" },
      { id: "vitality", label: "激发中小企业创新活力、发展潜力和转型动力" },
      { id: "innovation", label: "推动创新驱动发展" },
    ],
    example: "全部",
    cite: cite.第九条,
  },
} as const;

/** The answers that decide eligibility, asked first and in this order. */
export const deciding = { ...body, ...work, ...people, ...offered } as const;
