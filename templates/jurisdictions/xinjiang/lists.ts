import { defineForm } from "../../blocks.ts";
import type { ApplyFields } from "./fields.ts";

/** 附件1 二, 三, 四: the lists of the 申请报告, each on pages of its own. */
export const { blocks: lists } = defineForm<ApplyFields>()({
  title: "清单和名单",
  blocks: [
    { block: "pageBreak" },
    { block: "title", text: "主要服务设备、仪器及软件清单" },
    {
      // The source names this list without columns: they are those of 太原's 设备清单.
      block: "list",
      table: "equipment",
      least: 6,
      columns: [
        { column: "name" },
        { column: "quantity", width: 18 },
        { column: "boughtOn", width: 32 },
        { column: "price", width: 24 },
        { column: "isLeading", width: 26 },
      ],
    },
    { block: "note", of: ["（本表栏目原件没有给出，参照太原市同类清单；购买价格单位：万元）"] },
    { block: "pageBreak" },
    { block: "title", text: "管理和服务人员名单及职称情况一览表" },
    {
      block: "list",
      table: "roster",
      least: 10,
      columns: [
        { column: "name", width: 28 },
        { column: "gender", width: 12 },
        { column: "age", width: 12 },
        { column: "education", width: 16 },
        { column: "position", width: 26 },
        { column: "title", width: 26 },
        { column: "duty" },
      ],
    },
    { block: "note", of: ["备注：不少于10人（南疆四地州的平台不少于8人）"] },
    { block: "pageBreak" },
    { block: "title", text: "服务的中小企业名单及服务评价表" },
    {
      block: "list",
      table: "servedList",
      least: 20,
      columns: [
        { column: "name", width: 40 },
        { column: "contact", width: 17 },
        { column: "phone", width: 27 },
        { column: "service" },
        { column: "satisfaction", ticked: "satisfied", width: 12, group: "企业满意度" },
        { column: "satisfaction", ticked: "fairly", width: 12, group: "企业满意度" },
        { column: "satisfaction", ticked: "dissatisfied", width: 14, group: "企业满意度" },
      ],
      foot: ["上一年度共服务企业", { answer: "servedEnterprises", line: 5 }, "家"],
    },
    { block: "note", of: ["备注：填写不少于60家"] },
  ],
});
