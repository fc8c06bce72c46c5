import { apply } from "../../../rules/jurisdictions/xinjiang/apply.ts";
import { defineForm } from "../../blocks.ts";
import { application } from "./application.ts";
import type { ApplyFields } from "./fields.ts";
import { lists } from "./lists.ts";

const NAME = "新疆维吾尔自治区中小企业公共服务示范平台";

/** 五's parts, as the contents name them. The text extraction has “地位 and 作用”. */
const parts = {
  history: "（一）申请单位的基本情况（包括：创立发展沿革、发展目标，以及目前的基本情况）；",
  region: "（二）服务对象所在区域的行业状况，在区域经济发展中的地位和作用，中小企业发展情况和公共服务需求情况；",
  management: "（三）平台管理运营情况（包括：主要管理制度、人员激励、能力提升、可持续发展等）；",
  services:
    "（四）近年来的服务情况（包括：主要服务内容、服务对象、服务规模、方式、收费等，为中小企业提供公益性或低收费服务情况）；",
  features: "（五）平台服务特色（包括：在创新服务模式、集聚创新资源等方面的示范性）；",
  achievements: "（六）主要服务业绩及对区域经济和中小企业健康发展的贡献（包括：自测情况或典型案例）；",
  nextSteps: "（七）下一步发展设想。",
} as const;

/** A part's heading is its line in the contents without what is in brackets. */
const heading = (part: string): string => part.replace(/（包括.*）/, "").replace(/[；。]$/, "");

/** 附件1: cover, contents, the 申请表, the lists, the text and the declaration, which has no date in the source. */
export const report = defineForm<ApplyFields>()({
  title: `${NAME}申请报告`,
  blocks: [
    {
      block: "cover",
      attachment: "附件1",
      title: [NAME, "申请报告"],
      blanks: [
        { label: "申请单位名称：", of: [{ answer: "applicantName" }, "（盖章）"] },
        { label: "填报日期：", of: [{ day: "declared" }] },
      ],
      issuer: "新疆维吾尔自治区工业和信息化厅制",
    },
    { block: "pageBreak" },
    {
      block: "contents",
      title: "申请报告主要内容",
      items: [
        `一、${NAME}申请表`,
        "二、主要服务设备、仪器及软件清单",
        "三、管理和服务人员名单及职称情况一览表",
        "四、服务的中小企业名单及服务评价表（60家以上）",
        "五、平台申请相关情况说明（请另附说明材料）",
        ...Object.values(parts),
      ],
    },
    { block: "pageBreak" },
    { block: "title", text: `${NAME}\n申请表` },
    { block: "grid", rows: application },
    ...lists,
    { block: "pageBreak" },
    { block: "title", text: "平台申请相关情况说明" },
    { block: "narrative", heading: heading(parts.history), answer: "history" },
    { block: "narrative", heading: heading(parts.region), answer: "region" },
    { block: "narrative", heading: heading(parts.management), answer: "management" },
    { block: "narrative", heading: heading(parts.services), answer: "services" },
    { block: "narrative", heading: heading(parts.features), answer: "features" },
    { block: "narrative", heading: heading(parts.achievements), answer: "achievements" },
    { block: "narrative", heading: heading(parts.nextSteps), answer: "nextSteps" },
    { block: "pageBreak" },
    { block: "title", text: apply.declaration.title },
    { block: "paragraph", of: [apply.declaration.text] },
    {
      block: "signing",
      lines: [
        ["\n联系人：", { answer: "contactPerson" }],
        ["电　话：", { answer: "contactPhone" }],
        ["申报单位（盖章）：", { answer: "applicantName" }],
        ["法定代表人（签字）："],
      ],
    },
  ],
});
