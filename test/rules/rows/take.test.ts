import { describe, expect, test } from "vitest";
import type { Grid } from "../../../rules/content.ts";
import { brokenText } from "../../../rules/rows/broken-text.ts";
import { matchColumns } from "../../../rules/rows/match.ts";
import { takeRows } from "../../../rules/rows/take.ts";
import { on, tableAt } from "./tables.ts";

const devices = tableAt("xinjiang/apply equipment");
const headings = ["名称", "数量", "购买时间", "购买价格", "是否处于行业领先水平"];
const row = ["光谱仪", "1", "2019/3/5", "32.5", "是"];

const taken = (...cells: Grid) => {
  const matched = matchColumns([headings, ...cells], devices, on);
  if (!matched) throw new Error("no match");
  return takeRows([headings, ...cells], matched, devices, on);
};
const names = (...cells: Grid) => taken(...cells).rows.map(({ name }) => name);

describe("rows left out", () => {
  test.each([
    ["empty ones", ["", " ", "　"]],
    ["a total", ["合 计", "3", "", "71.5", ""]],
    ["the headings again", headings],
    ["an example", ["示例：电脑", "1", "2020/1/1", "0.5", "否"]],
    ["an example in short", ["例", "1", "2020/1/1", "0.5", "否"]],
    ["a note", ["注：价格不含税"]],
    ["who filled it in", ["填表人：张三", "", "", "联系电话：13800138000"]],
    ["a sentence at the foot", ["以上设备均为自有，特此说明。"]],
  ])("%s", (_, cells) => {
    expect(names(row, cells)).toEqual(["光谱仪"]);
  });
  test.each([
    ["a name that begins like an example", ["例外牌检测仪", "1", "2020/1/1", "0.5", "否"]],
    ["a name that begins like a total", ["合计时器", "1", "2020/1/1", "0.5", "否"]],
    ["a name alone, to be asked for the rest", ["打印机"]],
  ])("but not %s", (_, cells) => {
    expect(names(row, cells)).toEqual(["光谱仪", cells[0]]);
  });
});

describe("broken cells", () => {
  test("are missing and told with line and cause", () => {
    const { rows, broken } = taken(row, [], ["服务器", "约2", "2019年13月5日", "", "也许"]);
    expect(rows[1]).toEqual({ name: "服务器" });
    expect(brokenText(broken, devices)).toBe(
      [
        "第 4 行“数量”：“约2”是个大约的说法，按 2 台（套） 记录可以吗？",
        "第 4 行“购买时间”：“2019年13月5日”：一年没有13月，请核对月份。",
        "第 4 行“购买价格”：这一格是空的。",
        "第 4 行“是否处于行业领先水平”：没有看懂“也许”，请回答“是”或“否”。",
      ].join("\n"),
    );
  });
  test("at most ten are named, then how many there are", () => {
    const { broken } = taken(row, ...Array.from({ length: 37 }, () => ["服务器", "2", "不详", "6.5", "否"]));
    const lines = brokenText(broken, devices).split("\n");
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe("……共 37 处");
  });
  test("none", () => {
    expect(brokenText(taken(row).broken, devices)).toBe("");
  });
});

describe("days of a spreadsheet", () => {
  test.each([
    ["43529", "2019-03-05"],
    ["43529.75", "2019-03-05"],
    ["43466", "2019-01-01"],
    ["20000", "1954-10-03"],
    ["60000", "2064-04-08"],
    ["19999", undefined],
    ["60001", undefined],
  ])("%s", (text, day) => {
    expect(taken(["光谱仪", "1", text, "32.5", "是"]).rows[0]?.boughtOn).toBe(day);
  });
});

describe("the unit that a heading names", () => {
  test.each([
    ["购买价格（元）", "5000000", "500"],
    ["购买价格（元）", "5,000,000.00", "500"],
    ["购买价格/元", "5000000元", "500"],
    ["购买价格（元）", "500万", "500"],
    ["购买价格（万元）", "500", "500"],
    ["购买价格（万元）", "2,500,000", undefined],
    ["购买价格（亿元）", "0.05", "500"],
    ["购买价格（千元）", "5000", "500"],
    ["购买价格（单位：元）", "5000000", "500"],
    ["购买价格（美元）", "5000000", undefined],
    ["购买价格（含税）", "500", "500"],
  ])("%s over %s", (heading, text, price) => {
    const cells = [headings.with(3, heading), row.with(3, text)];
    const matched = matchColumns(cells, devices, on);
    expect(matched && takeRows(cells, matched, devices, on).rows[0]?.price).toBe(price);
  });
});
