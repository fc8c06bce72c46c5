import { defineProcedure } from "../../define.ts";
import { checks } from "./checks.ts";
import { cite } from "./citations.ts";
import { criteria } from "./criteria.ts";
import { deciding } from "./deciding.ts";
import { basic, basicOrder, capability, cover, ids, inForm, operation, support } from "./form.ts";
import { listChecks, lists } from "./lists.ts";
import { materials } from "./materials.ts";
import { narrative } from "./narrative.ts";
import { functions } from "./offering.ts";
import { relaxed, specialAreas } from "./places.ts";

/** 申报 (第五条至第十条): 附件1 to 附件5 and the declaration, in the order of 第九条. */
export const apply = defineProcedure({
  code: "apply",
  title: "省级中小企业公共服务示范平台申报",
  fields: {
    ...deciding,
    // 附件5 gives the rate: once there is a list it governs.
    satisfaction: {
      ...deciding.satisfaction,
      help: "附件5的名单填好以后，以名单里“满意”的占比为准。",
      computed: { op: "shareOfRows", table: "servedList", column: "satisfaction", is: ["satisfied"] },
    },
    ...cover,
    ...basic,
    ...operation,
    ...capability,
    ...support,
    ...narrative,
    ...lists,
    ...materials,
  },
  sections: [
    { id: "cover", title: "封面", fields: ["applicantName", "platformName", "qinghaiPrefecture"] },
    { id: "basic", title: "一、平台（申请单位）基本情况", fields: basicOrder },
    { id: "operation", title: "二、近三年平台运营管理", fields: ids(operation) },
    { id: "capability", title: "三、服务能力及业绩", fields: ids(capability) },
    { id: "support", title: "四、政府支持情况", fields: ids(support) },
    { id: "conditions", title: "申报条件", fields: ids(deciding).filter((id) => !inForm.has(id)) },
    { id: "report", title: "申请报告（附件2）", fields: ids(narrative) },
    { id: "lists", title: "附件3、附件4、附件5", fields: ids(lists) },
    { id: "materials", title: "其他材料", fields: ids(materials) },
  ],
  criteria: [...criteria, ...checks, ...listChecks],
  functions: {
    claimed: "functions",
    label: "至少一项服务功能",
    cite: cite.第六条,
    atLeastOneOf: functions,
    relaxed,
  },
  areas: { field: "qinghaiArea", options: specialAreas },
  places: "qinghaiPrefecture",
  copies: 2,
  binding: [
    { label: "附件1 申请推荐表", form: "recommendation", cite: cite["第九条（一）"] },
    { label: "附件2 申请报告", form: "report", cite: cite["第九条（二）"] },
    { label: "附件2之6 获得扶持的佐证材料", material: "supportProofs", cite: cite.附件2之6 },
    { label: "附件2之7 服务场地和服务设施设备实景照片", material: "photos", cite: cite.附件2之7 },
    { label: "附件3 服务平台主要从业人员情况表", form: "roster", cite: cite["第九条（三）"] },
    { label: "附件4 服务平台服务设施、软件、仪器设备清单", form: "equipment", cite: cite["第九条（四）"] },
    { label: "附件5 平台服务中小企业名单及满意度评价表", form: "servedList", cite: cite["第九条（五）"] },
    { label: "营业执照复印件", material: "licence", cite: cite["第九条（六）"] },
    { label: "上一年度服务收支情况的专项审计报告", material: "auditReport", cite: cite["第九条（七）"] },
    { label: "服务平台组织架构及发展规划", material: "organisationAndPlan", cite: cite["第九条（八）"] },
    {
      label: "从业资格、资质、认定证书、荣誉证书（证明）复印件",
      material: "certificates",
      cite: cite["第九条（九）"],
    },
    { label: "能够证明符合申报条件的其他材料", material: "proofs", cite: cite["第九条（十）"] },
    // The source asks for a declaration and gives no text.
    { label: "对申报材料真实性的声明", form: "declaration", cite: cite["第九条（十一）"], ours: true },
  ],
  declaration: {
    title: "对申报材料真实性的声明",
    text: "本单位声明：所提交的青海省中小企业公共服务示范平台申报材料（含电子版）真实、完整，复印件与原件一致；如有虚假，由本单位承担相应后果。",
    cite: cite["第九条（十一）"],
  },
  afterwards: [
    { text: "打印全部表格，按目录的顺序装订成册，一式两份，同时准备电子版材料", cite: cite.第九条 },
    { text: "在附件1、附件3、附件4的“（盖章）”处盖公章", cite: cite.附件1 },
    {
      text: "真实性声明由法定代表人签字并盖公章（声明文字是本系统拟的，主管部门有格式的用它的）",
      cite: cite["第九条（十一）"],
    },
    { text: "附件1第五部分由市（州）主管部门填写审核意见（不少于20字），贵单位不用填", cite: cite["附件1 五"] },
    {
      text: "交所在市州（园区）中小企业主管部门审核，并配合现场审查；省级有关单位直接向省工业和信息化厅提出申请",
      cite: cite.第十条,
    },
    { text: "省厅组织专家评审，拟认定名单公示7个工作日", cite: cite.第十一条 },
    { text: "认定后每年8月底前和次年2月底前报送（半）年度总结报告，不报会被撤销称号", cite: cite.第十四条 },
    { text: "优秀的省级平台可被优先推荐申报国家级平台，申报专项资金时优先考虑", cite: cite.第十七条 },
  ],
});
