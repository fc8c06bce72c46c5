import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Passage } from "../../rules/content.ts";
import type { Field } from "../../rules/define.ts";
import { loadJurisdictions, servedBy } from "../../rules/index.ts";
import { sectionsIn } from "../../rules/sections.ts";
import { loadForms } from "../../templates/load.ts";

const served = servedBy(await loadJurisdictions());
const longTexts = (id: string) => {
  const fields = Object.entries(served.find((one) => one.id === id)?.procedure.fields ?? {}) as [string, Field][];
  return fields.flatMap(([name, field]) => (field.kind === "longText" ? [{ id: name, field }] : []));
};
const zhejiang = longTexts("zhejiang/apply");
const one = zhejiang.filter(({ id }) => id === "history");

const text = (paragraph: string, level: number | null = null): Passage => ({ paragraph, level });
const table = (...rows: string[][]): Passage => ({ table: rows });

describe("a heading names its field", () => {
  const body = "我们为中小企业服务。";
  test.each([
    ["as on the form", "一、申请单位的基本情况", "history"],
    ["in brackets", "（一）申请单位的基本情况", "history"],
    ["with figures", "1.申请单位的基本情况", "history"],
    ["as a chapter", "第一部分　申请单位的基本情况", "history"],
    ["with a colon and spaces", "申请单位的 基本情况：", "history"],
    ["with what it includes", "二、申请单位的基本情况（包括：创立发展沿革、发展目标）；", "history"],
    ["with a word more", "三、平台管理运营情况", "management"],
    [
      "at length where the label is short",
      "三、服务对象所在区域的行业状况，在区域经济发展中的地位、作用，中小企业发展情况和公共服务需求情况",
      "region",
    ],
    ["in other words", "五、我们的服务", null],
    ["of another field's beginning", "六、服务情况", null],
    ["a sentence of the text", "申请单位的基本情况见附件。", null],
  ])("%s: %s", (_, heading, id) => {
    const { sections, rest } = sectionsIn([text(heading), text(body)], zhejiang);
    expect(sections).toEqual(id === null ? {} : { [id]: body });
    expect(rest).toBe(id === null ? `${heading}\n${body}` : "");
  });

  test.each([
    ["下一步发展规划", "nextSteps"],
    ["5、主要服务业绩及对区域经济和中小企业健康发展的贡献", "achievements"],
    ["6、获得各部门及各级政府扶持的情况说明及佐证材料", "supportReceived"],
  ])("Qinghai: %s", (heading, id) => {
    expect(sectionsIn([text(heading, 1), text(body)], longTexts("qinghai/apply")).sections).toEqual({ [id]: body });
  });

  test.each(served.map(({ id }) => [id, longTexts(id)] as const).filter(([, fields]) => fields.length > 0))(
    "%s: every label, numbered",
    (_, fields) => {
      const passages = fields.flatMap(({ field, id }, at) => [text(`${at + 1}、${field.label}`), text(`关于${id}。`)]);
      const expected = Object.fromEntries(fields.map(({ id }) => [id, `关于${id}。`]));
      expect(sectionsIn(passages, fields)).toEqual({ sections: expected, rest: "" });
    },
  );

  test.each(served)(
    "$id: every heading that its forms print over a long text",
    async ({ id, jurisdiction, procedure }) => {
      const forms = Object.values((await loadForms(jurisdiction.code))[procedure.code] ?? {});
      for (const block of forms.flatMap(({ blocks }) => blocks)) {
        // Qinghai's summary of three years says it in words of its own; reading back knows that form.
        if (block.block !== "narrative" || block.heading === "一、单位和平台的基本情况") continue;
        const { sections } = sectionsIn([text(block.heading), text(body)], longTexts(id));
        expect(sections, block.heading).toEqual({ [block.answer]: body });
      }
    },
  );

  test("where two fields may be meant, none is", () => {
    const label = "服务质量和服务收费的总体情况";
    const fields = ["a", "b"].map((id) => ({ id, field: { ...(one[0]?.field as Field), label } }));
    expect(sectionsIn([text(`一、${label}`), text(body)], fields).sections).toEqual({});
  });
});

describe("text under a heading", () => {
  test("goes up to the next known one, with tables as lines; what is before the first is the rest", () => {
    const { sections, rest } = sectionsIn(
      [
        text("某某公司申报材料"),
        text("二、申请单位的基本情况"),
        text("成立于2014年。"),
        text("（一）发展沿革"),
        table(["年份", "人数"], ["2020", "22\n人"]),
        text("四、管理运营情况：制度齐全。"),
        text("人员稳定。"),
      ],
      zhejiang,
    );
    expect(sections).toEqual({
      history: "成立于2014年。\n（一）发展沿革\n年份\t人数\n2020\t22 人",
      management: "制度齐全。\n人员稳定。",
    });
    expect(rest).toBe("某某公司申报材料");
  });

  test("ends at an unknown heading of its rank, where both are set as headings", () => {
    const { sections, rest } = sectionsIn(
      [
        text("八、下一步发展设想", 1),
        text("扩大服务。"),
        text("一年内", 2),
        text("新增两处。"),
        text("九、上一年度审计报告", 1),
        text("见附件。"),
      ],
      zhejiang,
    );
    expect(sections).toEqual({ nextSteps: "扩大服务。\n一年内\n新增两处。" });
    expect(rest).toBe("九、上一年度审计报告\n见附件。");
  });

  test("a heading that comes again stood in the contents before", () => {
    const contents = ["二、申请单位的基本情况", "八、下一步发展设想"].map((line) => text(line));
    const { sections, rest } = sectionsIn(
      [
        ...contents,
        table(["申请表"]),
        text("二、申请单位的基本情况"),
        text("成立于2014年。"),
        text("八、下一步发展设想"),
        text("扩大。"),
      ],
      zhejiang,
    );
    expect(sections).toEqual({ history: "成立于2014年。", nextSteps: "扩大。" });
    expect(rest).toBe("二、申请单位的基本情况\n八、下一步发展设想\n申请表");
  });
});

describe("without a known heading", () => {
  const passages = [text("平台介绍", 1), text("成立于2014年。"), table(["甲", "乙"])];
  test("the one field asked has it all", () => {
    expect(sectionsIn(passages, one)).toEqual({ sections: { history: "平台介绍\n成立于2014年。\n甲\t乙" }, rest: "" });
  });
  test("of several fields none has it", () => {
    expect(sectionsIn(passages, zhejiang)).toEqual({ sections: {}, rest: "平台介绍\n成立于2014年。\n甲\t乙" });
  });
  test("nothing is nothing", () => {
    expect(sectionsIn([], one)).toEqual({ sections: {}, rest: "" });
  });
});

test("whatever comes, nothing is lost but headings, and nothing is made up", () => {
  const headings = zhejiang.map(({ field }) => field.label);
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(...headings, ...headings.map((label) => `一、${label}：`), "内容。"),
  );
  const passage = fc.oneof(
    fc.record({ paragraph: line, level: fc.option(fc.integer({ min: 1, max: 4 })) }),
    fc.record({ table: fc.array(fc.array(line, { maxLength: 3 }), { maxLength: 3 }) }),
  );
  const letters = (text: string): string => [...text.replace(/\s/g, "")].toSorted().join("");
  fc.assert(
    fc.property(fc.array(passage, { maxLength: 12 }), fc.constantFrom(zhejiang, one), (passages, fields) => {
      const { sections, rest } = sectionsIn(passages, fields);
      const given = passages.flatMap((one) => ("table" in one ? one.table.flat() : [one.paragraph]));
      const kept = [...Object.values(sections), rest].join("");
      const isHeading = (text: string): boolean => headings.some((label) => text.includes(label));
      const texts = given.filter((text) => !isHeading(text)).flatMap((text) => text.split(/\s+/));
      expect(texts.filter((text) => !kept.replace(/\s/g, "").includes(text))).toEqual([]);
      const surplus = [...letters(kept)].length - [...letters(given.join(""))].length;
      expect(surplus).toBeLessThanOrEqual(0);
    }),
  );
});
