import { defineForm } from "../../blocks.ts";
import type { SummariseFields } from "./fields.ts";

const NAME = "新疆维吾尔自治区中小企业公共服务示范平台";
const ours = "办法只给出报告的名称，格式和栏目为本系统拟定";
const form = defineForm<SummariseFields>();

const signing = {
  block: "signing",
  lines: [
    ["\n", { answer: "departmentName" }, "（公章）"],
    ["联系人：", { answer: "contactPerson" }, "　", { answer: "contactPhone" }],
    ["日期：", { day: "declared" }],
  ],
} as const;

/** 第十九条's two reports and the list that goes with them. The source gives no form: all of them are ours. */
export const summary = form({
  title: "示范平台工作总结汇总报告",
  ours,
  blocks: [
    { block: "title", text: `${NAME}\n工作总结汇总报告` },
    {
      block: "paragraph",
      of: [
        { answer: "prefecture" },
        "　",
        { answer: "summaryYear" },
        "年度：辖区内示范平台 ",
        { answer: "platformCount" },
        " 家，服务中小企业 ",
        { answer: "servedTogether" },
        " 家，已交工作总结的占 ",
        { answer: "reportedShare" },
        "%（见汇总表）。",
      ],
    },
    { block: "narrative", heading: "一、示范平台工作情况", answer: "workOverview" },
    { block: "narrative", heading: "二、存在的问题和建议", answer: "problems" },
    signing,
  ],
});

export const summaryTable = form({
  title: "示范平台工作总结汇总表",
  isLandscape: true,
  alsoSheet: true,
  ours,
  blocks: [
    { block: "title", text: `${NAME}工作总结汇总表` },
    {
      block: "grid",
      isOpen: true,
      rows: [
        {
          cells: [
            { of: ["填报单位（公章）：", { answer: "departmentName" }] },
            { of: [{ answer: "prefecture" }, "　", { answer: "summaryYear" }, "年度"], width: 80, align: "right" },
          ],
        },
      ],
    },
    {
      block: "list",
      table: "platforms",
      least: 5,
      columns: [
        { column: "name" },
        { column: "recognisedOn", width: 36 },
        { column: "reported", width: 20 },
        { column: "served", width: 24 },
        { column: "satisfaction", width: 24 },
        { column: "publicBenefit", width: 28 },
        { column: "inspected", width: 18 },
        { column: "findings", width: 44 },
      ],
      total: { label: "合计", columns: ["served"] },
    },
  ],
});

export const inspection = form({
  title: "示范平台检查情况报告",
  ours,
  blocks: [
    { block: "title", text: `${NAME}\n检查情况报告` },
    {
      block: "paragraph",
      of: [
        { answer: "prefecture" },
        "　",
        { answer: "summaryYear" },
        "年度：辖区内示范平台 ",
        { answer: "platformCount" },
        " 家，已检查的占 ",
        { answer: "inspectedShare" },
        "%。",
      ],
    },
    { block: "narrative", heading: "一、检查的组织", answer: "inspectionWay" },
    { block: "narrative", heading: "二、服务质量", answer: "qualityFound" },
    { block: "narrative", heading: "三、服务收费情况", answer: "feesFound" },
    { block: "narrative", heading: "四、服务满意度", answer: "satisfactionFound" },
    signing,
  ],
});
