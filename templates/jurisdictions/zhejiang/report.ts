import { defineForm } from "../../blocks.ts";
import { application } from "./application.ts";
import type { ApplyFields } from "./fields.ts";

/** 附件2: cover, contents, the 申请表, and the sections that the contents name. */
export const report = defineForm<ApplyFields>()({
  title: "浙江省中小企业公共服务示范平台申请报告",
  blocks: [
    {
      block: "cover",
      attachment: "附件2",
      title: ["浙江省中小企业公共服务示范平台", "申请报告"],
      blanks: [
        { label: "申请单位名称（盖章）：", of: [{ answer: "applicantName" }] },
        { label: "填 报 日 期：", of: [{ day: "declared" }] },
      ],
      issuer: "浙江省经济和信息化厅制",
    },
    { block: "pageBreak" },
    {
      block: "contents",
      title: "申请报告的主要内容",
      items: [
        "一、《浙江省中小企业公共服务示范平台申请表》",
        "二、申请单位的基本情况（包括：创立发展沿革、发展目标、目前的基本情况）；",
        "三、服务对象所在区域的行业状况，在区域经济发展中的地位、作用，中小企业发展情况和公共服务需求情况；",
        "四、管理运营情况（包括：主要管理制度、人员激励、能力提升、品牌建设、可持续发展等）；",
        "五、近年来的服务情况（包括：主要服务内容、服务对象、规模、方式、收费等）；",
        "六、主要服务业绩及对区域经济和中小企业健康发展的贡献（包括：自测情况或典型案例）；",
        "七、获得各级政府扶持的情况；",
        "八、下一步发展设想；",
        "九、上一年度审计报告。",
      ],
    },
    { block: "pageBreak" },
    { block: "title", text: "浙江省中小企业公共服务示范平台申请表" },
    { block: "grid", rows: application },
    { block: "pageBreak" },
    { block: "narrative", heading: "二、申请单位的基本情况", answer: "history" },
    {
      block: "narrative",
      heading: "三、服务对象所在区域的行业状况，在区域经济发展中的地位、作用，中小企业发展情况和公共服务需求情况",
      answer: "region",
    },
    { block: "narrative", heading: "四、管理运营情况", answer: "management" },
    { block: "narrative", heading: "五、近年来的服务情况", answer: "services" },
    { block: "narrative", heading: "六、主要服务业绩及对区域经济和中小企业健康发展的贡献", answer: "achievements" },
    { block: "narrative", heading: "七、获得各级政府扶持的情况", answer: "supportReceived" },
    { block: "narrative", heading: "八、下一步发展设想", answer: "nextSteps" },
    { block: "attached", heading: "九、上一年度审计报告", material: "auditReport" },
  ],
});
