import { defineJurisdiction } from "../../define.ts";
import { apply } from "./apply.ts";
import { recommend } from "./recommend.ts";
import { rounds } from "./rounds.ts";
import { samples } from "./sample.ts";
import { summarise } from "./summarise.ts";
import { verify } from "./verify.ts";

export default defineJurisdiction({
  code: "henan",
  name: "河南省",
  source: {
    title: "河南省工业和信息化厅办公室关于组织申报2022年度省级中小企业公共服务示范平台的通知",
    number: null,
    issuedOn: "2022-11-22",
    lapsesOn: "2022-12-31",
    authority: "河南省工业和信息化厅",
  },
  notHeld: ["《河南省中小企业公共服务示范平台认定管理办法》（豫工信企业〔2020〕98号）及其中的申请表格"],
  procedures: [apply, verify, recommend, summarise],
  rounds,
  // What recognised platforms owe afterwards stands in the measures, which are not held.
  duties: [],
  samples,
});
