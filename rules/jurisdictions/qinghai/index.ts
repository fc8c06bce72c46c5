import { defineJurisdiction } from "../../define.ts";
import { apply } from "./apply.ts";
import { duties, rounds } from "./duties.ts";
import { recommend } from "./recommend.ts";
import { renew } from "./renew.ts";
import { report } from "./report.ts";
import { samples } from "./samples.ts";
import { summarise } from "./summarise.ts";

export default defineJurisdiction({
  code: "qinghai",
  name: "青海省",
  source: {
    title: "青海省中小企业公共服务示范平台认定管理办法",
    number: null,
    issuedOn: null,
    // 第二十一条 counts five years from a day that the text does not give.
    lapsesOn: null,
    age: "《青海省中小企业公共服务示范平台认定管理办法》自发布之日起有效五年（第二十一条），但我们收录的文本没有文号和发布日期，最晚引用的是2019年的文件，很可能已经到期，请向青海省工业和信息化厅核实是否有新办法。",
    authority: "青海省工业和信息化厅",
  },
  notHeld: [
    "当年的申报通知（日期、份数、报送地址）",
    "《国家中小企业公共服务示范平台认定管理办法》（工信部企业〔2017〕156号）",
    "《进一步促进民营经济和中小企业高质量发展的若干政策措施》（青发〔2019〕13号）",
  ],
  procedures: [apply, renew, report, recommend, summarise],
  rounds,
  duties,
  samples,
});
