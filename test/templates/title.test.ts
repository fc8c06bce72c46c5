import { expect, test } from "vitest";
import { toDocx } from "../../templates/docx.ts";
import { complete, paperOf } from "./body.ts";
import { documentOf, textOf } from "./xml.ts";

test("a title may have an answer in it", async () => {
  const paper = paperOf(complete);
  const form = { title: "表", blocks: [{ block: "title", of: ["推荐", { answer: "staff" }, "人的表"] }] } as const;
  const text = textOf(documentOf(await toDocx(form, paper)));
  expect(text).toContain(`推荐${paper.facts.value("staff")}人的表`);
});
