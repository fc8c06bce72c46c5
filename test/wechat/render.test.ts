import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reply } from "../../bot/channel.ts";
import { render } from "../../bot/channels/wechat/render.ts";
import { asking, told } from "../contracts/house.ts";

const yesNo = [
  { id: "yes", label: "是" },
  { id: "no", label: "否" },
];
const menu = asking("请选择：", {
  ask: { step: "menu", field: null, column: null, row: null, label: null, kind: null, refused: false },
  choices: [
    { id: "sample", label: "看示例（马上拿到一套文件）" },
    { id: "zhejiang/apply", label: "新申请：浙江省 认定申请" },
  ],
});
const file = { hash: "a".repeat(64), name: "申报书.docx" };

/** Messages as they look, one after another. */
const looks = (reply: Reply): string =>
  render(reply)
    .map((part) => ("text" in part ? part.text : `📎 ${part.file.name}`))
    .join("\n———\n");

describe("golden", () => {
  test("a menu, numbered", () => {
    expect(looks(menu)).toMatchInlineSnapshot(`
      "请选择：
      1. 看示例（马上拿到一套文件）
      2. 新申请：浙江省 认定申请"
    `);
  });

  test("a yes or no, with its progress", () => {
    const ask = {
      step: "field",
      field: "x",
      column: null,
      row: null,
      label: "x",
      kind: "yesNo",
      refused: false,
    } as const;
    expect(
      looks(asking("单位成立满三年了吗？", { ask, choices: yesNo, progress: { done: 3, total: 58 } })),
    ).toMatchInlineSnapshot(`
      "单位成立满三年了吗？（3/58）
      1. 是
      2. 否"
    `);
  });

  test("no numbers where a number may be the answer", () => {
    const ask = {
      step: "field",
      field: "x",
      column: null,
      row: null,
      label: "x",
      kind: "count",
      refused: false,
    } as const;
    const choices = [
      { id: "back", label: "返回" },
      { id: "skip", label: "跳过" },
    ];
    expect(looks(asking("职工多少人？", { ask, choices }))).toMatchInlineSnapshot(`
      "职工多少人？
      [返回] [跳过]"
    `);
  });

  test("a document says its name once", () => {
    expect(looks(told(file.name, { file }))).toMatchInlineSnapshot(`"📎 申报书.docx"`);
  });

  test("a document that is explained", () => {
    expect(looks(told("这是草稿。", { file }))).toMatchInlineSnapshot(`
      "这是草稿。
      ———
      📎 申报书.docx"
    `);
  });

  test("a document with a question: the question comes last", () => {
    expect(looks({ ...menu, file })).toMatchInlineSnapshot(`
      "📎 申报书.docx
      ———
      请选择：
      1. 看示例（马上拿到一套文件）
      2. 新申请：浙江省 认定申请"
    `);
  });
});

describe("what WeChat takes", () => {
  const text = fc.string({ unit: fc.constantFrom("文", "，", "。", "\n", " ", "😀", "a"), maxLength: 6000 });
  const choices = fc.array(fc.record({ id: fc.constant("x"), label: fc.string({ minLength: 1, maxLength: 60 }) }), {
    maxLength: 40,
  });

  test("never a text over 2000 or an empty one, and nothing is lost", () => {
    fc.assert(
      fc.property(text, choices, (words, given) => {
        const parts = render(asking(words, { choices: given }));
        expect(parts.length).toBeGreaterThan(0);
        const texts = parts.map((part) => ("text" in part ? part.text : ""));
        for (const one of texts) {
          expect(one.length).toBeLessThanOrEqual(2000);
          expect(one.trim()).not.toBe("");
        }
        const bare = (all: string) => all.replace(/\s/g, "");
        if (bare(words) !== "") expect(bare(texts.join("")).startsWith(bare(words))).toBe(true);
        for (const { label } of given) expect(bare(texts.join(""))).toContain(bare(label));
      }),
    );
  });
});
