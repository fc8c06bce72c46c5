import type { Duty, Round } from "../../define.ts";
import { cite } from "./citations.ts";

export const rounds: readonly Round[] = [
  {
    id: "zhejiang/2021",
    procedure: "apply",
    title: "2021年度浙江省中小企业公共服务示范平台申报推荐",
    year: 2021,
    opensOn: "2021-05-10",
    cite: cite["三（一）1"],
    dates: [
      { role: "applicant", way: "online", by: "2021-05-16", label: "申报单位网上申请", cite: cite["三（一）1"] },
      { role: "city", way: "review", by: "2021-05-20", label: "设区市网上审核推荐", cite: cite["三（一）2"] },
      { role: "city", way: "paper", by: "2021-05-21", label: "设区市报送纸质材料", cite: cite["三（二）"] },
    ],
    copies: 3,
    online: {
      site: "浙江政府服务网",
      how: "搜索“省级中小企业公共服务示范平台认定”，点击“在线办理”",
      cite: cite["三（一）1"],
    },
    address: {
      sentBy: "city",
      to: "浙江省中小企业服务中心",
      line: "杭州市环城北路296号省中小企业服务中心513室",
      postcode: "310006",
      cite: cite["三（二）"],
    },
    contacts: [
      { name: "秦春林", phone: "0571-85154906" },
      { name: "林文武", phone: "0571-87052587" },
    ],
    quota: { per: "设区市", atMost: 5, severity: "warning", cite: cite.二 },
  },
];

export const duties: readonly Duty[] = [
  {
    id: "validity",
    label: "示范平台有效期三年，期满可继续申报",
    owedBy: "applicant",
    procedure: "apply",
    level: "province",
    every: { years: 3 },
    cite: cite.二,
  },
];
