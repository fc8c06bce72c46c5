import { defineForm } from "../../blocks.ts";
import type { ApplyFields } from "./fields.ts";

/** 附件3. The source gives title, seal and unit only: the columns and the total are ours, after 青海 附件4. */
export const equipment = defineForm<ApplyFields>()({
  title: "平台服务设施、软件、仪器设备清单",
  ours: "栏目为本系统参照青海省附件拟定，原通知只给出表名",
  blocks: [
    { block: "attachment", text: "附件3" },
    { block: "title", text: "平台服务设施、软件、仪器设备清单" },
    {
      block: "grid",
      isOpen: true,
      rows: [
        {
          cells: [
            { of: ["申报单位（盖章）：", { answer: "applicantName" }] },
            { of: ["单位：万元"], width: 30, align: "right" },
          ],
        },
      ],
    },
    {
      block: "list",
      table: "equipment",
      least: 3,
      columns: [
        { column: "name", width: 40 },
        { column: "use" },
        { column: "quantity", width: 19 },
        { column: "originalValue", width: 23 },
        { column: "remark", width: 30 },
      ],
      total: { label: "合计", columns: ["quantity", "originalValue"] },
    },
  ],
});
