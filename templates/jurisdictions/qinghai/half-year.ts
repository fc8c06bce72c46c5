import { defineForm } from "../../blocks.ts";
import type { ReportFields } from "./fields.ts";

/** （半）年度总结报告 (第十四条): the source gives no outline; the headings are ours. */
export const halfYear = defineForm<ReportFields>()({
  title: "（半）年度总结报告",
  ours: "提纲为本系统拟定，办法只写要报送（半）年度总结报告",
  blocks: [
    { block: "title", text: "青海省中小企业公共服务示范平台\n（半）年度总结报告" },
    {
      block: "paragraph",
      of: [
        "报送单位：",
        { answer: "applicantName" },
        "\n报告期：",
        { answer: "reportYear" },
        "（",
        { answer: "reportPeriod" },
        "）",
      ],
    },
    { block: "narrative", heading: "一、主要工作情况", answer: "workDone" },
    { block: "narrative", heading: "二、服务成效和典型案例", answer: "results" },
    { block: "narrative", heading: "三、存在的问题和建议", answer: "problems" },
    { block: "narrative", heading: "四、下一步工作计划", answer: "nextSteps" },
    {
      block: "signing",
      lines: [
        ["报送单位（盖章）：", { answer: "applicantName" }],
        ["日期：", { day: "declared" }],
      ],
    },
  ],
});
