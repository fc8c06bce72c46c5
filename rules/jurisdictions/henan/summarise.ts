import { all, atMost, everyRow, figuresFrom, inAreas, is, not, yes } from "../../condition.ts";
import { defineProcedure } from "../../define.ts";
import { facts } from "../../vocabulary.ts";
import { cite } from "./citations.ts";
import { donePersonally, recommending } from "./department.ts";
import { criteria, figures } from "./figures.ts";
import { remarks } from "./places.ts";

const from2022 = figuresFrom("2022-11-22");

/** A cell of the summary: the applicant's figure without what only a field has. */
const cell = <const F extends { readonly cite: unknown; readonly screening: true }>({
  cite: _,
  screening: __,
  ...kind
}: F) => kind;
const done = <const F extends { readonly cite: unknown }>({ cite: _, ...kind }: F) => kind;

/** The rows with one of these remarks. */
const counted = (label: string, ...choices: readonly (typeof remarks)[number]["id"][]) =>
  ({
    kind: "count",
    unit: "个",
    label,
    computed: {
      op: "rowsThat",
      table: "platforms",
      when: { op: "any", of: choices.map((choice) => is("remark", choice)) },
    },
    cite: cite["附件2 注5"],
  }) as const;

const rows = {
  platforms: {
    kind: "table",
    label: "推荐的平台",
    rowName: "平台",
    ask: "请逐个填写推荐的平台。",
    columns: {
      platformName: cell(figures.platformName),
      operator: { kind: "text", max: 60, label: "运营单位名称", example: facts.applicantName.example },
      categories: {
        kind: "text",
        max: 60,
        label: "平台类别",
        ask: "平台是哪几类？（信息、技术、培训、创业、融资等）",
        example: "信息、培训",
      },
      registeredOn: cell(figures.registeredOn),
      totalAssets: cell(figures.totalAssets),
      staff: cell(figures.staff),
      serviceBodies: cell(figures.serviceBodies),
      preferentialShare: cell(figures.preferentialShare),
      servedEnterprises: cell(figures.servedEnterprises),
      isVerified: done(donePersonally.isVerified),
      isInterviewed: done(donePersonally.isInterviewed),
      remark: {
        kind: "choice",
        label: "备注",
        ask: "备注写哪一种？",
        help: "属于推荐名额，还是不占名额的区域、实验室。",
        choices: remarks,
        example: "省辖市（济源示范区）推荐名额",
      },
    },
    cite: cite.附件2,
  },
} as const;

/** 二 and 三: what takes the quota and what does not. 航空港区 is counted apart: whether it takes Zhengzhou's is open. */
const counts = {
  underQuota: counted("占推荐名额的平台", "quota"),
  underQuotaWithAirport: counted("占推荐名额的平台（连同航空港区）", "quota", "airport"),
  fromAirport: counted("航空港区的平台", "airport"),
  fromInfoConsumption: counted("国家信息消费示范城市推荐的平台", "infoConsumption"),
  fromThreeProducts: counted("消费品工业“三品”战略示范城市推荐的平台", "threeProducts"),
  fromCooperationZone: counted("中外中小企业合作区推荐的平台", "cooperationZone"),
  fromCluster: counted("省级中小企业特色产业集群推荐的平台", "cluster"),
} as const;

const materials = {
  recommendingDocument: {
    kind: "file",
    label: "推荐文件",
    ask: "推荐文件准备好了吗？（要写入与各单位主要负责人谈话的结果）",
    cite: cite["（五）"],
  },
  statements: {
    kind: "file",
    label: "各平台的《现场核查真实性说明》",
    ask: "各平台的《现场核查真实性说明》都盖好章了吗？",
    cite: cite["（五）"],
  },
  recommendationForms: {
    kind: "file",
    label: "各平台的《推荐表》",
    ask: "各平台的《推荐表》都盖好章了吗？",
    cite: cite["（五）"],
  },
  applications: {
    kind: "file",
    label: "被推荐单位的申报资料",
    ask: "被推荐单位的申报资料都收齐了吗？",
    cite: cite["（五）"],
  },
  disc: {
    kind: "file",
    label: "电子版光盘（1份）",
    ask: "电子版汇总刻盘了吗？（1份，和纸质材料一并报送）",
    cite: cite["（五）"],
  },
} as const;

const quota = inAreas(from2022(3, "个"), "recommendingCity", ["zhengzhou"], 5);
const { year, recommendingCity, department } = recommending;
const header = { year, recommendingCity, department } as const;
const ids = <const F extends Record<string, unknown>>(group: F) => Object.keys(group) as (keyof F & string)[];

export const summarise = defineProcedure({
  code: "summarise",
  title: "推荐汇总",
  role: "department",
  fields: { ...header, ...rows, ...counts, ...materials },
  sections: [
    { id: "header", title: "推荐单位", fields: ids(header) },
    { id: "platforms", title: "汇总表", fields: [...ids(rows), ...ids(counts)] },
    { id: "materials", title: "一并报送的材料", fields: ids(materials) },
  ],
  criteria: [
    // 注1 and 注3 speak of each platform in the table.
    ...criteria.map((criterion) => ({ ...criterion, when: everyRow("platforms", criterion.when) })),
    {
      id: "verified",
      label: "每个平台都已现场核查",
      severity: "blocking",
      cite: cite["附件2 注4"],
      reading: "source",
      when: everyRow("platforms", yes("isVerified")),
    },
    {
      id: "interviewed",
      label: "与每个单位的主要负责人都已面谈",
      severity: "blocking",
      cite: cite["（四）"],
      reading: "source",
      when: everyRow("platforms", yes("isInterviewed")),
    },
    {
      id: "quota",
      label: "推荐数量",
      severity: "blocking",
      cite: cite["（二）"],
      reading: "ours",
      remark: "（三）所列区域和实验室不计入；航空港区的平台计不计入郑州市的推荐数量，通知没有写明，这里没有算",
      when: atMost("underQuota", quota),
    },
    // 航空港区's platforms go through Zhengzhou: within its five or beside them is open. A reading that differs is told
    // and does not keep the summary a draft.
    {
      id: "quotaWithAirport",
      label: "郑州市推荐数量，连同航空港区",
      severity: "warning",
      cite: cite["（二）"],
      reading: "ours",
      remark: "通知没有写明航空港区的平台占不占郑州市的名额，请向省工业和信息化厅核实",
      given: is("recommendingCity", "zhengzhou"),
      as: "航空港区的平台计入郑州市的推荐数量",
      when: atMost("underQuotaWithAirport", quota),
      otherwise: [{ as: "航空港区的平台不计入郑州市的推荐数量", when: atMost("underQuota", quota) }],
    },
    {
      id: "airport",
      label: "航空港区的平台由郑州市推荐",
      severity: "blocking",
      cite: cite["（二）"],
      reading: "source",
      given: not(is("recommendingCity", "zhengzhou")),
      when: atMost("fromAirport", from2022(0, "个")),
    },
    {
      id: "oneEach",
      label: "每个区域推荐1家",
      severity: "warning",
      cite: cite["（三）"],
      reading: "ours",
      remark: "通知说的是“本区域1家”；表里同一类有两家以上时，我们提示核对它们是否属于不同的区域",
      when: all(
        atMost("fromInfoConsumption", from2022(1, "家")),
        atMost("fromThreeProducts", from2022(1, "家")),
        atMost("fromCooperationZone", from2022(1, "家")),
        atMost("fromCluster", from2022(1, "家")),
      ),
    },
  ],
  binding: [
    { label: "推荐文件", material: "recommendingDocument", cite: cite["（五）"] },
    { label: "各平台的《现场核查真实性说明》", material: "statements", cite: cite["（五）"] },
    { label: "附件2 汇总表", form: "summary", cite: cite.附件2 },
    { label: "各平台的《推荐表》", material: "recommendationForms", cite: cite["（五）"] },
    { label: "被推荐单位的申报资料", material: "applications", cite: cite["（五）"] },
    { label: "电子版光盘（1份）", material: "disc", cite: cite["（五）"] },
  ],
  // The form has none: what the department answers for is its own work (注4).
  declaration: {
    title: "汇总表内容确认（本系统拟定）",
    text: "表内平台均由本部门现场核查，并与单位主要负责人当面谈话。",
    cite: cite["附件2 注4"],
  },
  afterwards: [
    { text: "在汇总表的主管部门处盖章", cite: cite.附件2 },
    { text: "汇总表上方的“单位：万元、%”是本系统所加：原表没有写单位", cite: cite["附件2 注3"] },
    { text: "推荐文件连同三个附件、申报资料的纸质材料和电子版光盘一并报送，逾期不予受理", cite: cite["（五）"] },
  ],
});
