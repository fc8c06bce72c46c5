import { defineForm } from "../../blocks.ts";
import type { ApplyFields } from "./fields.ts";
import { figureRows, side } from "./figures.ts";

/** Ours: the application form of 豫工信企业〔2020〕98号 is not held. It has all that 附件1 to 3 need of the applicant. */
export const dataSheet = defineForm<ApplyFields>()({
  title: "河南省中小企业公共服务示范平台申报信息表",
  ours: "本系统拟定，供主管部门填写附件1至附件3；认定管理办法规定的申请表格没有收录",
  blocks: [
    { block: "title", text: "河南省中小企业公共服务示范平台申报信息表" },
    {
      block: "grid",
      rows: [
        { band: "一、平台和运营单位" },
        { cells: [side("平台名称"), { of: [{ answer: "platformName" }] }] },
        { cells: [side("运营单位名称"), { of: [{ answer: "applicantName" }] }] },
        { cells: [side("统一社会信用代码"), { of: [{ answer: "creditCode" }] }] },
        {
          cells: [
            side("平台类别"),
            { of: [{ boxes: "platformCategories" }, "：", { answer: "otherCategories", line: 8 }] },
          ],
        },
        { cells: [side("所在省辖市\n（示范区）"), { of: [{ answer: "henanPlace" }] }] },
        {
          cells: [
            side("推荐名额或区域"),
            { of: [{ answer: "recommendedUnder" }, "\n区域名称：", { answer: "specialArea" }] },
          ],
        },
        { band: "二、主要指标" },
        ...figureRows,
        { band: "三、现场核查和面谈" },
        { cells: [side("现场核查地址"), { of: [{ answer: "siteAddress" }] }] },
        {
          cells: [
            side("主要负责人"),
            { of: [{ answer: "headName" }], align: "center", width: 44 },
            side("主要负责人电话"),
            { of: [{ answer: "headPhone" }], align: "center" },
          ],
        },
        {
          cells: [
            side("联系人"),
            { of: [{ answer: "contactPerson" }], align: "center", width: 44 },
            side("联系人手机"),
            { of: [{ answer: "mobile" }], align: "center" },
          ],
        },
        { cells: [side("电子邮件"), { of: [{ answer: "email" }] }] },
        { band: "四、对区域中小企业发展的影响和作用（供推荐表参考）" },
        { cells: [{ of: [{ answer: "regionEffect" }], isTop: true }], height: 18 },
        {
          cells: [
            {
              of: [
                "以上内容和所附材料真实、完整。愿意接受现场核查，并由主要负责人就材料真实性与主管部门当面谈话。\n\n",
                "运营单位（盖章）：　　　　　　　　　　主要负责人（签字）：\n\n",
                "　".repeat(26),
                { day: "pen" },
              ],
            },
          ],
          height: 28,
        },
      ],
    },
    {
      block: "note",
      of: [
        "注：本表由本系统按2022年度申报通知的附件1至附件3拟定，不是认定管理办法（豫工信企业〔2020〕98号）规定的申请表格。注册登记时间等指标的名称同附件2；资产总额填上年末数，原表没有写单位，按万元填写。",
      ],
    },
  ],
});
