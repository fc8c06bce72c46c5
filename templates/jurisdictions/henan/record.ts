import { defineForm } from "../../blocks.ts";
import type { VerifyFields } from "./fields.ts";
import { figureRows, side } from "./figures.ts";

/** Ours: （四） asks for the review, the visit and the talk, and to write the talk's result into the recommending document. */
export const record = defineForm<VerifyFields>()({
  title: "现场核查和谈话记录",
  ours: "本系统拟定，供主管部门存档，并把谈话结果写入推荐文件",
  blocks: [
    { block: "title", text: "现场核查和谈话记录" },
    {
      block: "grid",
      rows: [
        { cells: [side("平台名称"), { of: [{ answer: "platformName" }] }], height: 10 },
        { cells: [side("运营单位名称"), { of: [{ answer: "applicantName" }] }], height: 10 },
        { cells: [side("推荐省辖市\n（示范区）"), { of: [{ answer: "recommendingCity" }] }] },
        { band: "一、审核和现场核查" },
        { cells: [side("核查地点"), { of: [{ answer: "siteAddress" }] }], height: 10 },
        {
          cells: [
            side("核查日期"),
            { of: [{ answer: "verifiedOn" }], align: "center", width: 44 },
            side("核查人员"),
            { of: [{ answer: "verifiers" }], align: "center" },
          ],
        },
        {
          cells: [
            side("申请报告\n已逐项审核"),
            { of: [{ answer: "isReviewed" }], align: "center", width: 44 },
            side("材料真实有效，\n符合申报要求"),
            { of: [{ answer: "isTruthful" }], align: "center" },
          ],
        },
        { band: "二、核查到的情况" },
        ...figureRows,
        { band: "三、与主要负责人当面谈话" },
        {
          cells: [
            side("谈话日期"),
            { of: [{ answer: "interviewedOn" }], align: "center", width: 44 },
            side("主要负责人"),
            { of: [{ answer: "headName" }], align: "center" },
          ],
        },
        { cells: [side("谈话人"), { of: [{ answer: "interviewers" }] }] },
        { cells: [side("谈话结果"), { of: [{ answer: "interviewResult" }] }], height: 40 },
        {
          cells: [
            { of: ["核查人员（签字）：\n\n"], isTop: true, width: 78 },
            { of: ["主要负责人（签字）：\n\n"], isTop: true },
          ],
          height: 20,
        },
        {
          cells: [{ of: [{ answer: "department" }, "（盖章）\n\n", "　".repeat(26), { day: "pen" }], isTop: true }],
          height: 26,
        },
      ],
    },
    { block: "note", of: ["注：本表由本系统按通知（四）拟定，原通知没有给出记录的格式。"] },
  ],
});
