import { any, ascending, atMost, eachRow, is, notMoreThan, rowsAtLeast } from "../../condition.ts";
import type { Criterion } from "../../define.ts";
import { figure, figureOr } from "./areas.ts";
import { cite } from "./citations.ts";
import type { Id } from "./fields.ts";

const ours = { severity: "warning", reading: "ours" } as const;

/** Figures that must agree, and rows that the forms' notes ask for: likely to be sent back. */
export const checks: readonly Criterion<Id>[] = [
  {
    ...ours,
    id: "rosterRows",
    label: "管理和服务人员名单的人数",
    cite: cite["附件1 三"],
    remark: "名单的备注要求至少这么多人",
    when: rowsAtLeast("roster", figureOr(10, 8, "人")),
  },
  {
    ...ours,
    id: "servedListRows",
    label: "服务评价表所列的企业",
    cite: cite["附件1 四"],
    remark: "评价表的备注要求填写不少于60家，没有为南疆四地州另写",
    when: rowsAtLeast("servedList", figure(60, "家")),
  },
  {
    ...ours,
    id: "operationRows",
    label: "运营管理情况的年数",
    cite: cite["附件1 申请表二"],
    remark: "表名是“近两年”",
    when: rowsAtLeast("operation", figure(2, "年")),
  },
  {
    ...ours,
    id: "operationYears",
    label: "运营管理情况的年度从早到晚",
    cite: cite["附件1 申请表二"],
    remark: "年度不应重复或颠倒",
    when: ascending("operation", "year"),
  },
  {
    ...ours,
    id: "serviceRevenueWithin",
    label: "服务收入不多于营业收入",
    cite: cite["附件1 申请表二"],
    remark: "服务收入是营业收入的一部分",
    when: eachRow("operation", "serviceRevenue", "revenue"),
  },
  {
    ...ours,
    id: "professionalsWithinStaff",
    label: "专业人员不多于从业人数",
    cite: cite["附件1 申请表一"],
    remark: "专业人员是从业人员的一部分",
    when: notMoreThan("professionals", "staff"),
  },
  {
    ...ours,
    id: "fullTimeWithinStaff",
    label: "专职服务人员不多于从业人数",
    cite: cite["第七条（五）"],
    remark: "专职服务人员是从业人员的一部分",
    when: notMoreThan("fullTimeStaff", "staff"),
  },
  {
    ...ours,
    id: "fullTimeProfessionalsWithin",
    label: "专职人员中的专业人员不多于专职人员",
    cite: cite["第七条（五）"],
    remark: "专业人员是专职服务人员的一部分",
    when: notMoreThan("fullTimeProfessionals", "fullTimeStaff"),
  },
  {
    ...ours,
    id: "investorsWithinWhole",
    label: "各投资方的投资比例合计",
    cite: cite["附件1 申请表一"],
    remark: "合计不应超过100%",
    when: atMost("investorsShare", figure(100, "%")),
  },
  {
    ...ours,
    id: "mainServicesWithinWhole",
    label: "各项服务收入占年营业收入合计",
    cite: cite["附件1 申请表三"],
    remark: "合计不应超过100%",
    when: atMost("mainServicesShare", figure(100, "%")),
  },
  {
    ...ours,
    id: "areaWithin",
    label: "自有和租用面积合计不多于服务场地面积",
    cite: cite["附件1 申请表一"],
    remark: "自有和租用都是服务场地的一部分",
    when: notMoreThan("areaTogether", "premisesArea"),
  },
  {
    ...ours,
    id: "servedListWithin",
    label: "评价表所列企业不多于上一年度共服务企业",
    cite: cite["附件1 四"],
    remark: "评价表列的是上一年度服务的企业",
    when: notMoreThan("servedListed", "servedEnterprises"),
  },
  {
    id: "promiseIsOwn",
    severity: "warning",
    reading: "source",
    label: "告知承诺由申请单位自己作出",
    cite: cite["附件2 二（四）"],
    remark: "不可代为承诺；由他人代办的，仍要提交证明材料，我们不生成告知承诺书",
    given: any(is("licenceBy", "promise"), is("qualificationsBy", "promise")),
    when: is("promisedBy", "applicant"),
  },
];
