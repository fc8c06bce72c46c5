import type { Paragraph, Table } from "docx";
import type { Cover } from "./blocks.ts";
import type { Paper } from "./form.ts";
import { twips } from "./look.ts";
import { paragraph, seam } from "./runs.ts";
import { type Line, linesOf, wordsIn } from "./spans.ts";
import { table } from "./table.ts";
import { widthOf } from "./text.ts";

const LABEL = 68;
const BLANK = 86;
/** Characters of 三号 on a blank's line, in halves. */
const HALVES_ON_A_LINE = 29;

/** A cover: title in the upper part, blanks on lines below the middle, the issuer at the foot. */
export const drawCover = (cover: Cover, paper: Paper): readonly (Paragraph | Table)[] => {
  const rows = cover.blanks.map(({ label, of }) => ({ label, lines: linesOf(of, paper) }));
  const extra = rows.reduce((sum, { lines }) => sum + wrapped(lines), 0);
  return [
    paragraph([{ text: cover.attachment }], { style: "Attachment" }),
    ...cover.title.map((text, at) =>
      paragraph([{ text }], { style: "CoverTitle", ...(at === 0 && { spacing: { before: twips(38) } }) }),
    ),
    seam({ spacing: { before: twips(42) } }),
    table(
      rows.map(({ label, lines }) => ({
        height: 14,
        boxes: [
          { lines: [[{ text: label }]], width: LABEL, align: "right" },
          { lines, width: BLANK, align: "center" },
        ],
      })),
      { isOpen: true, style: "CoverBlank", underlined: (box) => box === 1 },
    ),
    // What long names take is taken from the room above the issuer, so that the cover stays one page.
    paragraph([{ text: cover.issuer }], {
      style: "CoverIssuer",
      spacing: { before: twips(Math.max(6, 52 - extra * 9.5)) },
    }),
  ];
};

/** Lines beyond the first that a blank's text will take. */
const wrapped = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(wordsIn(line)) / HALVES_ON_A_LINE)), -1);
