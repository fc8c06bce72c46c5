import { yes } from "../../condition.ts";
import type { Criterion } from "../../define.ts";
import { facts } from "../../vocabulary.ts";
import { cite } from "./citations.ts";
import { recommendingCities } from "./places.ts";

/** Who recommends, whom, and for which year: asked in each of the department's procedures. */
export const recommending = {
  year: {
    kind: "year",
    label: "年度",
    ask: "推荐的是哪一年度？",
    help: "印在《现场核查真实性说明》和汇总表的标题里。",
    example: "2022",
    cite: cite.附件2,
  },
  recommendingCity: {
    kind: "choice",
    label: "推荐省辖市（示范区）",
    ask: "由哪个省辖市（示范区）推荐？",
    choices: recommendingCities,
    help: "航空港区内的平台由郑州市一并推荐，选郑州市。",
    example: "洛阳市",
    cite: cite["（二）"],
  },
  department: {
    kind: "text",
    max: 60,
    label: "主管部门",
    ask: "主管部门的全称是什么？",
    help: "和公章一致。",
    example: "洛阳市工业和信息化局",
    cite: cite["（四）"],
  },
} as const;

/** One platform's operator; a summary has many. */
export const operator = {
  applicantName: {
    ...facts.applicantName,
    label: "运营单位名称",
    ask: "被推荐的运营单位全称是什么？",
    help: "按营业执照或法人证书上的名称填写。",
    example: "洛阳某某企业服务有限公司",
    cite: cite.附件1,
  },
} as const;

/** 注4: both are the department's own work, and come before a recommendation (四). */
export const donePersonally = {
  isVerified: {
    kind: "yesNo",
    label: "是否现场核查",
    ask: "已经现场核查了吗？",
    help: "由省辖市、济源示范区工业和信息化主管部门完成。",
    cite: cite["附件2 注4"],
  },
  isInterviewed: {
    kind: "yesNo",
    label: "是否与单位主要负责人面谈",
    ask: "已经就材料真实性与单位主要负责人当面谈话了吗？",
    help: "由省辖市、济源示范区工业和信息化主管部门完成，谈话结果要写入推荐文件。",
    cite: cite["附件2 注4"],
  },
} as const;

export const doneCriteria = [
  {
    id: "verified",
    label: "已现场核查",
    severity: "blocking",
    cite: cite["附件2 注4"],
    reading: "source",
    when: yes("isVerified"),
  },
  {
    id: "interviewed",
    label: "已与单位主要负责人当面谈话",
    severity: "blocking",
    cite: cite["（四）"],
    reading: "source",
    when: yes("isInterviewed"),
  },
] as const satisfies readonly Criterion<keyof typeof donePersonally>[];
