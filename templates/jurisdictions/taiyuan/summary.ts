import { defineForm } from "../../blocks.ts";
import type { SummariseFields } from "./fields.ts";

/** 附件3. The source gives no more than its name; the columns are facts of 附件2's 申请表, chosen by us. */
export const summary = defineForm<SummariseFields>()({
  title: "示范平台基本情况汇总表",
  isLandscape: true,
  alsoSheet: true,
  ours: "栏目为本系统按附件2申请表拟定，原通知只给出表名",
  blocks: [
    { block: "attachment", text: "附件3" },
    { block: "title", of: [{ answer: "summaryYear" }, "年度示范平台基本情况汇总表"] },
    {
      block: "grid",
      isOpen: true,
      rows: [
        {
          cells: [
            { of: ["推荐单位（盖章）：", { answer: "recommendingUnit" }] },
            { of: ["类别：", { boxes: "track" }], width: 70, align: "right" },
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
        { column: "legalRepresentative", width: 16 },
        { column: "registeredOn", width: 30 },
        { column: "totalAssets", width: 18 },
        { column: "staff", width: 13 },
        { column: "professionals", width: 15 },
        { column: "revenue", width: 18 },
        { column: "serviceRevenue", width: 18 },
        { column: "served", width: 17 },
        { column: "satisfaction", width: 15 },
        { column: "contact", width: 16 },
        { column: "phone", width: 28 },
      ],
    },
    { block: "note", of: ["金额单位：万元。总资产、收入、户数按上一年度填写。"] },
  ],
});
