import { apply } from "../../../rules/jurisdictions/zhejiang/apply.ts";
import { defineForm } from "../../blocks.ts";
import type { ApplyFields } from "./fields.ts";

/** 附件5: signature and date are left for the pen. */
export const declaration = defineForm<ApplyFields>()({
  title: apply.declaration.title,
  blocks: [
    { block: "attachment", text: "附件5" },
    { block: "title", text: apply.declaration.title },
    { block: "paragraph", of: [apply.declaration.text] },
    {
      block: "signing",
      lines: [
        ["\n申报单位（盖章）：", { answer: "applicantName" }],
        ["法定代表人（签字）："],
        ["日期：", { day: "pen" }],
      ],
    },
  ],
});
