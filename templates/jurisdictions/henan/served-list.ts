import { defineForm } from "../../blocks.ts";
import type { ApplyFields } from "./fields.ts";

/** Ours: what the department draws its sample of 附件3 from, in that table's columns. */
export const servedList = defineForm<ApplyFields>()({
  title: "服务企业名单",
  ours: "本系统拟定，供主管部门随机抽取测评的企业，栏目同附件3",
  blocks: [
    { block: "title", text: "服务企业名单" },
    {
      block: "grid",
      isOpen: true,
      rows: [{ cells: [{ of: ["运营单位（盖章）：", { answer: "applicantName" }] }] }],
    },
    {
      block: "list",
      table: "servedList",
      least: 10,
      columns: [
        { column: "name" },
        { column: "person", width: 28 },
        { column: "position", width: 26 },
        { column: "phone", width: 34 },
      ],
    },
    { block: "note", of: ["注：本表由本系统拟定，供主管部门从中随机抽取不少于10家企业测评（附件3）。"] },
  ],
});
