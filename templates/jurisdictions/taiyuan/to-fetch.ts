import { defineForm, words } from "../../blocks.ts";
import type { ProvincialFields } from "./fields.ts";

const row = (what: string, who: string, where: string, article: string) => ({
  cells: [{ of: [what] }, words(who, 40), { of: [where], width: 42 }, words(article, 18)],
});
const SITE = "山西省小企业发展促进局政务网";

/** The province's forms are not held: which they are, who fills them in and where they are to be had. Ours. */
export const toFetch = defineForm<ProvincialFields>()({
  title: "要另行下载的省级表格",
  ours: "本系统没有收录省级表格，本页列出要下载什么",
  blocks: [
    { block: "title", text: "要另行下载的省级表格" },
    {
      block: "items",
      lines: [
        "推荐申报省级示范平台，认定条件、申报程序和申报材料都按《管理办法》（晋企发〔2018〕29号）执行。《管理办法》和省级表格本系统没有收录，请下载后填写；数据可以从“申报资料（供填写省级表格）”抄写。本页不属于申报材料。",
      ],
    },
    {
      block: "grid",
      isOpen: true,
      rows: [
        {
          cells: [
            { of: ["申请单位：", { answer: "applicantName" }] },
            { of: ["推荐单位：", { answer: "recommendingUnit" }] },
          ],
        },
      ],
    },
    {
      block: "grid",
      rows: [
        {
          isHead: true,
          cells: [words("表格或文件"), words("由谁填写", 40), words("到哪里取", 42), words("依据", 18)].map((cell) => ({
            ...cell,
            isBold: true as const,
          })),
        },
        row("《管理办法》（晋企发〔2018〕29号）全文", "核对认定条件和申报材料清单", SITE, "一 1"),
        row("《管理办法》规定的省级申请材料及所需附件", "申请单位", "官网自行下载", "二 2"),
        row("《山西省中小企业公共服务示范平台推荐表》", "县（市、区）、开发区中小企业主管部门", "官网自行下载", "二 5"),
        row(
          "《示范平台基本情况汇总表》（附件3）",
          "县（市、区）、开发区中小企业主管部门",
          "通知附件；本单位的数据已另行生成",
          "二 5",
        ),
        row("正式推荐文件", "县（市、区）、开发区中小企业主管部门", "由主管部门行文", "二 5"),
      ],
    },
  ],
});
