import { defineProcedure } from "../../define.ts";
import { facts } from "../../vocabulary.ts";
import { checks } from "./checks.ts";
import { cite } from "./citations.ts";
import { cityTitle, common, commonCriteria, provinceTitle, provincialCriteria } from "./eligibility.ts";
import { ids, ownDeclaration, report, reportSections } from "./sections.ts";

const latest = (column: string) => ({ op: "latest", table: "operation", column, by: "year" }) as const;

/** What 附件3 sums up; its columns are not in the notice. */
const summary = {
  latestYear: { kind: "year", label: "年度", computed: latest("year"), ours: true, cite: cite.附件3 },
  latestRevenue: {
    kind: "money",
    unit: "万元",
    label: "营业收入",
    computed: latest("revenue"),
    ours: true,
    cite: cite.附件3,
  },
  latestServiceRevenue: {
    kind: "money",
    unit: "万元",
    label: "其中：服务收入",
    computed: latest("serviceRevenue"),
    ours: true,
    cite: cite.附件3,
  },
  satisfaction: {
    ...facts.satisfaction,
    computed: { op: "shareOfRows", table: "servedList", column: "satisfaction", is: ["satisfied"] },
    ours: true,
    cite: cite.附件3,
  },
} as const;

const materials = {
  provincialForms: {
    kind: "file",
    label: "按《管理办法》填写的省级申请材料",
    ask: "按《管理办法》（晋企发〔2018〕29号）填写的省级申请材料准备好了吗？",
    help: "省级的申请表格本系统没有收录，请到山西省小企业发展促进局政务网下载；数据可以从这里生成的“申报资料”抄写。",
    cite: cite["二 2"],
  },
  cityTitleProof: {
    kind: "file",
    label: "市级示范平台的认定文件",
    ask: "市级示范平台的认定文件或证书准备好了吗？",
    help: "通知没有要求附上；这一项是我们建议的，用来证明已是市级示范平台。",
    optional: true,
    ours: true,
    cite: cite["二 2"],
  },
} as const;

/** 省级推荐: the province's forms are not held; the facts are kept in the shape of this notice's own. */
export const provincial = defineProcedure({
  code: "provincial",
  title: "省级中小企业公共服务示范平台推荐申报",
  fields: {
    ...common,
    ...cityTitle,
    recognisedByCity: {
      ...cityTitle.recognisedByCity,
      help: "省级只推荐已经市里认定的市级示范平台；还没有认定的，请先申报市级。",
      cite: cite["二 2"],
    },
    ...provinceTitle,
    ...report,
    ...summary,
    ...materials,
  },
  sections: [
    ...reportSections,
    { id: "summary", title: "附件3 汇总表", fields: ids(summary) },
    { id: "conditions", title: "申报条件", fields: [...ids(common), ...ids(cityTitle), ...ids(provinceTitle)] },
    { id: "materials", title: "申报材料", fields: ids(materials) },
  ],
  criteria: [...commonCriteria, ...provincialCriteria, ...checks],
  places: "registeredAddress",
  binding: [
    { label: "要另行下载的省级表格（不装订）", form: "toFetch", cite: cite["二 2"], ours: true },
    { label: "按《管理办法》填写的省级申请材料", material: "provincialForms", cite: cite["二 2"] },
    { label: "附件3 示范平台基本情况汇总表（本单位）", form: "summary", cite: cite["二 5"], ours: true },
    { label: "申报资料（供填写省级表格，不装订）", form: "data", cite: cite["二 2"], ours: true },
    { label: "市级示范平台的认定文件", material: "cityTitleProof", cite: cite["二 2"], ours: true },
  ],
  declaration: { ...ownDeclaration, cite: cite["二 4"] },
  afterwards: [
    {
      text: "到山西省小企业发展促进局政务网下载《管理办法》（晋企发〔2018〕29号）和它的附件，用省级的表格填写申请材料；认定条件、申报程序和申报材料都按它执行",
      cite: cite["二 2"],
    },
    {
      text: "《山西省中小企业公共服务示范平台推荐表》由县（市、区）、开发区中小企业主管部门填写",
      cite: cite["二 5"],
    },
    { text: "纸质材料之外，还要交全部材料的电子文档", cite: cite["二 5"] },
    {
      text: "交所在县（市、区）、开发区中小企业主管部门审核，由它推荐上报；交给它的日期早于上报的日期，请向它打听",
      cite: cite["二 4"],
    },
    { text: "这一次推荐没有名额限制", cite: cite["二 1"] },
  ],
});
