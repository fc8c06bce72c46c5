import { describe, expect, test } from "vitest";
import { examples } from "../../../flows/desk/notice/ask.ts";
import { everyone } from "../../../flows/desk/notice/audience.ts";
import { understand } from "../../../flows/desk/notice/understand.ts";
import { audienceText } from "../../../flows/desk/notice/wording.ts";
import type { Contact } from "../../../flows/desk/office.ts";
import { application, enterprise, hangzhou, province, settingFor } from "./addressees.ts";

const qinghai: Contact = { ...province, jurisdiction: "qinghai" };
const xinjiang: Contact = { ...province, jurisdiction: "xinjiang" };

const applying = (procedure: string, given: object, nth: number) =>
  enterprise(`enterprise-${nth}`, { applications: [application({ ...given }, { procedure, done: 3 })] });

const enterprises = [...["杭州市西湖区", "杭州市余杭区", "浙江省温州市龙湾区", "宁波市"].map((city) => ({ city }))].map(
  (given, at) => applying("zhejiang/apply", given, at),
);
const reach = { fields: [], contacts: [], enterprises };

/** What a sentence is understood as: in words; `?` before what is asked, `!` before why it is not taken. */
const heard = (text: string, contact: Contact = hangzhou, picks = {}, base = everyone): string => {
  const understood = understand({ text, picks, base }, reach, settingFor(contact));
  if (understood.is === "clear") return audienceText(understood.audience, settingFor(contact));
  if (understood.is === "refused") return `! ${understood.why}`;
  return `? ${understood.words}: ${understood.options.map(({ label }) => label).join(" | ")}`;
};

describe("a city's contact says whom it means", () => {
  test.each([
    ["杭州 正在填 缺审计报告", "杭州市 · 正在填 · 缺“上一年度审计报告”"],
    ["杭州正在填缺审计报告的", "杭州市 · 正在填 · 缺“上一年度审计报告”"],
    ["杭州市，正在填写，还缺审计报告的单位", "杭州市 · 正在填 · 缺“上一年度审计报告”"],
    ["发给西湖区正在填、没交审计报告的企业", "西湖区 · 正在填 · 缺“上一年度审计报告”"],
    ["请通知西湖区所有没填完的企业", "西湖区 · 正在填"],
    ["所有没开始的", "杭州市 · 没开始"],
    ["还没动笔的企业", "杭州市 · 没开始"],
    ["西湖区、余杭区还没开始的单位", "西湖区、余杭区 · 没开始"],
    ["西湖和余杭没开始的", "西湖区、余杭区 · 没开始"],
    ["没填的", "杭州市 · 没开始"],
    ["没提交的单位", "杭州市 · 没开始或正在填"],
    ["还没完成的", "杭州市 · 没开始或正在填"],
    ["已经生成文件的", "杭州市 · 已生成文件"],
    ["已完成", "杭州市 · 已生成文件"],
    ["已经开始填的", "杭州市 · 正在填或已生成文件"],
    ["全部单位", "杭州市 · 所有单位"],
    ["大家", "杭州市 · 所有单位"],
    ["发给杭州的所有企业", "杭州市 · 所有单位"],
    ["全市申报单位", "杭州市 · 申报单位"],
    ["示范平台", "杭州市 · 示范平台"],
    ["已认定的示范平台", "杭州市 · 示范平台"],
    ["2027年12月31日前到期的示范平台", "杭州市 · 示范平台 · 称号有效期到2027年12月31日为止（含这天）"],
    ["2027-06-30前到期", "杭州市 · 示范平台 · 称号有效期到2027年6月30日为止（含这天）"],
    ["2027年底前到期的", "杭州市 · 示范平台 · 称号有效期到2027年12月31日为止（含这天）"],
    ["今年年底前到期的", "杭州市 · 示范平台 · 称号有效期到2027年12月31日为止（含这天）"],
    ["明年到期的示范平台", "杭州市 · 示范平台 · 称号有效期到2028年12月31日为止（含这天）"],
    ["三个月内到期", "杭州市 · 示范平台 · 称号有效期到2027年6月16日为止（含这天）"],
    ["半年内到期的", "杭州市 · 示范平台 · 称号有效期到2027年9月16日为止（含这天）"],
    ["有效期到2027年6月30日的示范平台", "杭州市 · 示范平台 · 称号有效期到2027年6月30日为止（含这天）"],
    ["下级部门联系人", "杭州市 · 下级部门联系人"],
    ["各县区联系人", "杭州市 · 下级部门联系人"],
    ["审计报告没交的", "杭州市 · 缺“上一年度审计报告”"],
    ["上一年度的审计报告还没传的", "杭州市 · 缺“上一年度审计报告”"],
    ["缺申请报告正文", "杭州市 · 缺“申请报告正文”"],
    ["缺一、平台基本情况", "杭州市 · 缺“平台基本情况”"],
    ["缺手机号", "杭州市 · 缺“手机”"],
    ["缺审计报告和营业执照", "杭州市 · 缺“上一年度审计报告”和“营业执照或法人证书复印件”"],
    ["缺审计报告或营业执照", "杭州市 · 缺“上一年度审计报告”或“营业执照或法人证书复印件”"],
    ["缺营业执照或法人证书复印件", "杭州市 · 缺“营业执照或法人证书复印件”"],
  ])("%s → %s", (text, expected) => expect(heard(text)).toBe(expected));
});

describe("what is open is asked, and taken when it is told", () => {
  test.each([
    ["2027年12月前到期的示范平台", "? 2027年12月前到期: 到 2027年11月30日为止 | 到 2027年12月31日为止"],
    ["2028年前到期的", "? 2028年前到期: 到 2027年12月31日为止 | 到 2028年12月31日为止"],
    ["缺材料", "? 材料: 能证明各项条件的材料 | 证明材料"],
  ])("%s → %s", (text, expected) => expect(heard(text)).toBe(expected));

  test("a place that several are called", () => {
    const cities = ["温州市永嘉县", "宁波市永嘉区"].map((city, at) => applying("zhejiang/apply", { city }, at));
    const sentence = { text: "永嘉没开始的", picks: {}, base: everyone };
    const understood = understand(sentence, { ...reach, enterprises: cities }, settingFor(province));
    expect(understood).toMatchObject({ is: "open", words: "永嘉", options: [{ id: "永嘉县" }, { id: "永嘉区" }] });
  });

  test("by the words", () => {
    const picks = { "2027年12月前到期": "2027-11-30", 材料: "证明材料" };
    expect(heard("2027年12月前到期的示范平台", hangzhou, picks)).toContain("2027年11月30日为止（含这天）");
    expect(heard("缺材料", hangzhou, picks)).toBe("杭州市 · 缺“证明材料”");
    expect(heard("缺材料", hangzhou, { 材料: "something else" })).toContain("?");
  });
});

describe("what cannot be meant is refused, with what is wrong", () => {
  test.each([
    ["温州", "“温州”不在您的范围（杭州市）内"],
    ["西湖区和龙湾区没开始的", "“龙湾区”不在您的范围（杭州市）内"],
    ["丽水市没开始的", "没有所在地是“丽水市”的单位"],
    ["没开始 缺审计报告", "“没开始”和“缺……”请只说一个"],
    ["联系人 没开始", "部门联系人没有申报进度"],
    ["示范平台和联系人", "一次只能发给一类对象"],
    ["除了西湖区的", "还听不懂“除了……”"],
    ["不缺审计报告的", "还听不懂“除了……”“不……”"],
    ["有审计报告的", "没有听懂“审计报告”"],
    ["2027年2月30日前到期", "2027年2月没有30日"],
    ["2027年13月到期", "一年没有13月"],
    ["缺飞机票", "没有找到“飞机票”这一项"],
    ["缺人员名单", "相近的有“平台主要从业人员情况表”"],
    ["缺", "缺什么没有听出来"],
    ["缺情况", "可能是申报表里的 10 项，请说得具体些"],
    ["你好", "没有听懂“你好”"],
    ["abc", "没有听懂“abc”"],
    ["的", "没有听出要发给谁"],
    ["。。。", "没有听出要发给谁"],
    ["", "没有听出要发给谁"],
  ])("%s → %s", (text, expected) => expect(heard(text)).toContain(expected));
});

describe("elsewhere", () => {
  test.each([
    [province, "温州和杭州没开始的", "温州市、杭州市 · 没开始"],
    [province, "所有没开始的", "浙江省 · 没开始"],
    [qinghai, "海西没开始的", "海西蒙古族藏族自治州 · 没开始"],
    [qinghai, "复核还没开始的", "青海省 · 省级中小企业公共服务示范平台复核 · 没开始"],
    [qinghai, "总结报告没交的", "（半）年度总结报告 · 没开始或正在填"],
    [qinghai, "申报没完成的", "省级中小企业公共服务示范平台申报 · 没开始或正在填"],
    [xinjiang, "和田没开始的", "和田地区 · 没开始"],
    [{ ...qinghai, level: "city", area: "西宁市" } as Contact, "海东没开始的", "“海东”不在您的范围（西宁市）内"],
  ])("%o: %s → %s", (contact, text, expected) => expect(heard(text, contact)).toContain(expected));
});

test("what a sentence does not speak of stays, where it changes what there is", () => {
  const base = { ...everyone, areas: ["西湖区"], standings: ["open"] as const };
  expect(heard("缺审计报告", hangzhou, {}, base)).toBe("西湖区 · 正在填 · 缺“上一年度审计报告”");
  expect(heard("余杭", hangzhou, {}, base)).toBe("余杭区 · 正在填");
  expect(heard("联系人", hangzhou, {}, base)).toContain("! ");
});

test.each(["henan", "qinghai", "taiyuan", "xinjiang", "zhejiang"])(
  "the examples that are shown in %s work there",
  (jurisdiction) => {
    const contact: Contact = { ...province, jurisdiction };
    const shown = examples(settingFor(contact))
      .split("\n")
      .map((line) => line.slice(1, -1));
    expect(shown.length).toBeGreaterThan(1);
    for (const sentence of shown) expect(heard(sentence, contact)).not.toMatch(/^[!?]/);
  },
);
