import {
  all,
  any,
  atLeast,
  growth,
  includesAll,
  includesAny,
  is,
  not,
  shareAtLeast,
  yearsSince,
  yes,
} from "../../condition.ts";
import type { Criterion } from "../../define.ts";
import { atLeastOr, figure, inSouth } from "./areas.ts";
import { cite } from "./citations.ts";
import type { Id } from "./fields.ts";

type Rule = Criterion<Id>;
const blocking = { severity: "blocking", reading: "source" } as const;

/** 适当放宽 without a figure in brackets: missed in 南疆四地州 it warns, by our reading. */
const relaxed: NonNullable<Rule["relaxed"]> = {
  when: inSouth,
  severity: "warning",
  cite: cite.第七条,
  remark: "南疆四地州的平台适当放宽，这一项没有写放宽到多少，我们只作提醒，由主管部门决定",
};

const one = { ...blocking, cite: cite["第七条（一）"] } as const;
const two = { ...blocking, cite: cite["第七条（二）"] } as const;
const three = { ...blocking, cite: cite["第七条（三）"] } as const;
const four = { ...blocking, cite: cite["第七条（四）"] } as const;
const five = { ...blocking, cite: cite["第七条（五）"] } as const;

const bothTitles = shareAtLeast("fullTimeProfessionals", "fullTimeStaff", figure(80, "%"));

/** 第七条 and 第九条 in their order. */
export const criteria: readonly Rule[] = [
  { ...one, id: "legalPerson", label: "独立法人资格", when: yes("isLegalPerson") },
  {
    ...one,
    id: "platformRun",
    label: "运营管理本平台，有从事相关服务的资质或能力",
    when: includesAll("xinjiangStanding", "runs", "able"),
  },
  {
    ...one,
    id: "place",
    label: "注册地在本地",
    isPlace: true,
    reading: "ours",
    remark: "“本地”是自治区还是申报的地（州、市），原文没有写",
    as: "“本地”指自治区",
    when: any(is("xinjiangRegistration", "here"), is("xinjiangRegistration", "elsewhere")),
    otherwise: [{ as: "“本地”指申报的地（州、市）", when: is("xinjiangRegistration", "here") }],
  },
  {
    ...one,
    id: "platformYears",
    label: "平台运营时间",
    reading: "ours",
    remark: "办法没有说年限算到哪一天；我们按平台开始运营的日期到申报当天计算",
    when: yearsSince("platformSince", figure(2, "年")),
    relaxed,
  },
  { ...one, id: "totalAssets", label: "资产总额", when: atLeastOr("totalAssets", 250, 150, "万元") },
  {
    ...one,
    id: "finances",
    label: "财务收支状况良好，经营规范，有良好的发展前景和可持续发展能力",
    when: includesAll("xinjiangStanding", "finances", "prospects"),
  },
  { ...one, id: "bodyKind", label: "申报主体的类型", when: not(is("xinjiangBodyKind", "none")) },
  {
    ...two,
    id: "servedEnterprises",
    label: "年服务中小企业",
    when: atLeastOr("servedEnterprises", 100, 80, "家"),
  },
  {
    ...two,
    id: "satisfaction",
    label: "用户满意度",
    reading: "ours",
    remark: "评价表分三档，基本满意算不算满意，原文没有写",
    as: "基本满意也算",
    when: atLeast("satisfaction", figure(80, "%")),
    otherwise: [{ as: "只算满意", when: atLeast("satisfactionStrict", figure(80, "%")) }],
    relaxed,
  },
  {
    ...two,
    id: "growth",
    label: "近两年服务企业数量没有下降",
    reading: "ours",
    remark: "办法只说“稳步增长”，没有写增长多少；我们理解后一年少于前一年就不符合",
    when: growth("growth>=", "operation", "served", "year", figure(0, "%")),
  },
  {
    ...two,
    id: "growthSteady",
    label: "近两年服务企业数量有增长",
    severity: "warning",
    reading: "ours",
    remark: "两年一样多算不算“稳步增长”，办法没有写，我们只作提醒",
    given: growth("growth>=", "operation", "served", "year", figure(0, "%")),
    when: growth("growth>", "operation", "served", "year", figure(0, "%")),
  },
  { ...two, id: "reputation", label: "在专业服务领域或区域内的声誉和品牌影响力", when: yes("isWellKnown") },
  { ...three, id: "premises", label: "固定经营服务场所和必要的服务设施、仪器设备", when: yes("fixedPremises") },
  {
    ...three,
    id: "resources",
    label: "组织带动社会服务资源的能力",
    when: includesAll("xinjiangStanding", "resources"),
  },
  { ...three, id: "serviceBodies", label: "集聚服务机构", when: atLeastOr("serviceBodies", 3, 2, "家") },
  {
    ...four,
    id: "systems",
    label: "管理制度、服务流程、收费标准、质量保证、优惠规定、规划和目标",
    when: includesAll("xinjiangSystems", "management", "process", "fees", "quality", "preference", "plan", "goals"),
  },
  {
    ...four,
    id: "publicBenefit",
    label: "公益性服务或低收费服务占总服务量",
    when: atLeast("publicBenefitShare", figure(20, "%")),
    relaxed,
  },
  {
    ...five,
    id: "team",
    label: "健全的管理团队和人才队伍",
    when: includesAll("xinjiangStanding", "team"),
  },
  {
    ...five,
    id: "head",
    label: "主要负责人诚信守法、无不良记录，有经验和管理水平",
    when: includesAll("xinjiangStanding", "honest", "experienced"),
  },
  {
    ...five,
    id: "fullTimeStaff",
    label: "专职从事为中小企业服务的人员",
    when: atLeastOr("fullTimeStaff", 10, 8, "人"),
  },
  {
    ...five,
    id: "professionals",
    label: "专职服务人员中专业人员的比例",
    reading: "ours",
    remark: "“大专及以上学历和中级及以上技术职称”是两样都要还是有一样就算，原文没有写；比例按专职服务人员计算",
    as: "学历和职称两样都要",
    when: bothTitles,
    otherwise: [
      {
        as: "学历和职称有一样就算",
        // Who has both has either: it is asked only where not enough have both.
        when: any(bothTitles, shareAtLeast("fullTimeProfessionalsEither", "fullTimeStaff", figure(80, "%"))),
      },
    ],
    relaxed,
  },
  {
    ...blocking,
    id: "features",
    cite: cite.第九条,
    label: "突出的特色优势和示范性",
    reading: "ours",
    remark: "要各方面都突出还是有一方面突出就算，原文没有写；是否突出由评审决定",
    as: "有一方面突出就算",
    when: includesAny("xinjiangFeatures", "modes", "resources", "bothWays", "matching", "vitality", "innovation"),
    otherwise: [
      {
        as: "各方面都要突出",
        when: includesAll("xinjiangFeatures", "modes", "resources", "bothWays", "matching", "vitality", "innovation"),
      },
    ],
  },
  {
    id: "financingRelaxed",
    label: "帮助中小企业融资总额（南疆四地州）",
    severity: "warning",
    reading: "ours",
    cite: cite["第八条（五）"],
    remark: "南疆四地州的平台适当放宽，融资总额没有写放宽到多少，我们只作提醒，由主管部门决定",
    given: all(includesAny("financeWays", "service"), inSouth),
    when: atLeast("financingObtained", figure(1, "亿元")),
  },
];
