import { expect, test } from "vitest";
import type { Grid } from "../../rules/content.ts";
import { back } from "./printed.ts";

/** The source's 申请表 as somebody may type it: each label and its answer in cells of their own, no cover, no title. */
const typedByHand: Grid = [
  ["一、平台基本情况"],
  ["注册日期", "2016.3.5", "单位性质", "有限责任公司", "法人代表", "张虚构"],
  ["注册地址：", "杭州市西湖区虚构路100号", "邮政编码：", "310012"],
  ["联系人:", "李示例", "联系电话:", "0571-88886666", "手机:", "13800138000", "传真:", ""],
  ["电子邮件:", "contact@example.com", "网址(已建网站的填写):", "https://www.example.com"],
  ["注册资本 500 万元", "其中: 主要投资方名称", "性质", "投资比例 %"],
  ["", "杭州虚构投资集团有限公司", "国有企业", "60"],
  ["", "张虚构", "自然人", "40%"],
  ["总资产 860 万元", "其中: 服务设施、软件占总资产的 13 %"],
  ["", "仪器设备: 12 台(套), 占总资产的 7 %"],
  ["", "场地面积: 650 平米, 性质: ☑ 租用 □ 自有, 自有场地占总资产的 ___ %"],
  ["从业人数: 22 人", "其中: 大专及以上学历和中级及以上技术职称的专业人员: 18 人"],
  ["二、平台运营管理(单位: 万元)"],
  ["年度", "营业收入", "其中: 服务收入", "利润总额", "上缴税金", "服务中小企 业户(次)数", "其中: 签订服 务协议户数"],
  ["2020", "980", "760", "-12.5", "35", "118", "66"],
  ["三、服务能力及业绩"],
  ["获得专业服务 资质情况", "人力资源服务许可证"],
  ["主要服务产品", "服务规模(家、人/次)", "服务收入占年营业收入 %"],
  ["企业培训", "1600人次", "30"],
  ["合作资源", "签订合作协议的单位", "其他合作单位"],
  ["", "浙江虚构大学", "无"],
  ["得到政府扶持的情况", ""],
];

test("the main table alone, typed by hand from the notice", async () => {
  expect(await back([{ table: typedByHand }])).toEqual({
    registeredOn: "2016.3.5",
    unitNature: "有限责任公司",
    legalRepresentative: "张虚构",
    registeredAddress: "杭州市西湖区虚构路100号",
    postcode: "310012",
    contactPerson: "李示例",
    contactPhone: "0571-88886666",
    mobile: "13800138000",
    email: "contact@example.com",
    website: "https://www.example.com",
    registeredCapital: "500万元",
    investors: [
      { name: "杭州虚构投资集团有限公司", nature: "国有企业", share: "60%" },
      { name: "张虚构", nature: "自然人", share: "40%" },
    ],
    totalAssets: "860万元",
    equipmentCount: "12台（套）",
    premisesArea: "650平米",
    premisesNature: "租用",
    staff: "22人",
    professionals: "18人",
    operation: [
      {
        ...{ year: "2020", revenue: "980万元", serviceRevenue: "760万元", totalProfit: "-12.5万元", taxes: "35万元" },
        ...{ served: "118户（次）", withAgreement: "66户" },
      },
    ],
    qualifications: "人力资源服务许可证",
    mainServices: [{ product: "企业培训", scale: "1600人次", revenueShare: "30%" }],
    partnersWithAgreement: "浙江虚构大学",
    otherPartners: "无",
  });
});
