import { defineForm } from "../../blocks.ts";
import type { ProvincialFields } from "./fields.ts";
import { reportParts } from "./report-parts.ts";

/** The facts of the province's track in the shape of this notice's 附件2, to copy into the province's forms. Ours. */
export const data = defineForm<ProvincialFields>()({
  title: "申报资料（供填写省级表格）",
  ours: "按本通知附件2的栏目整理，只供抄写，不是省级表格",
  blocks: [
    { block: "title", text: "申报资料（供填写省级表格）" },
    {
      block: "items",
      lines: [
        "省级表格本系统没有收录。以下按太原市附件2的栏目整理，供填写省级表格时抄写，不能代替省级表格，不要装订上报。",
      ],
    },
    ...reportParts,
  ],
});
