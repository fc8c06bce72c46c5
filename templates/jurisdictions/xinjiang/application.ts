import { defineRows, labelled, words } from "../../blocks.ts";
import type { ApplyFields } from "./fields.ts";

/** The rows of the 申请表, as printed; its fourth part is the department's to write. */
export const application = defineRows<ApplyFields>()([
  { band: "一、申请单位基本情况" },
  { cells: [labelled("registeredOn"), labelled("unitNature"), labelled("legalRepresentative")] },
  { cells: [{ ...labelled("registeredAddress"), width: 104 }, labelled("postcode")] },
  {
    cells: [
      { ...labelled("contactPerson"), width: 29 },
      { ...labelled("contactPhone"), width: 49 },
      { ...labelled("fax"), width: 41 },
      { ...labelled("mobile"), width: 37 },
    ],
  },
  {
    cells: [
      { of: [{ label: "website" }, "：", { answer: "website" }, "　", { answer: "siteFiling" }], width: 90 },
      labelled("email"),
    ],
  },
  {
    beside: { of: ["注册资本\n", { answer: "registeredCapital", line: 5 }, "万元"], width: 32 },
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
    beside: { of: ["上年末总资产\n", { answer: "totalAssets", line: 5 }, "万元"], width: 32 },
    rows: [
      {
        cells: [
          {
            of: [
              "仪器、设备数量",
              { answer: "equipmentCount", line: 4 },
              "台（套），购买价格",
              { answer: "equipmentValue", line: 5 },
              "万元，\n占总资产",
              { answer: "equipmentShare", line: 5 },
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
              { answer: "premisesArea", line: 5 },
              "平方米，\n其中：自有",
              { answer: "ownArea", line: 5 },
              "平方米，租用",
              { answer: "rentedArea", line: 5 },
              "平方米",
            ],
          },
        ],
      },
    ],
  },
  {
    cells: [
      { of: ["从业人数\n", { answer: "staff", line: 5 }, "人"], width: 32, align: "center" },
      {
        of: [
          "其中：大专及以上学历和中级及以上技术职称的专业人员",
          { answer: "professionals", line: 4 },
          "人，占总人数",
          { answer: "professionalsShare", line: 4 },
          "%",
        ],
      },
    ],
  },
  { band: "二、近两年运营管理情况（单位：万元）" },
  {
    cells: [
      words("年度", 19),
      words("营业收入"),
      words("其中：\n服务收入"),
      words("资产总额"),
      words("利润总额"),
      words("上缴税金"),
      words("服务中小企业户数", 28),
    ],
  },
  {
    each: "operation",
    least: 2,
    cells: [
      { column: "year", width: 19 },
      { column: "revenue" },
      { column: "serviceRevenue" },
      { column: "assets" },
      { column: "totalProfit" },
      { column: "taxes" },
      { column: "served", width: 28 },
    ],
  },
  { band: "三、服务能力及业绩" },
  { cells: [words("获得专业服务资质情况", 41), { of: [{ answer: "qualifications" }] }], height: 18 },
  { cells: [words("主要服务产品"), words("服务规模（家、人/次）", 50), words("服务收入占年营业收入%", 46)] },
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
  { band: "四、地（州、市）中小企业主管部门推荐意见" },
  {
    cells: [
      {
        of: ["\n\n\n\n\n\n", "　".repeat(18), "单位（公章）：\n", "　".repeat(18), "日期：", { day: "pen" }],
        isTop: true,
      },
    ],
    height: 50,
  },
]);
