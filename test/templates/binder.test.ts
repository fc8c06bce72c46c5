import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { bind } from "../../templates/index.ts";
import { distinct, safeName } from "../../templates/names.ts";
import { complete, draft, paperOf } from "./body.ts";
import { documentOf, tablesOf, textOf } from "./xml.ts";

const contentsOf = async (...paper: Parameters<typeof paperOf>) => {
  const [contents] = (await bind(paperOf(...paper))).documents;
  return documentOf(contents?.bytes as Uint8Array);
};

test("documents come in the order of binding, each under its number", async () => {
  const { documents, zip } = await bind(paperOf(complete));
  expect(documents.map(({ name }) => name)).toEqual([
    "00 目录和材料清单.docx",
    "01 附件1 推荐表.docx",
    "02 附件2 申请报告.docx",
    "04 附件3 平台服务设施、软件、仪器设备清单.docx",
    "05 附件4 平台主要从业人员情况表.docx",
    "06 附件5 申报材料真实性声明.docx",
  ]);
  expect(zip.name).toBe("省级中小企业公共服务示范平台申报 杭州虚构启航企业服务有限公司.zip");
});

test("the zip holds the documents and the received files, several of one material in a folder", async () => {
  const { documents, zip } = await bind(paperOf(complete));
  const held = unzipSync(zip.bytes);
  expect(Object.keys(held)).toEqual([
    ...documents.map(({ name }) => name),
    "03 附件2之九 上一年度审计报告.pdf",
    "08 能证明各项条件的材料/场地合同.pdf",
    "08 能证明各项条件的材料/_场地合同.pdf",
    "08 能证明各项条件的材料/场地合同 (2).pdf",
    "附 填报内容一览（自留）.docx",
  ]);
  expect(Buffer.from(held["08 能证明各项条件的材料/场地合同 (2).pdf"] as Uint8Array).toString()).toBe("合同三");
  for (const { name, bytes } of documents) expect(Buffer.compare(held[name] as Uint8Array, bytes)).toBe(0);
});

test("a file that is not at hand is named and left out", async () => {
  const paper = paperOf(complete, { files: new Map() });
  expect(Object.keys(unzipSync((await bind(paper)).zip.bytes))).toHaveLength(7);
  expect(textOf(await contentsOf(complete, { files: new Map() }))).toContain("2020年度审计报告.pdf（未在压缩包内）");
});

describe("the contents sheet", () => {
  const rows = async (...paper: Parameters<typeof paperOf>) =>
    tablesOf(await contentsOf(...paper))[0]?.rows.map(({ cells }) => cells.map(({ text }) => text));

  test("lists each part with its article, copies and state", async () => {
    expect(await rows(complete)).toEqual([
      ["序号", "材料", "依据", "份数", "状态"],
      ["01", "附件1 推荐表", "附件1", "一式三份", "☑ 已生成"],
      ["02", "附件2 申请报告", "附件2", "一式三份", "☑ 已生成"],
      ["03", "附件2之九 上一年度审计报告", "附件2 九", "一式三份", "☑ 已收到\n2020年度审计报告.pdf"],
      ["04", `附件3 平台服务设施、软件、仪器设备清单\n${OURS}`, "附件3", "一式三份", "☑ 已生成"],
      ["05", `附件4 平台主要从业人员情况表\n${OURS}`, "附件4", "一式三份", "☑ 已生成"],
      ["06", "附件5 申报材料真实性声明", "附件5", "一式三份", "☑ 已生成"],
      ["07", "营业执照或法人证书复印件\n（原通知没有列出，本系统建议附上）", "一（一）1", "一式三份", "☑ 已备纸质件"],
      [
        "08",
        "能证明各项条件的材料\n（原通知没有列出，本系统建议附上）",
        "一（一）6",
        "一式三份",
        "☑ 已收到\n场地合同.pdf\n../场地合同.pdf\n场地合同.pdf",
      ],
    ]);
  });

  test("says what is not there yet", async () => {
    const states = (await rows({ ...draft, licence: null }, { isDraft: true }))?.map((row) => row.at(-1));
    expect(states?.[3]).toBe("□ 未收到");
    expect(states?.[7]).toBe("□ 未收到（可不附）");
    expect(states?.[1]).toBe("☑ 已生成（草稿）");
  });

  test("says what to do next, by when and where", async () => {
    const text = textOf(await contentsOf(complete));
    expect(text).toContain("2. 在附件2封面、附件3、附件5的“（盖章）”处盖公章〔附件2〕\n");
    expect(text).toContain("2021年5月16日前：申报单位网上申请（网上）〔三（一）1〕\n");
    expect(text).toContain("网上申报：浙江政府服务网，搜索“省级中小企业公共服务示范平台认定”");
    expect(text).toContain("一式三份，报送浙江省中小企业服务中心，杭州市环城北路296号");
    expect(text).toContain("（邮编310006）");
    expect(text).not.toContain("目前没有开放的批次");
  });

  test("without an open round says so, and a past one is over", async () => {
    expect(textOf(await contentsOf(complete, { round: null }))).toContain("目前没有开放的批次");
    expect(textOf(await contentsOf(complete, {}, "2021-05-17"))).toContain("这一批次已于2021年5月16日截止");
    expect(textOf(await contentsOf(complete, {}, "2021-05-16"))).not.toContain("截止");
  });
});

describe("the self-check", () => {
  test("shows what is asked, what there is, what came of it and where it stands", async () => {
    const [, check] = tablesOf(await contentsOf(draft, { isDraft: true }));
    const row = (start: string) =>
      check?.rows.map(({ cells }) => cells.map(({ text }) => text)).find(([text]) => text?.startsWith(start));
    expect(row("从业人数")).toEqual(["从业人数：不低于 20 人", "18 人", "不符合\n从业人数：还差 2 人", "一（一）3"]);
    expect(row("资产总额")).toEqual(["资产总额：不低于 200 万元", "860 万元", "符合", "一（一）2"]);
    expect(row("年服务中小微企业")).toEqual(["年服务中小微企业", "未填：年服务中小微企业", "待定", "一（一）5"]);
    expect(row("注册登记时间")?.[0]).toContain("我们的理解：通知没有说年限算到哪一天");
    expect(row("至少一项服务功能")).toEqual(["至少一项服务功能：不低于 1 项", "2 项", "符合", "一（二）"]);
  });

  test("names the documents that are not held, and a source that has lapsed first of all", async () => {
    const text = textOf(await contentsOf(complete, {}, "2026-11-20"));
    expect(text).toContain("《浙江省中小企业公共服务示范平台认定管理办法（试行）》");
    expect(text).toContain("依据文件已于2021年12月31日到期，请向浙江省经济和信息化厅核实是否有新办法");
    expect(textOf(await contentsOf(complete))).not.toContain("到期");
  });
});

describe("file names", () => {
  test.each([
    ['a/b\\c:d*e?f"g<h>i|j.pdf', "a_b_c_d_e_f_g_h_i_j.pdf"],
    ["../../etc/passwd", "_.._etc_passwd"],
    ["con", "_con"],
    ["LPT1.txt", "_LPT1.txt"],
    ["console.txt", "console.txt"],
    [" 报告. ", "报告"],
    ["\u0000\u202e\ud800", "文件"],
    ["", "文件"],
    ["..", "文件"],
    ["行\n二.pdf", "行二.pdf"],
  ])("%j → %s", (name, safe) => expect(safeName(name)).toBe(safe));

  test("are cut to 100 characters and 240 bytes, their ending stays, no character is halved", () => {
    expect(safeName(`${"a".repeat(300)}.docx`)).toBe(`${"a".repeat(95)}.docx`);
    const chinese = safeName(`${"长".repeat(300)}.docx`);
    expect(chinese).toMatch(/^长+\.docx$/);
    expect(Buffer.byteLength(chinese)).toBeLessThanOrEqual(240);
    expect(safeName("😀".repeat(100))).toBe("😀".repeat(60));
  });

  test("get numbers where they are the same, whatever their case", () => {
    expect(distinct(["a.pdf", "A.pdf", "a.pdf", "a (2).pdf", "b"])).toEqual([
      "a.pdf",
      "A (2).pdf",
      "a (3).pdf",
      "a (2) (2).pdf",
      "b",
    ]);
  });
});

const OURS = "（栏目为本系统参照青海省附件拟定，原通知只给出表名）";
