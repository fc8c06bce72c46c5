import { expect, test } from "vitest";
import { contentsSheet } from "../../templates/contents.ts";
import { complete, paperOf } from "./body.ts";

const paper = { ...paperOf(complete), round: null };
const bound = { label: "附件1", form: "one", cite: { document: "办法", article: "第九条", text: "一式两份" } };
const parts = [{ number: "01", bound, form: null }];
const sheet = (copies?: number) =>
  JSON.stringify(
    contentsSheet(parts, { ...paper, procedure: { ...paper.procedure, ...(copies !== undefined && { copies }) } }),
  );

test("without a round the copies are the measures', or left to the year's notice", () => {
  expect(sheet(2)).toContain('"一式两份"');
  expect(sheet()).toContain('"以当年通知为准"');
});

test("a round without copies or an address says what it knows, and no more", () => {
  const cite = { document: "通知", article: "通知原文", text: "3月23日前" };
  const date = {
    role: "applicant",
    way: "online",
    by: "2027-03-23",
    at: "17:00",
    label: "申报单位网上填报",
    cite,
  } as const;
  const known = {
    id: "r",
    procedure: "apply",
    title: "2027年度申报",
    year: 2027,
    opensOn: "2027-03-01",
    dates: [date],
  };
  const sheetOf = (more: { copies?: number }) =>
    JSON.stringify(contentsSheet(parts, { ...paper, round: { ...known, ...more, contacts: [], cite } }));
  expect(sheetOf({})).toContain("2027年3月23日17:00前：申报单位网上填报");
  expect(sheetOf({})).not.toMatch(/纸质材料：|undefined/);
  expect(sheetOf({ copies: 2 })).toContain("纸质材料：一式两份");
});

test("a source that does not give its own age says so above the self-check", () => {
  const { jurisdiction } = paper;
  const source = { ...jurisdiction.source, lapsesOn: null, age: "有效期五年，没有发布日期。" };
  expect(JSON.stringify(contentsSheet(parts, { ...paper, jurisdiction: { ...jurisdiction, source } }))).toContain(
    "有效期五年，没有发布日期。本表由本系统",
  );
});
