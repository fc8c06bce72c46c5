import { yes } from "../../condition.ts";
import { defineProcedure } from "../../define.ts";
import { facts } from "../../vocabulary.ts";
import { cite } from "./citations.ts";
import { department } from "./shared.ts";

const review = {
  applicantName: {
    ...facts.applicantName,
    ask: "被推荐单位的全称是什么？",
    example: "新疆启航企业服务有限公司",
    cite: cite.第十二条,
  },
  isAuthentic: {
    kind: "yesNo",
    label: "申报材料真实",
    ask: "初审：申报材料真实吗？",
    cite: cite.第十二条,
  },
  isComplete: {
    kind: "yesNo",
    label: "申报材料完整",
    ask: "初审：申报材料完整吗？",
    help: "第十一条（一）至（七）；（二）和（六）可以用告知承诺书替代。",
    cite: cite.第十二条,
  },
  meetsConditions: {
    kind: "yesNo",
    label: "符合第七条至第九条规定的条件和要求",
    ask: "符合第七条至第九条规定的条件和要求吗？",
    cite: cite.第十条,
  },
  opinion: {
    kind: "longText",
    label: "推荐意见",
    ask: "请写推荐意见（申请表第四部分）。",
    prompts: ["真实性、完整性初审情况", "是否符合条件", "是否推荐"],
    cite: cite["附件1 申请表四"],
  },
} as const;

const blocking = { severity: "blocking", reading: "source" } as const;

/** 第十二条: the prefecture's first review and its opinion in the 申请表. */
export const recommend = defineProcedure({
  code: "recommend",
  title: "地（州、市）初审推荐",
  role: "department",
  fields: { departmentName: department.departmentName, ...review },
  sections: [
    {
      id: "review",
      title: "初审和推荐意见",
      fields: ["departmentName", "applicantName", "isAuthentic", "isComplete", "meetsConditions", "opinion"],
    },
  ],
  criteria: [
    { ...blocking, id: "authentic", label: "申报材料真实", cite: cite.第十二条, when: yes("isAuthentic") },
    { ...blocking, id: "complete", label: "申报材料完整", cite: cite.第十二条, when: yes("isComplete") },
    {
      ...blocking,
      id: "conditions",
      label: "符合第七条至第九条规定的条件和要求",
      cite: cite.第十条,
      when: yes("meetsConditions"),
    },
  ],
  binding: [{ label: "申请表 四、主管部门推荐意见", form: "opinion", cite: cite["附件1 申请表四"] }],
  declaration: {
    title: "初审确认",
    // The source has no declaration for the department.
    text: "本部门已对申报材料的真实性、完整性进行初审。",
    cite: cite.第十二条,
  },
  afterwards: [
    { text: "在推荐意见处盖公章，装入被推荐单位的申请表", cite: cite.第十二条 },
    { text: "附被推荐示范平台的申报材料报自治区工信厅；日期和份数看当年的申报工作通知", cite: cite.第十二条 },
  ],
});
