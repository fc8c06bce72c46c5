import { ascending, atMost, eachRow, includesAny, notMoreThan, rowsAtLeast } from "../../condition.ts";
import type { Criterion } from "../../define.ts";
import { cite } from "./citations.ts";
import type { Deciding } from "./deciding.ts";
import type { basic, capability, operation } from "./form.ts";
import { from2019 } from "./offering.ts";

type Form = Deciding | keyof typeof basic | keyof typeof operation | keyof typeof capability;

/** What does not fit together within 附件1 or 附件7: our readings, each likely to be sent back. */
const check = { severity: "warning", reading: "ours" } as const;

export const checks: readonly Criterion<Form>[] = [
  {
    ...check,
    id: "professionalsWithinStaff",
    label: "专业人员不多于从业人数",
    cite: cite["附件1 一"],
    remark: "专业人员是从业人员的一部分",
    when: notMoreThan("professionals", "staff"),
  },
  {
    ...check,
    id: "investorsWithinWhole",
    label: "投资比例合计",
    cite: cite["附件1 一"],
    remark: "各投资方的比例加起来不应超过100%",
    when: atMost("investorsShare", from2019(100, "%")),
  },
  {
    ...check,
    id: "facilitiesWithinAssets",
    label: "服务设施、软件价值不超过总资产",
    cite: cite["附件1 一"],
    remark: "服务设施、软件是总资产的一部分",
    when: notMoreThan("facilitiesValue", "totalAssets"),
  },
  {
    ...check,
    id: "equipmentWithinAssets",
    label: "仪器设备价值不超过总资产",
    cite: cite["附件1 一"],
    remark: "仪器设备是总资产的一部分",
    when: notMoreThan("equipmentValue", "totalAssets"),
  },
  {
    ...check,
    id: "ownPremisesWithinAssets",
    label: "自有场地价值不超过总资产",
    cite: cite["附件1 一"],
    remark: "自有场地是总资产的一部分",
    given: includesAny("premisesNature", "own"),
    when: notMoreThan("ownPremisesValue", "totalAssets"),
  },
  {
    ...check,
    id: "threeYears",
    label: "近三年平台运营管理",
    cite: cite["附件1 二"],
    remark: "表题是“近三年”；成立不满三年的按实际年度填，请先向主管部门说明",
    when: rowsAtLeast("operation", from2019(3, "年")),
  },
  {
    ...check,
    id: "yearsInOrder",
    label: "年度从早到晚",
    cite: cite["附件1 二"],
    remark: "年度按先后填写，不重复",
    when: ascending("operation", "year"),
  },
  {
    ...check,
    id: "serviceRevenueWithinRevenue",
    label: "服务收入不超过营业收入",
    cite: cite["附件1 二"],
    remark: "表上写的是营业收入“其中：服务收入”",
    when: eachRow("operation", "serviceRevenue", "revenue"),
  },
  {
    ...check,
    id: "agreementsWithinServed",
    label: "签订服务协议户数不多于服务户（次）数",
    cite: cite["附件1 二"],
    remark: "表上写的是服务中小企业户（次）数“其中：签订服务协议户数”",
    when: eachRow("operation", "withAgreement", "served"),
  },
  {
    ...check,
    id: "mainServicesWithinRevenue",
    label: "各项服务收入占年营业收入合计",
    cite: cite["附件1 三"],
    remark: "各项比例加起来不应超过100%",
    when: atMost("mainServicesShare", from2019(100, "%")),
  },
];
