const TIME =
  "(?:\\d{2,4}[-/年.]\\d{1,2}[-/月.]\\d{1,2}日?)?\\s*(?:昨天|今天|星期.|周.|上午|下午|凌晨|中午|晚上)?\\s*\\d{1,2}:\\d{2}(?::\\d{2})?";
/** What a messenger copies along with a message, and what people write around a list. */
const AROUND: readonly RegExp[] = [
  new RegExp(`^[^，,、;；|\\t]{0,30}?\\s*[[(]?${TIME}[\\])]?[:：]?$`),
  new RegExp(`^[[(]?${TIME}[\\])]?\\s*[^，,、;；|\\t\\d]{0,20}[:：]?$`),
  /^[—–─=\-~*_\s]{3,}[\d\-/.年月日: ]*[—–─=\-~*_\s]*$/,
  /^\[(?:图片|文件|表情|语音|视频|链接|动画表情)[^\]]*\].{0,60}$/,
  /^```\w{0,10}$/,
  /^[^\t|]{0,60}[:：]$/,
  /^(?:您好|你好|老师好|谢谢|多谢|麻烦|辛苦|好的|收到|请查收|请核对|请审核|以上|就这些|完毕|发完了)[^\t|，,、\d]{0,20}$/,
  /^@\S{1,30}$/,
];

/** A line that is no part of a table: a sender and time, a divider, a greeting, `名单如下：`. */
export const isAround = (line: string): boolean =>
  line.length <= LONGEST && AROUND.some((pattern) => pattern.test(line.trim()));
const LONGEST = 80;

/** The lines of a message that may be rows. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !isAround(line));
