import { defineJurisdiction } from "../../define.ts";
import { apply } from "./apply.ts";
import { provincial } from "./provincial.ts";
import { recommend } from "./recommend.ts";
import { duties, rounds } from "./rounds.ts";
import { samples } from "./sample.ts";
import { summarise } from "./summarise.ts";

export default defineJurisdiction({
  code: "taiyuan",
  name: "太原市",
  source: {
    title:
      "太原市工业和信息化局关于组织开展2023年度市级中小企业公共服务示范平台认定及省级中小企业公共服务示范平台推荐工作的通知",
    number: "并工信字〔2023〕26号",
    issuedOn: "2023-03-15",
    lapsesOn: "2023-12-31",
    authority: "太原市工业和信息化局",
  },
  notHeld: [
    "《山西省中小企业局省级中小企业公共服务示范平台认定管理办法》（晋企发〔2018〕29号，认定条件的数字和申报材料清单都在里面）",
    "《山西省中小企业公共服务示范平台推荐表》和省级申请表格",
  ],
  procedures: [apply, provincial, recommend, summarise],
  rounds,
  duties,
  samples,
});
