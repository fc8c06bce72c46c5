import { ascending, atMost, type Condition, eachRow, figuresFrom, includesAny, notMoreThan } from "../../condition.ts";
import type { Criterion } from "../../define.ts";
import { cite } from "./citations.ts";

const check = { severity: "warning", reading: "ours" } as const;
const basic = cite["附件2 申请表一"];
const operation = cite["附件2 申请表二"];
const from2021 = figuresFrom("2021-05-10");

/** What does not fit together within the form: our readings, each likely to be sent back. */
export const checks = [
  {
    ...check,
    id: "professionalsWithinStaff",
    label: "专业人员不多于从业人数",
    cite: cite["一（一）3"],
    remark: "专业人员是从业人员的一部分",
    when: notMoreThan("professionals", "staff"),
  },
  {
    ...check,
    id: "experiencedWithinStaff",
    label: "有相关工作经验的从业人员不多于从业人数",
    cite: basic,
    remark: "有相关工作经验的人员是从业人员的一部分",
    given: { op: "yes", field: "isSpecialised" },
    when: notMoreThan("experiencedStaff", "staff"),
  },
  {
    ...check,
    id: "rosterWithinStaff",
    label: "附件4所列人员不多于从业人数",
    cite: cite.附件4,
    remark: "附件4列的是主要从业人员",
    when: notMoreThan("listedStaff", "staff"),
  },
  {
    ...check,
    id: "investorsWithinWhole",
    label: "投资比例合计",
    cite: basic,
    remark: "各投资方的比例加起来不应超过100%",
    when: atMost("investorsShare", from2021(100, "%")),
  },
  {
    ...check,
    id: "facilitiesWithinAssets",
    label: "服务设施、软件价值不超过总资产",
    cite: basic,
    remark: "服务设施、软件是总资产的一部分",
    when: notMoreThan("facilitiesValue", "totalAssets"),
  },
  {
    ...check,
    id: "equipmentWithinAssets",
    label: "仪器设备价值不超过总资产",
    cite: basic,
    remark: "仪器设备是总资产的一部分",
    when: notMoreThan("equipmentValue", "totalAssets"),
  },
  {
    ...check,
    id: "ownPremisesWithinAssets",
    label: "自有场地价值不超过总资产",
    cite: basic,
    remark: "自有场地是总资产的一部分",
    given: includesAny("premisesNature", "own"),
    when: notMoreThan("ownPremisesValue", "totalAssets"),
  },
  {
    ...check,
    id: "yearsInOrder",
    label: "运营管理表的年度从前到后",
    cite: operation,
    remark: "年度应由远到近、不重复",
    when: ascending("operation", "year"),
  },
  {
    ...check,
    id: "serviceRevenueWithinRevenue",
    label: "服务收入不超过营业收入",
    cite: operation,
    remark: "服务收入是营业收入的一部分",
    when: eachRow("operation", "serviceRevenue", "revenue"),
  },
  {
    ...check,
    id: "agreementsWithinServed",
    label: "签订服务协议户数不超过服务户（次）数",
    cite: operation,
    remark: "签协议的企业是服务企业的一部分",
    when: eachRow("operation", "withAgreement", "served"),
  },
] as const satisfies readonly (Omit<Criterion, "when" | "given"> & {
  readonly when: Condition;
  readonly given?: Condition;
})[];
