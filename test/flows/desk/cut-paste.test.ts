import { expect, test } from "vitest";
import { clearNotice, contactAt } from "./contact.ts";

/** A notice longer than a messenger's message: paragraphs without dates in its middle. */
const long = clearNotice.replace(
  "二、请",
  `${"申报单位要按照要求认真准备材料，对材料的真实性负责，主管部门要加强指导和服务。\n\n".repeat(110)}二、请`,
);
const cut = 4000;
const [first, rest] = [long.slice(0, cut), long.slice(cut)];

test("a paste that the messenger cut in two is one notice", () => {
  expect(rest.length).toBeGreaterThan(100);
  const whole = contactAt("2027-11-02").say(long).question.text;
  const phone = contactAt("2027-11-02").say(first).say(rest);
  expect(phone.text).toContain("合成一份通知了");
  expect(phone.text.endsWith(whole)).toBe(true);
  expect(whole).toContain("2027年12月9日");
});

test("a correction of a long notice is no rest of it", () => {
  const phone = contactAt("2027-11-02").say(long);
  const before = phone.question.text;
  expect(phone.say("4 改成 11月30日").text).not.toContain("合成一份");
  expect(phone.question.text).not.toBe(before);
});

test("another notice does not go on with a long one", () => {
  const phone = contactAt("2027-11-02").say(long).say(clearNotice);
  expect(phone.text).toContain("又收到一份通知");
});
