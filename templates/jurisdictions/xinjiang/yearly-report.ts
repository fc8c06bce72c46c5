import { defineForm, words } from "../../blocks.ts";
import type { ReportFields } from "./fields.ts";

/** 第十八条's 工作总结. The source gives no form: all of it is ours. */
export const yearlyReport = defineForm<ReportFields>()({
  title: "示范平台年度工作总结",
  ours: "办法只要求报工作总结，没有给出格式，格式为本系统拟定",
  blocks: [
    { block: "title", text: "示范平台年度工作总结" },
    {
      block: "grid",
      rows: [
        { cells: [words("运营单位", 34), { of: [{ answer: "applicantName" }] }] },
        {
          cells: [
            words("地（州、市）", 34),
            { of: [{ answer: "prefecture" }] },
            words("年度", 30),
            { of: [{ answer: "reportYear" }] },
          ],
        },
        {
          cells: [
            words("联系人", 34),
            { of: [{ answer: "contactPerson" }] },
            words("联系电话", 30),
            { of: [{ answer: "contactPhone" }] },
          ],
        },
        {
          cells: [
            words("认定日期", 34),
            { of: [{ answer: "recognisedOn" }] },
            words("用户满意度", 30),
            { of: [{ answer: "satisfactionInYear" }, "%"] },
          ],
        },
        {
          cells: [
            words("服务中小企业", 34),
            { of: [{ answer: "servedInYear" }, " 家"] },
            words("公益性或低收费服务占总服务量", 30),
            { of: [{ answer: "publicBenefitInYear" }, "%"] },
          ],
        },
      ],
    },
    { block: "narrative", heading: "一、服务能力和组织带动社会服务资源的能力", answer: "capabilityGained" },
    { block: "narrative", heading: "二、开展公益性服务的情况", answer: "publicServices" },
    { block: "narrative", heading: "三、承担政府部门委托任务的情况", answer: "governmentTasks" },
    { block: "narrative", heading: "四、服务质量和服务收费情况", answer: "qualityAndFees" },
    { block: "narrative", heading: "五、存在的问题和下一年度打算", answer: "problemsAndPlans" },
    {
      block: "grid",
      isOpen: true,
      rows: [
        {
          cells: [
            { of: ["运营单位（盖章）：", { answer: "applicantName" }] },
            { of: ["日期：", { day: "declared" }], width: 50 },
          ],
          height: 20,
        },
      ],
    },
  ],
});
