/** Words of the forms that do not stand in the notice, and why. */
export const corrections = [
  {
    ours: "购买价格的单位：万元。",
    why: "the form gives no unit for 购买价格: ours is 万元, and said so under the list",
  },
  { ours: "要另行下载的省级表格", why: "a sheet of ours: the province's forms are not held" },
  { ours: "申报资料（供填写省级表格）", why: "a sheet of ours, to copy into the province's forms" },
  { ours: "市级认定", why: "附件3 is named only: its tracks and columns are ours" },
  { ours: "省级推荐", why: "附件3 is named only: its tracks and columns are ours" },
] as const;
