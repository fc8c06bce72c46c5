import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNotice } from "../../../rules/notice/index.ts";
import { addDays, isDay, partsOf } from "../../../rules/values/day.ts";

/** Pieces that notices are made of, whole and torn. */
const pieces = fc.constantFrom(
  ...[
    "2027年",
    "3月",
    "23日",
    "30日",
    "2月",
    "前",
    "之前",
    "至",
    "—",
    "截止",
    "（星期五）",
    "17:00",
    "24时",
    "下午5点",
  ],
  ...["申报单位", "各县（市、区）", "各设区市", "省厅", "于", "向", "报送", "纸质材料", "一式三份", "网上填报", "审核"],
  ...[
    "。",
    "，",
    "；",
    "\n",
    "\n\n",
    " ",
    "　",
    "\t",
    "|",
    "：",
    "一、",
    "附件1",
    "公示",
    "原定",
    "延期至",
    "每年",
    "次年",
  ],
  ...[
    "联系人：张某",
    "0571-85154906",
    "地址：",
    "邮编310006",
    "不超过3个",
    "推荐",
    "关于",
    "通知",
    "二〇二七年",
    "三月",
    "底",
  ],
  ...["𠮷", "\u200B", "２０２７", "9", "99999", "“", "《", "[2027]", "号"],
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
);
const spansIn = (value: unknown): { words: string; start: number; end: number }[] => {
  if (typeof value !== "object" || value === null) return [];
  const own = "words" in value && "start" in value ? [value as { words: string; start: number; end: number }] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
};

describe("any text", () => {
  test("is read without an error, each thing in its place, each day a day, each uncertain date with its doubt", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const notice = readNotice(text, "2027-03-01");
        for (const { words, start, end } of spansIn(notice)) expect(text.slice(start, end)).toBe(words);
        for (const { on, at, certain, start } of notice.dates) {
          expect(isDay(on)).toBe(true);
          expect(at === null || /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(at)).toBe(true);
          if (!certain) expect(notice.doubts.some((doubt) => doubt.start === start)).toBe(true);
        }
        for (const { from, to } of notice.windows) expect(isDay(from) && isDay(to) && from <= to).toBe(true);
        for (const { why } of notice.doubts) expect(why).toMatch(/。$/);
        const isEmpty = notice.dates.length === 0 && notice.windows.length === 0;
        if (isEmpty) expect(notice.doubts).not.toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  const days = fc.integer({ min: 0, max: 300 }).map((n) => addDays("2027-01-01", n));
  const manners = fc.constantFrom(
    (year: number, month: number, day: number) => `${year}年${month}月${day}日前`,
    (year: number, month: number, day: number) => `${year} 年 ${month} 月 ${day} 日之前`,
    (year: number, month: number, day: number) => `${year}年\n${month}月${day}日以前`,
    (year: number, month: number, day: number) => `${year}-${month}-${day}前`,
    (_: number, month: number, day: number) => `${month}月${day}号前`,
  );
  test("a date well written is found on its day, whatever stands around it", () => {
    fc.assert(
      fc.property(days, manners, fc.constantFrom("", "请", "各位好：\n", "一、"), (on, manner, lead) => {
        const { year, month, day } = partsOf(on);
        const text = `${lead}申报单位于${manner(year, month, day)}在线提交申请。\n某市工信局\n2027年1月1日`;
        expect(readNotice(text, "2027-01-01").dates).toMatchObject([
          { on, role: "applicant", way: "online", certain: true },
        ]);
      }),
    );
  });
});

describe("what is no notice is told at once", () => {
  test.each([
    ["too long", "长".repeat(200_001), "文字太长（200001 个字）"],
    ["a list of dates", "2027年3月23日前\n".repeat(600), "600 个日期"],
  ])("%s", (_, text, says) => {
    const { dates, doubts } = readNotice(text, "2027-01-01");
    expect(dates).toEqual([]);
    expect(doubts).toMatchObject([{ about: "text", why: expect.stringContaining(says) }]);
  });
});
