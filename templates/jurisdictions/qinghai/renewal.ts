import { defineForm } from "../../blocks.ts";
import type { RenewFields } from "./fields.ts";
import { blankOpinion, RENEWAL } from "./opinion.ts";
import { basic, rest } from "./table.ts";

/** 附件7: as 附件1, without a cover and with its own words in 一 and 五. */
export const renewal = defineForm<RenewFields>()({
  title: "青海省中小企业公共服务示范平台复核申请推荐表",
  blocks: [
    { block: "attachment", text: "附件7" },
    { block: "title", text: "青海省中小企业公共服务示范平台\n复核申请推荐表" },
    { block: "grid", isOpen: true, rows: [{ cells: [{ of: ["申请单位（盖章）：", { answer: "applicantName" }] }] }] },
    {
      block: "grid",
      rows: [{ band: "一、平台（复核单位）基本情况" }, ...basic, ...rest, ...blankOpinion(RENEWAL)],
    },
  ],
});

/** 有效期三年工作总结: the source names it and gives no outline; the headings are ours. */
export const threeYears = defineForm<RenewFields>()({
  title: "有效期三年工作总结",
  ours: "提纲为本系统拟定，办法只写要交三年工作总结",
  blocks: [
    { block: "title", text: "青海省中小企业公共服务示范平台\n有效期三年工作总结" },
    { block: "narrative", heading: "一、单位和平台的基本情况", answer: "history" },
    { block: "narrative", heading: "二、管理运营情况", answer: "management" },
    { block: "narrative", heading: "三、三年来的服务情况", answer: "services" },
    { block: "narrative", heading: "四、主要服务业绩及对区域经济和中小企业健康发展的贡献", answer: "achievements" },
    { block: "narrative", heading: "五、下一步发展规划", answer: "nextSteps" },
    {
      block: "signing",
      lines: [
        ["单位（盖章）：", { answer: "applicantName" }],
        ["日期：", { day: "declared" }],
      ],
    },
  ],
});
