import { expect, test } from "vitest";
import { clearNotice, contactAt } from "./contact.ts";

const word = {
  kind: "document" as const,
  passages: clearNotice.split("\n").map((paragraph) => ({ paragraph, level: null })),
  typed: {},
};

test("a notice in Word that is sent at the desk's menu begins a round", () => {
  const phone = contactAt("2027-11-02").send("申报通知.docx", word);
  expect(phone.question.text).toContain("从通知里读到这些");
  expect(phone.conversation?.desk?.matter).toBe("round");
});

test("any other file is kept as a notice's, and its text is asked", () => {
  const phone = contactAt("2027-11-02").send("培训课件.pdf");
  expect(phone.conversation?.desk?.matter).toBe("notice");
  expect(phone.text).toContain("培训课件.pdf");
  expect(phone.ask.refused).toBe(false);
});

test("who opens no rounds sends a Word file to enterprises", () => {
  const phone = contactAt("2027-11-02", { level: "city", area: "洛阳市" }).send("申报通知.docx", word);
  expect(phone.conversation?.desk?.matter).toBe("notice");
  expect(phone.text).toContain("申报通知.docx");
});

test("a Word file without a notice says what to do, at the conversation that it began", () => {
  const phone = contactAt("2027-11-02").send("名单.docx", { kind: "document", passages: [], typed: {} });
  expect(phone.ask.refused).toBe(true);
  expect(phone.text).toMatch(/粘贴|日期/);
});
