import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reply } from "../../bot/channel.ts";
import { commandMenu, wordsOf } from "../../bot/channels/telegram/commands.ts";
import { keyboardOf, readData } from "../../bot/channels/telegram/keyboard.ts";
import { render } from "../../bot/channels/telegram/render.ts";
import { split } from "../../bot/split.ts";
import { commandOf } from "../../flows/commands.ts";
import { asking } from "../contracts/house.ts";

const yesNo = [
  { id: "yes", label: "是" },
  { id: "no", label: "否" },
];
const menu = asking("请选择：", {
  ask: { step: "menu", field: null, column: null, row: null, label: null, kind: null, refused: false },
  choices: [
    { id: "sample", label: "看示例（马上拿到一套文件）" },
    { id: "zhejiang/apply", label: "新申请：浙江省 认定申请" },
    { id: "help", label: "帮助" },
  ],
});

/** A message as it looks: its text or file, then the buttons, one row a line. */
const looks = (reply: Reply): string =>
  render(reply, 12)
    .map((part) =>
      [
        "text" in part ? part.text : `📎 ${part.file.name}`,
        ...part.keyboard.map((row) => row.map(({ text, callback_data }) => `[${text} ${callback_data}]`).join(" ")),
      ].join("\n"),
    )
    .join("\n———\n");

describe("golden", () => {
  test("a question with short choices and its progress", () => {
    expect(
      looks(asking("单位成立满三年了吗？", { choices: yesNo, progress: { done: 3, total: 58 } })),
    ).toMatchInlineSnapshot(`
      "单位成立满三年了吗？（3/58）
      [是 q12:0] [否 q12:1]"
    `);
  });

  test("a menu", () => {
    expect(looks(menu)).toMatchInlineSnapshot(`
      "请选择：
      [看示例（马上拿到一套文件） q12:0]
      [新申请：浙江省 认定申请 q12:1]
      [帮助 q12:2]"
    `);
  });

  test("labels that a button would cut are written out", () => {
    const long = { id: "long", label: "为中小企业提供信息咨询、技术创新、人才培训等两项以上服务的法人单位" };
    expect(looks({ ...menu, choices: [long, ...yesNo] })).toMatchInlineSnapshot(`
      "请选择：

      1. 为中小企业提供信息咨询、技术创新、人才培训等两项以上服务的法人单位
      2. 是
      3. 否
      [1. 为中小企业提供信息咨询、技术创新、人才培训等两项以上服务的法人单位 q12:0]
      [2. 是 q12:1] [3. 否 q12:2]"
    `);
  });

  test("they have no numbers where a number may be the answer", () => {
    const long = { id: "long", label: "约为去年同期的一半，具体数字请见所附的审计报告" };
    expect(looks(asking("多少人？", { choices: [long] }))).toMatchInlineSnapshot(`
      "多少人？

      · 约为去年同期的一半，具体数字请见所附的审计报告
      [约为去年同期的一半，具体数字请见所附的审计报告 q12:0]"
    `);
  });

  test("a document says its name once", () => {
    const file = { hash: "a".repeat(64), name: "申报书.docx" };
    expect(looks({ ...asking(file.name), ask: null, file })).toMatchInlineSnapshot(`"📎 申报书.docx"`);
  });

  test("a document with words of its own", () => {
    const file = { hash: "a".repeat(64), name: "申报书.docx" };
    expect(looks(asking("这是草稿。", { file, choices: yesNo }))).toMatchInlineSnapshot(`
      "这是草稿。
      ———
      📎 申报书.docx
      [是 q12:0] [否 q12:1]"
    `);
  });
});

describe("what Telegram takes", () => {
  const label = fc.string({ unit: fc.constantFrom("是", "A", "（", "1", "😀"), minLength: 1, maxLength: 60 });
  const choices = fc.array(fc.record({ id: fc.string({ minLength: 1 }), label }), { maxLength: 130 });
  const text = fc.string({ unit: fc.constantFrom("文", "，", "。", "\n", " ", "😀", "a"), maxLength: 12_000 });

  test("never a text over 4096, an empty one, more than 100 buttons, or data over 64 bytes", () => {
    fc.assert(
      fc.property(text, choices, fc.integer({ min: 1, max: 10 ** 14 }), (words, given, seq) => {
        const parts = render(asking(words, { choices: given }), seq);
        expect(parts.length).toBeGreaterThan(0);
        for (const part of parts) {
          if ("text" in part) expect(part.text.trim() === "" || part.text.length > 4096).toBe(false);
          const buttons = part.keyboard.flat();
          expect(buttons.length).toBeLessThanOrEqual(100);
          for (const { callback_data } of buttons) expect(Buffer.byteLength(callback_data)).toBeLessThanOrEqual(64);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("each button says which choice of which question it is", () => {
    fc.assert(
      fc.property(choices, fc.integer({ min: 1, max: 10 ** 14 }), fc.boolean(), (given, seq, numbered) => {
        const read = keyboardOf(given, seq, numbered)
          .flat()
          .map(({ callback_data }) => readData(callback_data));
        expect(read).toEqual(given.slice(0, 100).map((_, at) => ({ seq, at })));
      }),
    );
  });

  test("a split text is the text, in pieces that are short enough and cut no character", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 5000 }), (words, most) => {
        const pieces = split(words, most);
        expect(pieces.join("")).toBe(words);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(most);
          expect(piece).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
        }
      }),
    );
  });

  test.each([
    ["at a line's end", "第一行很长很长。\n第二行", ["第一行很长很长。\n", "第二行"]],
    ["at a sentence's end", "第一句话很长。第二句话", ["第一句话很长。", "第二句话"]],
    ["at a pause", "第一部分很长，第二部分", ["第一部分很长，", "第二部分"]],
    ["anywhere, if it must be", "一二三四五六七八九十一二", ["一二三四五六七八九十", "一二"]],
  ])("cut %s", (_, words, pieces) => {
    expect(split(words, 10)).toEqual(pieces);
  });
});

test("every command of the menu is a word that the conversation knows", () => {
  for (const { command } of commandMenu) expect(commandOf(wordsOf(command, "") ?? ""), command).not.toBeNull();
});
