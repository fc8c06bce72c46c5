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

test("a source that does not give its own age says so above the self-check", () => {
  const { jurisdiction } = paper;
  const source = { ...jurisdiction.source, lapsesOn: null, age: "有效期五年，没有发布日期。" };
  expect(JSON.stringify(contentsSheet(parts, { ...paper, jurisdiction: { ...jurisdiction, source } }))).toContain(
    "有效期五年，没有发布日期。本表由本系统",
  );
});
