import type { Round } from "../../define.ts";
import { cite } from "./citations.ts";

/**
 * The round of 2022 is the departments': the notice dates what they hand in and leaves the applicants' day to each city.
 * So there is none of `apply`, which would look open to applicants until the departments' day.
 */
export const rounds: readonly Round[] = ["verify", "recommend", "summarise"].map((procedure) => ({
  id: `henan/2022/${procedure}`,
  procedure,
  title: "2022年度河南省中小企业公共服务示范平台推荐",
  year: 2022,
  opensOn: "2022-11-22",
  cite: cite["（五）"],
  dates: [
    {
      role: "city",
      way: "paper",
      by: "2022-12-09",
      label: "各地主管部门报送推荐文件、申报资料和1份电子版光盘",
      cite: cite["（五）"],
    },
  ],
  copies: 2,
  address: {
    sentBy: "city",
    to: "河南省工业和信息化厅（中小企业局）",
    line: "郑州市郑东新区熊儿河路93号盐业大厦",
    cite: cite["（五）"],
  },
  contacts: [
    { name: "朱志珉", phone: "0371-65507615" },
    { name: "李振", phone: "0371-65507559" },
  ],
  quota: {
    per: "省辖市、济源示范区（郑州市5个，（三）所列区域和实验室不计入）",
    atMost: 3,
    severity: "blocking",
    cite: cite["（二）"],
  },
}));
