import type { Grade, Scalar } from "./define.ts";

const none = /^(?:无|没有|暂无|-|—|\/)*$/;
const college = /大专|专科|高职|大学|本科|学士|研究生|硕士|博士/;
const belowCollege = /^(?:小学|初中|高中|中专|中技|技校|职高|中职)/;
const juniorTitle = /助理|助教|技术员|员级|初级|^技工$|会计员|经济员|统计员|护士$/;
const middleTitle = /中级|副高|正高|高级|教授|研究员|讲师|译审|编审|主治|主任|主管|师$/;

/**
 * Does a cell say 大专及以上学历 or 中级及以上技术职称? `undefined` where the words do not tell. 工程师, 经济师 and 会计师
 * are middle titles, 助理工程师 is a junior one.
 */
export const hasGrade = (grade: Grade, cell: Scalar | null | undefined): boolean | undefined => {
  const words = String(cell ?? "").replace(/\s/g, "");
  if (none.test(words)) return cell === undefined ? undefined : false;
  if (grade === "college") return college.test(words) ? true : belowCollege.test(words) ? false : undefined;
  return juniorTitle.test(words) ? false : middleTitle.test(words) ? true : undefined;
};
