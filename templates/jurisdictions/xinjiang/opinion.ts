import { defineForm, words } from "../../blocks.ts";
import type { RecommendFields } from "./fields.ts";

/** 申请表 四 on a page of its own, to go into the applicant's form; the line with the applicant's name is ours. */
export const opinion = defineForm<RecommendFields>()({
  title: "新疆维吾尔自治区中小企业公共服务示范平台申请表",
  blocks: [
    { block: "attachment", text: "附件1" },
    { block: "title", text: "新疆维吾尔自治区中小企业公共服务示范平台\n申请表" },
    {
      block: "grid",
      rows: [
        { cells: [words("申请单位名称", 40), { of: [{ answer: "applicantName" }] }] },
        { band: "四、地（州、市）中小企业主管部门推荐意见" },
        {
          cells: [
            {
              of: [
                { answer: "opinion" },
                "\n\n\n\n\n",
                "　".repeat(12),
                "单位（公章）：",
                { answer: "departmentName" },
                "\n\n",
                "　".repeat(12),
                "日期：",
                { day: "pen" },
              ],
              isTop: true,
            },
          ],
          height: 120,
        },
      ],
    },
  ],
});
