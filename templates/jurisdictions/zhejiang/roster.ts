import { defineForm } from "../../blocks.ts";
import type { ApplyFields } from "./fields.ts";

/** 附件4. The source gives the title only: the columns are ours, after 青海 附件3. */
export const roster = defineForm<ApplyFields>()({
  title: "平台主要从业人员情况表",
  isLandscape: true,
  ours: "栏目为本系统参照青海省附件拟定，原通知只给出表名",
  blocks: [
    { block: "attachment", text: "附件4" },
    { block: "title", text: "平台主要从业人员情况表" },
    {
      block: "list",
      table: "roster",
      least: 3,
      columns: [
        { column: "name", width: 23 },
        { column: "post", width: 26 },
        { column: "education", width: 18, group: "教育情况" },
        { column: "school", group: "教育情况" },
        { column: "certificate", width: 28, group: "专业资质情况" },
        { column: "issuer", width: 32, group: "专业资质情况" },
        { column: "years", width: 24 },
        { column: "phone", width: 30 },
      ],
    },
  ],
});
