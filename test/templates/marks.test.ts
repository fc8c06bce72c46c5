import { afterEach, describe, expect, test, vi } from "vitest";
import { factsOf } from "../../rules/facts.ts";
import { apply } from "../../rules/jurisdictions/zhejiang/apply.ts";
import { blanks } from "../../rules/plan.ts";
import { bind, type Paper } from "../../templates/index.ts";
import { complete, draft, extreme, paperOf } from "./body.ts";
import { all, documentOf, headersOf, parse, partsOf, textOf } from "./xml.ts";

const bound = async (paper: Paper) => (await bind(paper)).documents;
const textsOf = async (paper: Paper) => (await bound(paper)).map(({ bytes }) => textOf(documentOf(bytes)));

describe("a draft", () => {
  const paper = paperOf(draft, { isDraft: true, declaredOn: null });

  test("says so on each page, with the criteria that are not met", async () => {
    for (const { name, bytes } of await bound(paper)) {
      expect(name).toContain("（草稿）");
      const headers = headersOf(bytes);
      expect(headers.length).toBeGreaterThan(0);
      for (const header of headers) expect(header).toBe("草稿——尚不符合：注册登记时间、从业人数、专业人员的比例");
    }
  });

  test("marks the blanks of required answers, and only those, in yellow", async () => {
    const documents = await bound(paper);
    const marked = documents
      .flatMap(({ bytes }) => all(documentOf(bytes), "w:r"))
      .filter((run) => textOf(run) === "【待填】");
    expect(marked.every((run) => all(run, "w:highlight")[0]?.attributes["w:val"] === "yellow")).toBe(true);
    const [contents = "", recommendation = "", report = "", equipment = "", roster = ""] = documents.map(({ bytes }) =>
      textOf(documentOf(bytes)),
    );
    expect(recommendation).toContain("所在市（县市区）：\n【待填】");
    expect(recommendation).toContain("年　　月　　日");
    expect(report).toContain("二、申请单位的基本情况\n【待填】\n");
    expect(report).toContain("九、上一年度审计报告\n【待填】（附后）\n");
    expect(report).toContain("□租用");
    expect(report).toContain("从业人员：【待填】人");
    expect(report).toContain("传真：\n");
    expect(equipment.match(/【待填】/g)).toHaveLength(4);
    expect(roster.match(/【待填】/g)).toHaveLength(6);
    const labels = blanks(factsOf(apply, draft, paper.facts.on)).map((id) => apply.fields[id as "city"].label);
    expect(contents).toContain(`还有 ${labels.length} 项没有填全：${labels.join("、")}。`);
  });

  test("with everything lawful names no criterion", async () => {
    const [document] = await bound(paperOf(complete, { isDraft: true }));
    expect(document && headersOf(document.bytes)).toContain("草稿");
  });
});

describe("a finished document", () => {
  test("carries no mark", async () => {
    for (const { name, bytes } of await bound(paperOf(complete))) {
      expect(name).not.toMatch(/草稿|示例/);
      expect(headersOf(bytes).join("")).toBe("");
      expect(textOf(documentOf(bytes))).not.toMatch(/【待填】|草稿/);
    }
  });

  test("leaves the blanks of optional answers empty", async () => {
    const { fax: _fax, website: _website, ...rest } = complete;
    const texts = await textsOf(paperOf({ ...rest, isSpecialised: false }));
    expect(texts[2]).toContain("传真：\n");
    expect(texts[2]).toMatch(/从业人员：\u00a0+人/);
    expect(texts.join("")).not.toContain("【待填】");
  });
});

test("a sample says so on each page, also as a draft", async () => {
  const samples = await bound(paperOf(complete, { isSample: true }));
  for (const { bytes } of samples) for (const header of headersOf(bytes)) expect(header).toBe("示例（虚构数据）");
  const both = await bound(paperOf(complete, { isSample: true, isDraft: true }));
  for (const { name, bytes } of both) {
    expect(name).toContain("（示例，草稿）");
    for (const header of headersOf(bytes)) expect(header).toBe("示例（虚构数据）　草稿");
  }
});

describe("whatever people type", () => {
  const nasty = "\u0000\u0008\u001b<&>\"' ]]> &amp; \ud800x\udc00\ufffe\uffff😀𠮷\r\n第二行\t\u2028第三行\u200b";
  const hostile = {
    ...complete,
    applicantName: nasty,
    city: nasty,
    history: nasty.repeat(40),
    region: "长".repeat(10_000),
    investors: [{ name: nasty, nature: nasty, share: nasty }],
    roster: [{ name: nasty, post: nasty }],
    auditReport: { received: true, files: [{ hash: "a1", name: nasty, size: 9 }] },
  } as const;

  test("every part of every document is well-formed XML", async () => {
    for (const paper of [
      paperOf(hostile, { isDraft: true }),
      paperOf(complete),
      paperOf(extreme),
      paperOf({}, { isDraft: true }),
    ])
      for (const { bytes } of await bound(paper))
        for (const [path, part] of partsOf(bytes)) expect(() => parse(part), path).not.toThrow();
  });

  test("what XML can hold is kept, line ends become lines", async () => {
    const [, , report = ""] = await textsOf(paperOf(hostile));
    expect(report).toContain("<&>\"' ]]> &amp; x😀𠮷\n第二行 \n第三行");
    expect(report).toContain("长".repeat(10_000));
  });
});

describe("the same paper", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test("gives the same bytes at any time", async () => {
    const at = (time: string) => {
      vi.useFakeTimers({ toFake: ["Date"], now: new Date(time) });
      return bind(paperOf(complete));
    };
    const [once, again] = [await at("2021-05-12T08:00:00Z"), await at("2031-01-01T00:00:00Z")];
    expect(Buffer.compare(once.zip.bytes, again.zip.bytes)).toBe(0);
    for (const [at, { bytes }] of once.documents.entries())
      expect(Buffer.compare(bytes, again.documents[at]?.bytes as Uint8Array)).toBe(0);
    const core = partsOf(once.documents[0]?.bytes as Uint8Array).get("docProps/core.xml");
    expect(core?.match(/\d{4}-\d\d-\d\dT/g)).toEqual(["2021-05-12T", "2021-05-12T"]);
  });
});
