import { basic, capability, cover, operation, support } from "./form-fields.ts";
import { lists, narrative } from "./list-fields.ts";

export const ids = <const F extends Record<string, unknown>>(group: F) => Object.keys(group) as (keyof F & string)[];

/** All that 附件2 asks. */
export const report = { ...cover, ...basic, ...operation, ...capability, ...support, ...lists, ...narrative } as const;

/** 附件2 in its own order. */
export const reportSections = [
  { id: "cover", title: "封面", fields: ids(cover) },
  { id: "basic", title: "一、申请单位基本情况", fields: ids(basic) },
  { id: "operation", title: "二、运营管理情况（单位：万元）", fields: ids(operation) },
  { id: "capability", title: "三、平台服务能力及业绩", fields: ids(capability) },
  { id: "support", title: "四、政府支持情况", fields: ids(support) },
  { id: "lists", title: "清单和名单", fields: ids(lists) },
  { id: "narrative", title: "五、示范平台申请相关情况说明", fields: ids(narrative) },
] as const;

/** The notice has no declaration of its own: this is ours. */
export const ownDeclaration = {
  title: "填报确认（本系统自拟，通知没有规定声明格式）",
  text: "本单位确认以上填报内容和所附材料真实、准确、完整，并知悉主管部门将对申报材料进行审核、对服务进行测评和实地考察。",
} as const;
