import { HighlightColor, Paragraph, TextRun, UnderlineType } from "docx";
import type { Line, Span } from "./spans.ts";

/** What a paragraph is (a style of `look.ts`) and how it differs from its kind. */
export type Manner = { readonly style: string } & Omit<
  ConstructorParameters<typeof Paragraph>[0] & object,
  "children" | "text"
>;

/** A paragraph of one line of spans. */
export const paragraph = (line: Line, manner: Manner, isBold = false): Paragraph =>
  new Paragraph({ ...manner, children: line.map((span) => run(span, isBold)) });

/** A paragraph without text, one point high. */
export const seam = (manner: Omit<Manner, "style"> = {}): Paragraph => new Paragraph({ ...manner, style: "Seam" });

const run = ({ text, as }: Span, isBold: boolean): TextRun =>
  new TextRun({
    text,
    ...(isBold && { bold: true }),
    ...(as === "line" && { underline: { type: UnderlineType.SINGLE } }),
    ...(as === "missing" && { highlight: HighlightColor.YELLOW }),
  });
