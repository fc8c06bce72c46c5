import { all, any, by, figuresFrom, is, not, yearsSince, yes } from "../../condition.ts";
import type { Criterion } from "../../define.ts";
import { cite } from "./citations.ts";
import { reapplication } from "./rounds.ts";

export const from2023 = figuresFrom("2023-03-15");

const roundDay = "这是2023年度通知的日期，以后年度的以当年通知为准";

/** What both tracks ask first: the criteria themselves stand in measures that are not held. */
export const common = {
  locatedInTaiyuan: {
    kind: "yesNo",
    label: "由太原市的县（市、区）、开发区中小企业主管部门推荐",
    ask: "贵单位在太原市的某个县（市、区）或开发区，由它的中小企业主管部门推荐吗？",
    help: "申报材料先交县（市、区）、开发区中小企业主管部门审核，由它推荐。",
    cite: cite["一 4"],
    screening: true,
  },
  hasCheckedMeasures: {
    kind: "yesNo",
    label: "已对照《管理办法》核对认定条件",
    ask: "已经对照《管理办法》（晋企发〔2018〕29号）逐条核对过认定条件了吗？",
    help: "资产、人数、服务户数、满意度等条件都写在《管理办法》里，通知没有写，本系统也没有收录，不能替您判断。请到山西省小企业发展促进局政务网下载查询。",
    cite: cite["一 1"],
    screening: true,
  },
} as const;

/** The city's title: for its renewal, and as the ground of the province's track. */
export const cityTitle = {
  recognisedByCity: {
    kind: "yesNo",
    label: "经市级中小企业主管部门认定的市级示范平台",
    ask: "被认定过太原市市级中小企业公共服务示范平台吗？",
    help: "第一次申报市级就回答“否”。",
    cite: cite["一 2"],
    screening: true,
  },
  cityRecognisedOn: {
    kind: "date",
    label: "市级示范平台认定日期",
    ask: "最近一次是哪一天认定为市级示范平台的？",
    help: "以认定文件的日期为准。",
    example: "2019年12月20日",
    cite: cite["一 2"],
    screening: true,
    when: { op: "yes", field: "recognisedByCity" },
  },
} as const;

export const provinceTitle = {
  recognisedByProvince: {
    kind: "yesNo",
    label: "省级示范平台",
    ask: "以前被认定过山西省省级中小企业公共服务示范平台吗？",
    cite: cite["二 3"],
    screening: true,
  },
  provinceRecognisedOn: {
    kind: "date",
    label: "省级示范平台认定日期",
    ask: "最近一次是哪一天认定为省级示范平台的？",
    help: "以认定文件的日期为准。",
    example: "2019年12月20日",
    cite: cite["二 3"],
    screening: true,
    when: { op: "yes", field: "recognisedByProvince" },
  },
} as const;

/** Which audit reports there are: 一 3 names two ways, and speaks of the municipal track only. */
export const audit = {
  auditWay: {
    kind: "choice",
    label: "上一年度审计报告",
    ask: "上一年度的审计报告是哪一种？（有一种就行）",
    choices: [
      { id: "separate", label: "上一年度审计报告，另有服务收支情况的专项审计报告" },
      { id: "combined", label: "上一年度包含服务收支情况的审计报告" },
      { id: "none", label: "都还没有" },
    ],
    example: "1",
    cite: cite["一 3"],
    screening: true,
  },
  auditHasBarcode: {
    kind: "yesNo",
    label: "审计报告带条码",
    ask: "这份审计报告带条码吗？",
    help: "会计师事务所报备后的审计报告带有条码（防伪码）。",
    cite: cite["一 3"],
    screening: true,
    when: any(is("auditWay", "separate"), is("auditWay", "combined")),
  },
  specialAuditHasBarcode: {
    kind: "yesNo",
    label: "专项审计报告带条码",
    ask: "服务收支情况的专项审计报告也带条码吗？",
    cite: cite["一 3"],
    screening: true,
    when: is("auditWay", "separate"),
  },
} as const;

export const commonCriteria: readonly Criterion<keyof typeof common>[] = [
  {
    id: "place",
    label: "由太原市的县（市、区）、开发区中小企业主管部门推荐",
    severity: "blocking",
    cite: cite["一 4"],
    reading: "ours",
    remark: "通知没有写注册地的要求；推荐都由本市的县（市、区）、开发区主管部门作出，我们按在本市内理解",
    isPlace: true,
    when: yes("locatedInTaiyuan"),
  },
  {
    id: "measuresChecked",
    label: "对照《管理办法》核对认定条件（由贵单位自己核对）",
    severity: "note",
    cite: cite["一 1"],
    reading: "ours",
    remark:
      "认定条件的数字都在晋企发〔2018〕29号里，本系统没有收录，没有判断；请到山西省小企业发展促进局政务网下载查询",
    when: yes("hasCheckedMeasures"),
  },
];

export const auditCriteria: readonly Criterion<keyof typeof audit>[] = [
  {
    id: "audit",
    label: "上一年度审计报告及服务收支情况的审计",
    severity: "blocking",
    cite: cite["一 3"],
    reading: "source",
    when: any(is("auditWay", "separate"), is("auditWay", "combined")),
  },
  {
    id: "auditBarcode",
    label: "审计报告带条码",
    severity: "blocking",
    cite: cite["一 3"],
    reading: "ours",
    remark: "原文的“带条码的”管到哪几份报告，可以有两种读法；两份都带条码最稳妥",
    given: not(is("auditWay", "none")),
    as: "每一份报告都要带条码",
    when: all(yes("auditHasBarcode"), any(is("auditWay", "combined"), yes("specialAuditHasBarcode"))),
    otherwise: [
      {
        as: "只有另附专项审计时的上一年度审计报告要带条码",
        when: any(is("auditWay", "combined"), yes("auditHasBarcode")),
      },
    ],
  },
];

/** Days of the round: see `reapplication`. */
export const cityReapplication: Criterion<keyof typeof cityTitle> = {
  id: "cityReapplication",
  label: "2020年底前认定的市级示范平台可以重新申请",
  severity: "blocking",
  cite: cite["一 2"],
  reading: "ours",
  remark: roundDay,
  given: yes("recognisedByCity"),
  as: "“年底前”含12月31日",
  when: by("cityRecognisedOn", reapplication.city.wide),
  otherwise: [{ as: "“年底前”不含12月31日", when: by("cityRecognisedOn", reapplication.city.narrow) }],
};

export const provincialCriteria: readonly Criterion<keyof typeof cityTitle | keyof typeof provinceTitle>[] = [
  {
    id: "cityTitle",
    label: "经市级中小企业主管部门认定的市级示范平台",
    severity: "blocking",
    cite: cite["二 2"],
    reading: "source",
    remark: "还没有认定的，请先申报市级认定；市里评审认定后再向省里推荐〔一 4〕",
    when: yes("recognisedByCity"),
  },
  {
    id: "cityTitleRuns",
    label: "市级示范平台认定未满3年",
    severity: "warning",
    cite: cite["一 2"],
    reading: "ours",
    remark:
      "市级认定有效期3年；通知没有说满3年后还算不算市级示范平台，也没有说从哪天算起，我们按认定日期算，满3年的请先问主管部门",
    given: yes("recognisedByCity"),
    when: not(yearsSince("cityRecognisedOn", from2023(3, "年"))),
  },
  {
    id: "provinceReapplication",
    label: "2020年5月前认定的省级示范平台可以重新申请",
    severity: "blocking",
    cite: cite["二 3"],
    reading: "ours",
    remark: roundDay,
    given: yes("recognisedByProvince"),
    as: "“5月前”含5月",
    when: by("provinceRecognisedOn", reapplication.province.wide),
    otherwise: [{ as: "“5月前”不含5月", when: by("provinceRecognisedOn", reapplication.province.narrow) }],
  },
];
