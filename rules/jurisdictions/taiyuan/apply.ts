import { defineProcedure } from "../../define.ts";
import { checks, rosterOfTwelve } from "./checks.ts";
import { cite } from "./citations.ts";
import { audit, auditCriteria, cityReapplication, cityTitle, common, commonCriteria } from "./eligibility.ts";
import { ids, ownDeclaration, report, reportSections } from "./sections.ts";

const materials = {
  auditReport: {
    kind: "file",
    label: "上一年度审计报告",
    ask: "上一年度审计报告准备好了吗？可以直接把文件发给我，也可以只告诉我已备好纸质件。",
    help: "要带条码；不另附专项审计报告的，这一份要包含服务收支情况。",
    cite: cite["一 3"],
  },
  specialAuditReport: {
    kind: "file",
    label: "服务收支情况的专项审计报告",
    ask: "服务收支情况的专项审计报告准备好了吗？",
    when: { op: "is", field: "auditWay", choice: "separate" },
    cite: cite["一 3"],
  },
  measuresMaterials: {
    kind: "file",
    label: "《管理办法》规定的其他申报材料",
    ask: "《管理办法》（晋企发〔2018〕29号）规定的其他申报材料都准备好了吗？",
    help: "申报材料参照省级示范平台，清单在《管理办法》里，本系统没有收录；请到山西省小企业发展促进局政务网下载，按清单准备。",
    cite: cite["一 1"],
  },
} as const;

/** 市级认定. */
export const apply = defineProcedure({
  code: "apply",
  title: "市级中小企业公共服务示范平台认定申报",
  fields: {
    ...common,
    ...cityTitle,
    ...audit,
    ...report,
    roster: { ...report.roster, ask: "请列出主要管理人员和服务人员，不少于12人。", minRows: 12 },
    // One of the deciding answers; once the list is there, the list governs.
    rosterCount: { ...report.rosterCount, screening: true },
    ...materials,
  },
  sections: [
    ...reportSections,
    { id: "conditions", title: "申报条件", fields: [...ids(common), ...ids(cityTitle), ...ids(audit)] },
    { id: "materials", title: "申报材料", fields: ids(materials) },
  ],
  criteria: [...commonCriteria, cityReapplication, ...auditCriteria, rosterOfTwelve, ...checks],
  places: "registeredAddress",
  binding: [
    { label: "附件1 推荐表", form: "recommendation", cite: cite.附件1 },
    { label: "附件2 申请报告", form: "report", cite: cite.附件2 },
    { label: "上一年度审计报告", material: "auditReport", cite: cite["一 3"] },
    {
      label: "服务收支情况的专项审计报告",
      material: "specialAuditReport",
      when: { op: "is", field: "auditWay", choice: "separate" },
      cite: cite["一 3"],
    },
    { label: "《管理办法》规定的其他申报材料", material: "measuresMaterials", cite: cite["一 1"] },
  ],
  declaration: { ...ownDeclaration, cite: cite["一 4"] },
  afterwards: [
    {
      text: "到山西省小企业发展促进局政务网下载《管理办法》（晋企发〔2018〕29号），逐条核对认定条件和申报材料",
      cite: cite["一 1"],
    },
    { text: "打印全部表格，附件2封面盖公章，按目录装订，并扫描成电子版", cite: cite["一 5"] },
    { text: "推荐表（附件1）除封面外由推荐单位和专家组填写，贵单位不用填", cite: cite.附件1 },
    {
      text: "交所在县（市、区）、开发区中小企业主管部门审核，由它推荐上报；交给它的日期早于上报的日期，请向它打听",
      cite: cite["一 4"],
    },
  ],
});
