import { defineForm } from "../../blocks.ts";
import type { ApplyFields } from "./fields.ts";

/** 附件2: the outline's eight points as headings, numbered as the source numbers them (1. and then 2、). */
export const report = defineForm<ApplyFields>()({
  title: "申请报告",
  blocks: [
    { block: "attachment", text: "附件2" },
    { block: "title", text: "青海省中小企业公共服务示范平台\n申请报告" },
    { block: "narrative", heading: "1.申请单位的基本情况", answer: "history" },
    {
      block: "narrative",
      heading: "2、服务对象所在区域的行业状况，在区域经济发展中的地位、作用，中小微型企业发展情况和公共服务需求情况",
      answer: "region",
    },
    { block: "narrative", heading: "3、管理运营情况", answer: "management" },
    { block: "narrative", heading: "4、近三年的服务情况", answer: "services" },
    { block: "narrative", heading: "5、主要服务业绩及对区域经济和中小企业健康发展的贡献", answer: "achievements" },
    // 第八条 asks for outstanding features; the outline has no point for them, so they follow the achievements. Ours.
    { block: "paragraph", of: ["特色优势和示范性", "：", { answer: "features" }] },
    { block: "narrative", heading: "6、获得各部门及各级政府扶持的情况说明及佐证材料", answer: "supportReceived" },
    { block: "attached", heading: "佐证材料", material: "supportProofs" },
    { block: "attached", heading: "7、服务场地和服务设施设备实景照片", material: "photos" },
    { block: "narrative", heading: "8、下一步发展规划或年度运营计划", answer: "nextSteps" },
    {
      block: "signing",
      lines: [
        ["\n申请单位（盖章）：", { answer: "applicantName" }],
        ["日期：", { day: "declared" }],
      ],
    },
  ],
});
