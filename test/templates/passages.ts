import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import type { Passage } from "../../rules/content.ts";

type Node = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  trimValues: false,
  parseTagValue: false,
});

/** The paragraphs and tables of a .docx that our forms or Word wrote. Paragraphs without text are left out. */
export const readDocx = (bytes: Uint8Array): readonly Passage[] => {
  const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
  const [root] = all(parser.parse(xml) as Node[], "w:document");
  const [body] = all(inside(root, "w:document"), "w:body");
  return passagesIn(inside(body, "w:body"));
};

const passagesIn = (nodes: readonly Node[]): readonly Passage[] =>
  nodes.flatMap((node): readonly Passage[] => {
    if ("w:tbl" in node) return [{ table: all(inside(node, "w:tbl"), "w:tr").map(rowOf) }];
    if (!("w:p" in node)) return [];
    const paragraph = textOf(inside(node, "w:p")).trim();
    return paragraph === "" ? [] : [{ paragraph, level: null }];
  });

const rowOf = (row: Node): readonly string[] =>
  all(inside(row, "w:tr"), "w:tc").map((cell) => cellText(inside(cell, "w:tc")));

const cellText = (cell: readonly Node[]): string => {
  const merges = all(cell, "w:tcPr").flatMap((properties) => all(inside(properties, "w:tcPr"), "w:vMerge"));
  const isContinued = merges.some((merge) => (merge[":@"] as Node | undefined)?.["@w:val"] !== "restart");
  if (isContinued) return "";
  return passagesIn(cell)
    .map((passage) => ("paragraph" in passage ? passage.paragraph : ""))
    .join("\n");
};

const textOf = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => {
      if ("w:t" in node)
        return inside(node, "w:t")
          .map((text) => String(text["#text"] ?? ""))
          .join("");
      return "w:r" in node ? textOf(inside(node, "w:r")) : "";
    })
    .join("");

const all = (nodes: readonly Node[], name: string): readonly Node[] => nodes.filter((node) => name in node);
const inside = (node: Node | undefined, name: string): readonly Node[] => (node?.[name] as Node[] | undefined) ?? [];
