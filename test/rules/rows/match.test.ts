import { describe, expect, test } from "vitest";
import type { Grid } from "../../../rules/content.ts";
import { assignSheets, fitOf, matchColumns } from "../../../rules/rows/match.ts";
import { matchText } from "../../../rules/rows/match-text.ts";
import { takeRows } from "../../../rules/rows/take.ts";
import { cellsOf, on, tableAt } from "./tables.ts";

const served = tableAt("henan/apply servedList");
const devices = tableAt("xinjiang/apply equipment");
const staff = tableAt("xinjiang/apply roster");
const summary = tableAt("qinghai/report platforms");

const grid = (text: string): Grid =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim().split("|"));

describe("headings", () => {
  test.each([
    ["the form's own", "企业名称|联系人|职务|联系电话", ["name", "person", "position", "phone"], []],
    [
      "spaces, brackets and stars",
      "* 企 业 名 称（全称）|联系人：|职 务|联系电话(手机)",
      ["name", "person", "position", "phone"],
      [],
    ],
    ["the field's other names", "单位名称|对接人|职位|手机号码", ["name", "person", "position", "phone"], []],
    [
      "another order, more columns",
      "序号|电话|备注|公司名称|联系人|职务",
      [null, "phone", null, "name", "person", "position"],
      [],
    ],
    [
      "two telephones: the fuller one",
      "企业名称|联系人|职务|电话|手机",
      ["name", "person", "position", null, "phone"],
      [],
    ],
    [
      "a near name is unsure",
      "企业名称|企业联系人|职务|联系电话号",
      ["name", "person", "position", "phone"],
      ["phone"],
    ],
    [
      "an unknown name over numbers to call",
      "企业名称|联系人|职务|怎么找他",
      ["name", "person", "position", "phone"],
      ["phone"],
    ],
  ] as const)("%s", (_, headings, columns, unsure) => {
    const cells = { name: "郑州甲机械有限公司", person: "王伟", position: "经理", phone: "13903710001" };
    const rows = [0, 1, 2].map(() => columns.map((id) => (id ? cells[id] : "")));
    expect(matchColumns([headings.split("|"), ...rows], served, on)).toEqual({ heading: 0, first: 1, columns, unsure });
  });

  test("below a title, a unit and a blank line", () => {
    const cells = grid(`设备清单|||单位：元|
      |
      名称|数量|购买时间|购买价格|是否处于行业领先水平
      光谱仪|1|2019/3/5|325000|是`);
    const matched = matchColumns(cells, devices, on);
    expect(matched).toMatchObject({ heading: 2, first: 3, unsure: [] });
    expect(matched && takeRows(cells, matched, devices, on).rows).toMatchObject([{ price: "32.5" }]);
  });

  test("of two rows, the same name under several groups", () => {
    const cells = grid(`平台名称|服务企业（家）|||举办服务活动（场）||营业收入（万元）||利润（万元）|
      |累计数|新增数|同比增长（%）|累计数|新增数|新增金额|同比增长（%）|新增金额|同比增长（%）
      甲平台|420|68|8.5%|96|14|480|10%|46|-2%`);
    expect(matchColumns(cells, summary, on)).toEqual({
      heading: 0,
      first: 2,
      columns: [
        "name",
        "served",
        "newServed",
        "servedGrowth",
        "events",
        "newEvents",
        "revenue",
        "revenueGrowth",
        "profit",
        "profitGrowth",
      ],
      unsure: [],
    });
  });

  test("names that nobody knows over figures are headings all the same", () => {
    const cells = grid(`甲方|谁|干什么的|号
      郑州甲机械有限公司|王伟|经理|13903710001
      洛阳乙轴承有限公司|李芳|主任|13903790001`);
    expect(matchColumns(cells, served, on)).toMatchObject({
      heading: 0,
      first: 1,
      columns: [null, null, null, "phone"],
    });
  });
});

describe("without headings", () => {
  test("by order", () => {
    const cells = grid("郑州甲机械有限公司|王伟|经理|13903710001");
    expect(matchColumns(cells, served, on)).toEqual({
      heading: null,
      first: 0,
      columns: ["name", "person", "position", "phone"],
      unsure: [],
    });
  });
  test("by content, shown as unsure", () => {
    const cells = grid(`13903710001|郑州甲机械有限公司|经理|王伟
      13903790001|洛阳乙轴承有限公司|主任|李芳`);
    expect(matchColumns(cells, served, on)).toEqual({
      heading: null,
      first: 0,
      columns: ["phone", "name", "position", "person"],
      unsure: ["phone", "name", "position", "person"],
    });
  });
  test("names further down are no headings of the rows above", () => {
    const cells = grid(`郑州甲机械有限公司|王伟|经理|13903710001
      企业名称|联系人|职务|联系电话`);
    expect(matchColumns(cells, served, on)).toMatchObject({ heading: null, first: 0 });
  });
  test("nothing fits", () => {
    expect(matchColumns(grid("今天|天气|很好"), served, on)).toBeNull();
    expect(matchColumns([], served, on)).toBeNull();
  });
});

describe("corrections by the person", () => {
  const cells = grid(`单位名称|联系人|职务|电话|备用电话
    郑州甲机械有限公司|王伟|经理|13903710001|13903710002`);
  test.each([
    ["another column", { 4: "phone", 3: null }, ["name", "person", "position", null, "phone"]],
    ["one not used", { 2: null }, ["name", "person", null, "phone", null]],
    ["two swapped", { 1: "position", 2: "person" }, ["name", "position", "person", "phone", null]],
    ["an id the table lacks", { 4: "fax" }, ["name", "person", "position", "phone", null]],
  ])("%s", (_, fixed, columns) => {
    expect(matchColumns(cells, served, on, fixed)).toMatchObject({ columns, unsure: [] });
  });
});

describe("sheets", () => {
  const rows = {
    staff: "姓名|性别|年龄|学历|职务|职称|主管工作\n陈静|女|33|硕士|副主任|经济师|融资服务",
    devices: "设备名称|数量|购置日期|金额|行业领先\n光谱仪|1|2019/3/5|32.5|是",
    served: "单位名称|联系人|职务|手机\n郑州甲机械有限公司|王伟|经理|13903710001",
    other: "科目|借方|贷方\n现金|100|200",
  };
  const tables = [
    { id: "roster", field: staff },
    { id: "equipment", field: devices },
    { id: "servedList", field: served },
    { id: "investors", field: tableAt("xinjiang/apply investors") },
    { id: "operation", field: tableAt("xinjiang/apply operation") },
  ];
  test("each goes to its table, others are left out", () => {
    const sheets = [rows.other, rows.served, rows.devices, rows.staff].map((text, at) => ({
      name: `Sheet${at + 1}`,
      cells: grid(text),
    }));
    const assigned = assignSheets(sheets, tables, on).map(({ sheet, table }) => `${sheet.name} ${table}`);
    expect(assigned).toEqual(["Sheet2 servedList", "Sheet3 equipment", "Sheet4 roster"]);
  });
  test("the name decides between tables alike", () => {
    const alike = [
      { id: "survey", field: tableAt("henan/recommend survey") },
      { id: "servedList", field: served },
    ];
    const sheets = ["服务企业名单", "抽样企业"].map((name) => ({ name, cells: grid(rows.served) }));
    expect(assignSheets(sheets, alike, on).map(({ table }) => table)).toEqual(["servedList", "survey"]);
  });
  test("a sheet fits its own table best", () => {
    const cells = grid(rows.staff);
    const fits = [staff, devices, served].map((table) => {
      const matched = matchColumns(cells, table, on);
      return matched ? fitOf(cells, matched, table, on) : 0;
    });
    expect(fits[0]).toBe(1);
    expect(Math.max(...fits.slice(1))).toBeLessThan(0.5);
  });
});

describe("in words", () => {
  test("what comes from where, what is unsure, unused, lacking", () => {
    const cells = grid(`序号|单位名称|联系人|怎么找他|备注
      1|郑州甲机械有限公司|王伟|13903710001|
      2|洛阳乙轴承有限公司|李芳|13903790001|老客户`);
    const matched = matchColumns(cells, served, on);
    expect(matched && matchText(cells, matched, served)).toBe(
      "企业名称 ← “单位名称”；联系人 ← “联系人”；联系电话 ← “怎么找他”（按内容猜的）；没有用上的列：“备注”；没有找到的栏目：职务（会留空）",
    );
  });
  test("without headings the first cell stands for the column", () => {
    const cells = grid("郑州甲机械有限公司|王伟|经理|13903710001");
    const matched = matchColumns(cells, served, on);
    expect(matched && matchText(cells, matched, served)).toContain("联系人 ← 第 2 列（如“王伟”）");
  });
});

test("rows in the table's order, whatever the sheet's", () => {
  const cells = grid(`职称|姓名|年龄|性别
    经济师|陈静|33|女`);
  const matched = matchColumns(cells, staff, on);
  expect(matched && takeRows(cells, matched, staff, on).rows.map((row) => cellsOf(row, staff))).toEqual([
    ["陈静", "female", 33, null, null, "经济师", null],
  ]);
});
