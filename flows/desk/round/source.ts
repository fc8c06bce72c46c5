import type { Content } from "../../../rules/content.ts";
import type { Day, ReceivedFile } from "../../../rules/define.ts";
import { flatten } from "../../../rules/notice/flatten.ts";
import { readNotice } from "../../../rules/notice/index.ts";
import { mentionsIn } from "../../../rules/notice/mention.ts";
import type { Notice } from "../../../rules/notice/notice.ts";
import { type Refused, refused } from "./draft.ts";

/** Where a round comes from: a pasted text, a file, or a version of what was opened by one notice. */
export type Source =
  | { readonly text: string }
  | { readonly file: ReceivedFile }
  | { readonly call: string; readonly version: number };

/** A pasted text is held until the round is open; a longer one is better sent as a file. */
const longestPaste = 20_000;
/** No notice says more; what does is a list of something else. */
const mostFound = 60;

const otherwise =
  "请把通知的文字复制粘贴过来，或者发 Word（.docx）文件；只有扫描件的话，把日期打出来也行，例如“申报单位2027年3月16日前网上填报，县级主管部门3月23日前报送纸质材料”。";

/** The text of a file; or why there is none. */
export const textIn = (content: Content): string | Refused => {
  switch (content.kind) {
    case "document":
      return content.passages.map(passageText).join("\n\n");
    case "unusable":
      return refused(`${content.why}\n${otherwise}`);
    case "picture":
      return refused(`图片里的字我读不出来。${otherwise}`);
    case "sheets":
      return refused(`这是表格，不是通知。${otherwise}`);
    case "archive":
      return refused(`压缩包里有好几个文件，请只发通知那一个。${otherwise}`);
    case "opaque":
      return refused(`这份${content.what}里的文字我读不出来。${otherwise}`);
  }
};

const passageText = (passage: Extract<Content, { kind: "document" }>["passages"][number]): string =>
  "paragraph" in passage ? passage.paragraph : passage.table.map((row) => row.join("\t")).join("\n");

/** What a text says, where a round can be made of it; else why not, and what to do. */
export const noticeIn = (text: string, on: Day): Notice | Refused => {
  if (text.trim() === "") return refused(`没有读到文字。${otherwise}`);
  const notice = readNotice(text, on);
  const found = notice.dates.length + notice.doubts.length + notice.windows.length;
  if (found > mostFound) return refused(`里面有 ${found} 处日期，不像一份通知。请只发通知的正文，不要带名单和附件。`);
  const isDated = notice.dates.length + notice.windows.length > 0;
  const asks = notice.doubts.some(({ about }) => about === "day");
  if (isDated || asks || notice.title) return notice;
  const [doubt] = notice.doubts;
  return refused(`${doubt?.why ?? "没有找到日期。"}\n${otherwise}`);
};

/** A pasted text by the same measure. */
export const pasted = (text: string, on: Day): Notice | Refused =>
  text.length > longestPaste
    ? refused(`这段文字有 ${text.length} 个字，太长了，没有收下。请只粘贴通知的正文，或者把 Word（.docx）文件发给我。`)
    : noticeIn(text, on);

/** Messengers cut what is longer than some 4,000 characters into several messages. */
const cutFrom = 3500;
const shortestRest = 40;

/** Does a text go on with one that was cut? A correction is short and on one line; another notice has its title. */
export const isRest = (text: string, rest: string): boolean => {
  const isLong = rest.length >= shortestRest || rest.trim().includes("\n");
  return text.length >= cutFrom && isLong && readNotice(rest, "2000-01-01").title === null;
};

const shortestNotice = 60;

/** Does a text read like a notice, rather than like something said at a menu? */
export const isNotice = (text: string): boolean =>
  text.length >= shortestNotice &&
  /通知|公告|申报|推荐/.test(text) &&
  (text.length > longestPaste || mentionsIn(flatten(text)).length > 0);
