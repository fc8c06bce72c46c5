import { cite } from "./citations.ts";

/** 附件2's outline, and the text on 第八条, which has no place of its own there. */
export const narrative = {
  history: {
    kind: "longText",
    label: "申请单位的基本情况",
    ask: "申请报告“1”：申请单位的基本情况，请写一段。",
    prompts: ["创立发展沿革", "发展目标", "目前基本情况"],
    cite: cite.附件2之1,
  },
  region: {
    kind: "longText",
    label: "服务对象所在区域的行业状况和公共服务需求情况",
    ask: "申请报告“2”：服务对象所在区域的行业情况，请写一段。",
    prompts: ["行业状况", "在区域经济发展中的地位、作用", "中小微型企业发展情况", "公共服务需求情况"],
    cite: cite.附件2之2,
  },
  management: {
    kind: "longText",
    label: "管理运营情况",
    ask: "申请报告“3”：管理运营情况，请写一段。",
    prompts: ["主要管理制度", "人员激励", "服务能力提升", "品牌建设", "可持续发展"],
    cite: cite.附件2之3,
  },
  services: {
    kind: "longText",
    label: "近三年的服务情况",
    ask: "申请报告“4”：近三年的服务情况，请写一段。",
    prompts: ["主要服务内容", "服务对象", "规模", "方式", "收费"],
    cite: cite.附件2之4,
  },
  achievements: {
    kind: "longText",
    label: "主要服务业绩及对区域经济和中小企业健康发展的贡献",
    ask: "申请报告“5”：主要服务业绩和贡献，请写一段。",
    prompts: ["主要服务业绩", "对区域经济和中小企业健康发展的贡献", "典型案例"],
    cite: cite.附件2之5,
  },
  features: {
    kind: "longText",
    label: "特色优势和示范性",
    ask: "第八条要求平台有突出的特色优势和示范性：请用一段文字说明。",
    help: "附件2的提纲没有单列这一项，我们放在“5”的后面。",
    prompts: ["服务模式创新", "创新资源集聚", "线上线下结合", "精准对接服务与需求", "推动创新驱动发展"],
    cite: cite.第八条,
    ours: true,
  },
  supportReceived: {
    kind: "longText",
    label: "获得各部门及各级政府扶持的情况说明",
    ask: "申请报告“6”：获得各部门及各级政府扶持的情况，请写一段。没有就写“无”。",
    prompts: ["年份、部门、项目、金额"],
    cite: cite.附件2之6,
  },
  nextSteps: {
    kind: "longText",
    label: "下一步发展规划或年度运营计划",
    ask: "申请报告“8”：下一步发展规划或年度运营计划，请写一段。",
    prompts: ["服务内容", "服务能力", "目标"],
    cite: cite.附件2之8,
  },
} as const;
