import { tableColumns } from "../../columns.ts";
import { cite } from "./citations.ts";

const professionalRows = (match: "all" | "any") =>
  ({
    op: "rowsWhere",
    table: "roster",
    match,
    cells: [
      { column: "education", grade: "college" },
      { column: "title", grade: "middleTitle" },
    ],
  }) as const;

/** The three lists of 附件2 and what can be counted in them. */
export const lists = {
  equipment: {
    kind: "table",
    label: "主要服务设备、仪器及软件清单",
    rowName: "设备",
    ask: "请逐项列出主要的服务设备、仪器和软件。",
    help: "购买价格原表没有写单位，本系统按万元填。",
    columns: tableColumns.equipmentBought,
    cite: cite["附件2 设备清单"],
  },
  roster: {
    kind: "table",
    label: "管理人员和服务人员名单及职称情况一览表",
    rowName: "人员",
    ask: "请列出主要管理人员和服务人员。",
    columns: tableColumns.titledRoster,
    cite: cite["附件2 人员名单"],
  },
  rosterCount: {
    kind: "count",
    unit: "人",
    label: "名单人数",
    ask: "管理人员和服务人员名单能列出多少人？",
    help: "附件2的名单注明不少于12人；名单填好以后，以名单上的人数为准。",
    example: "15",
    computed: { op: "rows", table: "roster" },
    cite: cite["附件2 人员名单"],
  },
  rosterWithBoth: {
    kind: "count",
    unit: "人",
    label: "名单上学历和职称两样都有的人数",
    computed: professionalRows("all"),
    cite: cite["附件2 人员名单"],
  },
  rosterWithEither: {
    kind: "count",
    unit: "人",
    label: "名单上学历、职称有一样的人数",
    computed: professionalRows("any"),
    cite: cite["附件2 人员名单"],
  },
  servedList: {
    kind: "table",
    label: "服务的中小企业名单及服务评价表",
    rowName: "企业",
    ask: "请列出服务的中小企业和它们的评价。",
    columns: tableColumns.servedEnterprises,
    cite: cite["附件2 服务企业名单"],
  },
  servedListCount: {
    kind: "count",
    unit: "家",
    label: "服务企业名单家数",
    computed: { op: "rows", table: "servedList" },
    cite: cite["附件2 服务企业名单"],
  },
} as const;

/** 附件2 五: the statement that is written apart. */
export const narrative = {
  history: {
    kind: "longText",
    label: "申请单位的基本情况",
    ask: "情况说明（一）申请单位的基本情况：请写一段。",
    prompts: ["创立发展沿革", "发展目标", "目前的基本情况"],
    cite: cite["附件2 五（一）"],
  },
  region: {
    kind: "longText",
    label: "服务对象所在区域的行业状况和公共服务需求",
    ask: "情况说明（二）服务对象所在区域的行业情况：请写一段。",
    prompts: ["行业状况", "在区域经济发展中的地位和作用", "中小企业发展情况", "公共服务需求情况"],
    cite: cite["附件2 五（二）"],
  },
  management: {
    kind: "longText",
    label: "平台管理运营情况",
    ask: "情况说明（三）平台管理运营情况：请写一段。",
    prompts: ["主要管理制度", "人员激励", "能力提升", "可持续发展"],
    cite: cite["附件2 五（三）"],
  },
  services: {
    kind: "longText",
    label: "近年来的服务情况",
    ask: "情况说明（四）近年来的服务情况：请写一段。",
    prompts: ["主要服务内容", "服务对象", "服务规模、方式、收费", "为中小企业提供公益性或低收费服务情况"],
    cite: cite["附件2 五（四）"],
  },
  features: {
    kind: "longText",
    label: "平台服务特色",
    ask: "情况说明（五）平台服务特色：请写一段。",
    prompts: ["创新服务模式方面的示范性", "集聚创新资源方面的示范性"],
    cite: cite["附件2 五（五）"],
  },
  achievements: {
    kind: "longText",
    label: "主要服务业绩及对区域经济和中小企业健康发展的贡献",
    ask: "情况说明（六）主要服务业绩和贡献：请写一段。",
    prompts: ["主要服务业绩", "对区域经济和中小企业健康发展的贡献", "服务效果自测情况或典型案例"],
    cite: cite["附件2 五（六）"],
  },
  nextSteps: {
    kind: "longText",
    label: "下一步发展设想",
    ask: "情况说明（七）下一步发展设想：请写一段。",
    prompts: ["服务内容", "服务能力", "目标"],
    cite: cite["附件2 五（七）"],
  },
} as const;
