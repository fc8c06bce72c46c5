import type { Content } from "../../rules/content.ts";

/** A file that cannot be used; its message is Chinese and says what to send instead. */
export class Unusable extends Error {}

export const unusable = (reason: string): Extract<Content, { readonly kind: "unusable" }> => ({
  kind: "unusable",
  why: reason,
});

export const sendAgain = (what: string): string =>
  `${what}打不开，可能没有传完整，或文件已损坏。请在电脑或手机上确认能打开，再发一次。`;

export const why = {
  notKept: "没有收到这个文件的内容，请重新发送。",
  empty: "这是空文件，没有内容。请检查后重新发送。",
  locked: (what: string): string => `${what}有密码，打不开。请去掉密码再发。`,
  macro: "这个文件带有宏，为安全起见不收。请另存为不带宏的 .docx 或 .xlsx 再发。",
  program: "这是程序或脚本文件，为安全起见不收。请发照片、PDF、Word、Excel 或 zip。",
  webPage: "这是网页文件，不收。请另存为 PDF、.docx 或 .xlsx 再发。",
  webPageAsSheet: "这个表格其实是网页格式。请用 Excel 或 WPS 打开，另存为 .xlsx 再发。",
  otherArchive: "这种压缩包打不开。请改成 zip，或直接发里面的文件。",
  nested: "这是压缩包里的压缩包。请先解压，再把里面的文件发来。",
  unknown: "认不出这种文件。请发照片、PDF、Word、Excel 或 zip。",
  bomb: "这个文件解开后大得不正常，为安全起见不收。请重新保存后再发，或直接发照片、PDF。",
  entities: "这个文件含有不安全的内容，不收。请用 Word、Excel 或 WPS 重新保存后再发。",
  tooLarge: "这个文件内容太多，读不下来。请只留要填的内容，或拆成几个文件再发。",
  tooSlow: "这个文件太复杂，没有读完。请只留要填的内容，或拆成几个文件再发。",
  emptyArchive: "这个压缩包里没有可用的文件。请检查后重新发送。",
} as const;
