import { is, lengthAtLeast, yes } from "../../condition.ts";
import { type Criterion, defineProcedure } from "../../define.ts";
import { facts } from "../../vocabulary.ts";
import { cite } from "./citations.ts";
import { ids } from "./form.ts";
import { from2019 } from "./offering.ts";

const fields = {
  recommendFor: {
    kind: "choice",
    label: "推荐事项",
    ask: "这次是申报推荐，还是复核？",
    choices: [
      { id: "apply", label: "申报" },
      { id: "renew", label: "复核" },
    ],
    example: "申报",
    cite: cite.第十条,
  },
  departmentName: {
    kind: "text",
    max: 60,
    label: "市州（园区）中小企业主管部门",
    ask: "贵部门的全称是什么？",
    example: "西宁市工业和信息化局",
    cite: cite.第十条,
  },
  applicantName: { ...facts.applicantName, label: "申请单位", ask: "推荐哪个申请单位？请写全称。", cite: cite.附件1 },
  isQualified: {
    kind: "yesNo",
    label: "申报主体资格审核",
    ask: "申报主体资格审核通过了吗？",
    cite: cite.第十条,
  },
  materialsReviewed: { kind: "yesNo", label: "申报材料审核", ask: "申报材料审核通过了吗？", cite: cite.第十条 },
  siteReviewed: { kind: "yesNo", label: "现场审查", ask: "组织过现场审查了吗？", cite: cite.第十条 },
  opinion: {
    kind: "longText",
    max: 1000,
    label: "市（州）中小企业主管部门审核意见",
    ask: "审核（复核）推荐意见怎么写？",
    help: "附件1要求不少于20字（标点也算，空格不算）；附件7的复核意见没有写字数。",
    example: "经审核和现场审查，该单位符合办法第五条、第六条规定的条件，材料真实完整，同意推荐。",
    cite: cite["附件1 五"],
  },
} as const;

const review = { severity: "blocking", cite: cite.第十条, reading: "source" } as const;
const isApplication = is("recommendFor", "apply");

const criteria: readonly Criterion<keyof typeof fields>[] = [
  { ...review, id: "qualified", label: "申报主体资格审核", given: isApplication, when: yes("isQualified") },
  { ...review, id: "materialsReviewed", label: "申报材料审核", given: isApplication, when: yes("materialsReviewed") },
  { ...review, id: "siteReviewed", label: "组织现场审查", given: isApplication, when: yes("siteReviewed") },
  {
    id: "opinion",
    label: "审核意见的字数",
    severity: "blocking",
    cite: cite["附件1 五"],
    reading: "ours",
    remark: "标点计入字数，空格不计",
    given: isApplication,
    when: lengthAtLeast("opinion", from2019(20, "字")),
  },
];

/** 初审推荐 (第十条) of an application, or the opinion on a renewal (附件7 五), by a city, prefecture or 园区. */
export const recommend = defineProcedure({
  code: "recommend",
  title: "省级中小企业公共服务示范平台初审推荐",
  role: "department",
  fields,
  sections: [{ id: "opinion", title: "五、中小企业主管部门审核推荐意见", fields: ids(fields) }],
  criteria,
  binding: [
    { label: "附件1之五 审核推荐意见", form: "opinion", cite: cite["附件1 五"], when: isApplication },
    {
      label: "附件7之五 复核意见",
      form: "renewalOpinion",
      cite: cite["附件7 五"],
      when: is("recommendFor", "renew"),
    },
  ],
  declaration: {
    title: "确认推荐意见",
    text: "以上审核结果和意见由本部门作出。（办法没有规定确认的文字，这是本系统拟的确认语。）",
    cite: cite.第十条,
  },
  afterwards: [
    { text: "把意见填入（或附在）申请单位申请推荐表第五部分，加盖单位公章，写上日期", cite: cite["附件1 五"] },
    { text: "择优向省工业和信息化厅推荐；份数一式两份，并报电子版", cite: cite.第十条 },
  ],
});
