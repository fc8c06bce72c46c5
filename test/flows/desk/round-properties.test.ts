import fc from "fast-check";
import { expect, test } from "vitest";
import type { Input } from "../../../flows/reply.ts";
import { clearNotice, contactAt } from "./contact.ts";

const doubtful = clearNotice.replace("2027年11月25日前", "2027年11月25日（星期五）前");
const undated = clearNotice.replace(/2027年1[12]月\d+日前/g, "近期");

const inputs = fc.oneof(
  fc
    .constantFrom(clearNotice, doubtful, undated, "全部正确", "确认开启", "确认修改", "改好了")
    .map((text) => ({ text })),
  fc
    .constantFrom(
      "5 改成 11月26日",
      "删除 6",
      "加一条 县级 11月30日",
      "2 改成 2月30日",
      "第5项不要",
      "份数改成3",
      "11月28日",
      "1",
      "2",
    )
    .map((text) => ({ text })),
  fc
    .constantFrom("返回", "暂停", "取消", "跳过", "帮助", "开启", "改期", "进度", "发通知", "是")
    .map((text) => ({ text })),
  fc
    .constantFrom(
      "yes",
      "back",
      "cancel",
      "drop",
      "skip",
      "local",
      "today",
      "resume",
      "redate",
      "second",
      "day:2027-11-26",
      "notice",
    )
    .map((choice) => ({ choice })),
  fc.string({ maxLength: 40, unit: "grapheme" }).map((text) => ({ text })),
  fc.constant({ arrived: true } as const),
  fc.constant({ file: { hash: "f".repeat(64), name: "通知.docx", size: 10 } }),
) as fc.Arbitrary<Input>;

test("nothing anybody says breaks it, and nothing is opened or moved without a yes to the dry run", () => {
  fc.assert(
    fc.property(fc.array(inputs, { maxLength: 14 }), (said) => {
      const phone = contactAt("2027-11-02");
      for (const input of said) {
        const { question } = phone;
        phone.turn(input);
        const rounds = phone.work?.rounds ?? [];
        if (rounds.length === 0) continue;
        expect(question.choices.map(({ label }) => label).join()).toMatch(/确认开启|确认修改/);
        expect("choice" in input ? input.choice : "text" in input && input.text).toMatch(/^(?:yes|确认.*|1)$/);
        for (const { round } of rounds) expect(round.dates.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});
