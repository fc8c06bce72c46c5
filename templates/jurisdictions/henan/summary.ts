import { defineForm } from "../../blocks.ts";
import type { SummariseFields } from "./fields.ts";

/** 附件2. The source gives no units: 万元 and % over the table are ours. */
export const summary = defineForm<SummariseFields>()({
  title: "推荐河南省中小企业公共服务示范平台汇总表",
  isLandscape: true,
  isDense: true,
  alsoSheet: true,
  blocks: [
    { block: "attachment", text: "附件2" },
    {
      block: "title",
      of: ["推荐", { answer: "year" }, "年度河南省中小企业公共服务示范平台汇总表"],
    },
    {
      block: "grid",
      isOpen: true,
      rows: [
        {
          cells: [
            { of: ["省辖市、济源示范区中小企业主管部门：（盖章）", { answer: "department" }] },
            { of: ["单位：万元、%"], width: 40, align: "right" },
          ],
        },
      ],
    },
    {
      block: "list",
      table: "platforms",
      least: 4,
      columns: [
        { column: "platformName", width: 38 },
        { column: "operator", width: 38 },
        { column: "categories", width: 22 },
        { column: "registeredOn", width: 24 },
        { column: "totalAssets", width: 16 },
        { column: "staff", width: 14 },
        { column: "serviceBodies", width: 15 },
        { column: "preferentialShare", width: 13 },
        { column: "servedEnterprises", width: 14 },
        { column: "isVerified", width: 13 },
        { column: "isInterviewed", width: 18 },
        { column: "remark" },
      ],
    },
    { block: "note", of: ["注：1.平台名称中不得含有“示范”字样。"] },
    { block: "note", of: ["　　2.平台类别请填写信息、技术、培训、创业、融资等服务功能。"] },
    {
      block: "note",
      of: [
        "　　3.运营单位注册登记时间2年以上，上年末资产总额不低于200万元，服务人员不少于15人，集聚服务机构5家以上，优惠服务占比不低于20%，年服务企业数量不低于80家。",
      ],
    },
    {
      block: "note",
      of: ["　　4.现场核查、与单位负责人面谈需由省辖市、济源示范区工业和信息化主管部门完成。"],
    },
    {
      block: "note",
      of: [
        "　　5.备注项列明属于省辖市（济源示范区）推荐名额；或者属于国家信息消费示范城市、消费品工业“三品”战略示范城市、中外中小企业合作区、省级中小企业特色产业集群、工信部认定工业产品质量控制和技术评价实验室。",
      ],
    },
  ],
});
