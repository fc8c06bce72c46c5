import { defineForm, words } from "../../blocks.ts";
import type { ProvincialFields } from "./fields.ts";

const WIDTHS = [16, 30, 18, 13, 15, 18, 18, 17, 15, 16, 28] as const;
const HEADS = [
  "法人代表",
  "注册日期",
  "上年末总资产",
  "从业人数",
  "其中：专业人员",
  "营业收入",
  "其中：服务收入",
  "服务中小企业户数",
  "企业满意度",
  "联系人",
  "联系电话",
] as const;
const ANSWERS = [
  "legalRepresentative",
  "registeredOn",
  "totalAssets",
  "staff",
  "professionals",
  "latestRevenue",
  "latestServiceRevenue",
  "servedEnterprises",
  "satisfaction",
  "contactPerson",
  "contactPhone",
] as const;

/** The applicant's own line of 附件3, for the department to take over; its columns are ours as there. */
export const ownSummary = defineForm<ProvincialFields>()({
  title: "示范平台基本情况汇总表",
  isLandscape: true,
  ours: "栏目为本系统按附件2申请表拟定，原通知只给出表名；由推荐单位汇总",
  blocks: [
    { block: "attachment", text: "附件3" },
    { block: "title", text: "示范平台基本情况汇总表" },
    {
      block: "grid",
      isOpen: true,
      rows: [
        {
          cells: [
            { of: ["推荐单位：", { answer: "recommendingUnit" }] },
            { of: ["数据年度：", { answer: "latestYear" }], width: 44 },
            { of: ["类别：省级推荐"], width: 50, align: "right" },
          ],
        },
      ],
    },
    {
      block: "grid",
      rows: [
        {
          isHead: true,
          cells: [words("示范平台承担单位名称"), ...HEADS.map((text, at) => words(text, WIDTHS[at]))].map((cell) => ({
            ...cell,
            isBold: true as const,
          })),
        },
        {
          cells: [
            { of: [{ answer: "applicantName" }] },
            ...ANSWERS.map((answer, at) => ({
              of: [{ answer }],
              align: "center" as const,
              ...(WIDTHS[at] !== undefined && { width: WIDTHS[at] }),
            })),
          ],
          height: 14,
        },
      ],
    },
    { block: "note", of: ["金额单位：万元。企业满意度按服务评价表中满意的家数计算（%）。"] },
  ],
});
