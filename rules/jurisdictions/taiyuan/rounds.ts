import type { Duty, Round } from "../../define.ts";
import { cite } from "./citations.ts";

/**
 * Who may apply again in the 2023 round: days of that round as the notice gives them, not three years counted back.
 * Each wording has two readings; the later day is the wider one.
 */
export const reapplication = {
  /** 2020年底前, by the rule that 前 includes the day; or without it. */
  city: { wide: "2020-12-31", narrow: "2020-12-30" },
  /** 2020年5月前: with May or without it. */
  province: { wide: "2020-05-31", narrow: "2020-04-30" },
} as const;

const common = {
  year: 2023,
  opensOn: "2023-03-15",
  copies: 3,
  address: { sentBy: "county", to: "太原市中小企业发展促进中心", line: "226房间", cite: cite.报送地址 },
  // As printed: without an area code.
  contacts: [{ name: "成会民", phone: "2020238" }],
} as const;

/** The notice names no day for applicants: the department of the county or zone sets it, before its own. */
export const rounds: readonly Round[] = [
  {
    ...common,
    id: "taiyuan/2023-city",
    procedure: "apply",
    title: "2023年度太原市市级中小企业公共服务示范平台认定",
    cite: cite["一 5"],
    dates: [
      {
        role: "county",
        way: "paper",
        by: "2023-03-23",
        label: "县（市、区）、开发区主管部门上报全部材料",
        cite: cite["一 5"],
      },
    ],
  },
  {
    ...common,
    id: "taiyuan/2023-province",
    procedure: "provincial",
    title: "2023年度山西省省级中小企业公共服务示范平台推荐（太原市）",
    cite: cite["二 5"],
    dates: [
      {
        role: "county",
        way: "paper",
        by: "2023-03-23",
        label: "县（市、区）、开发区主管部门上报全部材料",
        cite: cite["二 5"],
      },
    ],
  },
];

export const duties: readonly Duty[] = [
  {
    id: "cityValidity",
    label: "市级示范平台认定有效期3年",
    owedBy: "applicant",
    level: "city",
    procedure: "apply",
    every: { years: 3 },
    remark: "哪一天以前认定的可以重新申请，以当年通知为准",
    cite: cite["一 2"],
  },
  {
    id: "provinceValidity",
    label: "省级示范平台每次认定有效期三年",
    owedBy: "applicant",
    level: "province",
    title: "山西省 省级示范平台（太原市推荐）",
    procedure: "provincial",
    every: { years: 3 },
    remark: "哪一天以前认定的可以重新申请，以当年通知为准",
    cite: cite["二 3"],
  },
];
