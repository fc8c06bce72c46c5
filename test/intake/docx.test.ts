import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from "docx";
import { expect, test } from "vitest";
import { readDocx } from "../../bot/intake/docx.ts";
import { docxOf } from "./made.ts";

const p = (inner: string): string => `<w:p>${inner}</w:p>`;
const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const tc = (inner: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const tr = (...cells: readonly string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
const tbl = (...rows: readonly string[]): string => `<w:tbl>${rows.join("")}</w:tbl>`;
const text = (paragraph: string, level: number | null = null) => ({ paragraph, level });

test("a document written by a library: headings, paragraphs, a table with merged cells", async () => {
  const cell = (said: string, more: object = {}) => new TableCell({ children: [new Paragraph(said)], ...more });
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: "申请报告", heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ children: [new TextRun("一家"), new TextRun({ text: "服务机构", bold: true })] }),
          new Paragraph({ text: "基本情况", heading: HeadingLevel.HEADING_2 }),
          new Table({
            rows: [
              new TableRow({ children: [cell("名称"), cell("甲公司", { columnSpan: 2 })] }),
              new TableRow({
                children: [cell("人员", { verticalMerge: VerticalMergeType.RESTART }), cell("总数"), cell("20")],
              }),
              new TableRow({
                children: [cell("", { verticalMerge: VerticalMergeType.CONTINUE }), cell("专职"), cell("18")],
              }),
            ],
          }),
        ],
      },
    ],
  });
  expect(readDocx(new Uint8Array(await Packer.toBuffer(document)))).toEqual([
    text("申请报告", 1),
    text("一家服务机构"),
    text("基本情况", 2),
    {
      table: [
        ["名称", "甲公司"],
        ["人员", "总数", "20"],
        ["", "专职", "18"],
      ],
    },
  ]);
});

test.each<[what: string, body: string, passages: readonly unknown[]]>([
  ["characters that XML escapes", p(r("甲&amp;乙 &lt;20 &#20013;&#x56FD;")), [text("甲&乙 <20 中国")]],
  ["spaces between runs stay", p(r("SME ") + r("platform")), [text("SME platform")]],
  ["digits stay as they are", p(r("007") + r(".50")), [text("007.50")]],
  ["a paragraph without text is left out", p("") + p(r("  ")) + p(r("甲")), [text("甲")]],
  [
    "a line break and a tab",
    p("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>"),
    [text("甲\n乙\t丙")],
  ],
  [
    "deleted text is gone, inserted text is there",
    p(`<w:del><w:r><w:delText>十</w:delText></w:r></w:del><w:ins>${r("二十")}</w:ins>${r("人")}`),
    [text("二十人")],
  ],
  ["moved text stands once", p(`<w:moveFrom>${r("甲")}</w:moveFrom><w:moveTo>${r("甲")}</w:moveTo>`), [text("甲")]],
  ["hidden text is left out", p(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>秘</w:t></w:r>${r("甲")}`), [text("甲")]],
  ["a link reads as its text", p(`<w:hyperlink>${r("网址")}</w:hyperlink>`), [text("网址")]],
  [
    "a field reads as its result",
    p(`<w:r><w:instrText>PAGE</w:instrText></w:r>${r("3")}<w:fldSimple>${r("页")}</w:fldSimple>`),
    [text("3页")],
  ],
  [
    "content controls around a line, a paragraph, a cell",
    p(`<w:sdt><w:sdtContent>${r("甲")}</w:sdtContent></w:sdt>`) +
      `<w:sdt><w:sdtContent>${p(r("乙"))}</w:sdtContent></w:sdt>` +
      tbl(tr(`<w:sdt><w:sdtContent>${tc(p(r("丙")))}</w:sdtContent></w:sdt>`)),
    [text("甲"), text("乙"), { table: [["丙"]] }],
  ],
  [
    "a text box comes once, after its paragraph",
    p(
      `${r("甲")}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${p(r("框"))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
        `<mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(r("框"))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    [text("甲"), text("框")],
  ],
  [
    "boxes drawn with Word's own fonts",
    p(
      '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:sym w:font="Wingdings 2" w:char="F0A3"/><w:t>否</w:t></w:r>',
    ),
    [text("☑是□否")],
  ],
  ["an outline level of its own", p(`<w:pPr><w:outlineLvl w:val="2"/></w:pPr>${r("甲")}`), [text("甲", 3)]],
  [
    "body text is no heading",
    p(`<w:pPr><w:pStyle w:val="1"/><w:outlineLvl w:val="9"/></w:pPr>${r("甲")}`),
    [text("甲")],
  ],
  ["a heading by its style", p(`<w:pPr><w:pStyle w:val="1"/></w:pPr>${r("甲")}`), [text("甲", 1)]],
  ["a heading by the style it is based on", p(`<w:pPr><w:pStyle w:val="own"/></w:pPr>${r("甲")}`), [text("甲", 2)]],
  ["styles in a ring are no headings", p(`<w:pPr><w:pStyle w:val="ring"/></w:pPr>${r("甲")}`), [text("甲")]],
  [
    "lines, tabs and a table inside a cell",
    tbl(tr(tc(p(r("甲")) + p(`${r("乙")}<w:r><w:tab/></w:r>${r("丙")}`)), tc(tbl(tr(tc(p(r("丁"))), tc(p(r("戊")))))))),
    [{ table: [["甲\n乙\n丙", "丁\n戊"]] }],
  ],
  [
    "cells merged as older programs do, and a deleted row",
    tbl(
      tr(tc(p(r("甲")), '<w:hMerge w:val="restart"/>'), tc(p(""), "<w:hMerge/>"), tc(p(r("乙")))),
      `<w:tr><w:trPr><w:del/></w:trPr>${tc(p(r("丙")))}</w:tr>`,
    ),
    [{ table: [["甲", "乙"]] }],
  ],
])("%s", (_, body, passages) => {
  const styles =
    '<w:styles xmlns:w="w"><w:style w:styleId="1"><w:name w:val="标题 1"/></w:style>' +
    '<w:style w:styleId="2"><w:name w:val="heading 2"/></w:style>' +
    '<w:style w:styleId="own"><w:name w:val="我的"/><w:basedOn w:val="2"/></w:style>' +
    '<w:style w:styleId="ring"><w:name w:val="环"/><w:basedOn w:val="ring"/></w:style></w:styles>';
  expect(readDocx(docxOf(body, { "word/styles.xml": styles }))).toEqual(passages);
});
