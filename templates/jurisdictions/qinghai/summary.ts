import { defineForm, type Form } from "../../blocks.ts";
import type { ReportFields, SummariseFields } from "./fields.ts";

type Shared = Pick<SummariseFields, keyof SummariseFields & keyof ReportFields>;
type Seal = Form<keyof Shared & string>["blocks"][number];

const TITLE = "青海省中小企业公共服务示范平台运营情况汇总表";
const NOTE =
  "本表由各示范平台填报至各市州/园区中小企业主管部门，由各市州/园区中小企业主管部门汇总后，于每年7月20日和次年1月30日前报省工业和信息化厅中小企业发展局。";

/**
 * 附件6's 23 columns beside 序号, in the source's order. The source's text holds the two header rows one after the other
 * without their spans: which leaf stands under which group is inferred. 总人数…中级 fall to 员工数, the next four to
 * 服务企业数, the four pairs 新增金额 and 同比增长（%） to 营业收入, 其中：服务收入, 利润, 上缴税金, and the two pairs 累计数 and
 * 新增数 to 举办服务活动场次 and 其中：以政府名义举办场次; the count of the cells below agrees.
 */
const columns = [
  { column: "name", width: 21 },
  { column: "contact", width: 12, align: "center" },
  { column: "phone", width: 19, align: "center" },
  { column: "area", width: 11, align: "center" },
  { column: "staff", width: 9, group: "员工数", align: "center" },
  { column: "college", width: 11.5, group: "员工数", align: "center" },
  { column: "titled", width: 11.5, group: "员工数", align: "center" },
  { column: "served", width: 10, group: "服务企业数", align: "center" },
  { column: "newServed", width: 10, group: "服务企业数", align: "center" },
  { column: "servedGrowth", group: "服务企业数", align: "center" },
  { column: "withAgreement", width: 11, group: "服务企业数", align: "center" },
  { column: "revenue", width: 12, group: "营业收入", align: "center" },
  { column: "revenueGrowth", group: "营业收入", align: "center" },
  { column: "serviceRevenue", width: 12, group: "其中：服务收入", align: "center" },
  { column: "serviceRevenueGrowth", group: "其中：服务收入", align: "center" },
  { column: "profit", width: 12, group: "利润", align: "center" },
  { column: "profitGrowth", group: "利润", align: "center" },
  { column: "taxes", width: 11, group: "上缴税金", align: "center" },
  { column: "taxesGrowth", group: "上缴税金", align: "center" },
  { column: "events", width: 9, group: "举办服务活动场次", align: "center" },
  { column: "newEvents", width: 9, group: "举办服务活动场次", align: "center" },
  { column: "governmentEvents", width: 9, group: "其中：以政府名义举办场次", align: "center" },
  { column: "newGovernmentEvents", width: 9, group: "其中：以政府名义举办场次", align: "center" },
] as const;

/** The blank before 年度 is wide: the year and which half of it stand there. */
const head = [
  { block: "attachment", text: "附件6" },
  { block: "title", text: TITLE },
  {
    block: "grid",
    isOpen: true,
    rows: [
      {
        cells: [
          {
            of: ["（", { answer: "reportYear", line: 4 }, { answer: "reportPeriod", line: 4 }, "年度）"],
            align: "center",
          },
        ],
      },
    ],
  },
] as const satisfies readonly Seal[];

const filledBy = {
  cells: [
    { of: ["填报人：", { answer: "filledBy" }] },
    { of: ["联系电话：", { answer: "filledByPhone" }] },
    { of: ["填报时间：", { day: "declared" }] },
  ],
} as const;
const UNIT = { of: ["单位：万元、人、家、平方米"], width: 80, align: "right" } as const;
const SEAL = "市（州）/园区工信局（盖章）：";
const look = { title: TITLE, isLandscape: true, isDense: true, alsoSheet: true } as const;
const LEAST = 7;

/** A platform's own row: the seal is that of the department which sums up. */
export const ownSummary = defineForm<ReportFields>()({
  ...look,
  blocks: [
    ...head,
    { block: "grid", isOpen: true, rows: [{ cells: [{ of: [SEAL] }, UNIT] }, filledBy] },
    { block: "list", table: "platforms", least: LEAST, columns },
    { block: "note", of: [NOTE] },
  ],
});

/** The rows of a city's, prefecture's or 园区's platforms. */
export const citySummary = defineForm<SummariseFields>()({
  ...look,
  blocks: [
    ...head,
    { block: "grid", isOpen: true, rows: [{ cells: [{ of: [SEAL, { answer: "departmentName" }] }, UNIT] }, filledBy] },
    { block: "list", table: "platforms", least: LEAST, columns },
    { block: "note", of: [NOTE] },
  ],
});
