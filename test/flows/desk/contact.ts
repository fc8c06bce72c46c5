import type { Office } from "../../../flows/desk/office.ts";
import { Phone } from "../phone.ts";

/** A department's contact at its desk. */
export const contactAt = (on: string, office: Partial<Office> = {}): Phone => {
  const phone = new Phone(on);
  phone.contact = { id: "contact", jurisdiction: "henan", level: "province", area: null, name: "李处长", ...office };
  return phone.turn({ arrived: true }).say("部门工作");
};

/** A notice in which nothing is doubtful. */
export const clearNotice = `河南省工业和信息化厅办公室关于组织申报2027年度省级中小企业公共服务示范平台的通知

豫工信办企服〔2027〕58号

各省辖市工业和信息化主管部门：

一、申报单位请于2027年11月25日前登录“河南省企业服务云平台”填报。

二、请各省辖市主管部门于2027年12月9日前将纸质材料一式两份报送省工业和信息化厅。

联系人：张某某  0371-65500001
联系地址：郑州市郑东新区某某路93号

2027年11月1日`;
