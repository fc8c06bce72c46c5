import { words } from "../../blocks.ts";

/** The parts of 附件1 that nobody fills in here: the experts' page, and the head of the survey. */
export const TITLE = "太原市中小企业公共服务示范平台推荐表";
export const COVER_TITLE = ["太原市中小企业公共服务示范平台", "推荐表"] as const;
export const ISSUER = "太原市工业和信息化局制";

const head = (text: string, width?: number) => ({ ...words(text, width), isBold: true as const });
const blank = (width?: number) => words("", width);
const experts = Array.from({ length: 7 }, () => ({ cells: [blank(32), blank(38), blank(), blank(34)], height: 10 }));

export const expertsPage = [
  { cells: [head("专家组评审意见")], height: 10 },
  { cells: [blank()], height: 126 },
  { cells: [words("专家姓名", 32), words("职务/职称", 38), words("工作单位"), words("签字", 34)] },
  ...experts,
];

/** Widths in mm of the survey's columns; the enterprise's name takes what is left. */
export const surveyWidths = { interviewee: 18, post: 16, phone: 27, service: 25, opinion: 14.5 } as const;

const DEGREES = ["很满意", "基本满意", "不满意"] as const;

/** 对所受服务的总体评价 over its three degrees, the other heads beside both rows. */
export const surveyHead = {
  beside: words("抽样企业名称", 26.5),
  rows: [
    {
      beside: words("被访人员姓名", surveyWidths.interviewee),
      rows: [
        {
          beside: words("职务", surveyWidths.post),
          rows: [
            {
              beside: words("联系电话", surveyWidths.phone),
              rows: [
                {
                  beside: words("接受服务内容", surveyWidths.service),
                  rows: [
                    { cells: [words("对所受服务的总体评价")] },
                    { cells: DEGREES.map((degree) => words(degree, surveyWidths.opinion)) },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
} as const;

export const surveyBand = "推荐单位组织测评情况（随机抽取，不少于10家）";
export const EFFECT = "对区域中小企业发展的影响和作用";
export const OPINION = "县（市、区）、开发区中小企业主管部门推荐意见：";
/** Seal and day are for the pen. */
export const seal = ["　".repeat(26), "（ 盖章 ）\n", "　".repeat(24), { day: "pen" }] as const;
