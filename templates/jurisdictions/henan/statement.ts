import { defineForm } from "../../blocks.ts";
import type { VerifyFields } from "./fields.ts";

/**
 * 附件1. A filled-in statement is no template: the operator's name stands in the place of （运营单位名称）, and （模板）
 * under the title is left out. Seals and date are left for the hand.
 */
export const statement = defineForm<VerifyFields>()({
  title: "现场核查真实性说明",
  blocks: [
    { block: "attachment", text: "附件1" },
    { block: "title", text: "现场核查真实性说明" },
    {
      block: "paragraph",
      of: [
        "\n经现场核查，",
        { answer: "applicantName" },
        { answer: "year" },
        "年度河南省中小企业公共服务示范平台申报材料真实有效，符合申报要求。",
      ],
    },
    { block: "paragraph", of: ["\n\n\n（被核查单位盖章）　　　（工业和信息化主管部门盖章）"] },
    { block: "signing", lines: [["　".repeat(12), { day: "pen" }]] },
  ],
});
