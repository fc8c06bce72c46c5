import { defineProcedure } from "../../define.ts";
import { cite } from "./citations.ts";
import { ids } from "./form.ts";
import { summaryChecks, summaryHead, summaryTable } from "./summary.ts";

const fields = {
  departmentName: {
    kind: "text",
    max: 60,
    label: "市（州）/园区工信局",
    ask: "贵部门的全称是什么？",
    example: "西宁市工业和信息化局",
    cite: cite.附件6,
  },
  ...summaryHead,
  platforms: { ...summaryTable, ask: "请填本地区各示范平台的运营情况（单位：万元、人、家、平方米），一个平台一行。" },
} as const;

/** 汇总 of a city, prefecture or 园区: the rows of its platforms in 附件6. */
export const summarise = defineProcedure({
  code: "summarise",
  title: "省级中小企业公共服务示范平台运营情况汇总",
  role: "department",
  fields,
  sections: [{ id: "summary", title: "附件6 运营情况汇总表", fields: ids(fields) }],
  criteria: summaryChecks,
  binding: [{ label: "附件6 运营情况汇总表", form: "summary", cite: cite.附件6 }],
  declaration: {
    title: "确认汇总表",
    text: "汇总表由各示范平台填报、本部门汇总。（办法没有规定确认的文字，这是本系统拟的确认语。）",
    cite: cite["附件6 注"],
  },
  afterwards: [
    { text: "在“市（州）/园区工信局（盖章）”处盖章", cite: cite.附件6 },
    {
      text: "半年的7月20日前、全年的次年1月30日前报省工业和信息化厅中小企业发展局",
      cite: cite["附件6 注"],
    },
  ],
});
