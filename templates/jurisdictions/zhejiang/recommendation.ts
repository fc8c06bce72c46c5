import { defineForm, words } from "../../blocks.ts";
import type { ApplyFields } from "./fields.ts";

const seal = ["　".repeat(28), "（盖 章）\n", "　".repeat(24), { day: "pen" }] as const;

/** 附件1: the cover says whom it is about; everything else is the department's to write. */
export const recommendation = defineForm<ApplyFields>()({
  title: "浙江省中小企业公共服务示范平台推荐表",
  blocks: [
    {
      block: "cover",
      attachment: "附件1",
      title: ["浙江省中小企业公共服务示范平台", "推荐表"],
      blanks: [
        { label: "平台承担单位名称：", of: [{ answer: "applicantName" }] },
        { label: "所在市（县市区）：", of: [{ answer: "city" }] },
        { label: "填 报 日 期：", of: [{ day: "declared" }] },
      ],
      issuer: "浙江省经济和信息化厅制",
    },
    { block: "pageBreak" },
    {
      block: "grid",
      rows: [
        { band: "对服务业绩抽查核实情况" },
        { cells: [{ of: ["抽查方式："], isTop: true }], height: 22 },
        { cells: [{ of: ["抽查范围及数量："], isTop: true }], height: 22 },
        { cells: [words("服务质量与满意度", 40), { of: [] }], height: 36 },
        { cells: [words("对区域中小企业发展的影响和作用", 40), { of: [] }], height: 36 },
        { cells: [words("示范性", 40), { of: [] }], height: 36 },
        {
          cells: [{ of: ["市/县（市、区）中小企业主管部门审核推荐意见：\n\n\n\n\n\n\n", ...seal], isTop: true }],
          height: 58,
        },
      ],
    },
  ],
});
