import type { Grid, Passage } from "../../rules/content.ts";
import { headingLevels } from "./docx-styles.ts";
import { boxesIn, textOf } from "./docx-text.ts";
import { packagedAs, partOf } from "./office.ts";
import { sendAgain, Unusable } from "./unusable.ts";
import { child, type Element, elements, readXml } from "./xml.ts";
import { entriesOf } from "./zip.ts";

/**
 * What a .docx says, in its order, as it reads with all tracked changes accepted; headers, footers and notes are left
 * out, and so are paragraphs without text. A text box comes after the paragraph it hangs on. Throws `Unusable`.
 */
export const readDocx = (bytes: Uint8Array): readonly Passage[] => {
  const entries = entriesOf(bytes);
  const packaged = packagedAs(bytes, entries, "");
  if (packaged.kind !== "docx") throw new Unusable(sendAgain("这个 Word 文件"));
  const document = partOf(bytes, entries, packaged.part);
  const styles = partOf(bytes, entries, packaged.part.replace(/[^/]+$/, "styles.xml"));
  const root = elements(document ? readXml(document) : [])[0] ?? null;
  const body = child(root, "w:body");
  if (!body) throw new Unusable(sendAgain("这个 Word 文件"));
  return passagesIn(body, headingLevels(styles ? readXml(styles) : []));
};

type Levels = ReadonlyMap<string, number>;

const passagesIn = (parent: Element | null, levels: Levels): readonly Passage[] =>
  elements(parent?.children ?? []).flatMap((block): readonly Passage[] => {
    switch (block.name) {
      case "w:p":
        return paragraph(block, levels);
      case "w:tbl":
        return [{ table: gridOf(block) }];
      case "w:sdt":
        return passagesIn(child(block, "w:sdtContent"), levels);
      case "mc:AlternateContent":
        return passagesIn(child(block, "mc:Choice"), levels);
      case "w:ins":
      case "w:moveTo":
      case "w:customXml":
      case "w:smartTag":
        return passagesIn(block, levels);
      default:
        return [];
    }
  });

const paragraph = (block: Element, levels: Levels): readonly Passage[] => {
  const text = textOf(block).trim();
  const boxes = boxesIn(block).flatMap((box) => passagesIn(box, levels));
  return text === "" ? boxes : [{ paragraph: text, level: levelOf(block, levels) }, ...boxes];
};

const levelOf = (block: Element, levels: Levels): number | null => {
  const properties = child(block, "w:pPr");
  const own = child(properties, "w:outlineLvl")?.attribute("w:val");
  // Nine is body text.
  if (own) return Number(own) < 9 ? Number(own) + 1 : null;
  return levels.get(child(properties, "w:pStyle")?.attribute("w:val") ?? "") ?? null;
};

const gridOf = (table: Element): Grid =>
  within(table, "w:tr")
    .filter((row) => !child(child(row, "w:trPr"), "w:del"))
    .map((row) => within(row, "w:tc").filter(isOwnCell).map(cellText));

/** Rows of a table or cells of a row, also those inside content controls. */
const within = (parent: Element | null, name: "w:tr" | "w:tc"): readonly Element[] =>
  elements(parent?.children ?? []).flatMap((one) => {
    if (one.name === name) return [one];
    if (one.name === "w:sdt") return within(child(one, "w:sdtContent"), name);
    return one.name === "w:customXml" ? within(one, name) : [];
  });

/** A cell that an older program joined to the one on its left is no cell of its own. */
const isOwnCell = (cell: Element): boolean => mergeOf(cell, "w:hMerge") !== "continue";

const cellText = (cell: Element): string =>
  mergeOf(cell, "w:vMerge") === "continue"
    ? ""
    : passagesIn(cell, new Map())
        .map((passage) => ("table" in passage ? passage.table.flat().join("\n") : passage.paragraph))
        .join("\n")
        .replaceAll("\t", "\n");

const mergeOf = (cell: Element, name: "w:hMerge" | "w:vMerge"): string | null => {
  const merge = child(child(cell, "w:tcPr"), name);
  return merge && (merge.attribute("w:val") ?? "continue");
};
