import { defineRows, labelled, words } from "../../blocks.ts";
import type { TableFields } from "./fields.ts";

const SIDE = 41;

/** Part 一 of 附件1 and 附件7 below its band, which differs. */
export const basic = defineRows<TableFields>()([
  { cells: [labelled("registeredOn"), labelled("unitNature"), labelled("legalRepresentative")] },
  { cells: [{ ...labelled("registeredAddress"), width: 104 }, labelled("postcode")] },
  {
    cells: [
      { ...labelled("contactPerson"), width: 29 },
      { ...labelled("contactPhone"), width: 49 },
      { ...labelled("mobile"), width: 37 },
      { ...labelled("fax"), width: 41 },
    ],
  },
  { cells: [{ ...labelled("email"), width: 66 }, labelled("website")] },
  {
    beside: { of: ["注册资本\n", { answer: "registeredCapital", line: 5 }, "万元"], width: 30 },
    rows: [
      { cells: [words("其中：主要投资方名称"), words("性质", 34), words("投资比例 ％", 28)] },
      {
        each: "investors",
        least: 4,
        cells: [{ column: "name" }, { column: "nature", width: 34 }, { column: "share", width: 28 }],
      },
    ],
  },
  {
    beside: { of: ["总资产\n", { answer: "totalAssets", line: 5 }, "万元"], width: 30 },
    rows: [
      { cells: [{ of: ["其中：服务设施、软件占总资产的", { answer: "facilitiesShare", line: 5 }, "％"] }] },
      {
        cells: [
          {
            of: [
              "仪器设备：",
              { answer: "equipmentCount", line: 5 },
              "台（套），占总资产的",
              { answer: "equipmentShare", line: 5 },
              "％",
            ],
          },
        ],
      },
      {
        cells: [
          {
            of: [
              "场地面积：",
              { answer: "premisesArea", line: 5 },
              "平米，性质：",
              { boxes: "premisesNature" },
              "，\n自有场地占总资产的",
              { answer: "ownPremisesShare", line: 5 },
              "％",
            ],
          },
        ],
      },
    ],
  },
  {
    cells: [
      { of: ["从业人数：", { answer: "staff", line: 3 }, "人"], width: 40 },
      { of: ["其中：大专及以上学历和中级及以上技术职称的专业人员：", { answer: "professionals", line: 3 }, "人"] },
    ],
  },
]);

/** Parts 二 to 四. */
export const rest = defineRows<TableFields>()([
  { band: "二、近三年平台运营管理（单位：万元）" },
  {
    cells: [
      words("年度", 17),
      words("营业收入"),
      words("其中：\n服务收入"),
      words("利润总额"),
      words("服务成本支出"),
      words("服务中小企业户（次）数", 28),
      words("其中：签订服务协议户数", 28),
    ],
  },
  {
    each: "operation",
    least: 3,
    cells: [
      { column: "year", width: 17 },
      { column: "revenue" },
      { column: "serviceRevenue" },
      { column: "totalProfit" },
      { column: "serviceCosts" },
      { column: "served", width: 28 },
      { column: "withAgreement", width: 28 },
    ],
  },
  { band: "三、服务能力及业绩" },
  { cells: [words("获得专业服务资质情况", SIDE), { of: [{ answer: "qualifications" }] }], height: 18 },
  { cells: [words("主要服务产品"), words("服务规模（家、人/次）", 50), words("服务收入占年营业收入％", 46)] },
  {
    each: "mainServices",
    least: 3,
    cells: [{ column: "product" }, { column: "scale", width: 50 }, { column: "revenueShare", width: 46 }],
  },
  {
    beside: words("合作资源", SIDE),
    rows: [
      { cells: [words("签订合作协议的单位"), words("其他合作单位")] },
      { cells: [{ of: [{ answer: "partnersWithAgreement" }] }, { of: [{ answer: "otherPartners" }] }], height: 18 },
    ],
  },
  { cells: [words("运用信息技术开展服务情况", SIDE), { of: [{ answer: "itUse" }] }], height: 18 },
  { cells: [words("获得市级及以上部门授予的荣誉证书或证明", SIDE), { of: [{ answer: "honours" }] }], height: 18 },
  { band: "四、政府支持情况" },
  { cells: [words("得到政府扶持的情况", SIDE), { of: [{ answer: "governmentSupport" }] }], height: 18 },
  {
    cells: [
      words("市级及以上部门认定为公共服务平台的文件名及文号", SIDE),
      { of: [{ answer: "recognitionDocuments" }] },
    ],
    height: 18,
  },
]);
