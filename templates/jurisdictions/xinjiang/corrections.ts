/** Where our words differ from the text at hand, and why. */
export const corrections = [
  { ours: "地位和作用", source: "地位 and 作用", why: "the text extraction put an English word in its place" },
  {
    ours: "（本表栏目原件没有给出，参照太原市同类清单；购买价格单位：万元）",
    why: "the source names the list without columns; the note says whose they are",
  },
  { ours: "示范平台年度工作总结", why: "第十八条 asks for a 工作总结 and gives no form" },
  { ours: "示范平台工作总结汇总表", why: "the list that goes with 第十九条's 汇总报告 is ours" },
  { ours: "示范平台检查情况报告", why: "第十九条 names the 检查情况报告 and gives no form" },
] as const;
