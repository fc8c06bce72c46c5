import {
  AlignmentType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import type { Form } from "./blocks.ts";
import type { Paper } from "./form.ts";
import { heiti, size, songti, twips } from "./look.ts";
import { legal } from "./text.ts";

const A4 = { short: 210, long: 297 };
/** The margins of GB/T 9704 at the sides, somewhat less above and below. */
const MARGIN = { top: 30, bottom: 27, left: 28, right: 26 };
/** At the sides of a page of dense lists. */
const DENSE_MARGIN = 15;
const GREY = "A6A6A6";

/** The width of the text in mm. */
export const textWidth = ({ isLandscape, isDense }: Form): number =>
  isLandscape && isDense
    ? A4.long - DENSE_MARGIN * 2
    : isLandscape
      ? A4.long - MARGIN.bottom * 2
      : A4.short - MARGIN.left - MARGIN.right;

/** The form's pages: A4 with the draft's or sample's mark above and the page number below, save on a cover. */
export const section = (form: Form, paper: Paper, children: readonly (Paragraph | Table)[]): ISectionOptions => {
  const hasCover = form.blocks[0]?.block === "cover";
  return {
    properties: {
      titlePage: hasCover,
      page: { size: pageSize(form), margin: { ...margins(form), header: twips(12), footer: twips(15) } },
    },
    headers: { default: header(paper), ...(hasCover && { first: header(paper) }) },
    footers: { default: footer(), ...(hasCover && { first: new Footer({ children: [new Paragraph("")] }) }) },
    children,
  };
};

const pageSize = ({ isLandscape }: Form) => ({
  width: twips(A4.short),
  height: twips(A4.long),
  orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
});

const margins = ({ isLandscape, isDense }: Form) => {
  const { top, bottom, left, right } = MARGIN;
  const side = twips(isDense ? DENSE_MARGIN : bottom);
  return isLandscape
    ? { top: twips(left), bottom: twips(right), left: side, right: side }
    : { top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right) };
};

/** 草稿 with what is not met yet, 示例 for fictitious data. */
const header = (paper: Paper): Header => {
  const big = (text: string) => new TextRun({ text, font: heiti, size: 44, bold: true, color: GREY });
  const small = (text: string) => new TextRun({ text: legal(text), font: heiti, size: size.小五, color: GREY });
  const unmet = unmetLabels(paper);
  const marks = [
    ...(paper.isSample ? [big("示例（虚构数据）")] : []),
    ...(paper.isSample && paper.isDraft ? [big("　")] : []),
    ...(paper.isDraft ? [big("草稿")] : []),
    ...(paper.isDraft && unmet.length > 0 ? [small(`——尚不符合：${unmet.join("、")}`)] : []),
  ];
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: marks })] });
};

const unmetLabels = ({ verdicts }: Paper): readonly string[] =>
  verdicts.filter(({ severity, status }) => severity === "blocking" && status === "notMet").map(({ label }) => label);

const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            font: songti,
            size: size.小五,
            children: ["第 ", PageNumber.CURRENT, " 页 共 ", PageNumber.TOTAL_PAGES, " 页"],
          }),
        ],
      }),
    ],
  });
