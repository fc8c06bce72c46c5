import { defineForm, words } from "../../blocks.ts";
import { application } from "./application.ts";
import type { ReportFields } from "./fields.ts";

/** 附件2's 申请表, lists and statement: the report of the city's track, and what the province's forms are filled from. */
const { blocks } = defineForm<ReportFields>()({
  title: "太原市中小企业公共服务示范平台申请报告",
  blocks: [
    { block: "title", text: "太原市中小企业公共服务示范平台申请表" },
    { block: "grid", rows: application },
    { block: "pageBreak" },
    { block: "title", text: "主要服务设备、仪器及软件清单" },
    {
      block: "list",
      table: "equipment",
      least: 5,
      columns: [
        { column: "name" },
        { column: "quantity", width: 18 },
        { column: "boughtOn", width: 35 },
        { column: "price", width: 22 },
        { column: "isLeading", width: 30 },
      ],
    },
    // The form gives no unit for 购买价格; 万元 is ours.
    { block: "note", of: ["购买价格的单位：万元。"] },
    { block: "pageBreak" },
    { block: "title", text: "管理人员和服务人员名单及职称情况一览表" },
    {
      block: "grid",
      rows: [
        {
          isHead: true,
          cells: [
            words("姓名", 22),
            words("年龄", 14),
            words("学历", 20),
            words("毕业学校"),
            words("职称", 28),
            words("主管工作", 34),
          ].map((cell) => ({ ...cell, isBold: true as const })),
        },
        {
          each: "roster",
          least: 12,
          cells: [
            { column: "name", width: 22 },
            { column: "age", width: 14 },
            { column: "education", width: 20 },
            { column: "school" },
            { column: "title", width: 28 },
            { column: "duty", width: 34 },
          ],
        },
      ],
    },
    { block: "note", of: ["备注：不少于12人"] },
    { block: "pageBreak" },
    { block: "title", text: "服务的中小企业名单及服务评价表" },
    {
      block: "list",
      table: "servedList",
      least: 12,
      columns: [
        { column: "name" },
        { column: "contact", width: 20 },
        { column: "phone", width: 28 },
        { column: "service", width: 34 },
        { column: "satisfaction", ticked: "satisfied", width: 13, group: "企业满意度" },
        { column: "satisfaction", ticked: "dissatisfied", width: 16, group: "企业满意度" },
      ],
      foot: ["上一年度共服务企业", { answer: "servedEnterprises", line: 4 }, "家"],
    },
    { block: "pageBreak" },
    { block: "title", text: "示范平台申请相关情况说明" },
    { block: "narrative", heading: "（一）申请单位的基本情况", answer: "history" },
    {
      block: "narrative",
      heading: "（二）服务对象所在区域的行业状况，在区域经济发展中的地位和作用，中小企业发展情况和公共服务需求情况",
      answer: "region",
    },
    { block: "narrative", heading: "（三）平台管理运营情况", answer: "management" },
    { block: "narrative", heading: "（四）近年来的服务情况", answer: "services" },
    { block: "narrative", heading: "（五）平台服务特色", answer: "features" },
    {
      block: "narrative",
      heading: "（六）主要服务业绩及对区域经济和中小企业健康发展的贡献",
      answer: "achievements",
    },
    { block: "narrative", heading: "（七）下一步发展设想", answer: "nextSteps" },
  ],
});

export const reportParts = blocks;
