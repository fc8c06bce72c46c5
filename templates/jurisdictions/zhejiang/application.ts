import { defineRows, labelled, words } from "../../blocks.ts";
import type { ApplyFields } from "./fields.ts";

/** The rows of 附件2's 申请表, as printed. */
export const application = defineRows<ApplyFields>()([
  { band: "一、平台基本情况" },
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
      { cells: [words("其中：主要投资方名称"), words("性质", 34), words("投资比例 %", 28)] },
      {
        each: "investors",
        least: 3,
        cells: [{ column: "name" }, { column: "nature", width: 34 }, { column: "share", width: 28 }],
      },
    ],
  },
  {
    beside: { of: ["总资产\n", { answer: "totalAssets", line: 5 }, "万元"], width: 30 },
    rows: [
      { cells: [{ of: ["其中：服务设施、软件占总资产的", { answer: "facilitiesShare", line: 5 }, "%"] }] },
      {
        cells: [
          {
            of: [
              "仪器设备：",
              { answer: "equipmentCount", line: 5 },
              "台（套），占总资产的",
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
              "场地面积：",
              { answer: "premisesArea", line: 5 },
              "平米，性质：",
              { boxes: "premisesNature" },
              "，\n自有场地占总资产的",
              { answer: "ownPremisesShare", line: 5 },
              "%",
            ],
          },
        ],
      },
    ],
  },
  {
    beside: { of: ["从业人数：\n", { answer: "staff", line: 5 }, "人"], width: 30 },
    rows: [
      {
        cells: [
          { of: ["其中：大专及以上学历和中级及以上技术职称的专业人员：", { answer: "professionals", line: 5 }, "人"] },
        ],
      },
      {
        cells: [
          {
            of: [
              "（申请专业类平台填写）其中：具有与所从事专业领域相关工作经验的从业人员：",
              { answer: "experiencedStaff", line: 5 },
              "人",
            ],
          },
        ],
      },
    ],
  },
  { band: "二、平台运营管理（单位：万元）" },
  {
    cells: [
      words("年度", 19),
      words("营业收入"),
      words("其中：服务收入"),
      words("利润总额"),
      words("上缴税金"),
      words("服务中小企业户（次）数", 28),
      words("其中：签订服务协议户数", 28),
    ],
  },
  {
    each: "operation",
    least: 3,
    cells: [
      { column: "year", width: 19 },
      { column: "revenue" },
      { column: "serviceRevenue" },
      { column: "totalProfit" },
      { column: "taxes" },
      { column: "served", width: 28 },
      { column: "withAgreement", width: 28 },
    ],
  },
  { band: "三、服务能力及业绩" },
  { cells: [words("获得专业服务资质情况", 41), { of: [{ answer: "qualifications" }] }], height: 18 },
  { cells: [words("主要服务产品"), words("服务规模（家、人/次）", 50), words("服务收入占年营业收入 %", 46)] },
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
  { cells: [words("运用信息技术开展服务情况", 41), { of: [{ answer: "itUse" }] }], height: 18 },
  { cells: [words("获得政府有关部门授予的荣誉证书或证明", 41), { of: [{ answer: "honours" }] }], height: 18 },
  { band: "四、政府支持情况" },
  { cells: [words("得到政府扶持的情况", 41), { of: [{ answer: "governmentSupport" }] }], height: 18 },
]);
