import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Interviewee } from "../../bot/interviewee.ts";
import { restore } from "../../flows/chart.ts";
import { listen } from "../../flows/interview/listen.ts";
import { interview } from "../../flows/interview/machine.ts";
import { sceneOf } from "../../flows/interview/scene.ts";
import type { Input } from "../../flows/reply.ts";
import type { Content } from "../../rules/content.ts";
import type { TypedAnswers } from "../../rules/define.ts";
import { loadJurisdictions, servedBy } from "../../rules/index.ts";
import { Phone } from "./phone.ts";

const [served] = servedBy(await loadJurisdictions()).filter(({ id }) => id === "zhejiang/apply");

const complete = JSON.parse(
  readFileSync(join(import.meta.dirname, "../fixtures/zhejiang-complete.json"), "utf8"),
) as TypedAnswers;

const words = [
  "返回",
  "跳过",
  "为什么",
  "进度",
  "查看",
  "修改 3",
  "修改 主要投资方",
  "修改",
  "暂停",
  "帮助",
  "生成草稿",
  "重新开始",
];
const more = [
  "完成",
  "保持不变",
  "条件",
  "日期",
  "举个例子",
  "删除第1行",
  "修改第1行",
  "继续",
  "新申请",
  "我的资料",
  "我的日期",
  "我已是示范平台",
  "青海",
  "已报送",
  "撤销已报送",
  "同意",
];
const answers = [
  "是",
  "否",
  "22",
  "0.8",
  "80%",
  "250万",
  "大概200万",
  "2019年3月5日",
  "1、2",
  "全部",
  "张三",
  "13800138000",
  "310012",
];
const pastes = [
  "甲公司\t国有\t60%\n乙投资\t民营\t很多\n张三\t自然人\t10%",
  "法人代表：张三，注册资本500万",
  "注册资本：很多；邮政编码：310012；传真：无",
  "不对，是20人",
  "3 改成20人",
  "2 不要",
  "A列是性质",
  "把法人代表改成李四",
  "第1行性质改成民营",
  "复制上一行",
  "同上",
  "和去年一样",
  "稍后",
  "不知道",
  "这个要盖章吗？",
  "都留空",
  "用表格填",
  "材料都备好了",
  "怎么算",
  "绑定 ABCD-2345",
];
const cell = fc.oneof(
  fc.constantFrom("甲", "60%", "国有", "2020", "合计", "主要投资方名称", "性质", "", "=1+1"),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const aGrid = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 });
const aContent: fc.Arbitrary<Content> = fc.oneof(
  aGrid.map((cells): Content => ({ kind: "sheets", sheets: [{ name: "主要投资方", cells }] })),
  aGrid.map(
    (table): Content => ({
      kind: "document",
      passages: [{ paragraph: "申请单位的基本情况", level: 1 }, { paragraph: "很好", level: null }, { table }],
      typed: {},
    }),
  ),
  fc.constant<Content>({ kind: "document", passages: [], typed: { legalRepresentative: "张三", staff: "很多" } }),
  fc.constant<Content>({ kind: "picture", type: "jpeg" }),
  fc.constant<Content>({ kind: "unusable", why: "打不开，请换一个文件。" }),
);
const ids =
  "add whole mend rows blankAll allReady links whole delegate read material:licence human copyRow yes no skip back row rows done agree sample keep all none draft blanks view resume zhejiang/apply application-1 reading1 own forget";

const anInput: fc.Arbitrary<Input> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...answers).map((text) => ({ text })) },
  { weight: 3, arbitrary: fc.constantFrom(...words, ...more).map((text) => ({ text })) },
  { weight: 4, arbitrary: fc.constantFrom(...ids.split(" ")).map((choice) => ({ choice })) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 50 }).map((text) => ({ text })) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }).map((choice) => ({ choice })) },
  { weight: 4, arbitrary: fc.constantFrom(...pastes).map((text) => ({ text })) },
  { weight: 1, arbitrary: fc.constant({ file: { hash: "0".repeat(64), name: "照片.jpg", size: 1 } }) },
  { weight: 1, arbitrary: fc.constant({ arrived: true as const }) },
);

/** An input, or a file by what would be read out of it. */
const aMessage = fc.oneof(
  { weight: 12, arbitrary: anInput },
  { weight: 1, arbitrary: aContent.map((sent) => ({ sent })) },
);
const hear = (phone: Phone, message: Input | { readonly sent: Content }): Phone =>
  "sent" in message ? phone.send("文件.xlsx", message.sent) : phone.turn(message);

/** A phone in every kind of place between the first question and the end. */
const places = (): readonly Phone[] => {
  const person = new Interviewee(served!.procedure, complete);
  const phone = new Phone().press("zhejiang/apply").press("agree");
  const found = new Map<string, Phone>();
  for (let input = person.answer(phone.question); input; input = person.answer(phone.question)) {
    const { step, kind, field, row } = phone.ask;
    const place = `${step} ${kind} ${field === "investors" ? row : ""}`;
    if (!found.has(place)) found.set(place, phone.clone());
    phone.turn(input);
  }
  return [...found.values(), phone];
};
const start = fc.constantFrom(...places());

describe("whatever people send", () => {
  test("the bot answers, asks one thing, and keeps only well-formed answers", () => {
    fc.assert(
      fc.property(start, fc.array(aMessage, { minLength: 5, maxLength: 40 }), (place, messages) => {
        // `turn` checks each turn for what always holds.
        const phone = place.clone();
        for (const message of messages) hear(phone, message);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  test("every event that is heard is one that the chart takes", () => {
    fc.assert(
      fc.property(start, fc.array(aMessage, { maxLength: 20 }), anInput, (place, messages, next) => {
        const phone = place.clone();
        for (const message of messages) hear(phone, message);
        const current = phone.conversation?.interview;
        if (!current) return;
        const kept = phone.kept.get(current.application)!;
        const scene = sceneOf(served!, { ...kept, answers: phone.answers.get(kept.id)! }, phone.on, {
          contents: phone.contents,
        });
        const state = restore(interview, current.snapshot);
        const { event } = listen(next, state, scene);
        if (event) expect(state.can(event), `${JSON.stringify(state.value)} ${event.type}`).toBe(true);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  test("a lost conversation goes on with what was answered", () => {
    const phone = new Phone().press("zhejiang/apply").press("agree").say("是").say("是");
    phone.conversation = null;
    phone.turn({ arrived: true });
    expect(phone.press("resume").ask.field).toBe("registeredOn");
  });

  test("a very long message is answered", () => {
    const phone = new Phone().press("zhejiang/apply").press("agree");
    expect(phone.say("啊".repeat(100_000)).ask).toMatchObject({ field: "isLegalPerson", refused: true });
    expect(phone.text.length).toBeLessThan(1000);
  });
});
