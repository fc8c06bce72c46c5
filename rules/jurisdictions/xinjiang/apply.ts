import { all, not } from "../../condition.ts";
import { defineProcedure } from "../../define.ts";
import { checks } from "./checks.ts";
import { cite } from "./citations.ts";
import { criteria } from "./criteria.ts";
import { deciding } from "./deciding.ts";
import { fields } from "./fields.ts";
import { basic, lists, narrative, performance } from "./form.ts";
import { functions } from "./functions.ts";
import { isLicencePromised, isQualificationPromised, materials, promise } from "./materials.ts";

const ids = <const F extends Record<string, unknown>>(group: F) => Object.keys(group) as (keyof F & string)[];

const PROMISE = "附件2 证明事项告知承诺书";
const promised = { label: PROMISE, cite: cite.附件2 } as const;
const isPlace = new Set<string>(["xinjiangRegistration", "prefecture"]);

export const apply = defineProcedure({
  code: "apply",
  title: "自治区中小企业公共服务示范平台申报",
  fields,
  sections: [
    { id: "cover", title: "申报单位", fields: ["applicantName", "xinjiangRegistration", "prefecture"] },
    {
      id: "basic",
      title: "一、申请单位基本情况",
      fields: ids(basic).flatMap((id) =>
        id === "applicantName" ? [] : id === "equipmentCount" ? (["totalAssets", id] as const) : [id],
      ),
    },
    { id: "operation", title: "二、近两年运营管理情况", fields: ["operation"] },
    { id: "capability", title: "三、服务能力及业绩", fields: ids(performance).filter((id) => id !== "operation") },
    {
      id: "conditions",
      title: "申报条件",
      fields: ids(deciding).filter((id) => id !== "totalAssets" && !isPlace.has(id)),
    },
    { id: "lists", title: "清单和名单", fields: ids(lists) },
    { id: "report", title: "五、平台申请相关情况说明", fields: ids(narrative) },
    { id: "promise", title: "告知承诺", fields: ids(promise) },
    { id: "materials", title: "证明材料", fields: ids(materials) },
  ],
  criteria: [...criteria, ...checks],
  functions: { claimed: "functions", label: "至少一项服务功能", cite: cite.第八条, atLeastOneOf: functions },
  areas: {
    field: "prefecture",
    options: [
      { id: "urumqi", label: "南疆四地州以外" },
      { id: "kashgar", label: "南疆四地州" },
    ],
  },
  places: "prefecture",
  binding: [
    { label: "（一）附件1 申请报告", form: "report", cite: cite["第十一条（一）"] },
    { ...promised, form: "promise", when: all(isLicencePromised, isQualificationPromised) },
    { ...promised, form: "promiseOfLicence", when: all(isLicencePromised, not(isQualificationPromised)), ours: true },
    {
      ...promised,
      form: "promiseOfQualifications",
      when: all(isQualificationPromised, not(isLicencePromised)),
      ours: true,
    },
    {
      label: "（二）法人证书或营业执照副本（复印件）",
      material: "licence",
      when: not(isLicencePromised),
      cite: cite["第十一条（二）"],
    },
    { label: "（三）上一年度审计报告", material: "auditReport", cite: cite["第十一条（三）"] },
    {
      label: "（三）服务收支情况的专项审计报告",
      material: "specialAudit",
      when: { op: "is", field: "auditWay", choice: "two" },
      cite: cite["第十一条（三）"],
    },
    { label: "（四）固定的经营服务场所证明复印件", material: "premisesProof", cite: cite["第十一条（四）"] },
    { label: "（五）开展相关服务的证明材料", material: "serviceProofs", cite: cite["第十一条（五）"] },
    {
      label: "（六）从业资格（资质）、网站备案、许可证等证明（复印件）",
      material: "qualificationProofs",
      when: not(isQualificationPromised),
      cite: cite["第十一条（六）"],
    },
    { label: "（七）能够证明符合申报条件的其他材料", material: "otherProofs", cite: cite["第十一条（七）"] },
  ],
  declaration: {
    title: "申报材料真实性声明",
    text: "本单位知悉并保证所提供的自治区中小企业公共服务示范平台申报资料和相关证明文件的真实性、完整性和准确性，并承担因材料虚假而产生的后果。",
    cite: cite["附件1 声明"],
  },
  afterwards: [
    { text: "打印全部表格，按目录的顺序装订", cite: cite.第十一条 },
    { text: "在申请报告封面和真实性声明的“（盖章）”处盖公章，声明由法定代表人本人签字", cite: cite["附件1 声明"] },
    { text: "用告知承诺的：承诺书一式两份，签字盖章后交原件", cite: cite["附件2 二（四）"] },
    { text: "不实承诺要承担责任，承诺书长期完全公开：签字前请再核对一遍", cite: cite["附件2 二（六）"] },
    { text: "申请表第四部分由地（州、市）中小企业主管部门填写，贵单位不用填", cite: cite.第十二条 },
    { text: "材料交所在地（州、市）中小企业主管部门初审，由其推荐到自治区工信厅", cite: cite.第十条 },
    { text: "每年开展1次，日期和份数看当年的申报工作通知；自收到材料之日起60日内完成认定", cite: cite.第十五条 },
    { text: "评审结果在自治区工信厅网站公示7个工作日", cite: cite.第十三条 },
  ],
});
