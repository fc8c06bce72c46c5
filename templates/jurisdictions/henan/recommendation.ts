import { defineForm, words } from "../../blocks.ts";
import type { RecommendFields } from "./fields.ts";

const widths = { name: 36, person: 26, position: 18, phone: 30, wide: 18, narrow: 14 };

/** 附件3: cover, and the table of the survey, the effect and the opinion. */
export const recommendation = defineForm<RecommendFields>()({
  title: "河南省中小企业公共服务示范平台推荐表",
  blocks: [
    {
      block: "cover",
      attachment: "附件3",
      title: ["河南省中小企业公共服务示范平台", "推荐表"],
      blanks: [
        { label: "平台运营单位名称：", of: [{ answer: "applicantName" }] },
        { label: "推荐省辖市（示范区）：", of: [{ answer: "recommendingCity" }] },
        { label: "填报日期：", of: [{ day: "declared" }] },
      ],
      issuer: "河南省工业和信息化厅制",
    },
    { block: "pageBreak" },
    {
      block: "grid",
      rows: [
        { band: "推荐单位组织测评情况（随机抽取，不少于10家）" },
        // The source has two blank rows under the ways: room for what the ways were.
        {
          cells: [words("测评方法", 36), { of: [{ boxes: "surveyWays" }, "\n", { answer: "otherWay" }] }],
          height: 15,
        },
        {
          beside: words("抽样企业名称", widths.name),
          rows: [
            {
              beside: words("被访人员姓名", widths.person),
              rows: [
                {
                  beside: words("职务", widths.position),
                  rows: [
                    {
                      beside: words("联系电话", widths.phone),
                      rows: [
                        { cells: [words("对所受服务的总体评价")] },
                        {
                          cells: [
                            words("很满意", widths.narrow),
                            words("基本满意", widths.wide),
                            words("不满意", widths.narrow),
                          ],
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
        {
          each: "survey",
          least: 10,
          cells: [
            { column: "name", width: widths.name },
            { column: "person", width: widths.person },
            { column: "position", width: widths.position },
            { column: "phone", width: widths.phone },
            { column: "opinion", ticked: "verySatisfied", width: widths.narrow },
            { column: "opinion", ticked: "satisfied", width: widths.wide },
            { column: "opinion", ticked: "dissatisfied", width: widths.narrow },
          ],
        },
        {
          cells: [words("对区域中小企业发展的影响和作用", 36), { of: [{ answer: "regionEffect" }] }],
          height: 26,
        },
        {
          cells: [
            {
              of: [
                { label: "recommendation" },
                "：\n",
                { answer: "recommendation" },
                "\n\n\n",
                "　".repeat(18),
                { answer: "department" },
                "（盖章）\n",
                "　".repeat(24),
                { day: "pen" },
              ],
              isTop: true,
            },
          ],
          height: 44,
        },
      ],
    },
  ],
});
