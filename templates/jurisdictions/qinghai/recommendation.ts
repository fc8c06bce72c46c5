import { defineForm } from "../../blocks.ts";
import type { ApplyFields } from "./fields.ts";
import { APPLICATION, blankOpinion } from "./opinion.ts";
import { basic, rest } from "./table.ts";

/** 附件1: cover and table; part 五 is the department's. */
export const recommendation = defineForm<ApplyFields>()({
  title: "青海省中小企业公共服务示范平台申请推荐表",
  blocks: [
    {
      block: "cover",
      attachment: "附件1",
      title: ["青海省中小企业公共服务示范平台", "申  请  推 荐 表"],
      blanks: [
        { label: "单 位 名 称 ：", of: [{ answer: "applicantName" }] },
        { label: "申报平台名称：", of: [{ answer: "platformName" }] },
        { label: "所在市（州）：", of: [{ answer: "qinghaiPrefecture" }] },
        { label: "填 报 日 期 ：", of: [{ day: "declared" }] },
      ],
      issuer: "青海省工业和信息化厅制",
    },
    { block: "pageBreak" },
    { block: "title", text: "青海省中小企业公共服务示范平台申请推荐表" },
    { block: "grid", isOpen: true, rows: [{ cells: [{ of: ["申请单位（盖章）：", { answer: "applicantName" }] }] }] },
    {
      block: "grid",
      rows: [{ band: "一、平台（申请单位）基本情况" }, ...basic, ...rest, ...blankOpinion(APPLICATION)],
    },
  ],
});
