/** Words of our forms that the source does not have, and why. The source's own that are left out: see `statement.ts`. */
export const corrections = [
  {
    ours: "河南省中小企业公共服务示范平台申报信息表",
    why: "our sheet: the application form of 豫工信企业〔2020〕98号 is not held",
  },
  { ours: "服务企业名单", why: "our list, from which the department draws its sample of 附件3" },
  { ours: "现场核查和谈话记录", why: "our record of what （四） asks of the department; the notice gives no form" },
  { ours: "单位：万元、%", why: "附件2 gives no units" },
] as const;
