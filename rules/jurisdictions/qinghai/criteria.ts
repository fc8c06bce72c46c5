import { all, atLeast, growth, includesAll, includesAny, shareAtLeast, yearsSince, yes } from "../../condition.ts";
import type { Criterion } from "../../define.ts";
import { cite } from "./citations.ts";
import type { Deciding } from "./deciding.ts";
import { from2019 } from "./offering.ts";
import { relaxed } from "./places.ts";

/** What 第七条 may relax. */
const common = { severity: "blocking", reading: "source", relaxed } as const;

/** 第五条 and 第八条. */
export const criteria: readonly Criterion<Deciding | "operation">[] = [
  {
    id: "legalPerson",
    label: "依法设立的独立法人单位",
    severity: "blocking",
    cite: cite["第五条（一）"],
    reading: "source",
    when: yes("isLegalPerson"),
  },
  {
    ...common,
    id: "registeredYears",
    label: "依法设立、运营的时间",
    cite: cite["第五条（一）"],
    reading: "ours",
    remark: "办法没有说年限从哪天算到哪天；我们按注册日到申报当天计算",
    when: yearsSince("registeredOn", from2019(2, "年")),
  },
  {
    ...common,
    id: "totalAssets",
    label: "资产总额",
    cite: cite["第五条（一）"],
    when: atLeast("totalAssets", from2019(100, "万元")),
  },
  {
    ...common,
    id: "finances",
    label: "财务收支、经营规范、发展前景和可持续发展能力",
    cite: cite["第五条（一）"],
    when: yes("soundFinances"),
  },
  {
    id: "bodyKind",
    label: "属于所列的一类单位",
    severity: "blocking",
    cite: cite["第五条（一）"],
    reading: "source",
    when: includesAny("qinghaiBodyKind", "service", "technology", "research", "internet"),
  },
  {
    id: "place",
    label: "主要服务于青海省中小企业集聚的区域或行业",
    severity: "blocking",
    cite: cite["第五条（二）"],
    reading: "source",
    isPlace: true,
    when: yes("servesQinghai"),
  },
  {
    ...common,
    id: "influence",
    label: "服务行业对区域经济发展的影响力",
    cite: cite["第五条（二）"],
    when: yes("industryInfluence"),
  },
  {
    ...common,
    id: "servedEnterprises",
    label: "年服务中小企业",
    cite: cite["第五条（三）"],
    when: atLeast("servedEnterprises", from2019(50, "家")),
  },
  {
    id: "servedStable",
    label: "近两年服务企业数量相对稳定",
    severity: "warning",
    cite: cite["第五条（三）"],
    reading: "ours",
    remark: "办法没有说怎样算“相对稳定”；最近一年比上一年减少超过20%时我们提醒",
    when: growth("growth>=", "operation", "served", "year", from2019(-20, "%")),
  },
  {
    ...common,
    id: "satisfaction",
    label: "用户满意度",
    cite: cite["第五条（三）"],
    when: atLeast("satisfaction", from2019(80, "%")),
  },
  {
    ...common,
    id: "reputation",
    label: "在专业服务领域或区域内的声誉和品牌影响力",
    cite: cite["第五条（三）"],
    when: yes("isWellKnown"),
  },
  {
    ...common,
    id: "serviceBodies",
    label: "集聚服务机构",
    cite: cite["第五条（三）"],
    when: atLeast("serviceBodies", from2019(5, "家")),
  },
  {
    ...common,
    id: "team",
    label: "健全的管理队伍和人才技术支撑",
    cite: cite["第五条（四）"],
    when: yes("hasTeam"),
  },
  {
    ...common,
    id: "staff",
    label: "平台从业人数",
    cite: cite["第五条（四）"],
    when: atLeast("staff", from2019(15, "人")),
  },
  {
    ...common,
    id: "professionals",
    label: "专业人员的比例",
    cite: cite["第五条（四）"],
    remark: "“和”是学历、职称两样都具备还是两类人都算，办法没有说明；按贵单位填的人数计算",
    when: shareAtLeast("professionals", "staff", from2019(50, "%")),
  },
  {
    ...common,
    id: "premises",
    label: "固定的经营服务场所和必要的服务设施、专业仪器设备",
    cite: cite["第五条（四）"],
    when: yes("fixedPremises"),
  },
  {
    ...common,
    id: "systems",
    label: "组织架构、管理制度、服务流程、收费标准、质量保证、规划、目标和品牌建设方案",
    cite: cite["第五条（五）"],
    when: includesAll(
      "qinghaiSystems",
      "organisation",
      "management",
      "process",
      "fees",
      "quality",
      "plan",
      "goals",
      "brand",
    ),
  },
  {
    ...common,
    id: "cooperation",
    label: "参加服务活动，有稳定、广泛的合作关系",
    cite: cite["第五条（六）"],
    when: all(yes("joinsActivities"), yes("cooperates")),
  },
  {
    // 在……等方面: whether each of the five or one of them is asked is open.
    id: "features",
    label: "突出的特色优势和示范性",
    severity: "blocking",
    cite: cite.第八条,
    reading: "ours",
    remark: "办法列了五个方面，没有说要具备几个",
    as: "具备其中一个方面即可",
    when: includesAny("featureAspects", "model", "resources", "bothWays", "matching", "innovation"),
    otherwise: [
      {
        as: "五个方面都要具备",
        when: includesAll("featureAspects", "model", "resources", "bothWays", "matching", "innovation"),
      },
    ],
  },
];
