import { apply } from "../../../rules/jurisdictions/qinghai/apply.ts";
import { defineForm } from "../../blocks.ts";
import type { ApplyFields } from "./fields.ts";

/** 第九条（十一）: the source gives no text and no form; both are ours. */
export const declaration = defineForm<ApplyFields>()({
  title: apply.declaration.title,
  ours: "办法只要求有声明，文字由本系统拟定",
  blocks: [
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
