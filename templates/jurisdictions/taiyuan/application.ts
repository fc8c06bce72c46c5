import { defineRows, labelled, words } from "../../blocks.ts";
import type { ReportFields } from "./fields.ts";

/** The rows of 附件2's 申请表, as printed. */
export const application = defineRows<ReportFields>()([
  { band: "一、申请单位基本情况" },
  { cells: [labelled("registeredOn"), labelled("unitNature"), labelled("legalRepresentative")] },
  { cells: [{ ...labelled("registeredAddress"), width: 104 }, labelled("postcode")] },
  {
    cells: [
      { ...labelled("contactPerson"), width: 30 },
      { ...labelled("contactPhone"), width: 46 },
      { ...labelled("fax"), width: 40 },
      labelled("mobile"),
    ],
  },
  {
    cells: [
      { of: [{ label: "website" }, "：", { answer: "website" }, "　", { answer: "websiteFiling" }], width: 92 },
      labelled("email"),
    ],
  },
  {
    beside: { of: ["注册资本\n", { answer: "registeredCapital", line: 5 }, "万元"], width: 34 },
    rows: [
      { cells: [words("其中：主要投资方名称"), words("性质", 34), words("投资比例 %", 28)] },
      {
        each: "investors",
        least: 3,
        cells: [{ column: "name" }, { column: "nature", width: 34 }, { column: "share", width: 28 }],
      },
    ],
  },
  {
    beside: { of: ["上年末总资产\n", { answer: "totalAssets", line: 5 }, "万元"], width: 34 },
    rows: [
      {
        cells: [
          {
            of: [
              "仪器、设备数量",
              { answer: "equipmentCount", line: 4 },
              "台（套），购买价格",
              { answer: "equipmentValue", line: 4 },
              "万元，\n占总资产",
              { answer: "equipmentShare", line: 4 },
              "%",
            ],
          },
        ],
      },
      {
        cells: [
          {
            of: [
              "服务场地面积：",
              { answer: "premisesArea", line: 4 },
              "平方米，\n其中：自有",
              { answer: "ownArea", line: 4 },
              "平方米，租用",
              { answer: "rentedArea", line: 4 },
              "平方米",
            ],
          },
        ],
      },
    ],
  },
  {
    cells: [
      { of: ["从业人数", { answer: "staff", line: 3 }, "人"], width: 34, align: "center" },
      {
        of: [
          "其中：大专及以上学历和中级及以上技术职称的专业人员",
          { answer: "professionals", line: 3 },
          "人，\n占总人数",
          { answer: "professionalsShare", line: 4 },
          "%",
        ],
      },
    ],
  },
  { band: "二、运营管理情况（单位：万元）" },
  {
    cells: [
      words("年度", 18),
      words("营业收入"),
      words("其中：\n服务收入"),
      words("资产总额"),
      words("利润总额"),
      words("上缴税金"),
      words("服务中小企业\n户数", 28),
    ],
  },
  {
    each: "operation",
    least: 3,
    cells: [
      { column: "year", width: 18 },
      { column: "revenue" },
      { column: "serviceRevenue" },
      { column: "assets" },
      { column: "totalProfit" },
      { column: "taxes" },
      { column: "served", width: 28 },
    ],
  },
  { band: "三、平台服务能力及业绩" },
  { cells: [words("获得专业服务资质情况", 41), { of: [{ answer: "qualifications" }] }], height: 18 },
  { cells: [words("主要服务内容"), words("服务规模（家、人/次）", 50), words("服务收入占年营业收入%", 46)] },
  {
    each: "mainServices",
    least: 3,
    cells: [{ column: "product" }, { column: "scale", width: 50 }, { column: "revenueShare", width: 46 }],
  },
  {
    beside: words("合作资源", 41),
    rows: [
      { cells: [words("签订合作协议的单位"), words("其他合作单位")] },
      { cells: [{ of: [{ answer: "partnersWithAgreement" }] }, { of: [{ answer: "otherPartners" }] }], height: 18 },
    ],
  },
  { band: "四、政府支持情况" },
  { cells: [words("得到政府扶持的情况", 41), { of: [{ answer: "governmentSupport" }] }], height: 18 },
]);
