import { defineJurisdiction } from "../../define.ts";
import { apply } from "./apply.ts";
import { duties, rounds } from "./rounds.ts";
import { samples } from "./sample.ts";

export default defineJurisdiction({
  code: "zhejiang",
  name: "浙江省",
  source: {
    title: "浙江省经济和信息化厅关于组织推荐2021年度省级中小企业公共服务示范平台的通知",
    number: "浙经信企服〔2021〕73号",
    issuedOn: "2021-05-10",
    lapsesOn: "2021-12-31",
    authority: "浙江省经济和信息化厅",
  },
  notHeld: ["《浙江省中小企业公共服务示范平台认定管理办法（试行）》", "《国家中小企业公共服务示范平台认定管理办法》"],
  procedures: [apply],
  rounds,
  duties,
  samples,
});
