import {
  all,
  any,
  atLeast,
  figuresFrom,
  includesAll,
  includesAny,
  shareAtLeast,
  yearsSince,
  yes,
} from "../../condition.ts";
import type { Criterion, ServiceFunction } from "../../define.ts";
import { cite } from "./citations.ts";
import type { deciding } from "./deciding.ts";

const from2021 = figuresFrom("2021-05-10");

type Deciding = keyof typeof deciding;

export const criteria: readonly Criterion<Deciding>[] = [
  {
    id: "legalPerson",
    label: "具有独立法人的机构",
    severity: "blocking",
    cite: cite["一（一）1"],
    reading: "source",
    when: yes("isLegalPerson"),
  },
  {
    id: "place",
    label: "在浙江省注册登记",
    severity: "blocking",
    cite: cite["一（一）1"],
    reading: "source",
    isPlace: true,
    when: yes("registeredInZhejiang"),
  },
  {
    id: "registeredYears",
    label: "注册登记时间",
    severity: "blocking",
    cite: cite["一（一）1"],
    reading: "ours",
    remark: "通知没有说年限算到哪一天；我们按注册日到申报当天计算",
    when: yearsSince("registeredOn", from2021(2, "年")),
  },
  {
    id: "totalAssets",
    label: "资产总额",
    severity: "blocking",
    cite: cite["一（一）2"],
    reading: "source",
    when: atLeast("totalAssets", from2021(200, "万元")),
  },
  {
    id: "premises",
    label: "固定的经营服务场所和必要的设施设备",
    severity: "blocking",
    cite: cite["一（一）2"],
    reading: "source",
    when: yes("fixedPremises"),
  },
  {
    id: "staff",
    label: "从业人数",
    severity: "blocking",
    cite: cite["一（一）3"],
    reading: "source",
    when: atLeast("staff", from2021(20, "人")),
  },
  {
    id: "professionals",
    label: "专业人员的比例",
    severity: "blocking",
    cite: cite["一（一）3"],
    reading: "source",
    when: shareAtLeast("professionals", "staff", from2021(80, "%")),
  },
  {
    id: "serviceBodies",
    label: "集聚专业服务机构",
    severity: "blocking",
    cite: cite["一（一）4"],
    reading: "source",
    when: atLeast("serviceBodies", from2021(3, "家")),
  },
  {
    id: "servedEnterprises",
    label: "年服务中小微企业",
    severity: "blocking",
    cite: cite["一（一）5"],
    reading: "source",
    when: atLeast("servedEnterprises", from2021(100, "家")),
  },
  {
    id: "satisfaction",
    label: "用户满意度",
    severity: "blocking",
    cite: cite["一（一）5"],
    reading: "source",
    when: atLeast("satisfaction", from2021(80, "%")),
  },
  {
    id: "reputation",
    label: "在专业服务领域或区域内的声誉和影响力",
    severity: "blocking",
    cite: cite["一（一）5"],
    reading: "source",
    when: yes("isWellKnown"),
  },
  {
    id: "focusGroups",
    label: "重点服务对象",
    severity: "note",
    cite: cite["一（一）5"],
    reading: "ours",
    remark: "通知在四类企业后写“等”；没有其中一类，我们只作提示",
    when: includesAny("focusGroups", "park", "growing", "champion", "giant"),
  },
  {
    id: "systems",
    label: "管理制度、服务流程、收费标准、质量保证、优惠规定、规划和目标",
    severity: "blocking",
    cite: cite["一（一）6"],
    reading: "source",
    when: includesAll("systems", "management", "process", "fees", "quality", "preference", "plan", "goals"),
  },
  {
    id: "goodName",
    label: "信誉良好，受到好评或表彰",
    severity: "blocking",
    cite: cite["一（一）6"],
    reading: "source",
    when: yes("hasGoodName"),
  },
  {
    id: "publicBenefit",
    label: "公益性服务或低收费服务占总服务量",
    severity: "blocking",
    cite: cite["一（一）6"],
    reading: "source",
    when: atLeast("publicBenefitShare", from2021(20, "%")),
  },
  {
    id: "cooperation",
    label: "参加服务活动，有稳定、广泛的合作关系",
    severity: "blocking",
    cite: cite["一（一）7"],
    reading: "source",
    when: all(yes("joinsActivities"), yes("cooperates")),
  },
];

export const functions: readonly ServiceFunction<Deciding>[] = [
  {
    id: "information",
    label: "政策信息服务",
    cite: cite["一（二）1"],
    when: all(
      yes("informationOnline"),
      atLeast("informationOffline", from2021(100, "家")),
      atLeast("informationEvents", from2021(5, "次")),
    ),
  },
  {
    id: "technology",
    label: "技术创新服务",
    cite: cite["一（二）2"],
    when: any(
      atLeast("technologyEvents", from2021(5, "次")),
      all(
        yes("digitalAbility"),
        atLeast("digitalMatchmaking", from2021(4, "次")),
        atLeast("digitalServed", from2021(10, "家")),
        includesAny("digitalEffects", "management", "manufacturing", "collaboration"),
        atLeast("digitalCases", from2021(1, "个")),
      ),
    ),
  },
  {
    id: "startup",
    label: "创业服务",
    cite: cite["一（二）3"],
    when: atLeast("startupEvents", from2021(8, "次")),
  },
  {
    id: "training",
    label: "培训服务",
    cite: cite["一（二）4"],
    when: all(
      includesAny("trainingQualification", "qualified", "filed"),
      yes("trainingBothWays"),
      yes("trainingEvaluation"),
      atLeast("trainingPersonTimes", from2021(1500, "人次")),
    ),
  },
  {
    id: "finance",
    label: "融资服务",
    cite: cite["一（二）5"],
    when: any(
      all(atLeast("financeEvents", from2021(10, "次")), atLeast("financingObtained", from2021(5, "亿元"))),
      atLeast("newGuarantees", from2021(20, "亿元")),
    ),
  },
];
