import { ascending, atLeast, atMost, eachRow, notMoreThan } from "../../condition.ts";
import type { Criterion } from "../../define.ts";
import { cite } from "./citations.ts";
import { from2023 } from "./eligibility.ts";
import type { basic, capability, operation } from "./form-fields.ts";
import type { lists } from "./list-fields.ts";

type Asked = keyof typeof basic | keyof typeof operation | keyof typeof capability | keyof typeof lists;
const warning = { severity: "warning", reading: "ours" } as const;

/** The note under 附件2's list of people. */
export const rosterOfTwelve: Criterion<keyof typeof lists> = {
  id: "roster",
  label: "管理人员和服务人员名单",
  severity: "warning",
  cite: cite["附件2 人员名单"],
  reading: "source",
  when: atLeast("rosterCount", from2023(12, "人")),
};

/** What must agree within 附件2, though the notice does not say so. */
export const checks: readonly Criterion<Asked>[] = [
  {
    ...warning,
    id: "investorsTogether",
    label: "主要投资方的投资比例合计",
    cite: cite["附件2 申请表一"],
    remark: "各投资方的比例加起来不会超过100%",
    when: atMost("investorsShare", from2023(100, "%")),
  },
  {
    ...warning,
    id: "premisesWithinArea",
    label: "自有和租用面积不多于服务场地面积",
    cite: cite["附件2 申请表一"],
    remark: "自有、租用是服务场地面积的一部分",
    when: notMoreThan("ownAndRentedArea", "premisesArea"),
  },
  {
    ...warning,
    id: "professionalsWithinStaff",
    label: "专业人员不多于从业人数",
    cite: cite["附件2 申请表一"],
    remark: "专业人员是从业人员的一部分",
    when: notMoreThan("professionals", "staff"),
  },
  {
    ...warning,
    id: "yearsInOrder",
    label: "年度依次排列",
    cite: cite["附件2 申请表二"],
    remark: "年度从早到晚各填一行",
    when: ascending("operation", "year"),
  },
  {
    ...warning,
    id: "serviceRevenueWithinRevenue",
    label: "服务收入不多于营业收入",
    cite: cite["附件2 申请表二"],
    remark: "表上写“其中：服务收入”，是营业收入的一部分",
    when: eachRow("operation", "serviceRevenue", "revenue"),
  },
  {
    ...warning,
    id: "servicesTogether",
    label: "各项服务收入占年营业收入的合计",
    cite: cite["附件2 申请表三"],
    remark: "各项服务收入的比例加起来不会超过100%",
    when: atMost("servicesShare", from2023(100, "%")),
  },
  {
    ...warning,
    id: "rosterWithinStaff",
    label: "名单人数不多于从业人数",
    cite: cite["附件2 人员名单"],
    remark: "名单上的人都是从业人员",
    when: notMoreThan("rosterCount", "staff"),
  },
  {
    ...warning,
    // The list names the main people only, so that it cannot give the number: it can only contradict it.
    id: "professionalsOfRoster",
    label: "名单上的专业人员不多于申请表上的专业人员",
    cite: cite["附件2 人员名单"],
    remark: "名单只列主要人员，名单上数出来的不会比申请表上的多；“学历和职称”的“和”可以有两种读法",
    as: "学历和职称两样都要有",
    when: notMoreThan("rosterWithBoth", "professionals"),
    otherwise: [{ as: "学历、职称有一样就算", when: notMoreThan("rosterWithEither", "professionals") }],
  },
  {
    ...warning,
    id: "servedListWithinServed",
    label: "服务企业名单家数不多于上一年度共服务企业",
    cite: cite["附件2 服务企业名单"],
    remark: "名单列的是服务的企业；多于表上的总数，两处总有一处要改",
    when: notMoreThan("servedListCount", "servedEnterprises"),
  },
];
