import { beforeAll, describe, expect, test } from "vitest";
import { bind, type Document } from "../../templates/index.ts";
import { complete, paperOf } from "./body.ts";
import { documentOf, type Element, folded, tablesOf, textOf } from "./xml.ts";

let documents: readonly Document[] = [];
beforeAll(async () => {
  documents = (await bind(paperOf(complete))).documents;
});

const form = (name: string): Element => {
  const found = documents.find((document) => document.name.includes(name));
  if (!found) throw new Error(`no document ${name}`);
  return documentOf(found.bytes);
};

/** Labels of the printed forms as the notice (浙经信企服〔2021〕73号) has them. */
const LABELS = {
  推荐表: [
    "附件 1",
    "浙江省中小企业公共服务示范平台 推荐表",
    "平台承担单位名称：",
    "所在市（县市区）：",
    "填 报 日 期：",
    "浙江省经济和信息化厅制",
    "对服务业绩抽查核实情况",
    "抽查方式：",
    "抽查范围及数量:",
    "服务质量与满意度",
    "对区域中小企业发展 的影响和作用",
    "示范性",
    "市/县（市、区）中小企业主管部门审核推荐意见：",
    "(盖 章)",
    "年 月 日",
  ],
  申请报告: [
    "附件 2",
    "浙江省中小企业公共服务示范平台 申请报告",
    "申请单位名称（盖章）：",
    "填 报 日 期：",
    "浙江省经济和信息化厅制",
    "申请报告的主要内容",
    "一、《浙江省中小企业公共服务示范平台申请表》",
    "二、申请单位的基本情况（包括：创立发展沿革、发展目标、目前的基本情况）；",
    "三、服务对象所在区域的行业状况，在区域经济发展中的地位、作用，中小企业发展情况和公共服务需求情况；",
    "四、管理运营情况（包括：主要管理制度、人员激励、能力提升、品牌建设、可持续发展等）；",
    "五、近年来的服务情况（包括：主要服务内容、服务对象、规模、方式、收费等）；",
    "六、主要服务业绩及对区域经济和中小企业健康发展的贡献（包括：自测情况或典型案例）；",
    "七、获得各级政府扶持的情况；",
    "八、下一步发展设想；",
    "九、上一年度审计报告。",
    "浙江省中小企业公共服务示范平台申请表",
    "一、平台基本情况",
    "注册日期:",
    "单位性质:",
    "法人代表:",
    "注册地址:",
    "邮政编码:",
    "联系人:",
    "联系电话:",
    "手机:",
    "传真:",
    "电子邮件:",
    "网址(已建网站的填写):",
    "注册资本",
    "万元",
    "其中: 主要投资方名称",
    "性质",
    "投资比例 %",
    "总资产",
    "其中: 服务设施、软件占总资产的",
    "仪器设备:",
    "台(套), 占总资产的",
    "场地面积:",
    "平米, 性质:",
    "租用",
    "自有",
    "自有场地占总资产的",
    "从业人数:",
    "其中: 大专及以上学历和中级及以上技术职称的专业人员:",
    "(申请专业类平台填写) 其中: 具有与所从事专业领域相关工作经验的从业人员:",
    "二、平台运营管理(单位: 万元)",
    "年度",
    "营业收入",
    "其中: 服务收入",
    "利润总额",
    "上缴税金",
    "服务中小企 业户(次)数",
    "其中: 签订服 务协议户数",
    "三、服务能力及业绩",
    "获得专业服务 资质情况",
    "主要服务产品",
    "服务规模(家、人/次)",
    "服务收入占年营业收入 %",
    "合作资源",
    "签订合作协议的单位",
    "其他合作单位",
    "运用信息技术 开展服务情况",
    "获得政府有关部门授 予的荣誉证书或证明",
    "四、政府支持情况",
    "得到政府扶持的情况",
  ],
  设备清单: ["附件 3", "平台服务设施、软件、仪器设备清单", "申报单位（盖章）：", "单位：万元"],
  从业人员情况表: ["附件 4", "平台主要从业人员情况表"],
  真实性声明: [
    "附件 5",
    "申报材料真实性声明",
    "本单位知悉并保证所提供的浙江省中小企业公共服务示范平台申报资料和相关证明文件的真实性、完整性和准确性，并承担因资料虚假而产生的后果。",
    "申报单位（盖章）：",
    "法定代表人（签字）：",
    "日期： 年 月 日",
  ],
};

describe.each(Object.entries(LABELS))("%s", (name, labels) => {
  test("has every label of the printed form, in its order", () => {
    const text = folded(textOf(form(name)));
    let from = 0;
    for (const label of labels) {
      const at = text.indexOf(folded(label), from);
      expect(at, `${label} after ${text.slice(Math.max(0, from - 30), from)}`).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });

  test("has tables whose rows fill the grid and whose merged cells hang together", () => {
    for (const { grid, rows } of tablesOf(form(name))) {
      let above = new Map<string, string>();
      for (const { cells } of rows) {
        expect(cells.reduce((sum, { span }) => sum + span, 0)).toBe(grid.length);
        const here = new Map<string, string>();
        let column = 0;
        for (const { span, merge } of cells) {
          if (merge) here.set(`${column}+${span}`, merge);
          column += span;
        }
        for (const [place, merge] of here) if (merge === "continue") expect([...above.keys()], place).toContain(place);
        for (const [place, merge] of above) if (merge === "restart") expect(here.get(place), place).toBe("continue");
        above = here;
      }
    }
  });
});

const cellsOf = (name: string) =>
  tablesOf(form(name)).flatMap(({ rows }) => rows.map(({ cells }) => cells.map((cell) => cell.text)));
const rowWith = (name: string, text: string) => cellsOf(name).find((row) => row.some((cell) => cell.includes(text)));
const flat = (texts: readonly string[] | undefined) => texts?.map((text) => text.replace(/[\s\u00a0]+/g, ""));

describe("values stand beside their labels", () => {
  test("on the covers", () => {
    expect(flat(rowWith("推荐表", "平台承担单位名称"))).toEqual(["平台承担单位名称：", "杭州虚构启航企业服务有限公司"]);
    expect(flat(rowWith("推荐表", "所在市"))).toEqual(["所在市（县市区）：", "杭州市西湖区"]);
    expect(flat(rowWith("申请报告", "填 报 日 期"))).toEqual(["填报日期：", "2021年5月12日"]);
  });

  test("in the basic facts", () => {
    expect(rowWith("申请报告", "注册日期")).toEqual([
      "注册日期：2016年3月5日",
      "单位性质：有限责任公司",
      "法人代表：张虚构",
    ]);
    expect(rowWith("申请报告", "联系电话")).toEqual([
      "联系人：李示例",
      "联系电话：0571-88886666",
      "手机：13800138000",
      "传真：0571-88886667",
    ]);
    expect(rowWith("申请报告", "网址")).toEqual([
      "电子邮件：contact@example.com",
      "网址（已建网站的填写）：www.example.com",
    ]);
    expect(flat(rowWith("申请报告", "注册资本"))).toEqual([
      "注册资本500万元",
      "其中：主要投资方名称",
      "性质",
      "投资比例%",
    ]);
    expect(rowWith("申请报告", "浙江示例科技")).toEqual(["", "浙江示例科技股份有限公司", "民营企业", "34.5"]);
  });

  test("computed shares come from the answers in 万元, cut after two decimals", () => {
    expect(flat(rowWith("申请报告", "服务设施、软件占"))).toEqual([
      "总资产860万元",
      "其中：服务设施、软件占总资产的13.95%",
    ]);
    expect(flat(rowWith("申请报告", "台（套）"))?.[1]).toBe("仪器设备：12台（套），占总资产的7%");
    expect(flat(rowWith("申请报告", "场地面积"))?.[1]).toBe(
      "场地面积：650平米，性质：☑租用☑自有，自有场地占总资产的25%",
    );
    expect(flat(rowWith("申请报告", "大专及以上"))).toEqual([
      "从业人数：22人",
      "其中：大专及以上学历和中级及以上技术职称的专业人员：18人",
    ]);
    expect(flat(rowWith("申请报告", "专业类"))?.[1]).toContain("从业人员：15人");
  });

  test("in the tables, a loss with its sign", () => {
    expect(rowWith("申请报告", "-12.35")).toEqual(["2018", "720.5", "560", "-12.35", "21.4", "96", "51"]);
    expect(rowWith("申请报告", "产品检测")).toEqual(["产品检测", "60家", "22.5"]);
    expect(rowWith("申请报告", "钱江示例会计师")).toEqual(["", complete.partnersWithAgreement, complete.otherPartners]);
    expect(rowWith("申请报告", "得到政府扶持")?.[1]).toBe(complete.governmentSupport);
    expect(rowWith("设备清单", "光谱分析仪")).toEqual(["6", "光谱分析仪", "材料成分检测", "3", "8.75", ""]);
    expect(rowWith("设备清单", "合计")).toEqual(["合计", "24", "112.5", ""]);
  });

  test("long texts stand under their headings, each line a paragraph", () => {
    const text = textOf(form("申请报告"));
    expect(text).toContain(`四、管理运营情况\n${complete.management}\n`);
    expect(text).toContain("九、上一年度审计报告\n附后：2020年度审计报告.pdf\n");
  });

  test("the department's part of 附件1 and the pen's part of 附件5 stay empty", () => {
    expect(rowWith("推荐表", "服务质量与满意度")).toEqual(["服务质量与满意度", ""]);
    expect(textOf(form("真实性声明"))).toMatch(/法定代表人（签字）：\n日期：\s+年\s+月\s+日\n/);
  });
});

test("lists repeat their header rows, keep rows whole and show each row", () => {
  const [list] = tablesOf(form("从业人员情况表"));
  const heads = list?.rows.filter(({ isHead }) => isHead).map(({ cells }) => cells.map(({ text }) => text));
  expect(heads).toEqual([
    ["序号", "姓名", "岗位", "教育情况", "专业资质情况", "在服务平台工作年限", "联系电话"],
    ["", "", "", "学历", "毕业院校及专业", "资格证名称", "发证机关", "", ""],
  ]);
  expect(list?.rows).toHaveLength(2 + 22);
  expect(list?.rows.every(({ isWhole }) => isWhole)).toBe(true);
  expect(tablesOf(form("设备清单"))[1]?.rows.map(({ isHead }) => isHead)).toEqual([true, ...Array(13).fill(false)]);
});

test("a cell beside several rows is one cell", () => {
  const sides = tablesOf(form("申请报告"))[1]?.rows.map(({ cells }) => cells[0]?.merge) ?? [];
  const heights = sides.flatMap((merge, at) => {
    if (merge !== "restart") return [];
    const end = sides.findIndex((other, below) => below > at && other !== "continue");
    return [end - at];
  });
  // 注册资本 beside its head and three investors, 总资产, 从业人数, 合作资源.
  expect(heights).toEqual([4, 3, 2, 2]);
});

test("at least three rows are shown where fewer were given", async () => {
  const { documents } = await bind(paperOf({ ...complete, investors: [], operation: [] }));
  const report = documents.find(({ name }) => name.includes("申请报告")) as Document;
  const rows = tablesOf(documentOf(report.bytes))[1]?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? [];
  const after = (label: string) => rows.slice(rows.findIndex((row) => row.includes(label)) + 1);
  expect(after("性质").slice(0, 3)).toEqual(Array(3).fill(["", "", "", ""]));
  expect(after("营业收入").slice(0, 3)).toEqual(Array(3).fill(["", "", "", "", "", "", ""]));
});
