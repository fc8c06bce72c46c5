import { defineForm, defineRows } from "../../blocks.ts";
import type { ApplyFields } from "./fields.ts";

const seal = { of: ["申报单位（盖章）：", { answer: "applicantName" }] } as const;

/** 填表人 and 联系电话, under 附件3 and 附件4. */
const filledBy = defineRows<ApplyFields>()([
  {
    cells: [{ of: ["填表人：", { answer: "filledBy" }] }, { of: ["联系电话：", { answer: "filledByPhone" }] }],
  },
]);

export const roster = defineForm<ApplyFields>()({
  title: "服务平台主要从业人员情况表",
  isLandscape: true,
  blocks: [
    { block: "attachment", text: "附件3" },
    { block: "title", text: "服务平台主要从业人员情况表" },
    { block: "grid", isOpen: true, rows: [{ cells: [seal] }] },
    {
      block: "list",
      table: "roster",
      least: 13,
      columns: [
        { column: "name", width: 23 },
        { column: "post", width: 28 },
        { column: "education", width: 18, group: "教育情况" },
        { column: "school", group: "教育情况" },
        { column: "certificate", width: 30, group: "专业资质情况" },
        { column: "issuer", width: 36, group: "专业资质情况" },
        { column: "years", width: 24 },
        { column: "phone", width: 30 },
      ],
    },
    { block: "grid", isOpen: true, rows: filledBy },
  ],
});

export const equipment = defineForm<ApplyFields>()({
  title: "服务平台服务设施、软件、仪器设备清单",
  blocks: [
    { block: "attachment", text: "附件4" },
    { block: "title", text: "服务平台服务设施、软件、仪器设备清单" },
    {
      block: "grid",
      isOpen: true,
      rows: [{ cells: [seal, { of: ["单位：万元"], width: 30, align: "right" }] }],
    },
    {
      block: "list",
      table: "equipment",
      least: 13,
      columns: [
        { column: "name", width: 40 },
        { column: "use" },
        { column: "quantity", width: 19 },
        { column: "originalValue", width: 23 },
        { column: "remark", width: 30 },
      ],
      total: { label: "合计", columns: ["quantity", "originalValue"] },
    },
    { block: "grid", isOpen: true, rows: filledBy },
  ],
});

/** 附件5: the last row has the number served in the last year and the rate that follows from the list. */
export const servedList = defineForm<ApplyFields>()({
  title: "平台服务中小企业名单及满意度评价表",
  blocks: [
    { block: "attachment", text: "附件5" },
    { block: "title", text: "平台服务中小企业名单及满意度评价表" },
    {
      block: "list",
      table: "servedList",
      least: 14,
      columns: [
        { column: "name" },
        { column: "contact", width: 19 },
        { column: "phone", width: 26 },
        { column: "service", width: 32 },
        { column: "satisfaction", ticked: "satisfied", width: 12, group: "企业满意度" },
        { column: "satisfaction", ticked: "dissatisfied", width: 15, group: "企业满意度" },
      ],
    },
    {
      block: "grid",
      rows: [
        {
          cells: [
            { of: ["上一年度共服务企业", { answer: "servedEnterprises", line: 4 }, "家"] },
            { of: ["总体满意率", { answer: "satisfaction", line: 4 }, "%"] },
          ],
        },
      ],
    },
  ],
});
