import { cite } from "./citations.ts";

/** What the applicant supplies: 第九条（六）–（十）, and what 附件2 wants beside its text. */
export const materials = {
  supportProofs: {
    kind: "file",
    label: "获得各部门及各级政府扶持的佐证材料",
    ask: "获得扶持的佐证材料（批文、拨款通知等）准备好了吗？可以直接把文件发给我，也可以只告诉我已备好纸质件。没有扶持就跳过。",
    optional: true,
    cite: cite.附件2之6,
  },
  photos: {
    kind: "file",
    label: "服务场地和服务设施设备实景照片",
    ask: "服务场地和设施设备的实景照片准备好了吗？",
    cite: cite.附件2之7,
  },
  licence: {
    kind: "file",
    label: "营业执照复印件",
    ask: "营业执照复印件准备好了吗？",
    help: "事业单位、社会团体等没有营业执照的，用法人证书复印件，请先向主管部门确认。",
    cite: cite["第九条（六）"],
  },
  auditReport: {
    kind: "file",
    label: "上一年度服务收支情况的专项审计报告",
    ask: "上一年度服务收支情况的专项审计报告准备好了吗？",
    help: "要的是服务收支的专项审计，不是一般的年度审计报告。",
    cite: cite["第九条（七）"],
  },
  organisationAndPlan: {
    kind: "file",
    label: "服务平台组织架构及发展规划",
    ask: "服务平台组织架构及发展规划准备好了吗？",
    cite: cite["第九条（八）"],
  },
  certificates: {
    kind: "file",
    label: "从业资格、资质、认定证书、荣誉证书（证明）复印件",
    ask: "从业资格、资质、认定证书、荣誉证书（证明）的复印件准备好了吗？",
    cite: cite["第九条（九）"],
  },
  proofs: {
    kind: "file",
    label: "能够证明符合申报条件的其他材料",
    ask: "能证明符合申报条件的其他材料（场地合同、服务台账、合作协议等）准备好了吗？没有可以跳过。",
    optional: true,
    cite: cite["第九条（十）"],
  },
} as const;
