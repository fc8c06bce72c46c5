import { any, figuresFrom, not, yearsSince, yes } from "../../condition.ts";
import { type Criterion, defineProcedure } from "../../define.ts";
import { facts } from "../../vocabulary.ts";
import { checks } from "./checks.ts";
import { cite } from "./citations.ts";
import { criteria } from "./criteria.ts";
import { deciding } from "./deciding.ts";
import { basic, basicOrder, capability, cover, ids, inForm, operation, support } from "./form.ts";
import { narrative } from "./narrative.ts";
import { from2019, functions } from "./offering.ts";
import { relaxed, specialAreas } from "./places.ts";

const { history, management, services, achievements, nextSteps } = narrative;

/** What ends a title before its time (第十六条), and when it was given. */
const title = {
  recognisedOn: {
    kind: "date",
    label: "认定日期",
    ask: "是哪一天被认定为省级示范平台的？",
    help: "以公布的文件日期为准；有效期三年从它算起。",
    example: "2023年11月1日",
    cite: cite.第十五条,
    screening: true,
  },
  wasSanctioned: {
    kind: "yesNo",
    label: "受到有关行政部门处分",
    ask: "有效期内受到过有关行政部门处分吗？",
    cite: cite.第十六条,
    screening: true,
  },
  wasPenalised: {
    kind: "yesNo",
    label: "被司法机关处罚",
    ask: "有效期内被司法机关处罚过吗？",
    cite: cite.第十六条,
    screening: true,
  },
  isBlacklisted: {
    kind: "yesNo",
    label: "被列入“信用青海”征信系统黑名单",
    ask: "被列入过“信用青海”征信系统黑名单吗？",
    cite: cite.第十六条,
    screening: true,
  },
  complaints: {
    kind: "count",
    unit: "次",
    label: "被中小企业投诉",
    ask: "有效期内被中小企业投诉过几次？没有就填 0。",
    example: "0",
    cite: cite.第十六条,
    screening: true,
  },
  reportsFiled: {
    kind: "yesNo",
    label: "按时报送（半）年度总结报告",
    ask: "每年的（半）年度总结报告都报送了吗？",
    cite: cite.第十四条,
    screening: true,
  },
} as const;

const ended = { severity: "blocking", cite: cite.第十六条, reading: "source" } as const;

const titleCriteria: readonly Criterion<keyof typeof title>[] = [
  {
    id: "termOver",
    label: "认定满三年",
    severity: "note",
    cite: cite.第十五条,
    reading: "ours",
    remark: "办法写“有效期满后需申请复核”，与当年申报同时进行；没有满三年的，请问清是否可以提前",
    when: yearsSince("recognisedOn", figuresFrom("2019-01-01")(3, "年")),
  },
  {
    ...ended,
    id: "notPunished",
    label: "没有受到行政部门处分、司法机关处罚",
    when: not(any(yes("wasSanctioned"), yes("wasPenalised"))),
  },
  { ...ended, id: "notBlacklisted", label: "没有被列入“信用青海”黑名单", when: not(yes("isBlacklisted")) },
  {
    ...ended,
    id: "complaints",
    label: "被中小企业投诉少于2次",
    remark: "“2次以上”含2次",
    when: { op: "<", field: "complaints", figure: from2019(2, "次") },
  },
  { ...ended, id: "reportsFiled", label: "报送了（半）年度总结报告", when: yes("reportsFiled") },
];

const asConditions = "办法没有写复核按什么条件；我们按第五条、第六条、第八条核对，只作提醒";

/** 第十五条 names no conditions: those of an application are told, and weigh less. */
const lighter = criteria.map((criterion) => ({
  ...criterion,
  severity: criterion.severity === "blocking" ? ("warning" as const) : criterion.severity,
  reading: "ours" as const,
  remark: criterion.remark ? `${criterion.remark}；${asConditions}` : asConditions,
}));

const summary = {
  history: { ...history, ask: "三年工作总结“一”：单位和平台的基本情况，请写一段。", cite: cite.第十五条 },
  management: { ...management, ask: "三年工作总结“二”：管理运营情况，请写一段。", cite: cite.第十五条 },
  services: {
    ...services,
    label: "三年来的服务情况",
    ask: "三年工作总结“三”：三年来的服务情况，请写一段。",
    cite: cite.第十五条,
  },
  achievements: {
    ...achievements,
    ask: "三年工作总结“四”：主要服务业绩和贡献，请写一段。",
    cite: cite.第十五条,
  },
  nextSteps: { ...nextSteps, ask: "三年工作总结“五”：下一步发展规划，请写一段。", cite: cite.第十五条 },
} as const;

const materials = {
  auditReport: {
    kind: "file",
    label: "上一年度服务收支专项审计报告",
    ask: "上一年度服务收支专项审计报告准备好了吗？可以直接把文件发给我，也可以只告诉我已备好纸质件。",
    cite: cite.第十五条,
  },
} as const;

/** 复核 (第十五条): 附件7, whose table is that of 附件1, a summary of the three years and the special audit. */
export const renew = defineProcedure({
  code: "renew",
  title: "省级中小企业公共服务示范平台复核",
  fields: {
    ...title,
    ...deciding,
    applicantName: { ...cover.applicantName, label: facts.applicantName.label, cite: cite.附件7 },
    ...basic,
    ...operation,
    ...capability,
    ...support,
    ...summary,
    ...materials,
  },
  sections: [
    { id: "title", title: "称号", fields: ids(title) },
    { id: "head", title: "申请单位", fields: ["applicantName", "qinghaiPrefecture"] },
    { id: "basic", title: "一、平台（复核单位）基本情况", fields: basicOrder },
    { id: "operation", title: "二、近三年平台运营管理", fields: ids(operation) },
    { id: "capability", title: "三、服务能力及业绩", fields: ids(capability) },
    { id: "support", title: "四、政府支持情况", fields: ids(support) },
    { id: "conditions", title: "认定条件", fields: ids(deciding).filter((id) => !inForm.has(id)) },
    { id: "summary", title: "三年工作总结", fields: ids(summary) },
    { id: "materials", title: "其他材料", fields: ids(materials) },
  ],
  criteria: [...titleCriteria, ...lighter, ...checks],
  functions: {
    claimed: "functions",
    label: "至少一项服务功能",
    cite: cite.第六条,
    atLeastOneOf: functions,
    weight: { severity: "warning", remark: asConditions },
    relaxed,
  },
  areas: { field: "qinghaiArea", options: specialAreas },
  places: "qinghaiPrefecture",
  binding: [
    // 第十五条 names no order among the three; the form that carries the seal comes first.
    { label: "附件7 复核申请推荐表", form: "renewal", cite: cite.附件7 },
    // The source names the summary and gives no outline.
    { label: "有效期三年工作总结", form: "threeYears", cite: cite.第十五条, ours: true },
    { label: "上一年度服务收支专项审计报告", material: "auditReport", cite: cite.第十五条 },
  ],
  declaration: {
    title: "对复核材料真实性的确认",
    text: "本单位确认：所填写的复核材料真实、完整；如有虚假，由本单位承担相应后果。（办法没有规定复核声明的文字，这是本系统拟的确认语。）",
    cite: cite.第十五条,
  },
  afterwards: [
    { text: "打印附件7和三年工作总结，附上专项审计报告", cite: cite.第十五条 },
    { text: "在附件7的“（盖章）”处盖公章", cite: cite.附件7 },
    {
      text: "第十五条写由平台报省工业和信息化厅中小企业发展局，附件7又有市（州）主管部门的复核意见一栏：先请市（州）主管部门签署意见，再报省厅；顺序请向主管部门确认",
      cite: cite["附件7 五"],
    },
    { text: "复核与当年示范平台申报同时进行，日期、份数以当年的通知为准；复核不合格会被撤销称号", cite: cite.第十五条 },
  ],
});
