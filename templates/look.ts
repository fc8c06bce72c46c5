import { AlignmentType, type IParagraphStyleOptions, LineRuleType } from "docx";

/** Millimetres in twentieths of a point. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);

/** One font for Chinese, letters and figures alike, by the name it has in Word and WPS. */
const font = (name: string) => ({ ascii: name, eastAsia: name, hAnsi: name, cs: name });
export const songti = font("宋体");
export const fangsong = font("仿宋");
export const heiti = font("黑体");

/** Sizes in half points under their Chinese names. */
export const size = { 二号: 44, 三号: 32, 四号: 28, 小四: 24, 五号: 21, 小五: 18, 六号: 15 } as const;

const points = (n: number): number => n * 20;

type Paragraphs = Omit<NonNullable<IParagraphStyleOptions["paragraph"]>, "spacing"> & {
  readonly before?: number;
  readonly after?: number;
  readonly isExact?: true;
};

/** A style with its line height and the room around a paragraph in points. */
const style = (
  id: string,
  name: string,
  run: { readonly font: ReturnType<typeof font>; readonly size: number },
  line: number,
  { before = 0, after = 0, isExact, ...paragraph }: Paragraphs = {},
): IParagraphStyleOptions => {
  const lineRule = isExact ? LineRuleType.EXACT : LineRuleType.AT_LEAST;
  const spacing = { before: points(before), after: points(after), line: points(line), lineRule };
  return { id, name, basedOn: "Normal", quickFormat: true, run, paragraph: { ...paragraph, spacing } };
};

const CENTER = AlignmentType.CENTER;
const heading = (outlineLevel: number) => ({ keepNext: true, keepLines: true, outlineLevel });
const indent = { firstLine: size.四号 * 20, firstLineChars: 200 };

/** The paragraph styles, by what a paragraph is; their names are shown in Word. */
export const styles: readonly IParagraphStyleOptions[] = [
  style("Attachment", "附件号", { font: heiti, size: size.三号 }, 24, { after: 6 }),
  style("CoverTitle", "封面标题", { font: heiti, size: size.二号 }, 46, { alignment: CENTER }),
  style("CoverBlank", "封面填写", { font: fangsong, size: size.三号 }, 26),
  style("CoverIssuer", "封面制发", { font: fangsong, size: size.三号 }, 26, { alignment: CENTER }),
  style("FormTitle", "表标题", { font: heiti, size: size.二号 }, 34, {
    ...heading(0),
    alignment: CENTER,
    before: 4,
    after: 12,
  }),
  style("Section", "章标题", { font: heiti, size: size.四号 }, 26, { ...heading(1), before: 12, after: 4 }),
  style("Text", "正文段落", { font: fangsong, size: size.四号 }, 27, {
    isExact: true,
    alignment: AlignmentType.BOTH,
    indent,
  }),
  style("Item", "目录项", { font: fangsong, size: size.四号 }, 27, {
    after: 6,
    indent: { left: points(28), hanging: points(28) },
  }),
  style("Point", "要点", { font: songti, size: size.小四 }, 20, { after: 5 }),
  style("CellText", "表格文字", { font: songti, size: size.五号 }, 16),
  style("CellSmall", "密表文字", { font: songti, size: size.六号 }, 10),
  style("Note", "表注", { font: songti, size: size.小五 }, 14, { before: 4 }),
  style("Signing", "落款", { font: fangsong, size: size.四号 }, 26, { before: 22, indent: { left: twips(36) } }),
  // A paragraph that Word needs and nobody should see: after a table, before a page's table.
  style("Seam", "接缝", { font: songti, size: 2 }, 1, { isExact: true }),
];
