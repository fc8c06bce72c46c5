import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Passage } from "../../rules/content.ts";
import { answersIn, back, fixtures, printed, served, zhejiang } from "./printed.ts";

describe("a document of another procedure holds none of this one's answers", () => {
  // 附件6 is one form, of which a platform fills a row and its department all of them.
  const isShared = (one: string, other: string): boolean =>
    [one, other].toSorted().join() === "qinghai/report,qinghai/summarise";
  const bodies = served.flatMap(({ id }) => fixtures.find(({ found }) => found.id === id) ?? []);

  test.each(bodies)("$file", { timeout: 60_000 }, async ({ file, found }) => {
    const { documents } = await printed(found, answersIn(found, file));
    for (const other of served.filter(({ id }) => id !== found.id && !isShared(id, found.id)))
      for (const { name, passages } of documents)
        expect(await back(passages, other), `${name} as ${other.id}`).toEqual({});
  });
});

test("any text in Word is read without harm, be it under a form's title", async () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom("联系人", "联系人：", "注册日期：", "年度", "万元", "推荐表", "□租用", "√", "\u001f", "\ud800"),
  );
  const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(""));
  const passage = fc.oneof(
    fc.record({ paragraph: text, level: fc.option(fc.integer({ min: 1, max: 9 })) }),
    fc.record({ table: fc.array(fc.array(text, { maxLength: 6 }), { maxLength: 6 }) }),
  );
  const title: Passage = { paragraph: "浙江省中小企业公共服务示范平台申请表", level: 1 };
  await fc.assert(
    fc.asyncProperty(fc.array(passage, { maxLength: 12 }), fc.boolean(), async (passages, isTitled) => {
      const typed = await back(isTitled ? [title, ...passages] : passages);
      const unknown = Object.entries(typed).filter(
        ([id, answer]) => !(id in zhejiang.procedure.fields) || answer.length === 0,
      );
      expect(unknown).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
