import { describe, expect, test } from "vitest";
import type { Field } from "../../../rules/define.ts";
import { loadJurisdictions, servedBy } from "../../../rules/index.ts";
import { fieldsLabelled } from "../../../rules/said/labels.ts";

const served = servedBy(await loadJurisdictions());
const fieldsOf = (procedure: string) =>
  Object.entries(served.find(({ id }) => id === procedure)!.procedure.fields).map(([id, field]) => ({
    id,
    field: field as Field,
  }));

describe.each([
  [
    "zhejiang/apply",
    {
      legalRepresentative: ["法人", "法定代表人", "法人代表", "法 人", "公司法人", "我们公司的法人"],
      contactPhone: ["电话", "联系电话", "联系电话：", "单位电话"],
      registeredAddress: ["地址", "注册地址", "住所", "住　　所", "公司地址"],
      postcode: ["邮编", "邮政编码"],
      registeredOn: ["成立日期", "注册日期", "成立时间", "2、成立日期"],
      staff: ["职工人数", "员工人数", "从业人员", "从业人数（人）"],
      email: ["邮箱", "电子邮箱", "Email", "E-MAIL"],
      website: ["网址", "网站", "官网", "网址（已建网站的填写）"],
      registeredCapital: ["注册资本", "注册资金", "注册资本（万元）", "【注册资本】"],
      satisfaction: ["满意度", "用户满意度"],
      applicantName: ["名称", "单位名称", "企业名称"],
    },
  ],
  ["henan/apply", { creditCode: ["统一社会信用代码", "信用代码", "税号"], headName: ["主要负责人", "负责人"] }],
  ["taiyuan/apply", { website: ["网址", "网址及备案号"] }],
  ["xinjiang/apply", { creditCode: ["证件编号", "统一社会信用代码"], ownArea: ["自有面积"] }],
])("%s", (procedure, names) => {
  const fields = fieldsOf(procedure);
  const rows = Object.entries(names).flatMap(([id, words]) => words.map((word) => [word, id] as const));
  test.each(rows)("%s is %s", (words, id) => expect(fieldsLabelled(words, fields)).toEqual([id]));
});

test.each(["", "：", "日期", "服务", "开户行", "法人身份证号", "员工平均年龄", "注册资本变更日期", "经营范围", "数量"])(
  "%j names no field for sure",
  (words) => expect(fieldsLabelled(words, fieldsOf("zhejiang/apply"))).toEqual([]),
);

test("a label that two fields bear names both", () => {
  expect(fieldsLabelled("联系电话", fieldsOf("qinghai/apply"))).toEqual(["contactPhone", "filledByPhone"]);
});
