import { AlignmentType, type IParagraphStyleOptions, LineRuleType } from "docx";

/** Millimetres in twentieths of a point. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);

/** One font for Chinese, letters and figures alike, by the name it has in Word and WPS. */
const font = (name: string) => ({ ascii: name, eastAsia: name, hAnsi: name, cs: name });
export const songti = font("宋体");
export const fangsong = font("仿宋");
export const heiti = font("黑体");

/** Sizes in half points under their Chinese names. */
export const size = { 二号: 44, 三号: 32, 小三: 30, 四号: 28, 小四: 24, 五号: 21, 小五: 18 } as const;

const { EXACT, AT_LEAST } = LineRuleType;
const points = (n: number): number => n * 20;

/** The paragraph styles, by what a paragraph is; their names are shown in Word. */
export const styles: readonly IParagraphStyleOptions[] = [
  style("Attachment", "附件号", { font: heiti, size: size.三号 }, { spacing: { after: points(6) } }),
  style(
    "CoverTitle",
    "封面标题",
    { font: heiti, size: size.二号 },
    {
      alignment: AlignmentType.CENTER,
      spacing: { line: points(44), lineRule: AT_LEAST },
    },
  ),
  style(
    "CoverBlank",
    "封面填写",
    { font: fangsong, size: size.三号 },
    {
      spacing: { line: points(26), lineRule: AT_LEAST },
    },
  ),
  style("CoverIssuer", "封面制发", { font: fangsong, size: size.三号 }, { alignment: AlignmentType.CENTER }),
  style(
    "FormTitle",
    "表标题",
    { font: heiti, size: size.小三 },
    {
      alignment: AlignmentType.CENTER,
      spacing: { before: points(6), after: points(12), line: points(30), lineRule: AT_LEAST },
      keepNext: true,
      outlineLevel: 0,
    },
  ),
  style(
    "Section",
    "章标题",
    { font: heiti, size: size.四号 },
    {
      spacing: { before: points(12), after: points(4), line: points(26), lineRule: AT_LEAST },
      keepNext: true,
      keepLines: true,
      outlineLevel: 1,
    },
  ),
  style(
    "Text",
    "正文段落",
    { font: fangsong, size: size.四号 },
    {
      alignment: AlignmentType.BOTH,
      indent: { firstLineChars: 200 },
      spacing: { line: points(27), lineRule: EXACT },
    },
  ),
  style(
    "Item",
    "目录项",
    { font: fangsong, size: size.四号 },
    {
      indent: { left: points(28), hanging: points(28) },
      spacing: { after: points(6), line: points(27), lineRule: AT_LEAST },
    },
  ),
  style(
    "Point",
    "要点",
    { font: songti, size: size.小四 },
    {
      spacing: { after: points(3), line: points(20), lineRule: AT_LEAST },
    },
  ),
  style(
    "CellText",
    "表格文字",
    { font: songti, size: size.五号 },
    {
      spacing: { line: points(16), lineRule: AT_LEAST },
    },
  ),
  style(
    "Note",
    "表注",
    { font: songti, size: size.小五 },
    {
      spacing: { before: points(4), line: points(14), lineRule: AT_LEAST },
    },
  ),
  style(
    "Signing",
    "落款",
    { font: fangsong, size: size.四号 },
    {
      indent: { left: twips(50) },
      spacing: { before: points(22), line: points(26), lineRule: AT_LEAST },
    },
  ),
  // A paragraph that Word needs and nobody should see: after a table, before a page's table.
  style("Seam", "接缝", { font: songti, size: 2 }, { spacing: { line: points(1), lineRule: EXACT } }),
];

function style(
  id: string,
  name: string,
  run: NonNullable<IParagraphStyleOptions["run"]>,
  paragraph: NonNullable<IParagraphStyleOptions["paragraph"]>,
): IParagraphStyleOptions {
  return { id, name, basedOn: "Normal", quickFormat: true, run, paragraph };
}
