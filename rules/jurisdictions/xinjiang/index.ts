import { defineJurisdiction } from "../../define.ts";
import { apply } from "./apply.ts";
import { duties } from "./duties.ts";
import { recommend } from "./recommend.ts";
import { report } from "./report.ts";
import { samples } from "./samples.ts";
import { summarise } from "./summarise.ts";

export default defineJurisdiction({
  code: "xinjiang",
  name: "新疆维吾尔自治区",
  source: {
    title: "新疆维吾尔自治区中小企业公共服务示范平台认定管理办法",
    number: "新工信规〔2021〕5号",
    issuedOn: "2021-06-10",
    // 第二十四条: five years from 30 days after publication, taking the day of issue as that of publication.
    lapsesOn: "2026-07-10",
    age: "办法自公布之日起30日后施行，有效期5年；我们把印发日2021年6月10日当作公布日，按2021年7月10日施行、2026年7月10日到期计算。",
    authority: "新疆维吾尔自治区工业和信息化厅",
  },
  notHeld: ["《国家中小企业公共服务示范平台认定管理办法》（工信部企业〔2017〕156号）", "自治区当年的申报工作通知"],
  procedures: [apply, report, recommend, summarise],
  rounds: [],
  duties,
  samples,
});
