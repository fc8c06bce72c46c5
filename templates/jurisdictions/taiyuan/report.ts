import { defineForm } from "../../blocks.ts";
import type { ApplyFields } from "./fields.ts";
import { reportParts } from "./report-parts.ts";

/** 附件2: cover, contents, and all that the contents name. */
export const report = defineForm<ApplyFields>()({
  title: "太原市中小企业公共服务示范平台申请报告",
  blocks: [
    {
      block: "cover",
      attachment: "附件2",
      title: ["太原市中小企业公共服务示范平台", "申请报告"],
      blanks: [
        { label: "申请单位名称：", of: [{ answer: "applicantName" }, "（盖章）"] },
        { label: "填报日期：", of: [{ day: "declared" }] },
      ],
      issuer: "太原市工业和信息化局制",
    },
    { block: "pageBreak" },
    {
      block: "contents",
      title: "申请报告的主要内容",
      items: [
        "一、太原市中小企业公共服务示范平台申请表",
        "二、主要服务设备、仪器及软件清单",
        "三、主要管理人员和服务人员名单及职称情况一览表",
        "四、服务的中小企业名单及服务评价表",
        "五、示范平台申请相关情况说明（请另附说明材料）",
        "（一）申请单位的基本情况（包括：创立发展沿革、发展目标，以及目前的基本情况）；",
        "（二）服务对象所在区域的行业状况，在区域经济发展中的地位和作用，中小企业发展情况和公共服务需求情况；",
        "（三）平台管理运营情况（包括：主要管理制度、人员激励、能力提升、可持续发展等）；",
        "（四）近年来的服务情况（包括：主要服务内容、服务对象、服务规模、方式、收费等，为中小企业提供公益性或低收费服务情况）；",
        "（五）平台服务特色（包括：在创新服务模式，集聚创新资源等方面的示范性）；",
        "（六）主要服务业绩及对区域经济和中小企业健康发展的贡献（包括：服务效果自测情况或典型案例）；",
        "（七）下一步发展设想。",
      ],
    },
    { block: "pageBreak" },
    ...reportParts,
  ],
});
