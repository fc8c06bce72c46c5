import { atMost, figuresFrom } from "../../condition.ts";
import { defineProcedure } from "../../define.ts";
import { facts } from "../../vocabulary.ts";
import { cite } from "./citations.ts";
import { ids } from "./form.ts";
import { summaryChecks, summaryHead, summaryTable } from "./summary.ts";

/** The source names the report and gives no outline: these parts are ours. */
const text = {
  workDone: {
    kind: "longText",
    label: "主要工作情况",
    ask: "总结报告“一”：本期的主要工作情况，请写一段。",
    prompts: ["服务内容和方式", "服务活动", "配合主管部门的工作"],
    cite: cite.第十四条,
    ours: true,
  },
  results: {
    kind: "longText",
    label: "服务成效和典型案例",
    ask: "总结报告“二”：服务成效和典型案例，请写一段。",
    prompts: ["服务企业数、收入等数据", "成效", "典型案例"],
    cite: cite.第十四条,
    ours: true,
  },
  problems: {
    kind: "longText",
    label: "存在的问题和建议",
    ask: "总结报告“三”：存在的问题和建议，请写一段。没有就写“无”。",
    cite: cite.第十四条,
    ours: true,
  },
  nextSteps: {
    kind: "longText",
    label: "下一步工作计划",
    ask: "总结报告“四”：下一步工作计划，请写一段。",
    cite: cite.第十四条,
    ours: true,
  },
} as const;

/** （半）年度总结报告 (第十四条) with the platform's own row of 附件6. */
export const report = defineProcedure({
  code: "report",
  title: "省级中小企业公共服务示范平台（半）年度总结报告",
  fields: {
    applicantName: {
      ...facts.applicantName,
      label: "单位名称",
      example: "西宁某某企业服务有限公司",
      cite: cite.第十四条,
    },
    ...summaryHead,
    platforms: { ...summaryTable, ask: "请填贵平台的运营情况（附件6的一行；单位：万元、人、家、平方米）。" },
    platformCount: {
      kind: "count",
      unit: "行",
      label: "附件6的行数",
      computed: { op: "rows", table: "platforms" },
      cite: cite.附件6,
    },
    ...text,
  },
  sections: [
    { id: "head", title: "报告单位和报告期", fields: ["applicantName", "reportYear", "reportPeriod"] },
    {
      id: "summary",
      title: "附件6 运营情况汇总表",
      fields: ["platforms", "platformCount", "filledBy", "filledByPhone"],
    },
    { id: "text", title: "总结报告正文", fields: ids(text) },
  ],
  criteria: [
    ...summaryChecks,
    {
      id: "ownRow",
      label: "只填本平台一行",
      severity: "warning",
      cite: cite["附件6 注"],
      reading: "ours",
      remark: "各平台的行由市州（园区）主管部门汇总",
      when: atMost("platformCount", figuresFrom("2019-01-01")(1, "行")),
    },
  ],
  binding: [
    { label: "（半）年度总结报告", form: "report", cite: cite.第十四条, ours: true },
    { label: "附件6 运营情况汇总表", form: "summary", cite: cite.附件6 },
  ],
  declaration: {
    title: "对报告真实性的确认",
    text: "本单位确认：所报送的总结报告和运营情况汇总表真实、完整。（办法没有规定声明的文字，这是本系统拟的确认语。）",
    cite: cite.第十四条,
  },
  afterwards: [
    {
      text: "附件6先交所在市州（园区）主管部门：它要在7月20日（半年）和次年1月30日（全年）前汇总上报，比贵单位自己的期限早一个月左右",
      cite: cite["附件6 注"],
    },
    {
      text: "总结报告和附件6报省工业和信息化厅中小企业发展局：半年的在8月底前，全年的在次年2月底前",
      cite: cite.第十四条,
    },
    { text: "总结报告盖公章；附件6左上角的“市（州）/园区工信局（盖章）”由汇总部门盖", cite: cite.附件6 },
    { text: "不报送（半）年度总结报告会被撤销称号", cite: cite.第十六条 },
    {
      text: "平时配合主管部门开展活动、提供当地企业数据库、接受服务质量检查，总结里可以写明",
      cite: cite.第十三条,
    },
  ],
});
