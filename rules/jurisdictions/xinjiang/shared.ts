import { facts } from "../../vocabulary.ts";
import { prefectures } from "./areas.ts";
import { cite } from "./citations.ts";

/** Who writes and for which year, in the yearly papers of platforms and departments. */
export const year = {
  kind: "year",
  label: "年度",
  ask: "是哪一年的？",
  example: "2024",
} as const;

/** A prefecture's department that reviews, recommends and reports. */
export const department = {
  prefecture: {
    kind: "choice",
    label: "地（州、市）",
    ask: "是哪个地（州、市）？",
    choices: prefectures,
    example: "乌鲁木齐市",
    cite: cite.第十条,
  },
  departmentName: {
    kind: "text",
    max: 60,
    label: "地（州、市）中小企业主管部门",
    ask: "主管部门的全称是什么？",
    help: "和公章一致。",
    example: "昌吉回族自治州工业和信息化局",
    cite: cite.第十条,
  },
  contactPerson: {
    ...facts.contactPerson,
    ask: "主管部门由谁联系？",
    help: "自治区工信厅有疑问时找这个人。",
    cite: cite.第十九条,
  },
  contactPhone: { ...facts.contactPhone, example: "0994-8888666", cite: cite.第十九条 },
} as const;
