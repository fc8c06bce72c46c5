import type { Paragraph, Table } from "docx";
import { answerIn, filesIn } from "./answers.ts";
import type { Block } from "./blocks.ts";
import { drawCover } from "./cover.ts";
import type { Paper } from "./form.ts";
import { drawPhoto } from "./photo.ts";
import { drawnRows, listRows } from "./rows.ts";
import { paragraph, seam } from "./runs.ts";
import { filled, type Line, linesOf } from "./spans.ts";
import { table } from "./table.ts";

/** One block as paragraphs and tables; `width` of the text in mm. */
export const draw = (block: Block, width: number, paper: Paper, isDense = false): readonly (Paragraph | Table)[] => {
  const all = (lines: readonly Line[], style: string) => lines.map((line) => paragraph(line, { style }));
  const heading = (text: string) => paragraph([{ text }], { style: "Section" });
  switch (block.block) {
    case "cover":
      return drawCover(block, paper);
    case "attachment":
      return [paragraph([{ text: block.text }], { style: "Attachment" })];
    case "title":
      return all(linesOf("of" in block ? block.of : [block.text], paper), "FormTitle");
    case "heading":
      return [heading(block.text)];
    case "paragraph":
      return all(linesOf(block.of, paper), "Text");
    case "contents":
      return [
        ...all([[{ text: block.title }]], "FormTitle"),
        ...all(
          block.items.map((text) => [{ text }]),
          "Item",
        ),
      ];
    case "items":
      return all(
        block.lines.flatMap((line) => linesOf([line], paper)),
        "Point",
      );
    case "narrative": {
      const answer = answerIn(paper, block.answer);
      return [
        heading(block.heading),
        ...all(answer.isMissing ? [filled(answer)] : linesOf([answer.text], paper), "Text"),
      ];
    }
    case "attached":
      return [heading(block.heading), ...all(attached(block.material, paper), "Text")];
    case "grid":
      return [table(drawnRows(block.rows, width, paper), { isOpen: block.isOpen === true }), seam()];
    case "list":
      return [table(listRows(block, width, paper, isDense), { isDense }), seam()];
    case "note":
      return all(linesOf(block.of, paper), "Note");
    case "signing":
      return all(
        block.lines.flatMap((line) => linesOf(line, paper)),
        "Signing",
      );
    case "photo":
      return drawPhoto(block.photo, block.number, width);
    case "pageBreak":
      return [seam({ pageBreakBefore: true })];
  }
};

const attached = (material: string, paper: Paper): readonly Line[] => {
  const files = filesIn(paper, material);
  if (!files)
    return paper.isDraft ? [[{ text: "【待填】", as: "missing" }, { text: "（附后）" }]] : [[{ text: "（附后）" }]];
  return linesOf([files.length > 0 ? `附后：${files.map(({ name }) => name).join("、")}` : "附后（纸质件）。"], paper);
};
